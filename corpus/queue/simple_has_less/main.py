# pymp: python=3
"""A SimpleQueue has none of the methods of a Queue, though one was used before."""
import multiprocessing

queue = multiprocessing.Queue()
queue.put(1)
print(queue.get(), queue.qsize())
simple = multiprocessing.SimpleQueue()
print([name for name in ('qsize', 'put_nowait', 'full', 'join_thread', 'put', 'get', 'empty', 'close') if hasattr(simple, name)])
d = {True: 1}
print(d.keys() & {1}, d.keys() & frozenset([1]), {1} & d.keys(), d.items() & {(1, 1)}, d.items() & frozenset([(1, 1)]))
