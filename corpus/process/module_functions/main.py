"""The rest of the module's surface."""
import multiprocessing
import multiprocessing as mp

print(mp.cpu_count() >= 1, mp.get_start_method(), sorted(mp.get_all_start_methods()), mp.get_start_method(allow_none=True))
print(mp.current_process().name, mp.active_children(), mp.parent_process(), mp.freeze_support())
context = mp.get_context('spawn')
print(context.get_start_method(), type(context).__name__, mp.get_context().get_start_method(), context.Process.__name__, mp.get_context('fork').Process.__mro__[1].__name__)
try:
    mp.set_start_method('fork')
except RuntimeError as error:
    print(error)
mp.set_start_method('spawn', force=True)
print(mp.get_start_method())
for name in ('AuthenticationError', 'BufferTooShort', 'ProcessError', 'TimeoutError'):
    kind = getattr(mp, name)
    print(kind.__name__, [base.__name__ for base in kind.__mro__])
print(sorted(name for name in dir(mp) if name[0].isupper()))
print(multiprocessing.Process.__module__, mp.Queue.__name__, mp.Pool.__self__ is not None)
