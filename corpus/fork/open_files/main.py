"""Files that are open at a fork: the child has them, with what was read ahead, and its own copy of the buffers."""
import multiprocessing as mp
import os
import sys

log = open('log.txt', 'w')
log.write('header\n')
log.flush()
data = open('data.txt', 'w+')
data.write('one\ntwo\nthree\n')
data.seek(0)
data.readline()


def work(i):
    print('child', i, log.name, log.closed, log)
    log.write('child %d\n' % i)
    log.flush()
    print('child', i, repr(data.readline()))


def use_pipe(r, w):
    os.close(r)
    os.write(w, b'hello from the child')
    os.close(w)


def redirect():
    sys.stdout = open('child.txt', 'w')
    print('only in the file')
    sys.stdout.close()


if __name__ == '__main__':
    for i in range(3):
        p = mp.Process(target=work, args=(i,))
        p.start()
        p.join()
    log.write('end\n')
    log.close()
    print(open('log.txt').read(), data.read())
    r, w = os.pipe()
    p = mp.Process(target=use_pipe, args=(r, w))
    p.start()
    os.close(w)
    print(os.read(r, 100), os.read(r, 100))
    p.join()
    p = mp.Process(target=redirect)
    p.start()
    p.join()
    print(open('child.txt').read(), p.exitcode)
    done = open('log.txt')
    done.close()
    with open('child.txt', 'rb') as raw:
        raw.read(2)
    p = mp.Process(target=lambda: print(done.closed, raw.closed, done.name, done))
    p.start()
    p.join()
