"""Producers and consumers over a queue: every item arrives once, in its producer's order where one consumer reads."""
import multiprocessing
import random
import sys
import threading
import time


def payload(n, rng):
    return (n, bytes(rng.choice((0, 10, 1000, 20000))), [n] * rng.randrange(4))


def produce(queue, who, count, seed):
    rng = random.Random(seed)
    for n in range(count):
        queue.put((who, payload(n, rng)))
        if rng.random() < 0.02:
            time.sleep(0.001)


def consume(queue, answers, joinable):
    got = []
    for who, (n, _, tail) in iter(queue.get, None):
        assert all(x == n for x in tail)
        got.append((who, n))
        if joinable:
            queue.task_done()
    answers.put(got)


def main(seed):
    rng = random.Random(seed)
    joinable = rng.random() < 0.4
    make = multiprocessing.JoinableQueue if joinable else multiprocessing.Queue
    queue, answers = make(rng.choice((0, 1, 3, 50))), multiprocessing.Queue()
    producers, consumers, count = rng.randint(1, 4), rng.randint(1, 4), rng.randint(1, 200)
    kind = threading.Thread if rng.random() < 0.3 else multiprocessing.Process
    makers = [
        multiprocessing.Process(target=produce, args=(queue, who, count, rng.random())) for who in range(producers)
    ]
    takers = [kind(target=consume, args=(queue, answers, joinable)) for _ in range(consumers)]
    for each in rng.sample(makers + takers, len(makers) + len(takers)):
        each.start()
    for maker in makers:
        maker.join()
    if joinable:
        queue.join()
    for _ in takers:
        queue.put(None)
    lists = [answers.get(timeout=60) for _ in takers]
    for taker in takers:
        taker.join()
    for got in lists:
        for who in range(producers):
            own = [n for w, n in got if w == who]
            assert own == sorted(own), (who, own)
    assert sorted(item for got in lists for item in got) == [(w, n) for w in range(producers) for n in range(count)]
    print('ok')


if __name__ == '__main__':
    main(int(sys.argv[1]))
