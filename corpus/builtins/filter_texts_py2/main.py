# pymp: python=2
# Python 2: filter() of a str, unicode or tuple asks for each index, which a subclass may answer.
class Doubled(str):
    def __getitem__(self, index):
        return 2 * str.__getitem__(self, index)


class Number(str):
    def __getitem__(self, index):
        return 42


class Broken(str):
    def __getitem__(self, index):
        raise ValueError('no item %d' % index)


class Shifted(tuple):
    def __getitem__(self, index):
        return tuple.__getitem__(self, index) * 2


class Capital(unicode):
    def __getitem__(self, index):
        return unicode.__getitem__(self, index).upper()


print filter(lambda c: c > 'b', 'abcd'), filter(None, 'ab'), filter(None, u'ab').__repr__()
print filter(lambda c: c > '22', Doubled('1234'))
print filter(lambda x: x > 2, Shifted((1, 2, 3))), filter(None, (0, 1, ()))
print repr(filter(lambda c: c != 'B', Capital(u'abc')))
for broken in Number('12'), Broken('12'):
    try:
        print filter(lambda x: True, broken)
    except (TypeError, ValueError) as error:
        print type(error).__name__, error
print filter(lambda x: x % 2, xrange(6)), filter(None, [])
