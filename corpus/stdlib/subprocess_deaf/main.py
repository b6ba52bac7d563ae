# pymp: python=3
"""A program whose output nobody reads any more finds out when it writes."""
import subprocess
import sys

ECHO = '''
import os, sys
while True:
    data = os.read(0, 100)
    if not data:
        break
    try:
        os.write(1, b'out:' + data)
    except (IOError, OSError) as e:
        os.write(2, str(e).encode('ascii'))
'''
p = subprocess.Popen(['yes'], stdout=subprocess.PIPE)
p.stdout.readline()
p.stdout.close()
print(p.wait())

PIPE = subprocess.PIPE
p = subprocess.Popen([sys.executable, '-c', ECHO], stdin=PIPE, stdout=PIPE, stderr=PIPE, bufsize=0)
p.stdin.write(b'a')
print(p.stdout.read(5).decode())
p.stdout.close()
p.stdin.write(b'b')
print(p.stderr.read(25).decode())
p.stdin.close()
print(p.wait())

# As the documentation joins programs: the first is told when the second has ended.
first = subprocess.Popen(['yes', 'line'], stdout=PIPE)
second = subprocess.Popen(['head', '-n', '2'], stdin=first.stdout, stdout=PIPE)
first.stdout.close()
print(second.communicate()[0].decode(), first.wait(), second.returncode)
