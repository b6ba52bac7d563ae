# pymp: python=2,3
# What a child writes to a stream that it was given comes out at its end, as what it prints does.
import sys
from multiprocessing import Process


def write(stream, text):
    stream.write(text)


if __name__ == '__main__':
    for text in ('one\n', 'two\n'):
        p = Process(target=write, args=(sys.stdout, text))
        p.start()
        p.join()
    out = sys.stdout

    def nested():
        out.write('three\n')
        sys.stdout.write('four\n')

    p = Process(target=nested)
    p.start()
    p.join()
