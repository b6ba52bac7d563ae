# pymp: python=2,3
from __future__ import print_function
import multiprocessing


class Summer(multiprocessing.Process):
    count = 0

    def __init__(self, numbers, results):
        multiprocessing.Process.__init__(self)
        self.numbers = numbers
        self.results = results
        Summer.count += 1

    def run(self):
        self.numbers.append('only in the child')
        self.results.put((self.name, sum(self.numbers[:-1])))


class Named(multiprocessing.Process):
    def __init__(self, **kwargs):
        super(Named, self).__init__(name='special', **kwargs)
        self.ran = False

    def run(self):
        self.ran = True
        super(Named, self).run()
        print('in run', self.name, self.ran)


def target(x):
    print('target got', x)


if __name__ == '__main__':
    results = multiprocessing.Queue()
    workers = [Summer([n, n * 2], results) for n in (1, 10)]
    for w in workers:
        w.start()
    print(sorted(results.get() for w in workers))
    for w in workers:
        w.join()
    print(Summer.count, [w.numbers for w in workers], [w.exitcode for w in workers])
    n = Named(target=target, args=(5,))
    n.start()
    n.join()
    print(n.ran, n.name, n.exitcode)
