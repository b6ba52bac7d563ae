# A worker process does not load what its parent had imported and it never comes to use.
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def double(x):
    return 2 * x


def in_threads():
    with ThreadPoolExecutor(2) as executor:
        return list(executor.map(double, range(3)))


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as executor:
        print(executor.submit(double, 1).result())
    print(in_threads())
