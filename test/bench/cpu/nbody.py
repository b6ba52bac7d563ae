"""Planets that attract each other: attributes of floats."""
import sys
from math import sqrt
from multiprocessing import Pool


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def system(seed):
    return [
        Body(i * 1.5 + 0.1, (i * seed) % 3 - 1.0, 0.2 * i, 0.01 * i, 0.3 / (i + 1), -0.02 * i, 4.0 / (1 + i * i))
        for i in range(5)
    ]


def advance(bodies, dt):
    for i, a in enumerate(bodies):
        for b in bodies[i + 1:]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            squared = dx * dx + dy * dy + dz * dz + 0.01
            pull = dt / (squared * sqrt(squared))
            a.vx -= dx * b.mass * pull
            a.vy -= dy * b.mass * pull
            a.vz -= dz * b.mass * pull
            b.vx += dx * a.mass * pull
            b.vy += dy * a.mass * pull
            b.vz += dz * a.mass * pull
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def work(task):
    seed, steps = task
    bodies = system(seed)
    for _ in range(steps):
        advance(bodies, 0.001)
    return "%.9f" % sum(0.5 * b.mass * (b.vx ** 2 + b.vy ** 2 + b.vz ** 2) for b in bodies)


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 80000
    with Pool(2) as pool:
        print(pool.map(work, [(seed, size) for seed in (1, 2, 4, 5)]))
