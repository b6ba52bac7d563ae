import collections, collections.abc as abc, types
def kind(x):
    match x:
        case [*_]: return 'seq'
        case {}: return 'map'
    return None
class M1(collections.UserDict, abc.Sequence): pass
class M2(dict, abc.Sequence): pass
class S1(collections.UserList, abc.Mapping): pass
class S2(list, abc.Mapping): pass
class N: pass
for o in ([], (), range(2), {}, 'a', b'a', bytearray(), {1}, M1(), M2(), S1.__new__(S1) if 0 else [], S2(), N(), types.MappingProxyType({}), collections.deque(), memoryview(b''), collections.OrderedDict(), collections.Counter(), 5, None): print(kind(o), end=' ')
print()
abc.Sequence.register(N)
try: kind(N())
except TypeError as e: print(e)
try: compile("(" + ", ".join("a%d" % i for i in range(1<<8)) + ", *rest) = x", 't','exec')
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.end_offset)
