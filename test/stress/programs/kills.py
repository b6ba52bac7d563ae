"""Processes that are ended at any moment: whoever waits for them goes on, and what they held can be used again."""
import multiprocessing
import os
import random
import signal
import sys
import threading
import time


def put_for_ever(queue, started):
    started.set()
    n = 0
    while True:
        queue.put((n, bytes(n % 5000)))
        n += 1


def talk_for_ever(conn, started):
    started.set()
    while True:
        conn.send(bytes(100))


def compute_for_ever(started):
    started.set()
    while True:
        sum(range(1000))


def sleep_for_ever(started):
    started.set()
    time.sleep(1000)


def nest(started):
    children = [multiprocessing.Process(target=sleep_for_ever, args=(started,)) for _ in range(2)]
    for child in children:
        child.daemon = True
        child.start()
    time.sleep(1000)


def end(rng, process):
    time.sleep(rng.random() * 0.02)
    how = rng.choice((process.terminate, process.kill, lambda: os.kill(process.pid, signal.SIGKILL)))
    how()
    process.join(60)
    assert process.exitcode in (-signal.SIGTERM, -signal.SIGKILL), process


def queue_scene(rng):
    queue, started = multiprocessing.Queue(rng.choice((0, 5))), multiprocessing.Event()
    process = multiprocessing.Process(target=put_for_ever, args=(queue, started))
    process.start()
    assert started.wait(60)
    got = [queue.get(timeout=60)[0] for _ in range(rng.randrange(50))]
    assert got == list(range(len(got)))
    end(rng, process)
    # What was in the queue is there and whole; the queue can still be used.
    while not queue.empty():
        n, data = queue.get(timeout=60)
        assert len(data) == n % 5000
    queue.put('still works')
    assert queue.get(timeout=60) == 'still works'


def pipe_scene(rng):
    started = multiprocessing.Event()
    reader, writer = multiprocessing.Pipe(False)
    process = multiprocessing.Process(target=talk_for_ever, args=(writer, started))
    process.start()
    writer.close()
    assert started.wait(60)
    timer = threading.Timer(rng.random() * 0.02, process.kill)
    timer.start()
    try:
        while True:
            assert len(reader.recv()) == 100
    except EOFError:
        pass
    process.join(60)
    timer.join()


def simple_scene(rng):
    started = multiprocessing.Event()
    target = rng.choice((compute_for_ever, sleep_for_ever, nest))
    processes = [multiprocessing.Process(target=target, args=(started,)) for _ in range(rng.randint(1, 4))]
    for process in processes:
        process.start()
    if rng.random() < 0.7:
        assert started.wait(60)
    for process in processes:
        end(rng, process)


def main(seed):
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 4)):
        rng.choice((queue_scene, pipe_scene, simple_scene))(rng)
    assert not multiprocessing.active_children()
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
