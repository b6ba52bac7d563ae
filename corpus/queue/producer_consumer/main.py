# pymp: python=2,3
from __future__ import print_function
import multiprocessing


def produce(queue, items):
    for item in items:
        queue.put(item)
    queue.put(None)


def consume(queue, answers):
    total = []
    while True:
        item = queue.get()
        if item is None:
            break
        total.append(item)
    answers.put(total)


if __name__ == '__main__':
    queue, answers = multiprocessing.Queue(), multiprocessing.Queue()
    items = [1, 'two', 3.5, (4, [5]), {'six': 7}, None.__class__.__name__, True]
    workers = [
        multiprocessing.Process(target=produce, args=(queue, items)),
        multiprocessing.Process(target=consume, args=(queue, answers)),
    ]
    for w in workers:
        w.start()
    print(answers.get() == items)
    for w in workers:
        w.join()
    print(queue.empty(), [w.exitcode for w in workers])
