# pymp: python=2
# -*- coding: utf-8 -*-
"""Modules of the library that are given unicode texts, as under unicode_literals."""
from __future__ import print_function, unicode_literals

import csv
import logging
import operator
import shlex
import string
import sys


def tell(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


logging.basicConfig(stream=sys.stdout, level='INFO', format='%(levelname)s %(name)s: %(message)s')
log = logging.getLogger('app')
log.info('started with %s', 'text')
logging.getLogger('app.é').warning('child %r', 'é')
tell(lambda: log.name)
tell(lambda: logging.getLogger('app') is logging.getLogger(b'app') is log)
tell(lambda: logging.getLogger('app.é').name)
tell(lambda: logging.getLogger('app.sub').parent is log)
tell(lambda: logging.getLogger(3))

tell(lambda: shlex.split('run "a b" --x=1'))
tell(lambda: shlex.split(b'run "a b"'))
tell(lambda: list(shlex.shlex('a = "b c"')))
tell(lambda: shlex.split('é'))

tell(lambda: operator.attrgetter('real')(3))
tell(lambda: operator.methodcaller('upper')('x'))

Dynamic = type(str('Dynamic'), (object,), {'x': 1, b'y': 2, 'get': lambda self: self.x + self.y})
tell(lambda: Dynamic().get())
tell(lambda: (Dynamic.x, getattr(Dynamic, 'y'), sorted(str(n) for n in vars(Dynamic) if not n.startswith('_'))))

tell(lambda: list(csv.reader(['a,b', b'c,"d e"'])))
tell(lambda: list(csv.DictReader(['a,b', '1,2'])))
tell(lambda: list(csv.reader(['é'])))
tell(lambda: string.maketrans('ab', 'xy')[97:99])
tell(lambda: b'aab'.translate(string.maketrans('ab', 'xy')))
