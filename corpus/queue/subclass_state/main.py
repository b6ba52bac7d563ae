# pymp: python=3
"""Classes of queues that say what of them is pickled, and contexts that travel, with each start method."""
import copy
import multiprocessing as mp
import pickle
from multiprocessing.connection import Client
from multiprocessing.queues import JoinableQueue, Queue, SimpleQueue


class Counted(Queue):
    def __init__(self, ctx, tag):
        super().__init__(3, ctx=ctx)
        self.tag = tag
        self.size = ctx.Value("i", 0)

    def __getstate__(self):
        return {"parent_state": super().__getstate__(), "tag": self.tag, "size": self.size}

    def __setstate__(self, state):
        super().__setstate__(state["parent_state"])
        self.tag = state["tag"]
        self.size = state["size"]

    def put(self, *args, **kwargs):
        super().put(*args, **kwargs)
        with self.size.get_lock():
            self.size.value += 1

    def get(self, *args, **kwargs):
        item = super().get(*args, **kwargs)
        with self.size.get_lock():
            self.size.value -= 1
        return item

    def qsize(self):
        return self.size.value


class Tasks(JoinableQueue):
    def __init__(self, ctx):
        super().__init__(ctx=ctx)
        self.n = 4

    def __getstate__(self):
        return super().__getstate__() + (self.n,)

    def __setstate__(self, state):
        super().__setstate__(state[:-1])
        self.n = state[-1]


class Simple(SimpleQueue):
    def __init__(self, ctx):
        super().__init__(ctx=ctx)
        self.n = 5

    def __getstate__(self):
        return super().__getstate__() + (self.n,)

    def __setstate__(self, state):
        super().__setstate__(state[:-1])
        self.n = state[-1]


def child(counted, tasks, simple, ctx):
    counted.put("item")
    print(counted.tag, counted.qsize(), tasks.n, tasks.get(), simple.n, type(ctx).__name__, flush=True)
    tasks.task_done()
    simple.put("done")


if __name__ == "__main__":
    for name in "fork", "spawn", "forkserver":
        ctx = mp.get_context(name)
        counted, tasks, simple = Counted(ctx, "tag"), Tasks(ctx), Simple(ctx)
        tasks.put("task")
        p = ctx.Process(target=child, args=(counted, tasks, simple, ctx))
        p.start()
        print(simple.get(), counted.get(), counted.qsize())
        tasks.join()
        p.join()
        try:
            pickle.dumps(counted)
        except RuntimeError as error:
            print(error)
        print(type(pickle.loads(pickle.dumps(ctx))).__name__, type(copy.copy(ctx)).__name__)
    for key in "text", b"key":
        try:
            Client(("localhost", 1), authkey=key)
        except OSError as error:
            print(type(error).__name__)
