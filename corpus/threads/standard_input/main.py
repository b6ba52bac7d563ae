# pymp: python=2,3
"""Threads that wait for the standard input keep nobody else waiting: here the main thread has to speak before there is anything to read."""
from __future__ import print_function

import subprocess
import sys
import threading

if sys.version_info[0] == 2:
    ask = raw_input
else:
    ask = input


def questions():
    print('answer:', ask())
    sys.stdout.flush()
    print('line:', repr(sys.stdin.readline()))
    sys.stdout.flush()
    for line in sys.stdin:
        print('loop:', line.strip())
        sys.stdout.flush()
    try:
        ask()
    except EOFError:
        print('end')


def child():
    thread = threading.Thread(target=questions)
    thread.start()
    print('main goes on')
    sys.stdout.flush()
    thread.join()


def say(p, text):
    p.stdin.write(text)
    p.stdin.flush()


def main():
    p = subprocess.Popen([sys.executable, __file__, 'child'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, universal_newlines=True)
    print(p.stdout.readline().strip())
    say(p, 'first\n')
    print(p.stdout.readline().strip())
    say(p, 'second\n')
    print(p.stdout.readline().strip())
    say(p, 'third\nfourth\n')
    p.stdin.close()
    print(p.stdout.read().strip())
    print(p.wait())


if __name__ == '__main__':
    if sys.argv[1:]:
        child()
    else:
        main()
