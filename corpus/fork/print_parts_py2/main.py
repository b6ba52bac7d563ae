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
