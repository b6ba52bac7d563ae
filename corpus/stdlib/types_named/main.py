"""The types that `types` and `collections.abc` name, in their order, and what the abstract classes say of them."""
import builtins
import collections.abc as abc
import inspect
import types


def shown(value):
    return value if isinstance(value, type) else type(value).__name__


print([name for name in vars(types)])
for name in types.__all__[:-1]:
    print(name, shown(getattr(types, name)))
print(hasattr(types, '_f'), hasattr(types, 'sys'))
print(inspect.getsourcelines(types.new_class)[1], inspect.getsourcelines(types.DynamicClassAttribute)[1])
try:
    types.DynamicClassAttribute(1).__get__(None, None)
except AttributeError as error:
    print(error.__traceback__.tb_next.tb_lineno)

original = builtins.iter
builtins.iter = lambda *args: original([])
import _collections_abc

builtins.iter = original
for name in vars(_collections_abc):
    if isinstance(vars(_collections_abc)[name], type) and name[0].islower() and name != 'framelocalsproxy':
        print(name, vars(_collections_abc)[name])
iterators = [iter(b''), iter(bytearray()), iter({}.items()), iter(reversed([])), iter(range(1 << 1000)), iter(''), zip()]
others = [{}.keys(), {}.values(), {}.items(), type.__dict__, (lambda: (yield))(), [], (), set(), '', b'', range(0)]
for value in iterators + others:
    print(type(value).__name__, [name for name in abc.__all__ if isinstance(value, getattr(abc, name))])
