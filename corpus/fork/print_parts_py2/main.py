# pymp: python=2
# What a print statement has written is out, or in the buffer, before its next part is computed, and perhaps forks.
import os
import sys


def step(name):
    sys.stdout.flush()
    if os.fork() == 0:
        sys.stdout.write('<child of %s>' % name)
        sys.stdout.flush()
        os._exit(0)
    os.wait()
    return name.upper()


def log(text, to=None):
    print >>to, text, step('inner'), 'end'


print 'a', step('one'), 'b\n', step('two'), 'c',
print step('three')
print 'x', step('four')
for i in range(2):
    if os.fork() == 0:
        sys.exit(i)
    os.wait()
log('to stdout')
log('to a file', open('/dev/null', 'w'))


# The child goes on in the same line: what it prints begins with the space.
def telling(name):
    sys.stdout.flush()
    if os.fork() == 0:
        print 'child of', name
        sys.stdout.flush()
        os._exit(0)
    os.wait()
    return name.upper()


def held_back(name):
    if os.fork() == 0:
        print 'child of', name
        os.kill(os.getpid(), 0)
        sys.exit(0)
    os.wait()
    return name.upper()


print 'a', telling('one'), telling('two')
print 'b', held_back('three'), 'c'
print telling('four')
