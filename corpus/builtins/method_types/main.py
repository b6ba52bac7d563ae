# pymp: python=2,3
"""What methods of built-in types are, on the type and bound: names, types, what they belong to."""
from __future__ import print_function
import inspect
import sys
import types


class L(list):
    pass


class P(object):
    __slots__ = ('s',)

    def m(self):
        pass


def tell(label, value):
    self = getattr(value, '__self__', None)
    print(label, type(value).__name__, getattr(value, '__name__', None), type(self).__name__,
          getattr(getattr(value, '__objclass__', None), '__name__', None), hasattr(value, '__func__'),
          repr(value).split(' at 0x')[0], getattr(value, '__module__', 'none'),
          [name for name in ('isbuiltin', 'ismethod', 'isfunction', 'ismethoddescriptor', 'isgetsetdescriptor',
                             'ismemberdescriptor', 'isdatadescriptor') if getattr(inspect, name)(value)],
          callable(value))
    if sys.version_info[0] == 3:
        print('   ', getattr(value, '__qualname__', None))


for text in ('''[].append; [].__add__; list.append; list.__add__; dict.fromkeys; {}.fromkeys; L.append; L().append
L.__add__; L().__add__; L().__init__; L.fromkeys; 'x'.upper; str.upper; len; object.__init__; object().__init__
object.__new__; list.__new__; type.mro; list.mro; type.__call__; list.__call__; (1).__add__; (1).bit_length; int.real
(1.5).hex; float.fromhex; object.__reduce__; object().__reduce__; object.__str__; P().m; P.s; P.__init__
type.__dict__['__dict__']; list.__getitem__; list.__setitem__; dict.__getitem__; dict.__contains__; set.__contains__
set().__or__; [].__iter__; (x for x in []).send; list.sort; list.__reversed__; int.__format__
type.__subclasses__; property.getter; property(len).getter; property.__get__; staticmethod.__get__; property.fget
slice.indices; (lambda: 0).__call__; (lambda: 0).__get__''').replace('\n', ';').split(';'):
    try:
        value = eval(text)
    except AttributeError as error:
        print(text, error)
        continue
    tell(text.strip(), value)

fromkeys = dict.__dict__['fromkeys']
print(type(fromkeys), fromkeys, fromkeys.__get__(None, dict)('ab') == {'a': None, 'b': None})
for wrong in (lambda: fromkeys.__get__(None, int), lambda: list.append.__get__(5), lambda: list.append.__call__(),
              lambda: list.append.__call__(5), lambda: len.__get__):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
values = []
print(values.append == values.append, values.append == [].append, values.append != values.extend,
      values.__len__ == values.__len__, values.append == 5)
if sys.version_info[0] == 3:
    print(hash(values.append) == hash(values.append))
print(types.BuiltinMethodType is type(values.append), isinstance(values.append, types.BuiltinFunctionType),
      isinstance(values.append, types.MethodType), isinstance(P().m, types.MethodType))
add = values.append
add(1)
list.append.__get__(values)(2)
list.append.__get__(values, list)(3)
print(values, values.__len__(), add.__self__ is values)
try:
    add.extra = 1
except AttributeError as error:
    print(error)
