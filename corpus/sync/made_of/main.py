"""What locks, conditions, events and values are made of, as programs find it by vars() and by its name."""
import multiprocessing as mp


def show(label, value):
    print(label, '->', value)


def kinds(found):
    return sorted((name, type(value).__name__) for name, value in vars(found).items() if name not in ('acquire', 'release'))


def look(lock, results):
    results.put((lock._semlock._is_mine(), lock._semlock._get_value(), 'mark' in vars(lock)))


def main():
    for name in ('Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Event', 'Condition'):
        made = getattr(mp, name)()
        show(name, kinds(made))
        made.mark = 1
        show('vars', sorted(vars(made)))
        show('one dict', made.__dict__ is vars(made))
    lock = mp.Lock()
    semaphore = lock._semlock
    show('semaphore', (semaphore is lock._semlock, semaphore._get_value(), semaphore._count(), semaphore._is_mine()))
    semaphore.acquire()
    show('taken', (lock, semaphore._get_value(), semaphore._is_zero(), semaphore._is_mine()))
    vars(lock)['release']()
    show('given back', lock)
    lock.mark = 2
    results = mp.SimpleQueue()
    child = mp.Process(target=look, args=(lock, results))
    child.start()
    show('in a child', results.get())
    child.join()
    event = mp.Event()
    show('flag', (event._flag._semlock._get_value(), event._cond))
    event.set()
    show('flag', event._flag._semlock._get_value())
    condition = mp.Condition()
    show('condition', (condition._lock, condition._sleeping_count, condition._wait_semaphore))
    for value in (mp.Value('i', 5), mp.Array('d', 3), mp.Array('c', b'abc')):
        show(type(value).__name__, kinds(value))
        show('lock', (value._lock, value._lock is value.get_lock(), value._obj is value.get_obj()))
    semaphore = mp.Semaphore(3)
    semaphore._semlock.acquire()
    show('semaphore', (semaphore, semaphore._semlock.maxvalue > 3, semaphore._semlock.kind, semaphore._is_fork_ctx))


if __name__ == '__main__':
    main()
