# pymp: python=2,3
"""Functions that fork, called through what the text computes: `getattr`, items, results, attributes that hold them."""
from __future__ import print_function

import os
import sys


class Service(object):
    def __init__(self, handler=None):
        self.handler = handler
        self.task = self.start

    def start(self):
        pid = os.fork()
        if pid == 0:
            return 'child'
        os.waitpid(pid, 0)
        return 'parent'

    def dispatch(self, name):
        found = getattr(self, 'do_' + name, None)
        if found is None:
            return 'no ' + name
        answer = found()
        return name + ' ' + answer

    def do_run(self):
        return self.task()

    def do_handle(self):
        return self.handler(self)


def handle(service):
    return service.start() + ' by handler'


def choose(service, number):
    return [service.start, service.do_run][number]


def show(before, answer):
    print(before, answer)
    sys.stdout.flush()
    if 'child' in answer:
        os._exit(0)


s = Service(handle)
number = 1
show('getattr', getattr(s, 'start')())
number += 1
show('item', {'go': s.start, 'stop': None}['go']())
show('list %d' % number, [s.start, len][0]())
show('result', choose(s, 1)())
show('either', (None or s.do_run)())
for name in 'run', 'handle', 'nothing':
    show('dispatch', s.dispatch(name))
show('globals', globals()['handle'](s))


def local():
    total = 40
    action = vars(Service)['start']
    answer = action(s)
    total += 2
    return '%s %d' % (answer, total)


show('local', local())
