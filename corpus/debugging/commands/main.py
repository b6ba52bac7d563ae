# pymp: timeout=60000
# `python -m pdb` and `python -m trace`.
import os
import subprocess
import sys
import tempfile

PROGRAM = '''\
import sys

def f(n):
    t = 0
    for i in range(n):
        t += i
    return t

class A:
    def m(self, x):
        y = f(x)
        return y

if len(sys.argv) > 1:
    print('arguments', sys.argv[1:])
a = A()
print(a.m(3))
if f(2) > 100:
    print('never')
'''

folder = tempfile.mkdtemp()
file = os.path.join(folder, 'x.py')
with open(file, 'w') as f: f.write(PROGRAM)


def run(*args, commands=''):
    print('$', *(a.replace(folder, '.') for a in args))
    done = subprocess.run([sys.executable, *args], input=commands, capture_output=True, text=True, cwd=folder)
    print(done.stdout.replace(os.path.realpath(folder), '.').replace(folder, '.'))
    print('exit', done.returncode)


run('-m', 'pdb', file, 'one', 'two', commands='n\nn\nn\nb f\nb A.m\nc\np x\nn\ns\nw\nc\nn\nuntil\np t, i\nr\nc\nq\n'.replace('w\n', ''))
run('-m', 'pdb', '-c', 'b 5', '-c', 'c', 'x.py', commands='p n\ncl 1\nc\nq\n')
run('-m', 'trace', '--trace', 'x.py')
run('-m', 'trace', '--count', '-C', folder, '--missing', '--summary', 'x.py')
with open(os.path.join(folder, 'x.cover')) as f: print(f.read())
with open(file, 'w') as f: f.write('def g(): return 1\ndef f(): return g()\nf()\n')
run('-m', 'trace', '--listfuncs', 'x.py')
