import multiprocessing
from concurrent.futures import ProcessPoolExecutor

base = 0


def init(value):
    global base
    base = value


def shifted(n):
    return base + n, multiprocessing.current_process().name.split('-')[0]


if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context(method), initializer=init, initargs=(100,)) as executor:
            print(method, list(executor.map(shifted, [1, 2])))
    print(base)
