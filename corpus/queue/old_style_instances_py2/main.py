# pymp: python=2
"""Instances of old-style classes as tasks, results and arguments, with all that such a class can say of its pickling."""
import copy
import multiprocessing


class Task:
    kind = 'task'

    def __init__(self, number=0):
        self.number = number
        self.seen = [number]

    def __call__(self):
        return self.kind, self.number * 2


class Prepared:
    def __init__(self, text):
        print 'init', text
        self.text = text

    def __getinitargs__(self):
        return (self.text + '!',)

    def __getstate__(self):
        return {'more': self.text}


class Counted(Task):
    def __getstate__(self):
        return self.number

    def __setstate__(self, state):
        self.number = state + 100


def call(task):
    return task


def consume(tasks, results):
    for task in iter(tasks.get, None):
        results.put((task(), task))


def main():
    tasks, results = multiprocessing.Queue(), multiprocessing.Queue()
    worker = multiprocessing.Process(target=consume, args=(tasks, results))
    worker.start()
    for task in (Task(1), Counted(2), None):
        tasks.put(task)
    for _ in range(2):
        answer, task = results.get()
        print answer, task.__class__, sorted(task.__dict__.items())
    worker.join()
    pool = multiprocessing.Pool(1)
    print [task.seen for task in pool.map(call, [Task(3), Task(4)])]
    pool.close()
    pool.join()
    here, there = multiprocessing.Pipe()
    shared = Task(5)
    here.send([shared, shared, Prepared('p')])
    one, two, prepared = there.recv()
    print one is two, isinstance(one, Task), sorted(prepared.__dict__.items())
    manager = multiprocessing.Manager()
    tasks = manager.list([Task(6)])
    print tasks[0]()
    print copy.copy(shared).seen is shared.seen, copy.deepcopy(shared).seen


if __name__ == '__main__':
    main()
