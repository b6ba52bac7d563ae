# pymp: python=3 mask=address
"""What containers and iterators say when they are used wrongly."""
def t(f):
    try: r=f(); print(repr(r))
    except Exception as e: print(type(e).__name__+': '+str(e))
l=[1,2,3]
for f in [lambda:l['a'],lambda:l[1.0],lambda:l[10],lambda:(1,)[5],lambda:(1,)['x'],lambda:'abc'[9],lambda:'abc'['x'],lambda:5[0],lambda:None[0],lambda:{1:2}[5],lambda:len[0],lambda:int[0],lambda:l.__setitem__(9,1),lambda:l.__setitem__('x',1),lambda:l.__delitem__(9),lambda:l.__delitem__('x'),lambda:l[::0],lambda:l['a':],
 lambda:l.__setitem__(slice(0,3,2),[1]),lambda:l.__setitem__(slice(0,1),5),lambda:l.__setitem__(slice(0,3,2),5),lambda:range(5)[9],lambda:range(5)['x'],lambda:l.pop(10),lambda:[].pop(),lambda:l.remove(9),lambda:l.index(9),lambda:l.insert('a',1),lambda:l*'a',lambda:l+5,lambda:l+(1,),lambda:(1,)+l,lambda:(1,).index(5),lambda:l<5,lambda:l.sort(5),lambda:l.sort(reverse='a'),lambda:sorted(5),lambda:sorted(l,5),lambda:list(1,2),lambda:list(x=1),lambda:list(5),lambda:tuple(5),lambda:tuple(x=1),lambda:dict(5),lambda:dict([1]),lambda:dict([(1,2,3)]),lambda:dict(['abc']),lambda:dict(1,2),lambda:{}.popitem(),lambda:{}.pop(1),lambda:{}.update(5),lambda:{[]:1},lambda:set([[]]),lambda:set(5),lambda:set().pop(),lambda:set().remove(5),lambda:set().remove([]),lambda:{1}|[1],lambda:frozenset([1]).add(5),lambda:{1}<5,lambda:{}[[]],
 lambda:dict.fromkeys(5),lambda:l[10**30],lambda:l[10**30:],lambda:l*10**30,lambda:1 in 5,lambda:len(5),lambda:next(5),lambda:iter(5),lambda:next(iter([])),lambda:reversed(5),lambda:reversed({1}),lambda:min(),lambda:min([]),lambda:min(5),lambda:max([]),lambda:max(1,2,default=3),lambda:max([1,'a']),lambda:enumerate(5),lambda:enumerate(),lambda:zip(5),lambda:map(5),lambda:map(None,5),lambda:filter(5),lambda:list(filter(None,5)),lambda:iter(5,6),lambda:any(5),lambda:all(5),lambda:range(),lambda:range(1,2,0),lambda:range(1.5),lambda:range('a'),lambda:slice(),lambda:hash([]),lambda:hash({}),lambda:hash(set()),lambda:hash(slice(1)),lambda:[].append(),lambda:[].append(1,2),lambda:[].insert(1),lambda:{}.get(),lambda:{}.setdefault(),lambda:{1:2}.items() | [3],lambda:{1:2}.keys() & {1}, lambda:zip([1],[1,2],strict=True), lambda:list(zip([1],[1,2],strict=True)), lambda:list(zip([1,2],[1],strict=True)), lambda:list(zip([1,2],[1,2],[1],strict=True)),lambda:list(zip([1,2],[1,2],[1,2,3],strict=True)),lambda:zip([],foo=1),
 lambda:{3,1,2,100,50,7}, lambda:{3: 1},lambda:type(iter('abc')),lambda:iter('a'),lambda:aiter(5),
 lambda:list.append(), lambda: [].sort(foo=1), lambda: sorted(), lambda: min(1), lambda:list.__new__(int), lambda:list.__new__(), lambda: [].__iadd__(5), lambda: [].__getitem__(1,2), lambda: object()[0], lambda: object().__getitem__]:
    t(f)


def rd(it):
    next(it,None); print(it.__reduce__() if hasattr(it,'__reduce__') else None, getattr(it,'__length_hint__',lambda:None)())
l=[1,2,3]
class S:
    def __getitem__(self,i):
        if i<3: return i
        raise IndexError
    def __len__(self): return 3
for it in [iter(l),reversed(l),iter((1,2,3)),iter({1:2,2:3}),iter({1:2}.values()),iter({1:2,3:4}.items()),iter({1,2}),iter('abc'),iter('äb€'),iter(range(5)),iter(range(10**20)),reversed(range(5)),reversed(range(10**20)),iter(S()),reversed(S()),reversed({1:2,3:4}),reversed({1:2,3:4}.items()),iter(lambda:1,5),enumerate(l),zip(l,l),zip(l,l,strict=True),map(str,l),filter(None,l), reversed((1,2,3)), reversed('abc')]:
    print(type(it).__name__,type(it)); rd(it)
i=iter([]); next(i,0); print(i.__reduce__(), i.__length_hint__()); i=iter(()); next(i,0); print(i.__reduce__());i=iter({}); next(i,0); print(i.__reduce__());i=reversed([]); next(i,0); print(i.__reduce__());
i=iter(S()); list(i); print(i.__reduce__()); i=iter(lambda:5,5); list(i); print(i.__reduce__())
i=iter('');  list(i); print(i.__reduce__()); i=iter(range(0)); print(i.__reduce__()); i=iter(range(3)); next(i); print(i.__reduce__())
r=range(5)
for f in [lambda:hash(r)==hash((5,0,1)),lambda:r.index(7),lambda:r.index('a'),lambda:r.count(3),lambda:r[1:3],lambda:r[::-1],lambda:range(10**30)[5:10**25:3],lambda:len(range(10**30)),lambda:r==range(0,5),lambda:range(0,5,2)==range(0,6,2),lambda:r<r,lambda:r.__reduce__(),lambda:range(1,5),lambda:range(1,5,2),lambda:range(True,5),lambda:[*range(5,0,-2)],lambda:1.0 in r,lambda:'a' in r,lambda:r.start,lambda:range(0).__bool__(),lambda:slice(1,2).indices(5),lambda:slice(None,None,-1).indices(5),lambda:slice(1).indices(-1),lambda:slice(1,2)==slice(1,2),lambda:slice(1,2)<slice(1,3),lambda:slice(1).__reduce__(),lambda:range(10**30)[10**40],lambda:range(1,2,3,4), lambda:hash(slice(1,2,3))==hash((1,2,3)), lambda: slice(1,2,3,4), lambda:slice(x=1),lambda:range(x=1), lambda: setattr(r,'start',4), lambda:slice('a').indices(5), lambda:range(10**20).index(10**19),lambda: range(5).index(2,3), lambda: hash(slice(1,2,3)), lambda:len(range(-10**30,10**30)), lambda: range(10**20)[5]]:
    t(f)
for f in [lambda:aiter,lambda:enumerate([1],5).__next__(),lambda:enumerate([1],'a'),lambda:enumerate([1],start=10**20).__next__(),lambda:enumerate([1],start=1.5),lambda:enumerate(iterable=[1],start=3).__next__(),lambda:enumerate([1],foo=3),lambda:enumerate([1],1,2), lambda:map(), lambda: map(5,[1]), lambda:next(map(5,[1])),lambda:filter(None,[1],2), lambda:reversed(), lambda:reversed([1],2), lambda:reversed(seq=[1]), lambda:zip().__next__(), lambda:iter(), lambda:iter([1],2,3), lambda: next(), lambda:len(), lambda: len(1,2), lambda: sorted([1], key=1), lambda: max([1],key=5), lambda: max(1,2,foo=3), lambda: min(key=5), lambda:any(), lambda:any(1,2), lambda: sum([1]), lambda: max(default=1), lambda: max([],default=1), lambda:max([],key=None,default=None), lambda:map(None,[1]).__next__(), lambda:map(str,[1],foo=1), lambda:filter(str,[1],foo=1), lambda: next(iter([]),5), lambda:list[int], lambda: list[int,str], lambda:dict[str,int][1], lambda:tuple[()], lambda:tuple[int,...], lambda: list[int](), lambda:list[int]([1]), lambda:list[int].__origin__, lambda:list[int].__args__, lambda: list[int].__parameters__, lambda:isinstance([],list[int]), lambda:list[int]==list[int], lambda: hash(list[int])==hash(list[int]), lambda:list[int].append, lambda: list[int].__mro_entries__(1), lambda: list[int]|None, lambda:[*tuple[int]], lambda:type(list[int]), lambda:list['int'], lambda:list[None], lambda: list[[int]],  lambda:list[int].__class__, lambda:list[int].__reduce__(), lambda:issubclass(list,list[int]), lambda: list[int].__name__, lambda:list[int].__qualname__, lambda:list[int].__doc__[:10], lambda: list[...], lambda:list[int].__foo__, lambda: list[int].foo, lambda:list[list[int]][int]]:
    t(f)


class A: pass
a=A()
def d(o,k): del o[k]
def s(o,k): o[k]=1
for f in [lambda:d(5,1),lambda:s(5,1),lambda:d((),1),lambda:s((),1),lambda:d('a',1),lambda:s('a',1),lambda:d(a,1),lambda:s(a,1),lambda:a[1],lambda:A[1],lambda:1 in a,lambda:1 in A, lambda:[] in {}, lambda:{}[[]], lambda: {}.get([]), lambda:s({},[]), lambda:d({},[]), lambda:[] in set(), lambda: 5 in None, lambda: set().add([]), lambda:type[int], lambda: (1,[]) in {}, lambda: {}[slice(1)], lambda:{}[{}:1], lambda: {}.pop([]), lambda:{}.setdefault([],1), lambda: dict([([],1)]), lambda: dict.fromkeys([[]]), lambda: {[]:1 for i in [1]}, lambda:{[] for i in [1]}, lambda:{[]}, lambda: set([[]]), lambda: set().discard([]), lambda:frozenset([[]]), lambda: {1}.intersection([[]]), lambda: {1}.union([[]]), lambda: set() in set(), lambda: set() in {}, lambda: {frozenset()}.__contains__(set()), lambda: {frozenset()}.remove(set([1])), lambda: hash(a) and 1, lambda: [1][None], lambda:[1][a], lambda: 'a' in b'a', lambda:1 in 'abc', lambda: s(range(3),1), lambda: d(range(3),0), lambda: s({1},0), lambda: {1}[0], lambda: (x for x in [])[0], lambda: len(x for x in []), lambda: 5 in (x for x in [5]), lambda: [].x, lambda: max([],key=len), lambda:{}.keys()[0], lambda: next([])]:
    t(f)
