# pymp: python=2,3
# What was registered for after a fork is done in the children, and in theirs.
import multiprocessing
import sys
from multiprocessing.util import register_after_fork


class Thing(object):
    pass


thing, other = Thing(), Thing()


def say(*words):
    print(' '.join(str(word) for word in words))
    sys.stdout.flush()


def forked(given):
    say('forked', given is thing, given is other)


def failing(given):
    say('failing')
    raise ValueError('not said')


def inner():
    say('inner')


def outer():
    say('outer')
    register_after_fork(thing, lambda given: say('late', given is thing))
    run(inner)


def run(target):
    p = multiprocessing.Process(target=target)
    p.start()
    p.join()
    say(p.exitcode)


if __name__ == '__main__':
    register_after_fork(thing, forked)
    register_after_fork(thing, failing)
    register_after_fork(other, forked)
    run(outer)
