import sys
def f(n): return f(n + 1)
class A:
    def __init__(self): A()
def g():
    yield from g()
for t in (lambda: f(0), A, lambda: next(g())):
    try: t()
    except RecursionError as e:
        tb = e.__traceback__; n = 0; last = None
        while tb: n += 1; last = tb; tb = tb.tb_next
        print(type(e), e, last.tb_frame.f_code.co_name, last.tb_lineno)
f(0)
