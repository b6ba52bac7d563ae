"""Workers are replaced after their tasks; state in a worker lasts as long as it."""
import multiprocessing

calls = 0


def count(n):
    global calls
    calls += 1
    return calls


def who():
    return multiprocessing.current_process().name


if __name__ == '__main__':
    with multiprocessing.Pool(1) as pool:
        print(pool.map(count, range(6), chunksize=1))
    with multiprocessing.Pool(1, maxtasksperchild=2) as pool:
        print(pool.map(count, range(6), chunksize=1))
        print(pool.apply(who))
    print(calls)
