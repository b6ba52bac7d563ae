# pymp: python=3
"""`os.posix_spawn`: programs as children, with what is done to their descriptors."""
import os

pid = os.posix_spawn('/bin/echo', ['echo', 'hi', 'there'], os.environ)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
pid = os.posix_spawnp('sh', ['sh', '-c', 'echo $FOO; exit 3'], {'FOO': 'bar', 'PATH': '/bin'})
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
r, w = os.pipe()
pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'echo out; echo err >&2'], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, w, 1), (os.POSIX_SPAWN_DUP2, 1, 2), (os.POSIX_SPAWN_CLOSE, r)])
os.close(w)
print(os.waitpid(pid, 0)[1], os.fdopen(r).read())
try: os.posix_spawn('/nonexistent', ['x'], {})
except OSError as e: print(type(e).__name__, e)
pid = os.posix_spawn('/bin/sh', ['sh', '-c', 'cat'], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 0, '/etc/hostname', os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, '/dev/null', os.O_WRONLY, 0)])
print(os.waitpid(pid, 0)[1])
try: os.posix_spawn('/bin/true', [], os.environ)
except Exception as e: print(type(e).__name__, e)
