# Objects whose last name is deleted are gone after a collection, whatever the frames that are still there have done with them.
import contextlib
import gc
import weakref
from concurrent import futures


class Thing:
    def method(self, *args):
        return self


def nothing(*args, **kwargs):
    return None


def report(label, ref):
    gc.collect()
    print(label, ref() is None)


def as_arguments():
    thing = Thing()
    ref = weakref.ref(thing)
    nothing(thing, (1, thing), [thing], key=thing)
    thing.method(thing, thing).method()
    del thing
    report('arguments', ref)


def in_exceptions():
    thing = Thing()
    ref = weakref.ref(thing)
    try:
        raise KeyError(thing)
    except KeyError as e:
        nothing(e)
    try:
        thing.missing
    except AttributeError:
        pass
    del thing
    report('exceptions', ref)


def in_with():
    thing = Thing()
    ref = weakref.ref(thing)
    with contextlib.nullcontext(thing) as same:
        nothing(same)
    del thing, same
    report('with', ref)


def in_loops():
    things = [Thing() for _ in range(3)]
    refs = [weakref.ref(thing) for thing in things]
    things[0].method(1)
    for thing in things:
        nothing(thing)
    for i, thing in enumerate(things):
        nothing(i, thing)
    del things, thing
    report('loop', refs[0])
    report('loop', refs[2])


def taken(things):
    while things:
        yield things.pop()


def delegated(things):
    with contextlib.nullcontext(things[0]) as first:
        nothing(first)
    del first
    yield from taken(things)


def in_generators():
    for generator in (taken, delegated):
        for thing in generator([Thing(), Thing()]):
            ref = weakref.ref(thing)
            del thing
            report(generator.__name__, ref)


def in_executors():
    with futures.ThreadPoolExecutor(2) as executor:
        for thing in executor.map(Thing.method, [Thing(), Thing()]):
            ref = weakref.ref(thing)
            del thing
            report('map', ref)
    waiting = [futures.Future() for _ in range(3)]
    waiting[0].set_result('first')
    for future in futures.as_completed(waiting):
        waiting.remove(future)
        ref = weakref.ref(future)
        del future
        report('as_completed', ref)
        if waiting:
            waiting[0].set_result('next')


as_arguments()
in_exceptions()
in_with()
in_loops()
in_generators()
in_executors()
