"""Classes that an earlier process has made are nothing to a later one, whoever runs them."""
from multiprocessing import Process


class Base(object):
    pass


def define(n):
    class Local(Base):
        pass

    class Error(ValueError):
        pass

    names = sorted(cls.__name__ for cls in ValueError.__subclasses__() if cls.__module__ == '__main__')
    print('%d: %s %s' % (n, names, [cls.__name__ for cls in Base.__subclasses__()]))


if __name__ == '__main__':
    for n in range(4):
        process = Process(target=define, args=(n,))
        process.start()
        process.join()
    print([cls for cls in ValueError.__subclasses__() if cls.__module__ == '__main__'], Base.__subclasses__())
