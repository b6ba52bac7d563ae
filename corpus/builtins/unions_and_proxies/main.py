# pymp: python=3
"""Unions are copied and pickled; mappingproxy asks its mapping; sizes of items; sources of bytecode."""
import copy, pickle, types, copyreg, collections
u=int|str|None
for p in range(6): print(pickle.loads(pickle.dumps(u,p))==u, len(pickle.dumps(u,p)))
print(copy.copy(u)==u, copy.deepcopy(u)==u, u.__reduce__ and 1)
print(copyreg.pickle_union(u))
class D(dict):
    def __len__(self): return 500
    def __or__(self,o): return 'or'
v=types.MappingProxyType(D(a=1))
print(len(v), v|{}, v|5)
v=types.MappingProxyType({'a':1})
for f in (lambda: v|[1], lambda: [1]|v, lambda: v|{'b':2}, lambda: {'b':2}|v, lambda: v|v, lambda: v|5):
    try: print(f())
    except TypeError as e: print(e)
try: v|={}
except TypeError as e: print(e)
print(types.MappingProxyType[int,str], types.MappingProxyType(collections.ChainMap({1:2}))|{3:4})
print([t.__itemsize__ for t in (int,bool,str,bytes,tuple,type,object,list,dict,float,bytearray)], type('T',(tuple,),{}).__itemsize__)
import importlib._bootstrap_external as e
print([e._get_sourcefile(p) for p in ('', 'a.pyc', 'a', 'x.txt', '/a/__pycache__/b.cpython-313.pyc')])
