#! /usr/bin/env python
"""The debugger: the library's, with the commands and the words of Python 2.

Spec: https://docs.python.org/2.7/library/pdb.html
"""

import bdb
import os
import sys
import traceback
from repr import Repr

from _library3 import library

_base = library('pdb')

__all__ = ['run', 'pm', 'Pdb', 'runeval', 'runctx', 'runcall', 'set_trace', 'post_mortem', 'help']

line_prefix = '\n-> '

_short = Repr()
_short.maxstring = 200
_short.maxother = 50
_saferepr = _short.repr

#: Commands that came with Python 3.
_LATER = frozenset(['display', 'exceptions', 'interact', 'll', 'longlist', 'source', 'undisplay'])

#: Commands that take no notice of what stands behind them.
_ALONE = frozenset('a args bt c cont continue d down n next q quit exit r return retval rv s step u unt until up w where'.split())


class Restart(Exception):
    """The program is to begin anew."""


class Pdb(bdb.Bdb, _base.Pdb):
    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None):
        _base.Pdb.__init__(self, completekey, stdin, stdout, skip)
        self.breaks = {}

    def parseline(self, line):
        command, arg, line = _base.Pdb.parseline(self, line)
        if command in _LATER:
            return None, None, line
        return command, '' if command in _ALONE else arg, line

    def message(self, text, end='\n'):
        self.stdout.write('%s%s' % (text, end))

    def error(self, text):
        self.stdout.write('*** %s\n' % (text,))

    # Python 2 puts the values of variables back from the dict that it first asked for.

    def setup(self, f, t):
        _base.Pdb.setup(self, f, t)
        self._variables = self.curframe_locals

    def _select_frame(self, number):
        _base.Pdb._select_frame(self, number)
        self._variables = self.curframe_locals

    def user_return(self, frame, return_value):
        if self._wait_for_mainpyfile:
            return
        frame.f_locals['__return__'] = return_value
        self.message('--Return--')
        self.interaction(frame, None)

    def user_exception(self, frame, exc_info):
        if self._wait_for_mainpyfile:
            return
        exc_type, exc_value, exc_traceback = exc_info
        frame.f_locals['__exception__'] = exc_type, exc_value
        self.message('%s: %s' % (_nameOf(exc_type), _saferepr(exc_value)))
        self.interaction(frame, exc_traceback)

    def _runscript(self, filename):
        import __main__
        self._wait_for_mainpyfile = 1
        self._user_requested_quit = 0
        self.mainpyfile = self.canonic(filename)
        __main__.__dict__.clear()
        __main__.__dict__.update({'__name__': '__main__', '__file__': filename, '__builtins__': __builtins__})
        self.run('execfile(%r)' % filename)

    def default(self, line):
        if line[:1] == '!':
            line = line[1:]
        before = sys.stdin, sys.stdout, sys.displayhook
        try:
            code = compile(line + '\n', '<stdin>', 'single')
            sys.stdin, sys.stdout, sys.displayhook = self.stdin, self.stdout, self.displayhook
            try:
                exec code in self.curframe.f_globals, self._variables
            finally:
                sys.stdin, sys.stdout, sys.displayhook = before
        except:
            kind, value = sys.exc_info()[:2]
            self.error('%s: %s' % (_nameOf(kind), value))

    def displayhook(self, value):
        if value is not None:
            print repr(value)

    def _getval(self, arg, frame=None):
        try:
            return eval(arg, self.curframe.f_globals, self._variables)
        except:
            kind, value = sys.exc_info()[:2]
            self.error('%s: %r' % (_nameOf(kind), value))
            raise

    def do_p(self, arg):
        try:
            self.message(repr(self._getval(arg)))
        except:
            pass

    def do_pp(self, arg):
        import pprint
        try:
            pprint.pprint(self._getval(arg), self.stdout)
        except:
            pass

    def do_whatis(self, arg):
        try:
            value = self._getval(arg)
        except:
            return
        if hasattr(value, 'func_code'):
            self.message('Function %s' % value.func_code.co_name)
        elif hasattr(value, 'im_func'):
            self.message('Method %s' % value.im_func.func_code.co_name)
        else:
            self.message(type(value))

    def do_args(self, arg):
        code = self.curframe.f_code
        n = code.co_argcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
        for name in code.co_varnames[:n]:
            value = repr(self._variables[name]) if name in self._variables else '*** undefined ***'
            self.message('%s = %s' % (name, value))
    do_a = do_args

    def do_retval(self, arg):
        if '__return__' in self._variables:
            self.message(repr(self._variables['__return__']))
        else:
            self.error('Not yet returned!')
    do_rv = do_retval

    def do_until(self, arg):
        self.set_until(self.curframe)
        return 1
    do_unt = do_until

    def _numbers(self, arg, use):
        """Calls `use` with each breakpoint that is meant."""
        for word in arg.split():
            try:
                number = int(word)
            except ValueError:
                self.message('Breakpoint index %r is not a number' % word)
                continue
            if not 0 <= number < len(bdb.Breakpoint.bpbynumber):
                self.message('No breakpoint numbered %s' % number)
                continue
            if bdb.Breakpoint.bpbynumber[number]:
                use(bdb.Breakpoint.bpbynumber[number])

    def do_enable(self, arg):
        self._numbers(arg, lambda each: each.enable())

    def do_disable(self, arg):
        self._numbers(arg, lambda each: each.disable())

    def _delete(self, each):
        self.clear_bpbynumber(each.number)
        self.message('Deleted breakpoint %d' % each.number)

    def do_clear(self, arg):
        if arg and ':' not in arg:
            self._numbers(arg, self._delete)
            return
        if not arg:
            try:
                reply = raw_input('Clear all breaks? ')
            except EOFError:
                reply = 'no'
            if reply.strip().lower() in ('y', 'yes'):
                self.clear_all_breaks()
            return
        filename, line = arg.rsplit(':', 1)
        try:
            problem = self.clear_break(filename, int(line))
        except ValueError:
            problem = 'Invalid line number (%s)' % line
        if problem:
            self.error(problem)
    do_cl = do_clear

    def do_condition(self, arg):
        words = arg.split(' ', 1)
        try:
            found = bdb.Breakpoint.bpbynumber[int(words[0].strip())]
        except ValueError:
            self.message('Breakpoint index %r is not a number' % words[0])
            return
        except IndexError:
            self.message('Breakpoint index %r is not valid' % words[0])
            return
        if found:
            found.cond = words[1] if len(words) > 1 else None
            if not found.cond:
                self.message('Breakpoint %s is now unconditional.' % words[0])

    def do_run(self, arg):
        if arg:
            import shlex
            sys.argv = sys.argv[:1] + shlex.split(arg)
        raise Restart
    do_restart = do_run


def _nameOf(kind):
    return kind if isinstance(kind, str) else kind.__name__


def run(statement, globals=None, locals=None):
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    run(statement, globals, locals)


def runcall(*args, **kwds):
    return Pdb().runcall(*args, **kwds)


def set_trace():
    Pdb().set_trace(sys._getframe().f_back)


def post_mortem(t=None):
    if t is None:
        t = sys.exc_info()[2]
        if t is None:
            raise ValueError('A valid traceback must be passed if no exception is being handled')
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    post_mortem(sys.last_traceback)


def test():
    run('import x; x.main()')


def help():
    print __doc__


def main():
    if not sys.argv[1:] or sys.argv[1] in ('--help', '-h'):
        print 'usage: pdb.py scriptfile [arg] ...'
        sys.exit(2)
    filename = sys.argv[1]
    if not os.path.exists(filename):
        print 'Error:', filename, 'does not exist'
        sys.exit(1)
    del sys.argv[0]
    sys.path[0] = os.path.dirname(filename)
    debugger = Pdb()
    while True:
        try:
            debugger._runscript(filename)
            if debugger._user_requested_quit:
                break
            print 'The program finished and will be restarted'
        except Restart:
            print 'Restarting', filename, 'with arguments:'
            print '\t' + ' '.join(sys.argv[1:])
        except SystemExit:
            print 'The program exited via sys.exit(). Exit status:', sys.exc_info()[1]
        except SyntaxError:
            traceback.print_exc()
            sys.exit(1)
        except:
            traceback.print_exc()
            print 'Uncaught exception. Entering post mortem debugging'
            print "Running 'cont' or 'step' will restart the program"
            debugger.interaction(None, sys.exc_info()[2])
            print 'Post mortem debugger finished. The %s will be restarted' % filename


if __name__ == '__main__':
    import pdb
    pdb.main()
