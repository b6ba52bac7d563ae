"""What the Process class refuses."""
import multiprocessing


def nothing():
    pass


def other_owner(p):
    for action in (p.join, p.is_alive, p.start):
        try:
            action()
        except AssertionError as error:
            print(error, flush=True)


if __name__ == '__main__':
    p = multiprocessing.Process(target=nothing)
    for action in (
        p.join,
        p.terminate,
        lambda: multiprocessing.Process(group=1),
        lambda: multiprocessing.Process(1),
        lambda: multiprocessing.Process(target=nothing, bogus=1),
        lambda: multiprocessing.Process(target=nothing, args=5),
        lambda: setattr(p, 'exitcode', 3),
        lambda: setattr(p, 'name', 5),
        lambda: multiprocessing.set_start_method('teleport'),
        lambda: multiprocessing.get_context('nothing'),
    ):
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)
    p.start()
    try:
        p.start()
    except AssertionError as error:
        print(error)
    p.join()
    p.join()
    q = multiprocessing.Process(target=other_owner, args=(p,))
    q.start()
    q.join()
    print(multiprocessing.Process().run(), multiprocessing.Process(target=len, args=('abc',)).run())
