"""Stages connected by queues; a sentinel runs through them."""
import multiprocessing

STOP = 'stop'


def stage(function, source, sink):
    for item in iter(source.get, STOP):
        sink.put(function(item))
    sink.put(STOP)


def clean(text):
    return text.strip().lower()


def measure(word):
    return len(word), word


if __name__ == '__main__':
    first, second, third = (multiprocessing.Queue() for _ in range(3))
    processes = [
        multiprocessing.Process(target=stage, args=(clean, first, second)),
        multiprocessing.Process(target=stage, args=(measure, second, third)),
    ]
    for p in processes:
        p.start()
    for text in ('  Alpha', 'BETA ', ' Gamma '):
        first.put(text)
    first.put(STOP)
    print(list(iter(third.get, STOP)))
    for p in processes:
        p.join()
    print([p.exitcode for p in processes])
