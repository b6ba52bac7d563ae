# pymp: python=2,3
# The input of the program is the parent's: a child finds nothing to read.
import sys
from multiprocessing import Pool, Process

try:
    input = raw_input
except NameError:
    pass


def ask():
    try:
        print('the child read ' + input())
    except EOFError as e:
        print('EOFError: %s' % e)
    print(repr(sys.stdin.readline()))


def length(x):
    return len(sys.stdin.read()) + x


if __name__ == '__main__':
    p = Process(target=ask)
    p.start()
    p.join()
    print('exit code %s' % p.exitcode)
    pool = Pool(2)
    print(pool.map(length, range(3)))
    pool.close()
    pool.join()
    print('the parent read ' + input())
    print(sys.stdin.readlines())
