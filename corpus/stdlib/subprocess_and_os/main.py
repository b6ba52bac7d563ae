# pymp: mask=pid,time
"""os, sys, subprocess, tempfile, shutil: the machine around the program."""
import os
import shutil
import subprocess
import sys
import tempfile

print('pid', os.getpid(), 'again pid', os.getpid(), os.getpid() == os.getpid())
print(os.environ.get('NOT_SET_ANYWHERE', 'default'), os.sep, os.linesep == '\n', os.name, sys.platform.startswith(('linux', 'darwin')), sys.version_info[:2], sys.maxsize)
os.environ['MADE_HERE'] = 'value'
done = subprocess.run(['sh', '-c', 'echo out $MADE_HERE; echo err >&2; exit 3'], capture_output=True, text=True)
print(done.returncode, repr(done.stdout), repr(done.stderr))
print(subprocess.check_output(['echo', 'hello']), subprocess.call('exit 5', shell=True), subprocess.run(['cat'], input=b'piped', capture_output=True).stdout)
process = subprocess.Popen(['sh', '-c', 'read line; echo got $line'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(process.communicate('a line\n'), process.returncode, process.poll())
for action in (lambda: subprocess.check_call(['false']), lambda: subprocess.run(['no-such-program-here']), lambda: subprocess.run(['sleep', '5'], timeout=0.1)):
    try:
        action()
    except (subprocess.CalledProcessError, FileNotFoundError, subprocess.TimeoutExpired) as error:
        print(type(error).__name__, error)
print(os.system('exit 2'), os.popen('echo popen').read(), end='')
sys.stdout.flush()
os.system('echo from the shell')
folder = tempfile.mkdtemp()
with tempfile.NamedTemporaryFile('w+', dir=folder) as f:
    f.write('x')
    f.flush()
    print(os.path.getsize(f.name), len(os.listdir(folder)))
shutil.rmtree(folder)
print(os.path.exists(folder), os.path.basename(os.getcwd()) != '', os.cpu_count() >= 1, os.path.abspath('x') == os.path.join(os.getcwd(), 'x'))
shutil.copy('main.py', 'copy.py')
print(os.stat('copy.py').st_size == os.stat('main.py').st_size, shutil.which('no-such-program-here'))
