# pymp: python=2,3
"""Who has just got the last thing that a process had to say finds it alive, mostly; who was told of its end does not."""
import multiprocessing


def say(queue):
    queue.put('last word')


if __name__ == '__main__':
    queue = multiprocessing.Queue()
    alive = 0
    for _ in range(20):
        p = multiprocessing.Process(target=say, args=(queue,))
        p.start()
        queue.get()
        alive += p.is_alive() and p.exitcode is None
        p.join()
        assert not p.is_alive() and p.exitcode == 0
    print(alive > 5)
