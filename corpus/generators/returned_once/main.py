# pymp: python=3
"""What a generator returned is told to the one who exhausts it, and to nobody after."""
import threading


def values():
    yield 1
    return 'value'


def tell(step):
    try:
        print(step())
    except BaseException as error:
        print(type(error).__name__, error.args)


def uses():
    for exhaust in (list, lambda it: [*it], lambda it: [x for x in it], lambda it: (next(it), next(it, None))):
        it = values()
        print(exhaust(it))
        tell(lambda: next(it))
        tell(it.__next__)
        tell(lambda: it.send(None))
        tell(lambda: it.throw(ValueError('thrown')))
        tell(lambda: next(it))
    it = values()
    next(it)
    tell(lambda: next(it))
    tell(lambda: next(it))


def delegating(it):
    print('got', (yield from it))


uses()
thread = threading.Thread(target=uses)
thread.start()
thread.join()
ended = values()
list(ended)
print(list(delegating(ended)), list(delegating(values())))
