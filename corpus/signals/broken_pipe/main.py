# pymp: python=2,3
"""SIGPIPE: ignored by default, so that writing fails; with SIG_DFL it ends the process without a word."""
import os
import signal
import subprocess
import sys

LINES = '''
import signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
try:
    for i in range(100000):
        sys.stdout.write('%d\\n' % i)
except IOError:
    sys.stderr.write('not to be seen')
'''


def show(*what):
    print(' '.join(map(str, what)))
    sys.stdout.flush()


def handler(number, frame):
    show('handler of', number)


def main():
    reader, writer = os.pipe()
    os.close(reader)
    for action in (signal.getsignal(signal.SIGPIPE), handler):
        signal.signal(signal.SIGPIPE, action)
        try:
            os.write(writer, b'x')
        except OSError as error:
            show(error)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        os.write(writer, b'x')
        os._exit(3)
    show('status', os.waitpid(pid, 0)[1])
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    program = subprocess.Popen([sys.executable, '-c', LINES], stdout=subprocess.PIPE)
    show(program.stdout.readline().strip() == b'0')
    program.stdout.close()
    show(program.wait())


if __name__ == '__main__':
    main()
