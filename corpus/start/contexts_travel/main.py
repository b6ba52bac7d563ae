# pymp: python=3
"""Contexts as arguments, as attributes of objects whose methods a pool calls, in queues and in pickles."""

import multiprocessing
import pickle


class Scaler:
    def __init__(self, method):
        self.context = multiprocessing.get_context(method)
        self.factor = 3

    def scale(self, x):
        return x * self.factor, self.context.get_start_method()

    def all(self, xs):
        with self.context.Pool(1) as pool:
            return pool.map(self.scale, xs)


class OwnContext(type(multiprocessing.get_context('fork'))):
    pass


def show(context, answers):
    method = context.get_start_method()
    same = context is multiprocessing.get_context(method)
    answers.put((type(context).__name__, method, same, vars(context)))


if __name__ == '__main__':
    for method in ('fork', 'spawn'):
        context = multiprocessing.get_context(method)
        answers = context.Queue()
        process = context.Process(target=show, args=(context, answers))
        process.start()
        print(answers.get())
        process.join()
        print(Scaler(method).all([1, 2]))
        answers.put(context)
        back = answers.get()
        print(type(back).__name__, back is context, back.get_start_method())
        print(pickle.loads(pickle.dumps(context)).get_start_method())

    own = OwnContext()
    own.note = 'mine'
    answers = own.Queue()
    process = own.Process(target=show, args=(own, answers))
    process.start()
    print(answers.get())
    process.join()
    print(pickle.loads(pickle.dumps(own)).note)

    with multiprocessing.Pool(1) as pool:
        print(pool.apply(multiprocessing.get_start_method), pool.apply(multiprocessing.cpu_count) > 0)
        print(type(pool.apply(multiprocessing.get_context, ('spawn',))).__name__)
