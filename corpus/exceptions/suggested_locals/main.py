"""Names that may have been meant: only variables that have a value, and only where there is a traceback."""
import traceback
def late():
    print(valu)
    value = 1
def early():
    value = 1
    print(valu)
def params(value, *, other=3):
    return valu
def oneline(value): return valu
def assigned():
    value = valu
def looped():
    for value in [1]:
        print(valu)
def outer():
    value = 1
    def inner():
        return valu, value
    inner()
class C:
    value = 1
    def m(self):
        return self.x + valu
def comp():
    return [valu for value in [1]]
def lam():
    f = lambda value: valu
    f(1)
for f in (late, early, lambda: params(1), lambda: oneline(1), assigned, looped, outer, C().m, comp, lam):
    try:
        f()
    except Exception as e:
        print("".join(traceback.format_exception(e)).strip().split("\n")[-1])
    try:
        f()
    except NameError as e:
        print("alone:", "".join(traceback.format_exception_only(e)).strip())
    except AttributeError as e:
        print("attribute:", e)
