# util.Finalize: a call for when an object is no more, or at the end.
import gc
import multiprocessing.util as util


class Thing:
    pass


def main():
    a = Thing()
    util.Finalize(a, print, args=('a',))
    del a
    gc.collect()
    b = Thing()
    call = util.Finalize(b, print, args=('b',))
    print(call.still_active())
    call()
    call()
    print(call.still_active())
    del b
    gc.collect()
    d = Thing()
    call = util.Finalize(d, print, args=('d',))
    call.cancel()
    del d
    gc.collect()
    try:
        util.Finalize(5, print)
    except TypeError as error:
        print(error)
    util.Finalize(None, print, args=('late',), exitpriority=5)
    util.Finalize(None, print, args=('later',), exitpriority=3)


main()
