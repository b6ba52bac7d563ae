"""Locks that nobody else wants."""
import sys
from multiprocessing import Lock, RLock

if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
    plain, nested, count = Lock(), RLock(), 0
    for _ in range(rounds):
        with plain:
            with nested:
                count += 1
    print(count)
