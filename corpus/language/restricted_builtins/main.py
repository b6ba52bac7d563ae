# Texts that run with builtins of their own
for b in (None, {}, 5, {'sum': sum}, []):
    try: print(eval('sum([1,2])', {'__builtins__': b}))
    except Exception as e: print(type(e).__name__ + str(e))
    try: print(eval('[x for x in (1,2)]', {'__builtins__': b}))
    except Exception as e: print(type(e).__name__ + str(e))
    try: exec('import os', {'__builtins__': b})
    except Exception as e: print(type(e).__name__ + str(e))
    try: exec('def f(): return len([])\nf()', {'__builtins__': b})
    except Exception as e: print(type(e).__name__ + str(e))
import builtins
def my(name, *a, **k): print('imp', name); return builtins.__import__(name, *a, **k)
exec("import os\nprint(os.name)\nfrom math import pi\nprint(pi)", {"__builtins__": {'__import__': my, 'print': print}})
