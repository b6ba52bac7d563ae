# pymp: python=2,3
"""Programs see the name that they are started under, which may be another than that of their file."""
import os
import sys


def run(file, *args):
    sys.stdout.flush()
    if os.fork() == 0:
        os.execvp(file, list(args))
    print(os.wait()[1])


os.system('echo $0')
run('sh', 'my shell', '-c', 'echo "$0"')
run('sh', 'sh', '-c', 'echo "$0" "$1"', 'first one', 'second')
