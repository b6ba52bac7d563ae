"""Everything that a SyncManager offers."""
import multiprocessing


def use(space, value, array, event, queue, lock, condition):
    with lock:
        space.count += 1
        value.value += 1
        array[0] = 100
    queue.put('from the child')
    with condition:
        condition.notify()
    event.set()


if __name__ == '__main__':
    with multiprocessing.Manager() as manager:
        space = manager.Namespace(count=1)
        space.name = 'ns'
        value, array = manager.Value('i', 5), manager.Array('i', [1, 2, 3])
        event, queue, lock = manager.Event(), manager.Queue(maxsize=3), manager.RLock()
        condition = manager.Condition()
        p = multiprocessing.Process(target=use, args=(space, value, array, event, queue, lock, condition))
        p.start()
        print(event.wait(10), queue.get())
        p.join()
        print(space, space.count, value, value.value, array, array[0], list(array), len(array))
        for action in (lambda: space.missing, lambda: queue.get(timeout=0.05), lambda: queue.get_nowait()):
            try:
                action()
            except Exception as error:
                print(type(error).__name__, error)
        semaphore, barrier, joinable = manager.Semaphore(2), manager.Barrier(1), manager.JoinableQueue()
        print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(False), barrier.wait(), barrier.parties)
        joinable.put(1)
        joinable.get()
        print(joinable.task_done(), joinable.join(), joinable.empty(), event.is_set(), event.clear(), event.is_set())
        with manager.Pool(2) as pool:
            print(pool.map(abs, [-1, 2]), pool.apply(len, ('abc',)))
        nested = manager.dict()
        nested['list'] = manager.list([1])
        nested['list'].append(2)
        print(list(nested['list']), sorted(nested), [type(x).__name__ for x in (space, value, array, event, queue, lock)])
        bounded = manager.BoundedSemaphore(1)
        bounded.acquire()
        bounded.release()
        try:
            bounded.release()
        except ValueError as error:
            print(error)
    try:
        space.count
    except Exception as error:
        print(isinstance(error, (OSError, EOFError)))
