# pymp: python=2
# What programs for Python 3 run into: keywords, modules and calls that Python 2 does not have.
import multiprocessing
import threading


class Base(object):
    def __init__(self):
        super().__init__()


def complain(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except Exception as e:
        print '%s: %s' % (type(e).__name__, e)


complain(multiprocessing.Process, daemon=True)
complain(multiprocessing.Process, nonsense=1)
complain(threading.Thread, daemon=True)
complain(Base)
for name in ('concurrent.futures', 'nowhere.inside', 'nowhere', 'os.nowhere', 'asyncio', 'queue', 'pathlib'):
    complain(__import__, name)
print hasattr(multiprocessing, 'Barrier'), hasattr(multiprocessing, 'set_start_method')
