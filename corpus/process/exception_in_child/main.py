# pymp: mask=frames stderr=exact
"""A child's traceback goes to stderr; the parent goes on."""
import multiprocessing


def divide(a, b):
    return a // b


def work():
    print('child works', flush=True)
    divide(1, 0)


undefined_name = 1


def misspell():
    return undefined_nam


if __name__ == '__main__':
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
    print('parent sees', p.exitcode)
    p = multiprocessing.Process(target=misspell)
    p.start()
    p.join()
    print('parent sees', p.exitcode)
