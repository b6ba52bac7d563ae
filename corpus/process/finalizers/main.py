"""`__del__` in a child: of what its own functions leave behind, and not of what it has from its parent."""
import multiprocessing


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name, flush=True)


a = A('global')


def work():
    b = A('local to the child')
    a.part = A('part')
    print('working', b.name, flush=True)


if __name__ == '__main__':
    multiprocessing.set_start_method('fork')
    p = multiprocessing.Process(target=work)
    p.start()
    p.join()
    print('joined', p.exitcode)
