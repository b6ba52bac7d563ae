"""A worker that dies breaks the whole executor."""
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def die():
    os._exit(1)


if __name__ == '__main__':
    executor = ProcessPoolExecutor(1)
    try:
        executor.submit(die).result()
    except BrokenProcessPool as error:
        print(error)
    try:
        executor.submit(len, 'x')
    except BrokenProcessPool as error:
        print(error)
    executor.shutdown()
