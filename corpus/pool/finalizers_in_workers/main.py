# pymp: python=3
"""What a task had ends in the worker once the task is done, not only when the worker ends."""
import gc
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Manager, Pool


class Noted:
    """Tells when it is gone."""

    def __init__(self, event):
        self.event = event

    def __del__(self):
        self.event.set()


def use(noted):
    return noted.event is not None


if __name__ == '__main__':
    with Manager() as manager:
        with Pool(1) as pool:
            events = [manager.Event() for _ in range(3)]
            for event in events:
                noted = Noted(event)
                print(pool.apply(use, (noted,)))
                noted.event = manager.Event()
                print(event.wait(5))
        with ProcessPoolExecutor(1) as executor:
            event = manager.Event()
            noted = Noted(event)
            print(executor.submit(use, noted).result())
            noted.event = manager.Event()
            print(event.wait(5))
            del noted
            gc.collect()
