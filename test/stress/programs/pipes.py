"""A ring of processes that hand on messages of all sizes, ends that close, waits for several connections."""
import multiprocessing
import random
import sys
from multiprocessing.connection import wait


def hand_on(before, after, laps, seed):
    rng = random.Random(seed)
    for _ in range(laps):
        while not before.poll(rng.choice((0, 0.001, 1))):
            pass
        hops, data = before.recv()
        after.send((hops + 1, data))
    before.close()
    after.close()


def ring(rng):
    size, laps = rng.randint(2, 5), rng.randint(1, 30)
    pipes = [multiprocessing.Pipe(duplex=rng.random() < 0.5) for _ in range(size)]
    members = [
        multiprocessing.Process(target=hand_on, args=(pipes[i][0], pipes[i + 1][1], laps, rng.random()))
        for i in range(size - 1)
    ]
    for member in members:
        member.start()
    first, last = pipes[0][1], pipes[-1][0]
    for _ in range(laps):
        data = bytes(rng.choice((1, 100, 70000, 300000)))
        first.send((0, data))
        hops, back = last.recv()
        assert hops == size - 1 and back == data
    for member in members:
        member.join()
        assert member.exitcode == 0


def main(seed):
    rng = random.Random(seed)
    ring(rng)
    numbers(rng)
    print('ok')


def count_up(conn, count):
    for n in range(count):
        conn.send(n)
    conn.close()


def numbers(rng):
    """Several senders, one that waits for all of them."""
    readers, expected = [], {}
    for _ in range(rng.randint(1, 6)):
        reader, writer = multiprocessing.Pipe(False)
        count = rng.randint(0, 300)
        process = multiprocessing.Process(target=count_up, args=(writer, count))
        process.start()
        writer.close()
        readers.append(reader)
        expected[reader] = (count, process)
    got = {reader: [] for reader in readers}
    while readers:
        for reader in wait(readers, timeout=60):
            try:
                got[reader].append(reader.recv())
            except EOFError:
                readers.remove(reader)
    for reader, (count, process) in expected.items():
        assert got[reader] == list(range(count))
        process.join()


if __name__ == '__main__':
    main(int(sys.argv[1]))
