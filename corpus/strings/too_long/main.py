# pymp: python=2,3
# -*- coding: utf-8 -*-
"""Texts and lists repeated more often than they fit."""
from __future__ import print_function
def t(f):
    try: print(len(f()))
    except BaseException as e: print(type(e).__name__, e)
n=2**62
for s in ['ab', u'\xe9', u'ab', u'\u2603\u2603', b'ab', b'a', bytearray(b'ab'), bytearray(b'a'), [1,2],(1,2), '', b'', [], ()]:
    print(type(s).__name__)
    t(lambda: s*n)
    t(lambda: n*s)
    t(lambda: s*2**63)
    t(lambda: s*(2**63-1))
    t(lambda: s*2**61)
    def inplace():
        global x
        x = s
        x *= n
        return x
    t(inplace)
