# pymp: python=2,3
"""What id() says of an object is the same in the processes that are forked."""
import multiprocessing
import os
import sys


class Account:
    def __init__(self, n):
        self.n = n
        self.lock = multiprocessing.Lock()

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self is other


def order(things, numbers, queue):
    for n in numbers:
        id(things[n])
    queue.put([sorted(range(len(things)), key=lambda n: id(things[n])), [id(each) for each in things]])


def holder(things, queue):
    queue.put(id(things))


accounts = [Account(n) for n in range(3)]
locks = [multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Semaphore(2), multiprocessing.Event()]
names = ['a', 'b']
queue = multiprocessing.Queue()
for things in accounts, locks, [len, order, Account, {}, []]:
    answers = []
    for numbers in (0, 1, 2), (2, 1, 0):
        p = multiprocessing.Process(target=order, args=(things, numbers, queue))
        p.start()
        answers.append(queue.get())
        p.join()
    print(answers[0] == answers[1] and answers[0][1] == [id(each) for each in things])
p = multiprocessing.Process(target=holder, args=(names, queue))
p.start()
print(queue.get() == id(names))
p.join()
if os.fork() == 0:
    new = []
    print(id(new) != id(names) and sorted(map(id, locks)) == sorted(id(lock) for lock in reversed(locks)))
    sys.stdout.flush()
    os._exit(0)
os.wait()


class Single:
    """Comes back as what the function gives, which has no identity of its own."""

    def __reduce__(self):
        return none, ()


def none():
    return None


def show(held):
    print(sorted(held) == ['a', 'b'])
    sys.stdout.flush()


single = Single()
id(single)
p = multiprocessing.Process(target=show, args=({'a': single, 'b': id(single)},))
p.start()
p.join()
