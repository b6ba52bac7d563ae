# pdb.post_mortem(), pdb.pm(), pdb.runcall(), pdb.runeval(), Bdb of one's own.
import bdb
import pdb
import sys


def inner(a):
    b = a - 1
    return 1 / b


def outer():
    x = [1]
    return inner(len(x))


try:
    outer()
except ZeroDivisionError:
    pdb.post_mortem()
try:
    outer()
except ZeroDivisionError as e:
    pdb.post_mortem(e.__traceback__)
    sys.last_exc = e
    sys.last_traceback = e.__traceback__
    pdb.pm()
print(pdb.runeval('1 + 2'))
print(pdb.runcall(inner, 3))


class Recorder(bdb.Bdb):
    def note(self, what, frame, *rest):
        if frame.f_code.co_filename == __file__:
            print(what, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, *rest)

    def user_call(self, frame, args):
        self.note('call', frame)
        self.set_step()

    def user_line(self, frame):
        self.note('line', frame, sorted(frame.f_locals))
        self.set_step()

    def user_return(self, frame, value):
        self.note('return', frame, value)

    def user_exception(self, frame, info):
        self.note('exception', frame, info[0].__name__)


recorder = Recorder()
print(recorder.runcall(inner, 5))
try:
    recorder.runcall(outer)
except ZeroDivisionError as e:
    print('raised', e)


class Breaks(Recorder):
    def user_line(self, frame):
        self.note('stopped', frame)
        self.set_continue()


breaks = Breaks()
print(breaks.set_break(__file__, inner.__code__.co_firstlineno + 2))
print(breaks.set_break(__file__, 100000))
print(len(breaks.get_all_breaks()), breaks.get_break(__file__, inner.__code__.co_firstlineno + 2))
breaks.set_continue()
sys.settrace(breaks.trace_dispatch)
inner(9)
sys.settrace(None)
breaks.clear_all_breaks()
