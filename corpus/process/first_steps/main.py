# pymp: python=2,3
from __future__ import print_function
from multiprocessing import Process


def greet(name, times=1, punctuation='.'):
    print('hello %s%s' % (' '.join([name] * times), punctuation))


if __name__ == '__main__':
    for args, kwargs in ((('ann',), {}), (('bob', 2), {}), (('cy',), {'punctuation': '!', 'times': 3})):
        p = Process(target=greet, args=args, kwargs=kwargs)
        p.start()
        p.join()
        print('exit code', p.exitcode)
    print('all done')
