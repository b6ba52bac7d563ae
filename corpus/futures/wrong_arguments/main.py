# What a wrong call of an executor says.
import concurrent.futures
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def attempt(f, *args, **keywords):
    try:
        f(*args, **keywords)
    except TypeError as error:
        print(error)


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as processes, ThreadPoolExecutor(1) as threads:
        for executor in (processes, threads):
            attempt(executor.submit)
            attempt(executor.map)
            attempt(executor.map, abs, [1], chunksiz=2)
            attempt(executor.shutdown, waiting=True)
            attempt(type(executor), max_worker=3)
            attempt(type(executor), 1, workers=3)
    attempt(concurrent.futures.wait)
    attempt(concurrent.futures.as_completed, [], timout=1)
