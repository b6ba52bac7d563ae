# What -O and -OO leave out, in the program, in what it compiles, and in a child.
import subprocess
import sys

PROGRAM = '''
"""a docstring"""
from multiprocessing import Process
def f():
    """another"""
def work():
    assert False
    print('in a child', __debug__)
if __name__ == '__main__':
    assert False
    print(__debug__, __doc__, f.__doc__)
    try:
        exec('assert False')
        exec(compile('assert False', 'text', 'exec', optimize=0))
    except AssertionError:
        print('asserted')
    p = Process(target=work)
    p.start()
    p.join()
'''
for flag in '-O', '-OO':
    print(flag, subprocess.run([sys.executable, flag, '-c', PROGRAM], capture_output=True, text=True).stdout)
