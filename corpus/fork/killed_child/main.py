"""What waited to be written when a process forked is its parent's, if the child is killed."""
import os
import signal
import time

print('once')
pid = os.fork()
if pid == 0:
    time.sleep(30)
    os._exit(0)
time.sleep(0.5)
os.kill(pid, signal.SIGTERM)
print(os.waitpid(pid, 0)[1])
