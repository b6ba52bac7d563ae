# pymp: python=2
# A file that nobody has after a write to it is written out: other processes read it while this one goes on.
import os
import time

names = 'with_file', 'with_open'
pid = os.fork()
if pid == 0:
    file(names[0], 'w+').write('%s\n' % (6 * 7))
    open(names[1], 'w').writelines(['one\n', 'two\n'])
    time.sleep(60)
    os._exit(0)
until = time.time() + 30
while time.time() < until and not all(os.path.exists(name) and os.path.getsize(name) for name in names):
    time.sleep(.02)
print [open(name).read() for name in names]
os.kill(pid, 9)
print os.waitpid(pid, 0)[1]
