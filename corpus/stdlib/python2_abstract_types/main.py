# pymp: python=2
"""Python 2's own types and the abstract classes, named tuples as dicts, copies of counters and weak references, unicode patterns and options."""
from __future__ import unicode_literals
import collections
import copy
import glob
import itertools
import logging
import logging.handlers
import optparse
import os
import pickle
import popen2
import shutil
import sys
import tempfile
import weakref

NAMES = b'Sequence MutableSequence Iterable Hashable Sized Container'.split()
for value in ('x', b'x', xrange(3), buffer(b'x'), [], ()):
    print type(value).__name__, [isinstance(value, getattr(collections, name)) for name in NAMES]
print issubclass(basestring, collections.Sequence)
views = {}.viewkeys(), {}.viewitems(), {}.viewvalues()
print [isinstance(views[0], collections.KeysView), isinstance(views[1], collections.ItemsView),
       isinstance(views[2], collections.ValuesView), isinstance(views[0], collections.Set)]
print [isinstance(value, collections.Hashable) for value in ({}, [], set(), frozenset(), (), 1, len, object())]

Point = collections.namedtuple('Point', 'x y')
point = Point(1, 2)
print vars(point), point.__dict__ == point._asdict(), type(vars(point)).__name__


class Sub(Point):
    pass


sub = Sub(1, 2)
sub.z = 3
print vars(sub)

counter = itertools.count(3)
next(counter)
again = copy.copy(counter)
print next(again), next(counter), pickle.loads(pickle.dumps(itertools.count(1, 2), 2))


class Target(object):
    pass


target = Target()
reference = weakref.ref(target)
print copy.copy(reference) is reference, copy.deepcopy([reference])[0] is reference

folder = tempfile.mkdtemp()
os.chdir(folder)
os.mkdir('sub')
for name in ('a.txt', 'b.txt', '.hidden.txt', 'sub/c.txt'):
    open(name, 'w').close()
for pattern in ('*.txt', b'*.txt', 'a.txt', b'none', '*/*.txt', b'*/c.txt', 'sub/*', '.*', 'sub/', 's*/', '[ab].txt', '?.txt'):
    print repr(pattern), sorted(glob.glob(pattern))
os.chdir('/')
shutil.rmtree(folder)


class Shown(logging.Handler):
    def emit(self, record):
        print record.getMessage()


memory = logging.handlers.MemoryHandler(3, target=Shown())
log = logging.getLogger('remembered')
log.addHandler(memory)
log.propagate = False
for n in range(4):
    log.warning('number %d', n)
print len(memory.buffer)
memory.close()
print memory.buffer

parser = optparse.OptionParser(usage='%prog [options]', prog='PROG')
parser.add_option('-f', '--file', dest='name', help='a file')
parser.add_option(b'-n', type=b'long', default=1)
group = parser.add_option_group(b'More', 'Other options')
group.add_option('--pair', nargs=2)
parser.print_help()
options, rest = parser.parse_args([b'-f', b'x', b'--pair', b'1', b'2', b'rest'])
print sorted(vars(options).items()), rest
sys.stderr = sys.stdout
for args in ([b'-f'], [b'--pair', b'1'], [b'-n', b'x'], [b'--file']):
    try:
        parser.parse_args(args)
    except SystemExit as error:
        print error.code

output, stdin = popen2.popen2('cat')
stdin.write(b'through a pipe\n')
stdin.close()
print output.read(),
popen2._cleanup()
