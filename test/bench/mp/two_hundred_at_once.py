"""Two hundred processes that are all alive at the same time: they meet at a barrier."""
import sys
from multiprocessing import Barrier, Process, Value


def meet(barrier, met):
    barrier.wait()
    with met.get_lock():
        met.value += 1


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    barrier, met = Barrier(count), Value('i', 0)
    processes = [Process(target=meet, args=(barrier, met)) for _ in range(count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print('met', met.value)


if __name__ == '__main__':
    main()
