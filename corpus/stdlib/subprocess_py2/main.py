# pymp: python=2
"""subprocess, os.popen and commands of Python 2."""
import subprocess, sys, os
print subprocess.check_output(['echo', 'hello'])
p = subprocess.Popen(['sh', '-c', 'cat; echo err >&2; exit 3'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print p.communicate('input'), p.returncode, p.wait()
print subprocess.call('exit 5', shell=True)
try:
    subprocess.check_call(['false'])
except subprocess.CalledProcessError as e:
    print e, e.returncode, repr(e.output)
try:
    subprocess.call(['nonono'])
except OSError as e:
    print e, e.errno
try:
    subprocess.check_output('echo out; exit 2', shell=True)
except subprocess.CalledProcessError, e:
    print e, repr(e.output)
p = subprocess.Popen('echo a; echo b', shell=True, stdout=subprocess.PIPE)
for line in p.stdout: print repr(line)
print p.stdout.__class__, p.wait()
print os.popen('echo popen').read(), os.popen('exit 3').close()
sys.stdout.flush()
print os.system('exit 2')
import commands
print commands.getoutput('echo hi'), commands.getstatusoutput('exit 1')
sys.stdout.flush(); print subprocess.call([sys.executable, "-c", "print 1"])
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
p.stdin.write('x\n'); p.stdin.close(); print repr(p.stdout.read()), p.wait()
w, r = os.popen2('cat')
w.write('abc'); w.close(); print r.read()
print hasattr(subprocess, 'run'), hasattr(subprocess, 'list2cmdline')
try: p.communicate(timeout=3)
except TypeError as e: print e
p = subprocess.Popen(['sleep', '10']); p.kill(); print p.wait(); print p.poll()
print subprocess.Popen(['echo', u'\u00e9'.encode('utf8')], stdout=subprocess.PIPE).communicate()
