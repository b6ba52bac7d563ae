# pymp: stderr=exact mask=pid
# Threads that `threading` has not started, hooks of all threads, and a fork beside a thread.
import _thread
import os
import sys
import threading
import time


def foreign(seen, done):
    current = threading.current_thread()
    seen.append((type(current).__name__, current.ident in threading._active, threading.active_count()))
    done.release()


def outlives_thread():
    seen, done = [], _thread.allocate_lock()
    done.acquire()
    ident = _thread.start_new_thread(foreign, (seen, done))
    done.acquire()
    for _ in range(100):
        if ident not in threading._active:
            break
        time.sleep(0.01)
    print(seen, ident in threading._active, threading.active_count())


def hooks():
    def hook(*args):
        return None

    seen, first, second = [], threading.Event(), threading.Event()

    def checks():
        seen.append((sys.getprofile(), sys.gettrace()))
        first.set()
        second.wait()
        seen.append((sys.getprofile() is hook, sys.gettrace() is hook))

    thread = threading.Thread(target=checks)
    thread.start()
    first.wait()
    threading.setprofile_all_threads(hook)
    threading.settrace_all_threads(hook)
    second.set()
    thread.join()
    same = threading.getprofile() is hook, threading.gettrace() is hook
    threading.setprofile_all_threads(None)
    threading.settrace_all_threads(None)
    print(seen, same, sys.getprofile(), sys.gettrace())


def fork_beside_thread():
    event = threading.Event()
    thread = threading.Thread(target=event.wait)
    thread.start()
    pid = os.fork()
    if pid == 0:
        os._exit(threading.active_count())
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
    event.set()
    thread.join()


class AtEnd:
    def __del__(self):
        try:
            threading.Thread(target=print).start()
        except RuntimeError as e:
            print(type(e).__name__, e)
        try:
            _thread.start_new_thread(print, ())
        except RuntimeError as e:
            print(type(e).__name__, e)


print([ident == threading.get_ident() for ident in sys._current_frames()])
print([frame.f_code.co_name for frame in sys._current_frames().values()])
outlives_thread()
hooks()
fork_beside_thread()
at_end = AtEnd()
