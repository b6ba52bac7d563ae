# pymp: python=2,3
# What select, poll and epoll say of descriptors that are none, and a manager's Condition that waits in vain.
from __future__ import print_function

import multiprocessing
import os
import select

reader, writer = os.pipe()
epoll = select.epoll()
CALLS = [
    lambda: select.select([99], [], [], 0),
    lambda: select.select([], [], [], -1),
    lambda: select.select([-1], [], []),
    lambda: select.select(['a'], [], []),
    lambda: select.select([], [], [], 'a'),
    lambda: select.poll().unregister(99),
    lambda: select.poll().modify(99, 1),
    lambda: epoll.register(99),
    lambda: epoll.register(reader, select.EPOLLIN),
    lambda: epoll.register(reader),
    lambda: epoll.modify(writer, select.EPOLLIN),
    lambda: epoll.modify(99, select.EPOLLIN),
    lambda: epoll.unregister(writer),
    lambda: epoll.unregister(99),
    lambda: epoll.unregister(reader),
    lambda: epoll.close(),
    lambda: epoll.poll(0),
]

if __name__ == '__main__':
    print([c.__name__ for c in select.error.__mro__])
    for call in CALLS:
        try:
            print(call())
        except Exception as e:
            print(type(e).__name__, e, e.args[0])
    try:
        select.select([99], [], [], 0)
    except select.error as e:
        print('select.error', e.args)
    manager = multiprocessing.Manager()
    condition = manager.Condition()
    with condition:
        print(condition.wait(0.01))
    manager.shutdown()
