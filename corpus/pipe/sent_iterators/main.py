"""Iterators of itertools that are sent: the warning is of the library's text that pickles them, which nobody shows; pickle's own is shown."""
import itertools
import multiprocessing as mp
import pickle
import warnings


def main():
    here, there = mp.Pipe()
    here.send(itertools.count(3))
    print(there.recv())
    here.send(itertools.cycle([1, 2]))
    print(next(there.recv()))
    simple = mp.SimpleQueue()
    simple.put(itertools.chain([1], [2]))
    print(list(simple.get()))
    queue = mp.Queue()
    queue.put(itertools.repeat('x', 2))
    print(queue.get())
    with mp.Pool(1) as pool:
        print(pool.apply(list, (itertools.accumulate([1, 2]),)))
    context = mp.get_context('spawn')
    child = context.Process(target=print, args=(itertools.count(2),))
    child.start()
    child.join()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        here.send(itertools.count(3))
        pickle.dumps(itertools.count(3))
    for each in caught:
        print(each.category.__name__, each.filename.rsplit('/', 1)[1], each.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            here.send(itertools.count(3))
        except DeprecationWarning as error:
            print(error)


if __name__ == '__main__':
    main()
