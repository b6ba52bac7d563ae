"""Tasks that are reported as done, with a join after each batch."""
import sys
from multiprocessing import JoinableQueue, Process, Value


def work(queue, total):
    while True:
        n = queue.get()
        if n is None:
            queue.task_done()
            return
        with total.get_lock():
            total.value += n
        queue.task_done()


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 80000
    queue, total = JoinableQueue(), Value("q", 0)
    workers = [Process(target=work, args=(queue, total)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for start in range(0, count, 1000):
        for n in range(start, start + 1000):
            queue.put(n)
        queue.join()
    for worker in workers:
        queue.put(None)
    queue.join()
    for worker in workers:
        worker.join()
    print(count, total.value)
