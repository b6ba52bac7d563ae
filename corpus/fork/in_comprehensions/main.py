"""Forks in list comprehensions, which go on as loops."""
import os
def spawn(i):
    pid = os.fork()
    if pid == 0:
        print('child', i, flush=True)
        os._exit(i)
    os.waitpid(pid, 0)
    return i
i = 'kept'
print([spawn(i) for i in range(3)], i, flush=True)
print(sorted([(spawn(a), b) for a in range(2) if a >= 0 for b in 'xy']), flush=True)
r = [os.fork() for _ in range(2)]
if all(r):
    print(len(r), [os.waitpid(pid, 0)[1] for pid in r], flush=True)
else:
    os._exit(r.count(0))
