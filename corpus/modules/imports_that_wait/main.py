# pymp: timeout=180
"""What a program can see of modules that it has imported and not used yet."""
import sys
import json, logging, argparse, fractions, random, copy, textwrap, shlex, statistics, csv, tempfile, pprint
import multiprocessing
import os
import threading
import time

began = time.time()

# What they import in turn is loaded.
print([name in sys.modules for name in ('json.decoder', 'gettext', 'numbers', 'enum', 'no_such_module')])
import colorsys, calendar
print(any(name == 'locale' for name in sys.modules), 'calendar' in list(sys.modules), len(sys.modules) > 60)

# They have seen what was there when they were imported.
import optparse
import gettext

gettext.gettext = lambda text: text.upper()
parser = optparse.OptionParser(prog='prog')
parser.add_option('-n', help='number')
print(parser.format_help())

import secrets
sys.modules['hmac'] = None
print(secrets.compare_digest('a', 'a'))
del sys.modules['hmac']

import uuid
folder = tempfile.mkdtemp()
with open(os.path.join(folder, 'platform.py'), 'w') as f:
    f.write('print("never")\n')
sys.path.insert(0, folder)
print(uuid.UUID(int=5))
sys.path.remove(folder)
os.remove(os.path.join(folder, 'platform.py'))
os.rmdir(folder)

import difflib
names = []
original = __import__


def traced(name, *args, **kwargs):
    names.append(name)
    return original(name, *args, **kwargs)


import builtins

builtins.__import__ = traced
print(difflib.get_close_matches('appel', ['ape', 'apple']), names)
import configparser
builtins.__import__ = original
print('functools' in names, names[0])


class Finder:
    @staticmethod
    def find_spec(name, path, target=None):
        names.append('finder ' + name)
        return None


import dis
sys.meta_path.insert(0, Finder)
names.clear()
print(dis.opname is not None, names)
del sys.meta_path[0]

# A class is there when its module is.
import zoneinfo
import decimal
print(any(c.__name__ == 'DecimalException' for c in ArithmeticError.__subclasses__()))

# Deep in a recursion, and with little room.
import html, heapq, bisect


def deep(n):
    return html.escape('<') if n == 0 else deep(n - 1)


print(deep(900))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(60)
print(textwrap.shorten('one two three four', 12), shlex.split('a "b c"'), statistics.mean([1, 2, 3]))
sys.setrecursionlimit(limit)

# In an exception's handler, a generator, a thread.
import pickle, struct, glob
try:
    1 / 0
except ZeroDivisionError as e:
    pickle.loads(pickle.dumps([1]))
    print(e.__context__, sys.exc_info()[1] is e)


def generate():
    import linecache
    yield linecache.getline('no such file', 1)


print(list(generate()))
found = []
thread = threading.Thread(target=lambda: found.append(struct.pack('<h', 1)))
thread.start()
thread.join()
print(found)

# A module object is what it was.
import keyword, reprlib
print(keyword is sys.modules['keyword'], type(keyword).__name__, keyword.__name__, repr(reprlib)[:24], 'Repr' in dir(reprlib))
import hashlib
vars(hashlib)['mine'] = 1
print(hashlib.mine, hasattr(hashlib, 'sha256'), hasattr(hashlib, 'nothing'))
import getopt
getopt.mine = 2
print(getopt.mine, callable(getopt.getopt))
import fnmatch
del sys.modules['fnmatch']
first = fnmatch
import fnmatch
print(fnmatch is first, fnmatch.fnmatch('a.py', '*.py'), first.fnmatch('a.py', '*.c'))
import importlib, numbers
print(importlib.reload(numbers) is numbers)


def work(q):
    import timeit
    q.put((json.dumps([1]), isinstance(0.5, numbers.Number), callable(timeit.timeit), fractions.Fraction(1, 2) + 1))


if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        context = multiprocessing.get_context(method)
        q = context.Queue()
        process = context.Process(target=work, args=(q,))
        process.start()
        print(*q.get())
        process.join()
