# pymp: mask=frames stderr=last-line
"""A call instead of a function as the target: runs in the parent, then the child has nothing to do."""
import multiprocessing


def work():
    print('runs in', multiprocessing.current_process().name, flush=True)
    return 'result'


if __name__ == '__main__':
    p = multiprocessing.Process(target=work())
    p.start()
    p.join()
    print('exit code', p.exitcode)
