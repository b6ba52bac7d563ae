# pymp: python=2
"""Classes of the library have their methods under the names that Python 2 looks for."""
import codecs
import collections
import datetime
import fractions
import itertools
import numbers
import os
import tempfile
from xml.dom import minidom


def attempt(f, *args, **keywords):
    try:
        print f(*args, **keywords)
    except Exception as error:
        print type(error).__name__, error


handle, path = tempfile.mkstemp()
os.write(handle, 'a\nb\n')
os.close(handle)
reader = codecs.open(path, 'r', 'utf-8')
print repr(reader.readline()), repr(reader.next()), list(reader)
attempt(reader.next)
print codecs.getreader('utf-8')(open(path)).next()
os.remove(path)


class Numbers(collections.Iterator):
    def next(self):
        return 5


class Nothing(collections.Iterator):
    pass


class Other(object):
    def __iter__(self):
        return self

    def next(self):
        return 1


class OnlyIn3(object):
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


class OldOnlyIn3:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


numbers_ = Numbers()
print numbers_.next(), next(numbers_), iter(numbers_) is numbers_
attempt(Nothing)
print isinstance(Other(), collections.Iterator), isinstance(OnlyIn3(), collections.Iterator)
for f in (list, iter, next, enumerate, set, sum, dict, itertools.izip, lambda o: [n for n in o],
          lambda o: zip(o), lambda o: 1 in o, ''.join, itertools.cycle):
    attempt(lambda: type(f(OnlyIn3())).__name__)
    attempt(lambda: type(f(OldOnlyIn3())).__name__)

print [bool(each) for each in (datetime.timedelta(0), datetime.timedelta(1), datetime.time(0), datetime.time(0, 1))]
print bool(minidom.Document().createTextNode('')), bool(minidom.Document())
half = fractions.Fraction(1, 2)
print half != fractions.Fraction(1, 2), half != fractions.Fraction(1, 3), half != 1, bool(fractions.Fraction(0))


class Five(numbers.Real):
    for name in ('__abs__ __add__ __div__ __eq__ __float__ __floordiv__ __le__ __lt__ __mod__ __mul__ __neg__ __pos__ '
                 '__pow__ __radd__ __rdiv__ __rfloordiv__ __rmod__ __rmul__ __rpow__ __rtruediv__ __truediv__ '
                 '__trunc__').split():
        locals()[name] = lambda *args: 5


class NoNumber(numbers.Integral):
    pass


five = Five()
print five + 1, five / 2, 2 / five, divmod(five, 2), five != five, bool(five), five.real is five
attempt(NoNumber)

for each in (itertools.izip([1]), itertools.imap(None, [1]), itertools.ifilter(None, []), itertools.tee([1])[0],
             itertools.ifilterfalse(None, []), itertools.izip_longest([1])):
    print repr(each).split(' at ')[0], type(each), type(each).__name__, type(each).__module__
for each in (itertools.izip, itertools.imap, itertools.ifilter, itertools.ifilterfalse, itertools.islice):
    attempt(each, 5)
    attempt(each, 'a', x=1)
