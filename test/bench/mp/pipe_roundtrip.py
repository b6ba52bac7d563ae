"""Small tuples there and back through a pipe."""
import sys
from multiprocessing import Pipe, Process


def echo(connection):
    while True:
        n, text = connection.recv()
        if n < 0:
            return
        connection.send((n + 1, text))


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20000
    here, there = Pipe()
    process = Process(target=echo, args=(there,))
    process.start()
    n = 0
    for _ in range(rounds):
        here.send((n, "ping"))
        n, _ = here.recv()
    here.send((-1, ""))
    process.join()
    print(rounds, n)
