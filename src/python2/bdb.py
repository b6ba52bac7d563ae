"""What debuggers are made of: the library's, stopping where Python 2 stops.

Spec: https://docs.python.org/2.7/library/bdb.html
"""

import sys

from _library3 import library

_base = library('bdb')

__all__ = ['BdbQuit', 'Bdb', 'Breakpoint']

BdbQuit = _base.BdbQuit
Breakpoint = _base.Breakpoint
checkfuncname = _base.checkfuncname
effective = _base.effective


class Bdb(_base.Bdb):
    """A debugger that does nothing at the places where it stops."""

    def __init__(self, skip=None):
        _base.Bdb.__init__(self, skip)
        # Those of other debuggers are none of its own.
        self.breaks = {}

    def set_trace(self, frame=None):
        """Stops at the next line of `frame`, or of the caller."""
        if frame is None:
            frame = sys._getframe().f_back
        self.reset()
        while frame:
            frame.f_trace = self.trace_dispatch
            self.botframe = frame
            frame = frame.f_back
        self.set_step()
        sys.settrace(self.trace_dispatch)

    def run(self, cmd, globals=None, locals=None):
        globals, locals = _scopes(globals, locals)
        self.reset()
        sys.settrace(self.trace_dispatch)
        if isinstance(cmd, basestring):
            cmd = compile(cmd + '\n', '<string>', 'exec')
        try:
            exec cmd in globals, locals
        except BdbQuit:
            pass
        finally:
            self.quitting = 1
            sys.settrace(None)

    def runeval(self, expr, globals=None, locals=None):
        globals, locals = _scopes(globals, locals)
        self.reset()
        sys.settrace(self.trace_dispatch)
        try:
            return eval(expr, globals, locals)
        except BdbQuit:
            pass
        finally:
            self.quitting = 1
            sys.settrace(None)

    def runctx(self, cmd, globals, locals):
        self.run(cmd, globals, locals)


def _scopes(globals, locals):
    """Where a statement runs: in `__main__` unless it is said."""
    if globals is None:
        import __main__
        globals = __main__.__dict__
    return globals, globals if locals is None else locals


def set_trace():
    Bdb().set_trace(sys._getframe().f_back)
