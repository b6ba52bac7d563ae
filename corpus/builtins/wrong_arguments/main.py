# pymp: python=2,3
"""What built-ins say of arguments that do not fit: which check comes first, and how each counts."""


def show(f, *args, **keywords):
    try:
        print(repr(f(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__ + ': ' + str(error))


class Text(str):
    pass


# Named arguments are refused before anything is counted.
for method in [].reverse, {}.copy, 'a'.upper, b'a'.isalpha, bytearray(b'a').title, (5).bit_length, (2.5).hex, {1}.pop:
    show(method, 1, x=1)
    show(method, x=1)
for method in 'a'.expandtabs, b'a'.expandtabs, bytearray(b'a').splitlines, 'abc'.split, bytearray(b'abc').rsplit:
    show(method, 1, x=1)
    show(method, x=1)
show(max, x=1)
show(max, [1], x=1)
show(min, 1, 2, x=1)
show(sorted, [2, 1], x=1)
show(eval, None, 'a')
show(eval, '1', {}, x=1)
for wrapped in (5).__neg__, (5).__add__, [1].__len__, [1].__setitem__, [1].__mul__, 'a'.__contains__:
    show(wrapped)
    show(wrapped, 1, 2, 3)
    show(wrapped, x=1)
for cls in staticmethod, classmethod, property, super:
    show(cls.__new__)
    show(cls.__new__, 5)
    show(cls.__new__, int)
if str is not bytes:
    show(OSError.__new__, 1)
    show(OSError.__init__, 1)
show(ValueError, x=1)
for data in bytearray(b'abc'), b'abc':
    for method in data.center, data.zfill, data.expandtabs, data.splitlines:
        show(method, None)
        show(method, 2.5)
    show(data.split, None, 'a')
    show(data.decode, 3)
    show(data.decode, 'ascii', 3)
    show(data.find)
    show(data.index, 1, 1, 1, 1)
show(bytearray(b'a').append, None)
show(bytearray(b'a').insert, None, 1)
show(bytearray(b'a').insert, 0, 2.5)
show(bytearray(b'a').pop, None)
show(bytearray, None, 'a')
show(bytearray, 'a', 3)
show(bytearray.fromhex)
show((10 ** 20).__abs__, 1)
show((10 ** 20).__format__)
show(object().__format__, 3)
show(reversed)
show(reversed, 1, 2)
show(reversed, x=1)
# The separator that was found is the very object that was given.
for text, separator in ('abc', Text('b')), (b'abc', bytearray(b'b')), (u'abc', u'b'), ('abc', Text('x')):
    for method in text.partition, text.rpartition:
        parts = method(separator)
        print(parts[1] is separator, type(parts[1]).__name__)
# What is made by others only.
for made in len, [].append, len.__call__, str.join, int.__add__, iter([]), {}.keys(), None, Ellipsis, NotImplemented:
    if made != [] and (str is bytes or made not in (None, Ellipsis, NotImplemented)):
        show(type(made))
        for _ in range(10):
            try:
                type(made)(1)
            except TypeError as error:
                text = str(error)
        print(text)
