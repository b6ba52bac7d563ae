"""With spawn the child imports the main module again, under another name."""
import multiprocessing as mp
import os

print('module level as', __name__, flush=True)
value = 1


def show(text, queue):
    print('child of', __name__, 'sees value', value, 'and', text, mp.current_process().name, mp.get_start_method(), flush=True)
    queue.put(value + 1)


if __name__ == '__main__':
    mp.set_start_method('spawn')
    value = 50
    queue = mp.Queue()
    p = mp.Process(target=show, args=('an argument', queue))
    p.start()
    print('got', queue.get(), flush=True)
    p.join()
    print(p.exitcode)
