"""starmap, starmap_async, error callbacks, zip and product as arguments."""
import itertools
import multiprocessing


def volume(width, height, depth=1):
    return width * height * depth


def divide(a, b):
    return a / b


if __name__ == '__main__':
    with multiprocessing.Pool(2) as pool:
        print(pool.starmap(volume, [(1, 2), (3, 4, 5)]), pool.starmap(pow, zip(range(4), itertools.repeat(2))))
        print(pool.starmap_async(volume, itertools.product([1, 2], [10, 20]), chunksize=3).get())
        errors, values = [], []
        failing = pool.apply_async(divide, (1, 0), callback=values.append, error_callback=errors.append)
        failing.wait()
        working = pool.apply_async(divide, (1, 4), callback=values.append, error_callback=errors.append)
        working.wait()
        many = pool.starmap_async(divide, [(1, 1), (2, 0), (3, 1)], error_callback=errors.append)
        many.wait()
        print(failing.successful(), working.successful(), many.successful())
    pool.join()
    print(values, [repr(e) for e in errors])
