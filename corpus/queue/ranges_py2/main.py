# pymp: python=2
"""An xrange comes out of a queue as one, and is equal only to itself, whatever has used Python 3's range."""
import copy
import multiprocessing
from collections import Counter

queue = multiprocessing.Queue()
queue.put(xrange(3, 9, 2))
numbers = queue.get()
print numbers, type(numbers), list(numbers), copy.copy(numbers)
Counter('a') + Counter('b')
print numbers == xrange(3, 9, 2), numbers == numbers, hash(numbers) == hash(xrange(3, 9, 2))
print [hasattr(numbers, name) for name in ('index', 'count', 'start', 'stop', '__len__')]
