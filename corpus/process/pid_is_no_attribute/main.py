# A process that keeps a number of its own under a name that is taken.
import multiprocessing


class Numbered(multiprocessing.Process):
    def __init__(self, name, value):
        multiprocessing.Process.__init__(self)
        setattr(self, name, value)


for name in 'ident', 'pid', 'exitcode', 'name', 'number':
    try:
        print(getattr(Numbered(name, 'x'), name))
    except AttributeError as error:
        print(error)
