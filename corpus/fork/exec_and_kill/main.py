"""exec, kill and wait statuses."""
import os
import signal
import time

pid = os.fork()
if pid == 0:
    os.execvp('echo', ['echo', 'from the executed program'])
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
pid = os.fork()
if pid == 0:
    time.sleep(30)
    os._exit(0)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGTERM)
_, status = os.waitpid(pid, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status) == signal.SIGTERM, os.waitstatus_to_exitcode(status))
try:
    os.kill(pid, 0)
except ProcessLookupError as error:
    print(error)
