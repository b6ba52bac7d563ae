"""What queues are made of, as programs find it by vars() and by its name."""
import multiprocessing as mp
import os


def kinds(found):
    return sorted((name, type(value).__name__) for name, value in vars(found).items())


def main():
    for name in ('Queue', 'JoinableQueue', 'SimpleQueue'):
        made = getattr(mp, name)()
        print(name, kinds(made))
    queue = mp.Queue(3)
    print(queue._maxsize, len(queue._buffer), queue._sem, queue._closed, queue._opid == os.getpid())
    print(queue._thread, queue._close, queue._jointhread, queue._joincancelled, queue._ignore_epipe)
    queue.put('x')
    while not queue._reader.poll():
        pass
    print(queue._thread.name, queue._thread.daemon, queue._thread.is_alive(), queue._sem, queue._poll())
    print(queue.get(), queue._sem, len(queue._buffer))
    queue._mine = 7
    print(vars(queue)['_mine'], queue.__dict__ is vars(queue), vars(queue)['_reader'] is queue._reader)
    queue.close()
    queue.join_thread()
    print(queue._closed, queue._close, queue._thread.is_alive(), queue._reader.closed, queue._writer.closed)
    never = mp.Queue()
    never.close()
    print(never._closed, never._reader.closed)
    joinable = mp.JoinableQueue()
    joinable.put(1)
    joinable.put(2)
    print(joinable._unfinished_tasks.get_value(), joinable._cond)
    print(joinable.get(), joinable.get())
    joinable.task_done()
    print(joinable._unfinished_tasks)
    simple = mp.SimpleQueue()
    print(simple._poll(), simple._rlock, simple._wlock)
    with simple._wlock:
        print(simple._wlock)


if __name__ == '__main__':
    main()
