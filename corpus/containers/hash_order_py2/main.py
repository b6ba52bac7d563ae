# pymp: python=2
# The order of dicts and sets goes by hashes: of texts, of floats at the ends of their range, of tuples in tuples.
floats = [0.1, -0.1, 1.5, -2.75, 5e-324, -2.5e-310, 1.7976931348623157e308, 0.5, 1e22, 3.0, 2.0 ** -1022, 1 / 3.0, 1e-9]
print [hash(f) for f in floats]
print dict.fromkeys(floats).keys()

texts = ['', 'a', 'b', 'ab', '\xff', 'key %d' % 10 ** 9, 'x' * 30] + ['w%d' % i for i in range(0, 90, 7)]
print dict.fromkeys(texts).keys()

pairs = [(a, b) for a in (-1, 0, 2 ** 40) for b in ('x', '', -1, (), (1, 'y'), (1.5, 10 ** 30))]
print dict.fromkeys(pairs).keys()
print set([tuple(range(n)) for n in range(16)])


class Seven(tuple):
    def __hash__(self):
        return 7


print [map(list, k[:1]) for k in {(Seven([i]), i): i for i in range(12)}]

table = {str(i): i for i in range(40)}
seen = []
for key in table:
    seen.append(key)
    table[key] = -table[key]
print seen == table.keys(), sum(table.values())
walk = iter(table)
print next(walk), next(walk)
table['39'] = 0
print list(walk)
try:
    for key in table:
        del table[key]
except RuntimeError as error:
    print error, len(table)
