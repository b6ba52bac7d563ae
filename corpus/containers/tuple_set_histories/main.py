# pymp: python=3
"""Sets of tuples, some of them with other elements too, through what may happen to a set, and the order that they show."""
import random

random.seed(11)
out = []
def key():
    k=random.random()
    if k<.75: return (random.randrange(-3,9),random.randrange(9))
    if k<.9: return (random.randrange(5),(random.randrange(3),2.5),None)
    if k<.95: return random.randrange(20)
    return frozenset([(1,random.randrange(4)),2])
mode=0
for rnd in range(25):
    s=set(); t={(1,2),(3,4)}; tup=random.random()<.6
    g=(lambda: (random.randrange(-3,9),random.randrange(9))) if tup else key
    for step in range(random.randrange(60)):
        op=random.randrange(17)
        if op<6: s.add(g())
        elif op<9: s.discard(g())
        elif op==9 and s: out.append(s.pop())
        elif op==10: s|={g() for _ in range(4)}
        elif op==11: s-={g() for _ in range(4)}
        elif op==12: s=s.copy() if random.random()<.5 else set(s)
        elif op==13: s^={g(),g()}
        elif op==14: t=frozenset(s)&{g() for _ in range(9)}; out.append(list(t))
        elif op==15: out.append((g() in s, len(s), s=={*s}, sorted(map(repr,s))[:2]))
        elif op==16 and s and random.random()<.3: s.clear()
        if random.random()<.15: out.append(list(s))
    out.append(list(s)); out.append(list(t|s)); out.append(list(s-t)); out.append(repr(s)); out.append(list(sorted(s,key=repr)))
    for x in list(s)[:3]: s.remove(x)
    out.append([*s]); it=iter(s)
    try:
        for x in it: s.add((99,rnd)) 
    except RuntimeError as e: out.append(str(e))
print('\n'.join(map(repr,out)))
