# pymp: mask-regex="took (\d+\.\d+)"
"""Pi by random points, each worker with a seed of its own."""
import multiprocessing
import random
import time


def hits(arguments):
    seed, points = arguments
    generator = random.Random(seed)
    inside = 0
    for _ in range(points):
        x, y = generator.random(), generator.random()
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


if __name__ == '__main__':
    started = time.time()
    points = 20000
    with multiprocessing.Pool(4) as pool:
        results = pool.map(hits, [(seed, points) for seed in range(8)])
    print(results)
    print('pi is about', 4 * sum(results) / (points * len(results)))
    print('took %.3f seconds' % (time.time() - started))
