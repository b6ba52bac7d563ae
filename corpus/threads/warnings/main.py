# pymp: stderr=exact
# Frames and warnings in a thread: who called whom, on which line.
import sys
import threading
import warnings


def names():
    frame = sys._getframe(1)
    found = []
    while frame is not None:
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def outer():
    return names()


def old_names():
    warnings.warn('in a thread')
    condition = threading.Condition()
    with condition:
        condition.notifyAll()
    print(threading.currentThread().getName())
    print(outer())


t = threading.Thread(target=old_names, name='worker')
t.start()
t.join()
print(t.getName(), outer())
