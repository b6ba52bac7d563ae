# What has been set in the environment reaches children, but not those of a server that forks and had begun before.
import multiprocessing as mp
import os


def show(name):
    print(os.environ.get(name), flush=True)


if __name__ == '__main__':
    os.environ['PYMP_EARLY'] = 'early'
    for method in ('fork', 'spawn', 'forkserver'):
        for name in ('PYMP_EARLY', 'PYMP_' + method.upper()):
            process = mp.get_context(method).Process(target=show, args=(name,))
            process.start()
            process.join()
            os.environ['PYMP_' + method.upper()] = method
