"""A thread that waits in a property, a special method or a key function, for what the main thread does later."""
import functools
import queue
import threading
import time

waiting = threading.Event()
items = queue.Queue()


def wait(*args):
    waiting.set()
    return items.get()


class Computed:
    def __get__(self, instance, owner):
        return wait()

    def __set__(self, instance, value):
        print('set', wait(), value)


class Waiting:
    described = Computed()

    @property
    def one(self):
        return wait()

    @one.setter
    def one(self, value):
        print('set', wait(), value)

    @functools.cached_property
    def kept(self):
        return wait()

    def __getattr__(self, name):
        return wait()

    def __getitem__(self, key):
        return wait()

    def __setitem__(self, key, value):
        print('set', wait(), value)

    def __delitem__(self, key):
        print('del', wait())

    def __contains__(self, value):
        return wait() == value

    def __len__(self):
        return wait()

    def __iter__(self):
        wait()
        return iter([1, 2])

    def __eq__(self, other):
        return wait() == other

    def __hash__(self):
        return wait()

    def __lt__(self, other):
        return wait() < other

    def __add__(self, other):
        return wait() + other

    def __radd__(self, other):
        return wait() + 1

    def __iadd__(self, other):
        return wait() + other

    def __neg__(self):
        return -wait()

    def __str__(self):
        return 'text %d' % wait()

    def __int__(self):
        return wait()

    def __call__(self):
        return wait()

    def __enter__(self):
        return wait()

    def __exit__(self, *args):
        return False


class Silent:
    def __getitem__(self, key):
        if wait():
            raise KeyError(key)

    def __add__(self, other):
        wait()
        return NotImplemented

    @property
    def absent(self):
        wait()
        raise AttributeError('absent')

    def __getattr__(self, name):
        return 'instead of ' + name


class Truth:
    def __bool__(self):
        return bool(wait())


class Made:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self.made = wait()
        return self


class Meta(type):
    def __call__(cls, *args):
        wait()
        return super().__call__(*args)


class WithMeta(metaclass=Meta):
    pass


@functools.lru_cache()
def cached(n):
    return wait() + n


def add_in_place(o):
    o += 1
    return o


def managed():
    with Waiting() as value:
        return value


def raised(f):
    try:
        return f()
    except Exception as error:
        return type(error).__name__, error.args


CASES = [
    ('property', lambda: Waiting().one),
    ('set property', lambda: setattr(Waiting(), 'one', 2)),
    ('descriptor', lambda: Waiting().described),
    ('cached property', lambda: Waiting().kept),
    ('getattr', lambda: getattr(Waiting(), 'one')),
    ('__getattr__', lambda: Waiting().anything),
    ('property that has none', lambda: Silent().absent),
    ('item', lambda: Waiting()[0]),
    ('no item', lambda: raised(lambda: Silent()['key'])),
    ('set item', lambda: set_item(Waiting())),
    ('delete item', lambda: delete(Waiting())),
    ('in', lambda: 1 in Waiting()),
    ('not in', lambda: 1 not in Waiting()),
    ('len', lambda: len(Waiting())),
    ('loop', lambda: [n for n in Waiting()]),
    ('==', lambda: Waiting() == 1),
    ('!=', lambda: Waiting() != 1),
    ('if ==', lambda: 'equal' if Waiting() == 1 else 'other'),
    ('hash', lambda: hash(Waiting())),
    ('<', lambda: Waiting() < 1),
    ('reflected <', lambda: 0 > Waiting()),
    ('+', lambda: Waiting() + 1),
    ('reflected +', lambda: 1 + Waiting()),
    ('+=', lambda: add_in_place(Waiting())),
    ('+ of floats', lambda: Waiting() + 0.5),
    ('-', lambda: -Waiting()),
    ('declined +', lambda: Silent() + Waiting()),
    ('str', lambda: str(Waiting())),
    ('f-string', lambda: f'<{Waiting()}>'),
    ('print', lambda: print(Waiting())),
    ('int', lambda: int(Waiting())),
    ('bool', lambda: bool(Truth())),
    ('if', lambda: 'true' if Truth() else 'false'),
    ('and', lambda: Truth() and 'both'),
    ('while not', lambda: not Truth()),
    ('call', lambda: Waiting()()),
    ('with', managed),
    ('new', lambda: Made(1).made),
    ('metaclass', lambda: type(WithMeta()).__name__),
    ('partial', functools.partial(wait, 1)),
    ('cache', lambda: (cached(1), cached(1))),
    ('sorted', lambda: sorted([3, 2], key=lambda n: n * wait())),
    ('min', lambda: min([3, 2], key=lambda n: n * wait())),
    ('sort', lambda: in_order([3, 2])),
    ('reduce', lambda: functools.reduce(lambda a, b: a + b + wait(), [1, 2, 3])),
]


def set_item(o):
    o['key'] = 'value'


def delete(o):
    del o['key']


def in_order(numbers):
    numbers.sort(key=lambda n: -n * wait())
    return numbers


def main():
    for name, function in CASES:
        results = []
        thread = threading.Thread(target=lambda: results.append(function()))
        waiting.clear()
        thread.start()
        while not waiting.is_set():
            time.sleep(0.001)
        while thread.is_alive():
            items.put(1)
            thread.join(0.02)
        while not items.empty():
            items.get()
        print(name, results)


main()
