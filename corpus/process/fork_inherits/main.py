"""With fork anything can be a target, and what only the guarded block made is there too."""
import multiprocessing
import random


class Robot:
    def __init__(self, name):
        self.name = name
        self.log = []

    def work(self, n):
        self.log.append(n)
        print(self.name, self.log, flush=True)

    def start(self):
        p = multiprocessing.Process(target=self.work, args=(1,))
        p.start()
        p.join()
        print('log in the parent:', self.log)


def make_target(prefix):
    seen = []

    def inner(x):
        seen.append(x)
        print(prefix, seen, made_late, flush=True)

    return inner


def run(target, *args):
    p = multiprocessing.Process(target=target, args=args)
    p.start()
    p.join()
    return p.exitcode


if __name__ == '__main__':
    made_late = {'set': {1}, 'lambda': len}
    made_late = sorted(made_late)
    Robot('r2').start()
    inner = make_target('nested')
    print(run(inner, 'a'), run(inner, 'b'))
    print(run(lambda text: print('lambda', text, flush=True), 'x'))
    handle = open('main.py')
    print(run(lambda: print('open file:', handle.readline().strip(), flush=True)))
    random.seed(5)
    random.random()
    expected = random.Random()
    expected.setstate(random.getstate())
    print(run(lambda: print('same random state:', random.random() == expected.random(), flush=True)))
    print(run(print, 'builtin as target'), run(str.upper, 'x'))
