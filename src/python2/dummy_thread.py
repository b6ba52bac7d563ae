"""The functions of thread for a program that has only one thread: what is started is run at once."""

import sys as _sys
import traceback as _traceback

__all__ = 'error start_new_thread exit get_ident allocate_lock interrupt_main LockType'.split()


class error(Exception):
    """What locks raise."""


class LockType(object):
    """A lock that nobody else can hold: its owner gets it as often as it wants."""

    locked_status = False

    def locked(self):
        """Whether it is held."""
        return bool(self.locked_status)

    def acquire(self, waitflag=None):
        """Takes it; without waiting, says whether it was free."""
        was_free, self.locked_status = not self.locked_status, True
        return was_free or waitflag is None or bool(waitflag)

    def release(self):
        """Gives it up."""
        was_held, self.locked_status = self.locked_status, False
        if not was_held:
            raise error
        return True

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *raised):
        self.release()


allocate_lock = LockType


class _State:
    """How many functions are running that were started here, and whether one asked for a KeyboardInterrupt."""

    running = 0
    is_interrupted = False


def start_new_thread(function, args, kwargs={}):
    """Calls the function. What it raises is printed; the interrupt that it asked for comes when it has returned."""
    for value, kind, message in (args, tuple, '2nd arg must be a tuple'), (kwargs, dict, '3rd arg must be a dict'):
        if type(value) is not kind:
            raise TypeError(message)
    _State.running += 1
    try:
        function(*args, **kwargs)
    except:
        if _sys.exc_info()[0] is not SystemExit:
            _traceback.print_exc()
    _State.running -= 1
    if _State.is_interrupted:
        _State.is_interrupted = False
        interrupt_main()


def interrupt_main():
    """Raises KeyboardInterrupt in the program itself, now or when the function that asks for it has returned."""
    if not _State.running:
        raise KeyboardInterrupt
    _State.is_interrupted = True


def exit():
    """Ends the function that was started."""
    _sys.exit()


def get_ident():
    """The number of the one thread."""
    return -1


def stack_size(size=None):
    """0; another one cannot be had."""
    if size is None:
        return 0
    raise error('setting thread stack size not supported')
