"""Pi from random points, each worker with a generator of its own."""
import random
import sys
from multiprocessing import Pool


def work(task):
    seed, points = task
    generator = random.Random(seed)
    hits = 0
    for _ in range(points):
        x, y = generator.random(), generator.random()
        if x * x + y * y <= 1.0:
            hits += 1
    return hits, generator.randint(1, 1000)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 5000000
    with Pool(2) as pool:
        results = pool.map(work, [(seed, size) for seed in range(4)])
    print("%.4f" % (4.0 * sum(hits for hits, _ in results) / (4 * size)), [last for _, last in results])
