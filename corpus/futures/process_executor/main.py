"""ProcessPoolExecutor: submit, map, as_completed, wait, exceptions."""
import concurrent.futures
from concurrent.futures import ALL_COMPLETED, FIRST_EXCEPTION, ProcessPoolExecutor, as_completed, wait


def cube(n):
    if n < 0:
        raise ValueError(f'negative: {n}')
    return n ** 3


def add(a, b):
    return a + b


if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as executor:
        future = executor.submit(cube, 3)
        print(future.result(), future.done(), future.cancelled(), future.exception(), future.cancel())
        print(list(executor.map(cube, range(5))), list(executor.map(add, [1, 2], [10, 20], chunksize=2)))
        futures = {executor.submit(cube, n): n for n in (1, 2, 3)}
        print(sorted((futures[f], f.result()) for f in as_completed(futures)))
        bad = executor.submit(cube, -1)
        try:
            bad.result()
        except ValueError as error:
            print(error, type(error.__cause__).__name__, repr(bad.exception()))
        done, not_done = wait([executor.submit(cube, n) for n in range(4)], return_when=ALL_COMPLETED)
        print(len(done), len(not_done), sorted(f.result() for f in done))
        notes = []
        called = executor.submit(cube, 4)
        called.add_done_callback(lambda f: notes.append(f.result()))
        wait([called])
        try:
            for value in executor.map(cube, [2, -5, 3]):
                print('value', value)
        except ValueError as error:
            print('map:', error)
        try:
            executor.submit(lambda: 0).result()
        except Exception as error:
            print(type(error).__name__)
    print(notes)
    try:
        executor.submit(cube, 1)
    except RuntimeError as error:
        print(error)
    try:
        ProcessPoolExecutor(max_workers=0)
    except ValueError as error:
        print(error)
