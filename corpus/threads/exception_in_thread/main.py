# pymp: mask=frames stderr=exact
"""A thread's uncaught exception goes to stderr; the program ends with 0."""
import threading


def work():
    raise ValueError('in a thread')


t = threading.Thread(target=work, name='worker')
t.start()
t.join()
print('main goes on')
threading.excepthook = lambda args: print('hook:', args.exc_type.__name__, args.thread.name)
t = threading.Thread(target=lambda: 1 / 0)
t.start()
t.join()
