"""Running in contexts: calls with and without keywords, threads, and what is refused."""
import contextvars
import threading

v = contextvars.ContextVar('v', default=0)
c = contextvars.copy_context()


def f(*args, **kwargs):
    v.set(v.get() + 1)
    return args, kwargs, v.get()


def show(g, *args, **kwargs):
    try:
        print(g(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).split(' <')[0])


print(c.run(f), c.run(f, 1), c.run(f, 1, x=2), v.get(), c[v], len(c))
show(c.run)
show(contextvars.Context.run, 3, f)
show(contextvars.Context.run)
show(lambda: c.run(lambda: c.run(f)))
show(c.run, f=3)
show(c.run, 3)
show(c.run, lambda: 1 / 0)
show(c.run, f, 'after')
print(contextvars.Context().run(v.get), contextvars.Context.run(c, v.get))


def nested():
    inner = contextvars.copy_context()
    v.set(50)
    print(inner.run(v.get), v.get(), inner.run(f)[2], v.get())


c.run(nested)


def worker(n):
    print(n, v.get())
    v.set(n)
    print(n, v.get(), contextvars.copy_context().run(f))


v.set(7)
for n in range(2):
    t = threading.Thread(target=worker, args=(n,))
    t.start()
    t.join()
    t = threading.Thread(target=c.run, args=(worker, n))
    t.start()
    t.join()
print(v.get(), c[v])
