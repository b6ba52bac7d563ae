"""A number that goes there and back through two queues."""
import sys
from multiprocessing import Process, Queue


def reply(inbox, outbox):
    for n in iter(inbox.get, None):
        outbox.put(n + 1)


if __name__ == "__main__":
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
    there, back = Queue(), Queue()
    process = Process(target=reply, args=(there, back))
    process.start()
    n = 0
    for _ in range(rounds):
        there.put(n)
        n = back.get()
    there.put(None)
    process.join()
    print(rounds, n)
