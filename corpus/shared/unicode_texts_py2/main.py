# pymp: python=2
"""Shared characters and ctypes take unicode in ASCII for a str."""
from __future__ import unicode_literals

import ctypes
import multiprocessing


class Record(ctypes.Structure):
    _fields_ = [(b'name', ctypes.c_char * 4), (b'number', ctypes.c_int)]


def attempt(call):
    try:
        print repr(call())
    except Exception as error:
        print type(error).__name__, error


def put(o, name, value):
    setattr(o, name, value)
    return getattr(o, name)


def change(shared):
    shared.value = 'new'


shared = multiprocessing.Array('c', 5)
worker = multiprocessing.Process(target=change, args=(shared,))
worker.start()
worker.join()
number = multiprocessing.Value('i', 0)
for call in [
    lambda: shared.value,
    lambda: put(shared, 'value', '\xe9'),
    lambda: put(shared, 'value', 'too long'),
    lambda: put(shared, 'value', 5),
    lambda: multiprocessing.Array('c', 'abc').value,
    lambda: multiprocessing.Value('c', 'a').value,
    lambda: multiprocessing.Value('d', 'x'),
    lambda: put(number, 'value', 2.5),
    lambda: put(number, 'value', 'x'),
    lambda: ctypes.create_string_buffer('abc').value,
    lambda: ctypes.c_char_p('abc').value,
    lambda: Record('ab', 5).name,
    lambda: Record(7),
]:
    attempt(call)
