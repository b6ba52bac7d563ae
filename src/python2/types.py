"""Names for the built-in types."""

import sys as _sys

# Types that have a name already.
_NAMED = ('Boolean:bool Buffer:buffer Complex:complex Dict:dict Dictionary:dict File:file Float:float Int:int List:list '
          'Long:long Object:object Slice:slice String:str Tuple:tuple Type:type Unicode:unicode XRange:xrange')


def _specimens():
    """Objects of the types that have none, each with what its type is called here."""

    class Old:
        def method(self):
            yield self

    run = Old().method()
    try:
        1 // 0
    except ZeroDivisionError:
        trace = _sys.exc_info()[2]
    return [(None, 'None'), (Ellipsis, 'Ellipsis'), (NotImplemented, 'NotImplemented'),
            (_sys, 'Module'), (Old, 'Class'), (Old(), 'Instance'), (Old().method, 'Method UnboundMethod'),
            (_specimens, 'Function Lambda'), (_specimens.func_code, 'Code'), (run, 'Generator'),
            (len, 'BuiltinFunction'), ('x'.strip, 'BuiltinMethod'), (object.__dict__, 'DictProxy'),
            (trace, 'Traceback'), (trace.tb_frame, 'Frame'),
            (vars(type(_specimens))['func_code'], 'GetSetDescriptor'),
            (vars(type(_specimens))['func_globals'], 'MemberDescriptor')]


def _all():
    import __builtin__
    for entry in _NAMED.split():
        name, _, builtin = entry.partition(':')
        yield name + 'Type', getattr(__builtin__, builtin)
    for specimen, names in _specimens():
        for name in names.split():
            yield name + 'Type', type(specimen)


globals().update(_all(), StringTypes=(str, unicode))
del _NAMED, _all, _specimens, _sys

__all__ = [_name for _name in globals().keys() if _name[0] != '_']
del _name
