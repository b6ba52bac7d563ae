# pymp: timeout=90
"""What a program has set in the library holds in its children, and theirs: settings, attributes of modules and classes, builtins; and what the
library has only one of is that one there too."""
import builtins
import csv
import datetime
import decimal
import gettext
import http
import json
import logging
import multiprocessing as mp
import signal
import socket
import socketserver
import string
import sys
import tempfile
import time
import typing

decimal.getcontext().prec = 9
csv.register_dialect('bars', delimiter='|')
socket.setdefaulttimeout(4.5)
builtins.added = 'among the builtins'
gettext.install('none')
time.fake = 'in a module'
sys.own = [1]
socketserver.TCPServer.allow_reuse_address = True
tempfile.tempdir = '/nowhere'
logging.raiseExceptions = False
string.twice = lambda text: text * 2
json.JSONEncoder.default = lambda self, o: sorted(o)

status, number, family = http.HTTPStatus.NOT_FOUND, signal.SIGTERM, socket.AF_INET
utc = datetime.timezone.utc
hint = typing.Optional[int]
meanings = {http.HTTPStatus.OK: 'fine'}


def show(depth):
    print(decimal.Decimal(1) / 3, csv.get_dialect('bars').delimiter, socket.getdefaulttimeout(), added, _('text'))
    print(time.fake, sys.own, socketserver.TCPServer.allow_reuse_address, socketserver.ThreadingTCPServer.allow_reuse_address)
    print(tempfile.tempdir, logging.raiseExceptions, string.twice('ab'), json.dumps({2, 1}))
    print(status is http.HTTPStatus.NOT_FOUND, number is signal.SIGTERM, family is socket.AF_INET, status, repr(family))
    print(utc is datetime.timezone.utc, typing.get_origin(hint) is typing.Union, hint)
    print(meanings[http.HTTPStatus(200)], flush=True)
    match status:
        case http.HTTPStatus.NOT_FOUND:
            print(status.phrase, flush=True)
    sys.own.append(depth)
    decimal.getcontext().prec += 1
    if depth:
        child = mp.Process(target=show, args=(depth - 1,))
        child.start()
        child.join()


if __name__ == '__main__':
    show(2)
    with mp.Pool(1) as pool:
        pool.map(show, [0])
    time.fake = 'later'
    socketserver.TCPServer.allow_reuse_address = False
    child = mp.Process(target=show, args=(0,))
    child.start()
    child.join()
