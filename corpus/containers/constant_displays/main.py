"""Set displays of constants are made once and copied; what stands behind in is a constant; ints as bytes; dicts merged into new ones."""
def sets():
    return [{1, 2, 3}, {9, 1, 17, 25, 33}, {100, 7, 15, 23, 31, 39, 47, 55}, {True, 2, 3}, {1.5, 2, 3.0, (1, 2), 'a'},
            {-1, -2, 0}, {i for i in (8, 0, 16)}, {64, 32, 16, 8, 4, 2, 1, 0, 128, 256, 512, 1024, 2048}]
for i in range(3):
    for s in sets():
        print([x for x in s if not isinstance(x, str)], len(s))
        s.add(i + 1000); s.discard(1); print(sorted(map(str, s)))
s = sets()[1]; s.pop(); print(sets()[1], s)
class E:
    def __eq__(self, o): return o == 2
    def __hash__(self): return hash(2)
def inside(x): return x in {1, 2, 3}, x in [1, 2, 3], x not in {1, 2, 'a'}, x in (1, 2), x in ['a', 'b', None]
for x in (1, 2.0, True, 'a', None, E(), 5, (1,)): print(inside(x))
for bad in ([], {}, {1}):
    try: print(bad in {1, 2, 3})
    except TypeError as e: print(e)
    print(bad in [1, 2, []], bad in [[], {}])
print((5).to_bytes(3, 'big'), (255).to_bytes(1, 'little', signed=False), (2**40+5).to_bytes(8, 'little'), (0).to_bytes(0, 'big'), (127).to_bytes(1,'big',signed=True))
for a in ((256, 1, False), (128, 1, True), (1, 0, False), (-1, 2, False)):
    try: print(a[0].to_bytes(a[1], 'big', signed=a[2]))
    except OverflowError as e: print(e)
print((-2).to_bytes(2, 'big', signed=True), (32767).to_bytes(2, 'little', signed=True))
d = {'a': 1, 'b': 2}; e = {**d}; e['c'] = 3; print(d, e, {**d, 'a': 5}, {'z': 0, **d}, {**{}, **d})
o = {1: 'x', True: 'y'}; print({**o})
