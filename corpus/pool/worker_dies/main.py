"""A worker that is killed is replaced; its task is lost, which shows at the latest when a time limit ends the waiting."""
import multiprocessing
import os


def die(n):
    os._exit(3)


def die_of_three(n):
    if n == 3:
        os._exit(3)
    return n


def fine(n):
    return n


if __name__ == '__main__':
    with multiprocessing.Pool(1) as pool:
        first = pool._pool[0].pid
        lost = pool.apply_async(die, (1,))
        try:
            lost.get(timeout=0.5)
        except multiprocessing.ProcessError as error:
            print('lost', lost.ready() and lost.successful())
        print(pool.apply_async(fine, (5,)).get(timeout=10), pool._pool[0].pid != first)

    # Without order too, where nobody asks for one task more than for another.
    with multiprocessing.Pool(2) as pool:
        results = pool.imap_unordered(die_of_three, range(6))
        seen = []
        while True:
            try:
                seen.append(results.next(timeout=5))
            except (StopIteration, multiprocessing.TimeoutError):
                break
            except multiprocessing.ProcessError:
                pass
        print(sorted(seen))
