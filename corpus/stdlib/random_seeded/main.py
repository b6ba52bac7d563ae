"""The Mersenne Twister with CPython 3's methods on top."""
import random

random.seed(42)
print([random.random() for _ in range(3)])
print([random.randint(1, 100) for _ in range(8)], random.randrange(0, 50, 5), random.choice('abcdef'))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.choices('xyz', weights=[1, 2, 7], k=6))
print(random.uniform(1, 10), random.gauss(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5), random.betavariate(1, 2))
print(random.getrandbits(100), random.normalvariate(5, 2), random.lognormvariate(0, 1), random.paretovariate(3), random.vonmisesvariate(0, 4))
own = random.Random('a text seed')
print(own.random(), own.randint(1, 6), own.sample(['p', 'q', 'r', 's'], 2), own.gammavariate(2, 1), own.randbytes(4))
state = own.getstate()
first = [own.random() for _ in range(2)]
own.setstate(state)
print(first == [own.random() for _ in range(2)], random.Random(7).random() == random.Random(7).random())
for seed in (0, -1, 2 ** 70, 3.5, b'bytes', None if False else 'x'):
    print(random.Random(seed).randint(0, 10 ** 12))
for action in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.sample([1], 2), lambda: random.sample({1, 2}, 1)):
    try:
        print(action())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
inside = sum(1 for _ in range(10000) if random.random() ** 2 + random.random() ** 2 <= 1)
print(4 * inside / 10000)
