# pymp: python=3
"""Built-in objects that weak references point to, in a forked process."""
import array
import collections
import multiprocessing
import threading
import weakref

lock, numbers, frozen = threading.Lock(), {1, 2}, frozenset('a')
queue, items = collections.deque([1, 2], 5), array.array('i', [3, 4])
everything = [lock, numbers, frozen, queue, items]
locks = weakref.WeakSet([lock])
references = [weakref.ref(o) for o in everything]


def work(given):
    print(given.acquire(timeout=1), lock.locked(), len(locks), flush=True)
    numbers.add(3)
    print(sorted(numbers), frozen, queue, items)
    print([r() is o for r, o in zip(references, everything)])


if __name__ == '__main__':
    child = multiprocessing.Process(target=work, args=(lock,))
    child.start()
    child.join()
    print(child.exitcode, lock.locked())
