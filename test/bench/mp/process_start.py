"""Processes one after another."""
import sys
from multiprocessing import Process


def leave(code):
    sys.exit(code % 3)


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    seen = {}
    for i in range(count):
        process = Process(target=leave, args=(i,))
        process.start()
        process.join()
        seen[process.exitcode] = seen.get(process.exitcode, 0) + 1
    print(count, sorted(seen.items()))
