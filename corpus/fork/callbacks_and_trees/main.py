"""Functions that are given the work; pipes, trees, handlers and exit functions of forked processes."""
import os
def fork_and(f, *args):
    pid = os.fork()
    if pid == 0:
        try:
            f(*args)
        except BaseException as e:
            print('err', type(e).__name__, e, flush=True)
            os._exit(1)
        os._exit(0)
    return pid
def work(a, b):
    print('work', a + b, flush=True)
    if b == 3: 1/0
pids = [fork_and(work, 1, i) for i in range(4)] if False else []
for i in range(4):
    pids.append(fork_and(work, 1, i))
    print(os.waitpid(pids[-1], 0)[1], flush=True)
r, w = os.pipe()
if os.fork():
    os.close(w)
    data = b''
    with os.fdopen(r, 'rb') as f:
        data = f.read()
    print(data)
    os.wait()
else:
    os.close(r)
    with os.fdopen(w, 'w') as f:
        print('hello from', 'child', file=f)
    os._exit(0)
def tree(depth, path='0'):
    if depth == 0:
        return
    for i in range(2):
        pid = os.fork()
        if pid == 0:
            print('node', path + str(i), flush=True)
            tree(depth - 1, path + str(i))
            os._exit(0)
        os.waitpid(pid, 0)
tree(2)
import signal
def handler(sig, frame):
    print('got', sig, flush=True)
    os._exit(7)
signal.signal(signal.SIGUSR1, handler)
pid = os.fork()
if pid == 0:
    while True: signal.pause()
import time; time.sleep(0.2)
os.kill(pid, signal.SIGUSR1)
print(os.waitpid(pid, 0)[1] >> 8)
import atexit
atexit.register(lambda: print('atexit', flush=True))
if os.fork() == 0:
    raise SystemExit(4)
print(os.wait()[1] >> 8)
