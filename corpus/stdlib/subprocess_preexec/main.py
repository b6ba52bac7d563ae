"""A function between the fork and the program; programs in the place of the process."""
import subprocess, os, signal, sys, time
def pre():
    os.environ['ZZ'] = 'yes'
    print('in preexec', flush=True)
p = subprocess.Popen(['sh', '-c', 'echo prog; cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=pre)
print(p.communicate(b'input\n'), p.returncode)
def bad(): raise ValueError('no')
try:
    subprocess.call(['true'], preexec_fn=bad)
except subprocess.SubprocessError as e: print(e)
p = subprocess.Popen(['sleep', '20'], preexec_fn=os.setsid)
time.sleep(0.3)
p.terminate(); print(p.wait())
try: subprocess.call(['nonono'], preexec_fn=lambda: None)
except OSError as e: print(e)
print(subprocess.call('exit 3', shell=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN)))
pid = os.fork()
if pid == 0:
    os.execv('/bin/sh', ['sh', '-c', 'exec sleep 20'])
time.sleep(0.3)
os.kill(pid, 15)
print(os.waitpid(pid, 0)[1])
pid = os.fork()
if pid == 0:
    os.execvp(sys.executable, [sys.executable, '-c', 'import sys; print("replaced"); sys.exit(4)'])
print(os.waitpid(pid, 0)[1] >> 8)
r, w = os.pipe()
if os.fork() == 0:
    os.dup2(w, 1)
    os.execlp('echo', 'echo', 'through pipe')
os.close(w)
print(os.read(r, 100), os.read(r, 10), os.wait()[1])
sys.stdout.flush()
os.execlp('echo', 'echo', 'the end')
