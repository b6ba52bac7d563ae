# os.wait3 and os.wait4 say what a child has used, and nothing as long as none has ended.
import os
import subprocess
import sys

child = subprocess.Popen([sys.executable, '-c', 'import sys; sys.stdin.read()'], stdin=subprocess.PIPE)
pid, status, usage = os.wait3(os.WNOHANG)
print(pid, status, tuple(usage))
pid, status, usage = os.wait4(child.pid, os.WNOHANG)
print(pid, status, sum(usage), type(usage).__name__, usage.ru_utime, usage.ru_maxrss)
child.stdin.close()
pid, status, usage = os.wait4(child.pid, 0)
print(pid == child.pid, status, len(usage), usage.ru_maxrss > 0)
