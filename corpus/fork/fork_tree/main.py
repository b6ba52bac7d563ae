# pymp: compare=unordered
"""Both sides of a fork go on with the same program; buffers are copied."""
import os
import sys

print('printed once, flushed', flush=True)
sys.stdout.write('in the buffer of both\n')
children = []
for n in range(2):
    pid = os.fork()
    if pid == 0:
        print('child', n)
        sys.exit(n)
    children.append(pid)
for pid in children:
    _, status = os.waitpid(pid, 0)
    print('status', os.waitstatus_to_exitcode(status))
