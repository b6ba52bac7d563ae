"""Forks in loops, with, try, except, finally, match and in expressions: both go on from there."""
import os, sys
print('start', flush=True)
n = 0
while n < 3:
    pid = os.fork()
    n += 1
    if not pid:
        print('in child', n, flush=True)
        if n == 2:
            break
    else:
        os.waitpid(pid, 0)
else:
    print('loop done', os.getpid() != os.getppid(), flush=True)
print('end', n, flush=True)
with open('out.txt', 'w') as f:
    f.write('from both ')
    f.flush()
    if os.fork() == 0:
        f.write('child')
    else:
        os.wait()
        f.write('parent')
print(open('out.txt').read(), flush=True)
if (pid := os.fork()) == 0 and n > 0 or n == 99:
    print('expr child')
    sys.exit()
os.wait()
try:
    raise ValueError('x')
except ValueError as e:
    if os.fork() == 0:
        print('handler child', e, flush=True)
        try:
            raise
        except ValueError as e2:
            print('reraised', e2, flush=True)
        os._exit(0)
    os.wait()
try:
    pass
finally:
    if os.fork() == 0:
        print('final child', flush=True)
        os._exit(0)
    os.wait()
def gen(): yield os.getpid()
match os.fork():
    case 0:
        print('case child', flush=True); os._exit(1)
    case _:
        print(os.wait()[1], flush=True)
