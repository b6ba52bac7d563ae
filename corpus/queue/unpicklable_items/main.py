# pymp: stderr=none
"""What cannot be pickled is reported on stderr by the feeder thread; the queue goes on."""
import multiprocessing

if __name__ == '__main__':
    q = multiprocessing.Queue()
    q.put(lambda: 0)
    q.put('next')
    print(q.get(timeout=5))
    try:
        multiprocessing.SimpleQueue().put(lambda: 0)
    except Exception as error:
        print(type(error).__name__)
    items = [1]
    q.put(items)
    print(q.get(), q.get is not None)
    big = list(range(50000))
    q.put(big)
    print(q.get() == big, q.empty())
    value = {'shared': items, 'again': items}
    q.put(value)
    copy = q.get()
    print(copy == value, copy is value, copy['shared'] is copy['again'])
