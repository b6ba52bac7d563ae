"""Contexts in one program; objects shared with spawned children."""
import multiprocessing as mp


def add(total, lock, queue, events):
    for _ in range(50):
        with lock:
            total.value += 1
    queue.put('added')
    events.wait()


def main():
    for method in ('fork', 'spawn', 'forkserver'):
        context = mp.get_context(method)
        total, lock, queue, go = context.Value('i', 0), context.Lock(), context.Queue(), context.Event()
        processes = [context.Process(target=add, args=(total, lock, queue, go)) for _ in range(2)]
        for p in processes:
            p.start()
        answers = [queue.get() for _ in processes]
        go.set()
        for p in processes:
            p.join()
        print(method, total.value, answers, type(processes[0]).__name__, [p.exitcode for p in processes])
    with mp.get_context('spawn').Pool(2) as pool:
        print(pool.map(abs, [-1, -2, 3]))


if __name__ == '__main__':
    main()
