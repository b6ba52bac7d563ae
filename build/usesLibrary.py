"""Modules of the library that programs import, and what they do with them first: run when pymp is built, see prepared.mjs.

With the argument `imports` they are only imported: what is compiled then is what every program needs of them.
"""
import abc
import argparse
import ast
import asyncio
import base64
import bisect
import calendar
import cmd
import code
import collections
import collections.abc
import concurrent.futures
import configparser
import contextlib
import contextvars
import copy
import csv
import dataclasses
import datetime
import decimal
import difflib
import dis
import email.mime.text
import email.parser
import enum
import errno
import fileinput
import fnmatch
import fractions
import functools
import getopt
import getpass
import gettext
import glob
import graphlib
import gzip
import hashlib
import heapq
import hmac
import html
import html.parser
import http.client
import http.cookies
import http.server
import importlib.metadata
import importlib.resources
import importlib.util
import inspect
import io
import ipaddress
import itertools
import json
import linecache
import locale
import logging
import logging.config
import logging.handlers
import math
import mimetypes
import multiprocessing
import multiprocessing.connection
import multiprocessing.dummy
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.shared_memory
import numbers
import operator
import optparse
import os
import pathlib
import pickle
import pkgutil
import platform
import pprint
import queue
import random
import re
import runpy
import sched
import secrets
import selectors
import shelve
import shlex
import shutil
import signal
import smtplib
import socket
import socketserver
import stat
import statistics
import string
import struct
import subprocess
import sys
import tarfile
import tempfile
import textwrap
import threading
import time
import timeit
import tokenize
import traceback
import types
import typing
import unittest
import unittest.mock
import urllib.error
import urllib.parse
import urllib.request
import uuid
import warnings
import weakref
import xml.dom.minidom
import xml.etree.ElementTree
import xmlrpc.client
import xmlrpc.server
import zipfile


@dataclasses.dataclass(order=True)
class Job:
    number: int
    name: str = 'job'
    parts: list = dataclasses.field(default_factory=list)


class Color(enum.Enum):
    RED = 1
    BLUE = enum.auto()


class Level(enum.IntEnum):
    LOW = 1


Point = collections.namedtuple('Point', 'x y')


class Named(typing.NamedTuple):
    name: str
    value: typing.Optional[int] = None


class Case(unittest.TestCase):
    def test(self):
        self.assertEqual(Job(1), Job(1))
        with self.assertRaises(ValueError):
            int('x')


@contextlib.contextmanager
def managed():
    yield


@functools.lru_cache(maxsize=None)
def cached(n):
    return n


@functools.total_ordering
class Ordered:
    def __lt__(self, other):
        return False


def square(n):
    return n * n


def in_thread(jobs, results):
    logging.getLogger('thread').info('%s', threading.current_thread().name)
    while True:
        job = jobs.get()
        if job is None:
            break
        results.put(square(job))
        jobs.task_done()


def threads():
    jobs, results = queue.Queue(), queue.Queue()
    workers = [threading.Thread(target=in_thread, args=(jobs, results), daemon=True) for _ in range(2)]
    for worker in workers:
        worker.start()
    for n in range(4):
        jobs.put(n)
    jobs.join()
    for _ in workers:
        jobs.put(None)
    for worker in workers:
        worker.join()
    lock, event, ready = threading.RLock(), threading.Event(), threading.Condition()
    timer = threading.Timer(0.001, event.set)
    timer.start()
    event.wait()
    with lock, ready, threading.Semaphore():
        ready.notify_all()


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.send_response(200)
        self.send_header('Content-Type', 'text/plain')
        self.end_headers()
        self.wfile.write(b'ok')

    do_POST = do_GET

    def log_message(self, *args):
        logging.debug(*args)


class Line(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().upper())


def ask(server):
    with socket.create_connection(server.server_address) as connection:
        connection.sendall(b'line\n')
        connection.recv(100)


def fetch(server, data=None):
    with urllib.request.urlopen('http://%s:%d/' % server.server_address, data) as answer:
        return answer.read()


def call(server):
    with xmlrpc.client.ServerProxy('http://%s:%d' % server.server_address) as proxy:
        return proxy.pow(2, 3)


class XmlServer(socketserver.ThreadingMixIn, xmlrpc.server.SimpleXMLRPCServer):
    pass


def servers():
    """What servers do in threads has a form of its own."""
    pages = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Page)
    lines = socketserver.ThreadingTCPServer(('127.0.0.1', 0), Line)
    calls = XmlServer(('127.0.0.1', 0), logRequests=False)
    calls.register_function(pow)
    for server in pages, lines, calls:
        threading.Thread(target=server.serve_forever, args=(.01,), daemon=True).start()
    for asked, server in (ask, lines), (fetch, pages), (call, calls):
        asked(server)
        client = threading.Thread(target=asked, args=(server,))
        client.start()
        client.join()
    fetch(pages, b'data')
    for server in pages, lines, calls:
        server.shutdown()
        server.server_close()


def listeners():
    records = queue.Queue()
    listener = logging.handlers.QueueListener(records, logging.StreamHandler(io.StringIO()))
    listener.start()
    logging.handlers.QueueHandler(records).emit(logging.makeLogRecord({'msg': 'x'}))
    listener.stop()
    with multiprocessing.pool.ThreadPool(2) as pool:
        pool.map(square, range(3))
        pool.apply_async(square, (1,)).get()
    listener = multiprocessing.connection.Listener(('127.0.0.1', 0), authkey=b'x')
    threading.Thread(target=lambda: listener.accept().send(1), daemon=True).start()
    with multiprocessing.connection.Client(listener.address, authkey=b'x') as client:
        client.recv()


def executors():
    with concurrent.futures.ThreadPoolExecutor(2) as executor:
        futures = [executor.submit(square, n) for n in range(3)]
        for future in concurrent.futures.as_completed(futures):
            future.result()
        list(executor.map(square, range(3)))
    with concurrent.futures.ProcessPoolExecutor(1) as executor:
        executor.submit(square, 2).result()
        list(executor.map(square, range(3)))


def processes():
    with multiprocessing.Pool(1) as pool:
        pool.map(square, range(3))
        pool.apply_async(square, (3,)).get()
    with multiprocessing.Manager() as manager:
        shared = manager.dict(a=1)
        shared['b'] = manager.list([1])
        len(shared)
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=in_process, args=(q,))
    p.start()
    q.get()
    p.join()


def in_process(q):
    logging.info(random.random())
    q.put(os.getpid())


async def work(n):
    await asyncio.sleep(0)
    return n


async def tasks():
    await asyncio.gather(work(1), asyncio.create_task(work(2)))
    await asyncio.wait_for(work(3), 10)
    jobs = asyncio.Queue()
    await jobs.put(1)
    await jobs.get()
    async with asyncio.Lock(), asyncio.Semaphore(1):
        await asyncio.get_running_loop().run_in_executor(None, square, 2)


def texts():
    parser = argparse.ArgumentParser(description='what it does')
    parser.add_argument('names', nargs='*')
    parser.add_argument('-n', '--number', type=int, default=4, help='how many')
    parser.add_argument('-v', action='store_true')
    parser.parse_args(['-n', '3', 'x'])
    parser.format_help()
    parser.add_subparsers(dest='command').add_parser('run')
    json.loads(json.dumps({'a': [1, 2.5, None, True], 'b': {}}, indent=2, sort_keys=True))
    re.sub(r'(?P<a>\w+)-(\d+)', r'\g<a>', 'ab-12')
    list(csv.DictReader(io.StringIO('a,b\n1,2\n')))
    csv.writer(io.StringIO()).writerow(['a', 1])
    textwrap.dedent(textwrap.fill('some words ' * 20, 40))
    string.Template('$a').substitute(a=1)
    pprint.pformat({'a': list(range(30))})
    datetime.datetime.strptime('2020-01-02 03:04', '%Y-%m-%d %H:%M').strftime('%d.%m.%y')
    datetime.datetime.now() - datetime.timedelta(days=1)
    urllib.parse.urlparse('http://host/path?a=b').geturl()
    pathlib.Path('a', 'b.txt').with_suffix('.csv').exists()
    config = configparser.ConfigParser()
    config.read_string('[a]\nb = 1\n')
    shlex.split('a "b c"')
    xml.etree.ElementTree.fromstring('<a><b c="d"/></a>').find('b')
    difflib.unified_diff(['a'], ['b'])
    statistics.mean([1, 2, 3])
    statistics.stdev([1, 2, 4])
    fractions.Fraction(1, 3) + int(decimal.Decimal('1.5'))
    copy.deepcopy([Job(1), Point(1, 2), Named('a'), Color.RED, Level.LOW])
    pickle.loads(pickle.dumps([Job(2), Point(1, 2), datetime.date(2020, 1, 1)]))
    random.shuffle([1, 2, 3])
    random.gauss(0, 1)
    uuid.uuid4()
    tempfile.TemporaryFile().close()
    inspect.signature(square)


def main():
    logging.basicConfig(level=logging.DEBUG, format='%(asctime)s [%(processName)s] %(levelname)s %(message)s')
    logging.warning('%s', 'begins')
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(logging.Formatter('%(name)s %(message)s'))
    logging.getLogger('x').addHandler(handler)
    with managed():
        cached(1)
    texts()
    threads()
    servers()
    listeners()
    executors()
    processes()
    asyncio.run(tasks())
    unittest.TextTestRunner(io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
    subprocess.run([sys.executable, '-c', 'pass'], capture_output=True, text=True, check=True)
    try:
        raise ValueError('x')
    except ValueError:
        traceback.format_exc()
        logging.exception('failed')


if __name__ == '__main__' and sys.argv[1:] != ['imports']:
    main()
