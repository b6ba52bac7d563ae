"""The same work over and over: memory must not grow once everything has been used. The second argument is the time in seconds."""
import multiprocessing
import sys
import threading
import time


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


def main(seconds):
    queue = multiprocessing.Queue()
    samples = []
    with multiprocessing.Pool(2) as pool:
        start = time.time()
        while time.time() - start < seconds:
            one_turn(pool, queue)
            samples.append((time.time() - start, memory_mb()))
    late = [mb for at, mb in samples if at > seconds / 2]
    middle = late[: len(late) // 4 + 1]
    last = late[-(len(late) // 4 + 1) :]
    grown = sum(last) / len(last) - sum(middle) / len(middle)
    print('%d turns, %.0f MB at the end, %+.1f MB over the second half' % (len(samples), late[-1], grown), file=sys.stderr)
    assert grown < 30, samples[:: max(1, len(samples) // 20)]
    print('ok')


if __name__ == '__main__':
    main(float(sys.argv[2]) if len(sys.argv) > 2 else 10)
