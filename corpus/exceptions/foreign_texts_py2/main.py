# -*- coding: utf-8 -*-
# pymp: python=2 mask=frames stderr=exact
"""Texts that are no ASCII in tracebacks: as `traceback` shows them, in processes, and as the interpreter itself does."""
import multiprocessing
import threading
import traceback


class Mine(Exception):
    pass


def fail():
    raise ValueError(u'ошибка é')


def mine():
    raise Mine('own class')


for f in (fail, mine):
    p = multiprocessing.Process(target=f, name='P')
    p.start()
    p.join()
    t = threading.Thread(target=f, name='T')
    t.start()
    t.join()
    try:
        f()
    except Exception:
        print traceback.format_exc().splitlines()[-1]
fail()
