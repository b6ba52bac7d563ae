# pymp: python=3
"""Pickles byte for byte: ints of all sizes, texts in and out of tables, frames, memos that grow, pickles made while others are."""
import hashlib
import io
import pickle


def shown(o, protocols=(0, 1, 2, 3, 4, 5)):
    for protocol in protocols:
        data = pickle.dumps(o, protocol)
        print(protocol, len(data), hashlib.md5(data).hexdigest()[:8], pickle.loads(data) == o, type(data).__name__)


edges = [0, 1, 255, 256, 65535, 65536, -1, -128, -129]
for bits in (31, 32, 39, 40, 47, 48, 52, 53, 54, 55, 63, 64, 100):
    for by in (-2, -1, 0, 1):
        edges += [2 ** bits + by, -(2 ** bits) + by]
shown(edges)
shown([1.5, -0.0, 1e300, True, False, None, 5])

texts = ['', 'a', 'key', 'x' * 39, 'x' * 40, 'x' * 41, 'x' * 64, 'x' * 65, 'é', 'ключ', '\ud800', '\U0001f600', 'a' * 300]
shown([texts, texts, list(texts)])
shown({t: i for i, t in enumerate(texts)})
names = [str(i) for i in range(10, 700)]
shown(names * 4)
shown([[i] for i in range(20)] + [[i] for i in range(40)] + [str(i) for i in range(10, 40)])

shared = [[], {}, (), ('t',), frozenset([1]), 'text']
shown([shared, shared, shared[0], shared[3], tuple(shared)])
shown({i: i * 2 for i in range(10)})
shown({(i, 'n%d' % i): [i] for i in range(1200)})
shown(list(range(999))), shown(list(range(1000))), shown(list(range(1001))), shown(list(range(2500)))
shown(['y' * 1000 + str(i) for i in range(200)])
shown(['z' * 70000, 1, 'w' * 70000, b'q' * 70000, 'end'])
shown([b'', b'a', b'ab', b'ab' * 200])

loop = []
loop.append((loop, {'self': loop}))
for protocol in range(6):
    print(protocol, pickle.dumps(loop, protocol))
print(pickle.loads(pickle.dumps(loop))[0][1]['self'].__class__)


class Nested:
    """Pickles something else while it is pickled."""

    def __init__(self, depth):
        self.depth = depth

    def __reduce__(self):
        inner = pickle.dumps(Nested(self.depth - 1)) if self.depth else b''
        return make, (self.depth, len(inner), hashlib.md5(inner).hexdigest())


made = []


def make(depth, size, digest):
    made.append((depth, size, digest))
    return pickle.loads(pickle.dumps(['made', depth]))


data = pickle.dumps([Nested(3), 'depth', {'made': Nested(1)}, 'made'])
print(len(data), hashlib.md5(data).hexdigest(), pickle.loads(data), made)


class Changing(list):
    pass


class Shrinks:
    def __init__(self, items):
        self.items = items

    def __reduce__(self):
        del self.items[3:]
        return str, ('shrunk',)


items = [1, 2]
items += [Shrinks(items), 4, 5, 6]
print(pickle.loads(pickle.dumps(items)))
print(pickle.loads(pickle.dumps(Changing([1, 'a', 1 << 40]))))


class Asking(pickle.Pickler):
    def persistent_id(self, o):
        return 'kept %s' % o if isinstance(o, int) and o > 2 else None


class Answering(pickle.Unpickler):
    def persistent_load(self, pid):
        return 'loaded ' + pid


file = io.BytesIO()
Asking(file).dump([1, 2, 3, {4: 'a'}, (5, 1)])
file.seek(0)
print(Answering(file).load())

file = io.BytesIO()
pickler = pickle.Pickler(file)
for _ in range(3):
    pickler.dump(['again', texts[:4], 'again'])
print(len(file.getvalue()), hashlib.md5(file.getvalue()).hexdigest())
file.seek(0)
unpickler = pickle.Unpickler(file)
print([unpickler.load() for _ in range(3)] == [['again', texts[:4], 'again']] * 3)
pickler.clear_memo()
pickler.dump('again')
print(file.getvalue()[-12:], sorted(pickler.memo.copy().values()))

kept = [pickle.dumps([i, str(i)]) for i in range(2000)]
print(all(pickle.loads(d) == [i, str(i)] for i, d in enumerate(kept)))
print(pickle.loads(bytearray(kept[7])), pickle.loads(memoryview(kept[8])), kept[7] + kept[8] == b''.join(kept[7:9]))
for broken in (b'', b'K', b'\x80\x04K', b'\x80\x04\x8c\x05abc.', b'(', b'\x94.', b'h\x00.', b'e.', b'](', b'(u.', b']K\x01(u.', b'(K\x01u.', b'}(K\x01u.', b'}K\x01s.', b'\x8a\x02\x01', b'(K\x01\x86.', b'M\x01', b'J\x01\x01', b'G123'):
    try:
        print(broken, pickle.loads(broken))
    except Exception as error:
        print(broken, type(error).__name__, error)
for size in range(10):
    print(pickle.loads(b'\x8a' + bytes([size]) + b'\x01' * (size - 1) + b'\xff' * (size > 0) + b'.'))
