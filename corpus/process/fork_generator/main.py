"""A generator that is suspended when the process forks goes on in both."""
import multiprocessing


def run(target):
    process = multiprocessing.Process(target=target)
    process.start()
    process.join()
    return process.exitcode


if __name__ == '__main__':
    generator = (n * n for n in range(5))
    next(generator)
    print(run(lambda: print('generator goes on:', next(generator), next(generator), flush=True)), next(generator))
