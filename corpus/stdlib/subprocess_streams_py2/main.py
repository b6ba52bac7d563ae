# pymp: python=2
"""subprocess of Python 2: streams, errors, signals."""
import subprocess as s, sys, os, signal
def t(f):
    try: print repr(f())
    except Exception as e: print type(e), repr(e), e
t(lambda: s.Popen(['x'],bufsize='a')); t(lambda: s.Popen(['x'],startupinfo=1)); t(lambda: s.Popen(['x'],creationflags=1)); t(lambda: s.check_output('x',stdout=s.PIPE))
t(lambda: s.call([])) if 0 else None
t(lambda: s.list2cmdline(['a b','c"d','e\\','f\\ g','','h\ti']))
p=s.Popen('cat; echo e >&2',shell=True,stdin=s.PIPE,stdout=s.PIPE,stderr=s.STDOUT); print p.communicate('x'*200000)[0][-5:], p.returncode
p=s.Popen(['printf','a\\r\\nb\\rc\\n'],stdout=s.PIPE,universal_newlines=True); print repr(p.communicate())
p=s.Popen(['sh','-c','printf "a\\r\\nb\\rc\\n"; printf "e\\r\\n" >&2'],stdout=s.PIPE,stderr=s.PIPE,universal_newlines=True); print repr(p.communicate())
p=s.Popen(['true'],stdin=s.PIPE); print p.communicate('x'*100000), p.wait()
p=s.Popen(['true'],stdin=s.PIPE,stdout=s.PIPE); print p.communicate('x'*100000), p.wait()
print s.Popen('exit 3',shell=True).communicate(), s.Popen(['sh','-c','echo $FOO; pwd'],env={'FOO':'bar','PATH':os.environ['PATH']},cwd='/',stdout=s.PIPE).communicate()
p=s.Popen(['sleep','5']); print p.poll(); p.terminate(); print p.wait(), p.poll()
p=s.Popen(['sleep','5']); p.send_signal(signal.SIGINT); print p.wait()
t(lambda: s.Popen(['/nonexist'])); t(lambda: s.Popen('nonono arg')); t(lambda: s.Popen(['true'],cwd='/nope')); t(lambda: s.check_call('exit 4',shell=True)); t(lambda: s.check_output(args=['sh','-c','echo hi; exit 5']))
t(lambda: s.check_output(['sh','-c','echo o; echo e >&2'],stderr=s.STDOUT))
f=open('/tmp/spout.%d' % os.getpid() + '','w+'); print s.call(['echo','to file'],stdout=f); f.seek(0); print f.read()
p1=s.Popen(['echo','hello world'],stdout=s.PIPE); p2=s.Popen(['tr','a-z','A-Z'],stdin=p1.stdout,stdout=s.PIPE); p1.stdout.close(); print p2.communicate()
p=s.Popen(['cat'],stdin=s.PIPE,stdout=s.PIPE,bufsize=-1); p.stdin.write('l1\nl2\n'); p.stdin.flush(); print p.stdout.readline(), p.stdin.close(), p.stdout.read(), p.wait(), p.stdin.closed, p.stderr
e=s.CalledProcessError(3,['a'],'o'); print repr(e), e, e.args, e.output, e.cmd, e.returncode
print s.Popen(['echo'],stdout=s.PIPE).stdout.mode, s.PIPE, s.STDOUT, s.mswindows
