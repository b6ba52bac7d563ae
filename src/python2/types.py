"""Names for the built-in types."""

import sys

NoneType = type(None)
TypeType = type
ObjectType = object
IntType = int
LongType = long
FloatType = float
BooleanType = bool
ComplexType = complex
StringType = str
UnicodeType = unicode
StringTypes = (str, unicode)
BufferType = buffer
TupleType = tuple
ListType = list
DictType = DictionaryType = dict
FileType = file
XRangeType = xrange
SliceType = slice
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
ModuleType = type(sys)
DictProxyType = type(type.__dict__)


def _function():
    yield 1


FunctionType = LambdaType = type(_function)
CodeType = type(_function.func_code)
GeneratorType = type(_function())


class _Class:
    def method(self):
        pass


ClassType = type(_Class)
InstanceType = type(_Class())
MethodType = UnboundMethodType = type(_Class().method)

try:
    raise TypeError
except TypeError:
    TracebackType = type(sys.exc_info()[2])
    FrameType = type(sys.exc_info()[2].tb_frame)

GetSetDescriptorType = type(FunctionType.func_code)
MemberDescriptorType = type(FunctionType.func_globals)

del sys, _function, _Class

__all__ = list(name for name in dir() if name.endswith('Type') or name == 'StringTypes')
