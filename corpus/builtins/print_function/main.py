"""print: separators, ends, files, flush, and what str() of things is."""
import io
import sys

print()
print(1, 'two', 3.0, None, True, [4, 'five'], (6,), {'k': 'v'}, {7}, b'8', sep=' | ')
print('no', 'newline', sep='', end='')
print(' continued', end='!\n')
print('to', 'stdout', file=sys.stdout, flush=True)
buffer = io.StringIO()
print('kept', 'away', file=buffer)
print(repr(buffer.getvalue()))
print(*range(5), sep=',')
print('a\tb\\n', 'line\nbreak')
print(print, len, int, type(None), sep='\n')
print(range(3), range(1, 10, 2), slice(1, None), Ellipsis, NotImplemented)
print([1.0, 1e100, -0.0], 1e-7, 123456789012345678, float('nan'))
print({'a': [1, {'b': (2,)}]}, frozenset([1]), set(), bytearray(b'x'), memoryview(b'abc')[1])
try:
    print('x', sep=5)
except TypeError as error:
    print(error)
sys.stdout.write('write returns %d\n' % sys.stdout.write('abc\n'))
loop = [1]
loop.append(loop)
table = {}
table['self'] = table
print(loop, table)
