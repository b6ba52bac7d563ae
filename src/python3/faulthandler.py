"""Dumps tracebacks of Python code: on request, or after a time.

Nothing here ends by a fault of the machine, so that `enable` has nothing to wait for.
"""

import sys
import threading

__all__ = ['enable', 'disable', 'is_enabled', 'dump_traceback', 'dump_traceback_later',
           'cancel_dump_traceback_later', 'register', 'unregister']

_enabled = False
_later = None
_registered = {}


def _write(file, text):
    if isinstance(file, int):
        import os
        os.write(file, text.encode('ascii', 'backslashreplace'))
    else:
        file.write(text)
        file.flush()


def _fault(name):
    """A function that ends the process as a fault of the machine would."""
    def fault():
        import os
        import signal
        signal.signal(getattr(signal, name), signal.SIG_DFL)
        os.kill(os.getpid(), getattr(signal, name))
    return fault


_sigsegv = _fault('SIGSEGV')
_sigabrt = _fault('SIGABRT')
_sigfpe = _fault('SIGFPE')


def _stack(frame):
    lines = []
    while frame is not None and len(lines) < 100:
        code = frame.f_code
        lines.append('  File "%s", line %s in %s\n' % (code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    return ''.join(lines)


def dump_traceback(file=None, all_threads=True):
    """Write where the current thread (and the others) is, the innermost call first."""
    _write(sys.stderr if file is None else file, _head(all_threads) + _stack(sys._getframe(1)))


def _head(all_threads):
    who = 'Current thread 0x%016x' % threading.get_ident() if all_threads else 'Stack'
    return who + ' (most recent call first):\n'


def register(signum, file=None, all_threads=True, chain=False):
    """Dump the traceback whenever the signal comes; with `chain`, what was its handler runs too."""
    import signal
    target = sys.stderr if file is None else file

    def dump(number, frame):
        _write(target, _head(all_threads) + _stack(frame))
        if chain and callable(before):
            before(number, frame)

    unregister(signum)
    before = signal.signal(signum, dump)
    _registered[signum] = before


def unregister(signum):
    """Give the signal back the handler that it had. False if it was not registered."""
    import signal
    if signum not in _registered:
        return False
    signal.signal(signum, _registered.pop(signum))
    return True


def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    return _enabled


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Dump the tracebacks when `timeout` seconds have passed, again and again with `repeat`."""
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    global _later
    cancel_dump_traceback_later()
    target = sys.stderr if file is None else file

    def fire():
        global _later
        seconds = int(timeout)
        _write(target, 'Timeout (%d:%02d:%02d)!\n' % (seconds // 3600, seconds // 60 % 60, seconds % 60))
        dump_traceback(target)
        if exit:
            import os
            os._exit(1)
        if repeat:
            dump_traceback_later(timeout, True, file, exit)
        else:
            _later = None

    _later = threading.Timer(timeout, fire)
    _later.daemon = True
    _later.start()


def cancel_dump_traceback_later():
    global _later
    if _later is not None:
        _later.cancel()
        _later = None
