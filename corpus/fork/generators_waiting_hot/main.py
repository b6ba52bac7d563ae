# pymp: python=2,3
"""Generators that have run hot, of methods, of exec and over files wait when the process forks."""
from __future__ import print_function

import multiprocessing
import os
import shutil
import sys
import tempfile
if sys.version_info[0] == 2:
    range = xrange
total = 0
def hot(n):
    global total
    x = 0.5
    acc = 0
    for i in range(n):
        x = x * 1.0000001 + 0.25
        acc += i & 7
        total += 1
        yield x, acc
def pairs(n):
    items = [(a, a * 2.5) for a in range(n)]
    for a, b in items:
        s = a + b
        yield s
class Source(object):
    def __init__(self): self.base = 3
    def items(self):
        for k in range(5):
            self.base += k
            yield self.base
    __iter__ = items
def text(s):
    for ch in s:
        for piece in ch * 2, ch.upper():
            yield piece
def child():
    print('child', next(g), next(p), next(s), next(t), total, next(e), next(w), next(z))
g = hot(40000)
for _ in range(30000): last = next(g)
p = pairs(100000)
for _ in range(50000): next(p)
s = iter(Source()); next(s)
t = text('abcd'); next(t); next(t)
ns = {}
exec('def made(n):\n  k = 1\n  while k < n:\n    yield k\n    k *= 2\n', ns)
e = ns['made'](100); next(e); next(e)
def walker(top):
    for root, dirs, files in os.walk(top):
        for f in sorted(files)[:2]:
            yield f
d = tempfile.mkdtemp()
for name in 'abc': open(os.path.join(d, name), 'w').close()
w = walker(d); print(next(w))
def lines(name):
    with open(name, 'w+') as f:
        f.write('one\ntwo\nthree\n'); f.seek(0)
        for line in f:
            yield line.strip()
z = lines(os.path.join(d, 'x')); print(next(z))
for k in range(2):
    q = multiprocessing.Process(target=child); sys.stdout.flush(); q.start(); q.join(); print(q.exitcode)
print(next(g), next(p), next(s), next(t), total, next(e), next(w))
shutil.rmtree(d)
