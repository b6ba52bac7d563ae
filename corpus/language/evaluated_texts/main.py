# pymp: python=3
"""eval() in comprehensions, and texts for eval, exec and the prompt that stop too early."""
a = 5
print([eval("a") for a in [1, 2]])
print([eval("b") for b in [1, 2]])
print({eval("c") for c in [1, 2]}, {eval("d"): 1 for d in [1, 2]}, list(eval("e") for e in [1, 2]))
print([locals()['x'] for x in 'ab'], [sorted(k for k in locals() if not k.startswith('_')) for y in 'a'])
def f():
    q = 1
    return [eval("p") for p in [1, 2]], [eval("p + q") for p in [1] if q]
print(f())
print([exec("made = h") or h for h in [1, 2]], 'made' in globals())
try: eval('1 +')
except SyntaxError as e: print(e.msg, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset)
import traceback
for s in ('1 +', '(', 'a b', 'x = 1', '"abc', '1 +\n', 'f(', '[1, 2', '', 'for', 'def', "'''abc"):
  for m in ('eval', 'exec', 'single'):
    try: compile(s, '<string>', m)
    except SyntaxError as e: print(repr(s), m, ''.join(traceback.format_exception_only(e)))
for s in ('1 +  ', '1 + # c', 'a.', 'not', 'lambda:', 'x if', 'x if 1', '1 <', '[1] +\n\n', 'f(1) and', '1 + )', '1;', 'a\n+'):
  for m in ('eval', 'exec', 'single'):
    try: compile(s, '<string>', m); print(repr(s), m, 'ok')
    except SyntaxError as e: print(repr(s), m, type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text), e.end_lineno, e.end_offset)
