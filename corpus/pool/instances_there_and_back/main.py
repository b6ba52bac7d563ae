# Instances go through pools and queues with all attributes: floats that became something else, values behind descriptors
import multiprocessing as mp
class P:
    def __init__(self, x): self.x = x
class V:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, o, t): return self if o is None else o.__dict__[self.name]
    def __set__(self, o, v):
        if v < 0: raise ValueError('negative ' + self.name)
        o.__dict__[self.name] = v
class T:
    a = V(); b = V()
    def __init__(self, a, b): self.a = a; self.b = b
def show(o): return sorted(o.__dict__.items()), o.__class__.__name__, sorted(vars(o)), sorted(o.__getstate__().items())
def f(o):
    return show(o), o
if __name__ == '__main__':
    ps = [P(1.5), P(2.5)]
    for i in range(50): ps[0].x = ps[0].x * 1.01; ps[1].x = ps[1].x + ps[0].x
    ps += [P(None), P('s'), P(3.5), P(3)]
    ps[1].x = 'now text'
    ts = [T(1, 2.5), T('a', 1) if False else T(3, 4)]
    for t in ts:
        t.a = 5; print(t.a, t.__dict__, t.b)
        try: t.a = -1
        except ValueError as e: print(e)
        t.b = t.b * 2.0
        print(t.b)
    for method in ('fork', 'spawn'):
        with mp.get_context(method).Pool(1) as pool:
            for r, o in pool.map(f, ps[1:] + ts): print(r, show(o), getattr(o, 'x', None), getattr(o, 'a', None))
        q = mp.get_context(method).Queue()
        for o in ts + ps[1:]: q.put(o)
        for o in ts + ps[1:]: print(show(q.get()))
    import copy, pickle
    for t in ts + ps[1:]: print(show(copy.copy(t)), show(copy.deepcopy(t)), show(pickle.loads(pickle.dumps(t))))
    c = copy.copy(ts[0])
    try: c.a = -1
    except ValueError as e: print(e)
    del ts[0].__dict__['a']; print(ts[0].__dict__)
    try: ts[0].a
    except KeyError as e: print(repr(e))
