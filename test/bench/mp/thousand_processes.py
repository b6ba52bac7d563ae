"""A thousand processes, one after another."""
import sys
from multiprocessing import Process, SimpleQueue


def answer(number, results):
    results.put(number + 1)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    results = SimpleQueue()
    total = 0
    for number in range(count):
        process = Process(target=answer, args=(number, results))
        process.start()
        total += results.get()
        process.join()
    print('total', total)


if __name__ == '__main__':
    main()
