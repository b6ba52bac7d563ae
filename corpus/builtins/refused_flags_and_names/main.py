# pymp: python=3
"""What compile, breakpoint and relative imports refuse, and how they say so."""
for f in (0xff, 0x1000000, 0, 0x400, 0x2000, 0x8000, 16,1,2,4,0x10,0x200,0x100,0x20000, 0x40000, 0x1000,0x4000,0x10000, 0x80000,0x100000,0x200000):
    try: compile('1','f','eval',f); print(hex(f),'ok')
    except Exception as e: print(hex(f),type(e).__name__,e)
for o in (-2,-1,0,1,2,3):
    try: compile('1','f','eval',0,False,o); print(o,'ok')
    except Exception as e: print(o,type(e).__name__,e)
import os
import warnings
warnings.simplefilter('always')
for p in '.', '..', '.foo', 'foo.', '.int', 'int.', '.foo.bar', '..foo.bar', '/./', 'nosuchbuiltin', 'nosuchmodule.nosuchcallable','len','a.b.c','os.nosuch':
    os.environ['PYTHONBREAKPOINT']=p
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: breakpoint('x')
        except Exception as e: print(p,type(e),e)
        print(p,[str(x.message) for x in w])
for g in ({'__package__': None, '__spec__': None, '__name__': '__main__'},{'__name__': '__main__'},{'__package__': None, '__name__':'a.b'},{'__name__':'os','__path__':[]},{'__package__':5},{},{'__package__':'os','__spec__':None}):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: __import__('', g, {}, ('foo',), 1)
        except Exception as e: print(type(e),e)
        print([(x.category.__name__,str(x.message)) for x in w])
ok=0
for i in range(31):
    try: compile('1','f','eval',1<<i); ok|=1<<i
    except ValueError: pass
    except Exception as e: ok|=1<<i; print(hex(1<<i),e)
print(hex(ok))
