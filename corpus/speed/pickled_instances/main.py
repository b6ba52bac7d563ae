# pymp: python=3
"""Instances in pickles: byte for byte as CPython writes them, whatever their classes say, also when they say it later."""
import copyreg
import hashlib
import io
import pickle


def tried(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Point:
    def __init__(self, a, b):
        self.a = a
        self.b = b


class Floats:
    def __init__(self, x):
        self.x = x
        self.y = 2
        self.z = x


class Empty:
    pass


class OwnDict(Point):
    def __getstate__(self):
        return self.__dict__


class Others:
    def __init__(self, o):
        self.o = o

    def __getstate__(self):
        return {'other': self.o.__dict__, 'me': 1}

    def __setstate__(self, state):
        self.state = state


class Slots(Point):
    __slots__ = 's',

    def __init__(self):
        super().__init__(1, 2)
        self.s = 3


class Data:
    def __set_name__(self, owner, name):
        self.name = '_' + name

    def __get__(self, o, cls=None):
        return self if o is None else o.__dict__.get(self.name)

    def __set__(self, o, value):
        o.__dict__[self.name] = value


class Covered(Point):
    a = Data()

    @property
    def b(self):
        return 'computed'

    @b.setter
    def b(self, value):
        self.kept = value


class Method(Point):
    def a(self):
        return 'method'


class Asked(Point):
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return name


class NewArgs(Point):
    def __new__(cls, a=0, b=0):
        return super().__new__(cls)

    def __getnewargs__(self):
        return self.a, self.b


class Meta(type):
    def __call__(cls, *args):
        return super().__call__(*args)


class WithMeta(Point, metaclass=Meta):
    pass


class Listed(list):
    pass


class Growing:
    def __init__(self, owner):
        self.owner = owner

    def __getstate__(self):
        self.owner.more = 1
        return {'owner': self.owner}


def show(*objects):
    for o in objects:
        for protocol in range(6):
            data = tried(pickle.dumps, o, protocol)
            print(protocol, data if isinstance(data, str) else (len(data), hashlib.md5(data).hexdigest()), end=' ')
        again = data if isinstance(data, str) else tried(pickle.loads, data)
        print(type(again).__name__, [(k, type(v).__name__) for k, v in getattr(again, '__dict__', {}).items()][:4])


a = Point(1, 'x')
f = Floats(2.5)
circle = Point(1, 2)
circle.a = circle
looked = Point(1, 2)
vars(looked)
many = Point(1, 2)
for i in range(1500):
    setattr(many, 'k%d' % i, i)
gone = Point(1, 2)
del gone.a
gone.z = 1
gone.a = 2
listed = Listed([1, 2])
listed.x = 1
show(a, Point(a, [a, 'a', 'b']), Empty(), [f, Floats('t'), Floats(float('inf'))], OwnDict(1, 2), [a, Others(a)], [Others(a), a], [f, Others(f), f], circle, [looked, looked.__dict__],
     [a, a.__dict__], many, gone, [Point(i, 'y' * i) for i in range(1000)], Slots(), Covered(1, 2), Method(1, 2), Asked(1, 2), NewArgs(1, 2), WithMeta(1, 2), listed, [Point, a, Point])
covered = pickle.loads(pickle.dumps(Covered(1, 2)))
print(covered.a, covered.b, vars(covered))
growing = Point(0, 0)
growing.b = Growing(growing)
print(tried(pickle.dumps, growing))

# Classes that change between one pickle and the next.
for change in ('__getstate__', lambda self: {'state': 1}), ('__reduce__', lambda self: (Point, (7, 8))), ('__reduce_ex__', lambda self, protocol: (Point, (9, protocol))), ('__getnewargs__', lambda self: ()), ('__slotnames__', ['a']):
    setattr(Point, *change)
    show(a, OwnDict(1, 2))
    delattr(Point, change[0])
    show(a)
copyreg.pickle(Point, lambda o: (Empty, ()))
show(a, WithMeta(1, 2))
del copyreg.dispatch_table[Point]
show(a)
Point.__setstate__ = lambda self, state: self.__dict__.update(set=state)
show(a)
del Point.__setstate__
a.__setstate__ = 'of the instance'
show(a)
del a.__setstate__
Point.__new__ = lambda cls, *args: object.__new__(Empty)
show(a)
del Point.__new__
a.__class__ = Floats
show(a)
a.__class__ = Point


class Named(pickle.Pickler):
    def persistent_id(self, o):
        return 'point' if o is a else None


class Table(pickle.Pickler):
    dispatch_table = {Point: lambda o: (Empty, ())}


class Override(pickle.Pickler):
    def reducer_override(self, o):
        return (Empty, ()) if isinstance(o, Point) else NotImplemented


for kind in pickle.Pickler, Named, Table, Override:
    out = io.BytesIO()
    pickler = kind(out, 4)
    pickler.dump([a, f])
    pickler.dump([f, f.__dict__])
    print(hashlib.md5(out.getvalue()).hexdigest(), sorted(type(o).__name__ for _, o in pickler.memo.copy().values()))
