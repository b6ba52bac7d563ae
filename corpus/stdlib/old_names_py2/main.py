# pymp: python=2
"""What modules have in Python 2 only, and their words for errors there."""
import contextlib
import datetime
import hashlib
import os
import sys
import xml.etree.ElementTree as ET
from decimal import Decimal


class Manager(object):
    def __init__(self, name, swallows=False):
        self.name = name
        self.swallows = swallows

    def __enter__(self):
        print 'enter', self.name
        return self.name

    def __exit__(self, kind, value, trace):
        print 'exit', self.name, kind
        return self.swallows


def attempt(call):
    try:
        print repr(call())
    except Exception as error:
        print type(error).__name__, error


with contextlib.nested(Manager('a'), Manager('b')) as (a, b):
    print a, b
with contextlib.nested(Manager('c', True), Manager('d')):
    raise KeyError('k')
try:
    with contextlib.nested(Manager('e'), Manager('f')):
        raise KeyError('l')
except KeyError as error:
    print 'caught', error

print hashlib.algorithms, os.errno.errorcode[2], os.path.exists(os.tempnam())
f = os.tmpfile()
f.write('text')
f.seek(0)
print f.read()

tree = ET.fromstring('<a x="1"><b>t</b><c/></a>')
print [e.tag for e in tree.getchildren()], [e.tag for e in tree.getiterator()], len(ET.ElementTree(tree).getiterator('b'))
ET.dump(tree)
sys.stdout.flush()

day, moment = datetime.date(2015, 1, 1), datetime.datetime(2015, 3, 4, 5)


class Dated(object):
    def timetuple(self):
        return ()

    def __gt__(self, other):
        return 'asked'


for call in [
    lambda: day - moment,
    lambda: day < moment,
    lambda: moment > 5,
    lambda: moment <= 'x',
    lambda: day < None,
    lambda: datetime.time(1) < 2,
    lambda: datetime.timedelta(1) > 3,
    lambda: (moment == 5, moment != None, day == moment),
    lambda: day < Dated(),
    lambda: sorted([moment, datetime.datetime(2014, 1, 1)])[0],
    lambda: (day.isocalendar(), moment.isocalendar()),
    lambda: Decimal('x y'),
    lambda: Decimal(1) / 0,
    lambda: Decimal(0) / 0,
]:
    attempt(call)
