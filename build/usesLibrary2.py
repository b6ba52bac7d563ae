"""The same for Python 2."""
import BaseHTTPServer
import ConfigParser
import HTMLParser
import Queue
import SimpleHTTPServer
import SimpleXMLRPCServer
import SocketServer
import StringIO
import UserDict
import argparse
import base64
import cPickle
import cStringIO
import collections
import commands
import contextlib
import cookielib
import copy
import csv
import datetime
import functools
import getopt
import glob
import hashlib
import heapq
import httplib
import itertools
import json
import logging
import logging.handlers
import math
import md5
import multiprocessing
import multiprocessing.managers
import multiprocessing.pool
import optparse
import os
import pickle
import pprint
import random
import re
import sets
import shutil
import signal
import socket
import string
import struct
import subprocess
import sys
import tempfile
import textwrap
import thread
import threading
import time
import traceback
import types
import unittest
import urllib
import urllib2
import urlparse
import uuid
import warnings
import xml.etree.ElementTree
import xmlrpclib


def square(n):
    return n * n


def in_thread(jobs):
    while True:
        job = jobs.get()
        if job is None:
            break
        logging.info('%s', job)
        jobs.task_done()


def in_process(q):
    q.put(os.getpid())


class Line(SocketServer.StreamRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.readline().upper())


class Page(BaseHTTPServer.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write('ok')

    def log_message(self, *args):
        pass


class Pages(SocketServer.ThreadingMixIn, BaseHTTPServer.HTTPServer):
    pass


def ask(server):
    connection = socket.create_connection(server.server_address)
    connection.sendall('line\n')
    connection.recv(100)
    connection.close()


def fetch(server):
    urllib2.urlopen('http://%s:%d/' % server.server_address).read()


def servers():
    """What servers do in threads has a form of its own."""
    lines = SocketServer.ThreadingTCPServer(('127.0.0.1', 0), Line)
    pages = Pages(('127.0.0.1', 0), Page)
    for server in lines, pages:
        thread = threading.Thread(target=server.serve_forever, args=(.01,))
        thread.setDaemon(True)
        thread.start()
    for asked, server in (ask, lines), (fetch, pages):
        asked(server)
        client = threading.Thread(target=asked, args=(server,))
        client.start()
        client.join()
    for server in lines, pages:
        server.shutdown()
        server.server_close()


class Case(unittest.TestCase):
    def test(self):
        self.assertEqual(1, 1)


def main():
    logging.basicConfig(level=logging.DEBUG, format='%(asctime)s %(processName)s %(message)s')
    logging.warning('begins')
    jobs = Queue.Queue()
    worker = threading.Thread(target=in_thread, args=(jobs,))
    worker.start()
    jobs.put(1)
    jobs.join()
    jobs.put(None)
    worker.join()
    servers()
    pool = multiprocessing.Pool(1)
    pool.map(square, range(3))
    pool.close()
    pool.join()
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=in_process, args=(q,))
    p.start()
    q.get()
    p.join()
    manager = multiprocessing.Manager()
    manager.dict()['a'] = 1
    manager.shutdown()
    parser = optparse.OptionParser()
    parser.add_option('-n', type='int', default=1)
    parser.parse_args([])
    parser = argparse.ArgumentParser()
    parser.add_argument('-n', type=int)
    parser.parse_args([])
    json.loads(json.dumps({'a': 1}))
    StringIO.StringIO().write('x')
    random.shuffle([1, 2, 3])
    datetime.datetime.now().strftime('%H')
    urlparse.urlparse('http://host/path')
    unittest.TextTestRunner(StringIO.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(Case))
    subprocess.call([sys.executable, '-c', 'pass'])
    try:
        raise ValueError('x')
    except ValueError:
        traceback.format_exc()


if __name__ == '__main__' and sys.argv[1:] != ['imports']:
    main()
