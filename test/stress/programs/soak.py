"""The same work over and over: memory must not grow once everything has been used. The second argument is the time in seconds."""
import gc
import multiprocessing
import sys
import threading
import time

# What the whole program may hold more in the last fifth of the time than in the fifth before its half.
ALLOWED_MB = 8


def memory_mb():
    with open('/proc/self/status') as status:
        for line in status:
            if line.startswith('VmRSS:'):
                return int(line.split()[1]) / 1024
    return 0.0


def square(n):
    return n * n


def echo(conn):
    for message in iter(conn.recv, None):
        conn.send(message)


def one_turn(pool, queue):
    pool.map(square, range(50))
    for n in range(20):
        queue.put(bytes(n * 100))
    for n in range(20):
        assert len(queue.get()) == n * 100
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=echo, args=(theirs,))
    process.start()
    for n in range(10):
        ours.send([n] * 100)
        assert ours.recv() == [n] * 100
    ours.send(None)
    process.join()
    lock = multiprocessing.Lock()
    thread = threading.Thread(target=lock.acquire)
    thread.start()
    thread.join()


def work(pool, queue, until):
    """Turns until then. Gives how many, and the least that was held: garbage comes and goes, in each process at times of its own; what is kept stays."""
    turns, least = 0, memory_mb()
    while time.time() < until:
        one_turn(pool, queue)
        turns += 1
        if turns % 100 == 0:
            gc.collect()
        least = min(least, memory_mb())
    return turns, least


def main(seconds):
    queue = multiprocessing.Queue()
    with multiprocessing.Pool(2) as pool:
        start = time.time()
        (begun, _), (early, first), (between, _), (late, last) = (
            work(pool, queue, start + seconds * part) for part in (0.3, 0.5, 0.8, 1)
        )
    turns = begun + early + between + late
    print('%d turns, %.0f MB before half of the time, %.0f MB at the end' % (turns, first, last), file=sys.stderr)
    assert last - first < ALLOWED_MB, (first, last)
    print('ok')


if __name__ == '__main__':
    main(float(sys.argv[2]) if len(sys.argv) > 2 else 10)
