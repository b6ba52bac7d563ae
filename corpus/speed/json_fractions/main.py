# Fractions of few digits are read without a look at their text; all others as before.
import json, random
random.seed(7)
bad=0
for i in range(3000):
    n=random.randrange(1,17); s=str(random.randrange(10**n))
    k=random.randrange(0,18)
    t=random.choice(["","-"])+s+"."+"".join(random.choice("0123456789") for _ in range(k))+random.choice(["","","","e5","E-3"])
    try: a=json.loads(t)
    except ValueError as e: a=str(e)
    try: b=float(t) if k else None
    except ValueError: b=None
    if b is not None and isinstance(a,float) and repr(a)!=repr(b): bad+=1; print(t,a,b)
print(bad)
for t in ("1.","-0.0","0.0","01.5","00.1","1.5.2","[1.5]","[1.5,2.25]","1.5e","1.5e+","-1.25E2","0.1","123456789012345.5","0.000000000000001","-.5","1.5x","[0.5 ,1]","12345678901234567890.5"):
    try: print(t,json.loads(t))
    except ValueError as e: print(t,e)
print(json.loads("[1.5, 2.5]", parse_float=str))
