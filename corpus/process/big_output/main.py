# pymp: compare=unordered
"""More output than a buffer holds, from the main process and a child, one after the other."""
import multiprocessing


def much(tag):
    for n in range(3000):
        print(tag, n, 'x' * (n % 50))


if __name__ == '__main__':
    much('main')
    p = multiprocessing.Process(target=much, args=('child',))
    p.start()
    p.join()
    print('done', p.exitcode)
