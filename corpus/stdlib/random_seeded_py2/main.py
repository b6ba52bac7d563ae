# pymp: python=2
import random

random.seed(42)
print [random.random() for _ in range(3)]
print [random.randint(1, 100) for _ in range(8)], random.randrange(0, 50, 5), random.choice('abcdef')
items = range(10)
random.shuffle(items)
print items, random.sample(xrange(100), 5)
print random.uniform(1, 10), random.gauss(0, 1), random.expovariate(2), random.triangular(0, 1, 0.5)
print random.getrandbits(100), random.normalvariate(5, 2)
own = random.Random('a text seed')
print own.random(), own.randint(1, 6), own.sample(['p', 'q', 'r', 's'], 2)
for seed in (0, 7, 2 ** 70, 3.5):
    print random.Random(seed).randint(0, 10 ** 12)
random.seed('again')
print random.random(), int(random.random() * 1000)
