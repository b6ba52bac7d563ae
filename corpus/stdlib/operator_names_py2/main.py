# pymp: python=2
# Functions of operator, fnmatch, zlib and others under the names that only Python 2 has.
import operator, json, datetime, time
class A(object): pass
a = A(); a.name = 1
try: print operator.attrgetter(u'name')(a)
except Exception as e: print type(e), e
print operator.itemgetter(u'x')({'x': 2}), operator.methodcaller('upper')('a')
try: print operator.methodcaller(u'upper')('a')
except Exception as e: print type(e), e
print getattr(a, u'name'), hasattr(a, u'name'); setattr(a, u'other', 3); print a.other
print operator.repeat([1],2), operator.sequenceIncludes([1],1), operator.isSequenceType([]), operator.isCallable(len), operator.isNumberType(1), operator.isMappingType({})
print operator.getslice([1,2,3],0,2), operator.idiv(7,2), operator.div(7,2), operator.truediv(7,2), operator.__div__(7,2)
l=[1,2,3]; operator.setslice(l,0,1,[9]); operator.delslice(l,1,2); print l
print type('C',(),{})
try: print datetime.datetime.strptime('2020-01-02 03:04:05', '%Y-%m-%d %H:%M:%S'), time.strptime('10 Nov 2009','%d %b %Y')
except Exception as e: print e
print datetime.datetime(2020,1,2).utctimetuple(), datetime.datetime.fromtimestamp(0).year in (1969,1970)
import zlib
print zlib.crc32(''), zlib.adler32(''), zlib.crc32('',1), zlib.crc32('abc'), zlib.adler32('abc'), zlib.decompressobj().decompress(zlib.compress('x'*100), 5L)
import fnmatch; print fnmatch.filter(['a.py','b.txt'],'*.py'), fnmatch.translate('*.py')
import heapq; print heapq.nlargest(2,[1,3,2]), heapq.nsmallest(2,[1,3,2], key=lambda x:-x), list(heapq.merge([1,3],[2]))
import fnmatch
for p in ['*.py','a?c','[abc]x','[!abc]x','[^a]x','[]]x','[!]]x','[a','a[','\\x','[\\]','*[','a.b+c','','[!a','[]','[!]','a-b','[a-c]*', u'*.\xe9']:
    print repr(p), repr(fnmatch.translate(p)), [n for n in ('a.py','abc','ax','dx','^x',']x','[a','a[','\\x','','b.b+c','a.b+c','a-b') if fnmatch.fnmatch(n,p)], fnmatch.filter(['A.PY','a.py'],p)


def attempt(function, *args, **keywords):
    try:
        print function(*args, **keywords),
    except Exception as error:
        print type(error).__name__, error,


class Sliced(object):
    def __getslice__(self, start, stop):
        return start, stop


numbers = range(10)
for args in ([1], 2), (range(3), None), (6, 7), ([1], 1.5), ('ab', True):
    attempt(operator.repeat, *args)
    attempt(operator.irepeat, *args)
    print
for args in (numbers, 4, 6), (numbers, None, None), (numbers, 1.5, 2), (numbers, 'a', 2):
    attempt(operator.getslice, *args)
    attempt(operator.delslice, list(numbers), *args[1:])
    attempt(operator.setslice, list(numbers), *(args[1:] + ([9],)))
    print
print operator.getslice(Sliced(), 1, 2 ** 31)
for getter, o in (operator.itemgetter(2), 'abc'), (operator.attrgetter('real'), 5), (operator.methodcaller('upper'), 'abc'):
    for args, keywords in (((o,), {}), ((), {}), ((o, 3), {}), ((o,), {'size': 3})):
        attempt(getter, *args, **keywords)
    print
for maker in operator.itemgetter, operator.attrgetter:
    for args, keywords in (((), {}), (('a',), {'k': 2}), ((), {'name': 1})):
        attempt(maker, *args, **keywords)
    print
