"""Sums and repetitions of lists and tuples, short and long, of floats, of subclasses and with what does not fit."""
from __future__ import print_function


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class L(list):
    def __mul__(self, n): return 'L*'
class I(int):
    def __rmul__(self, o): return 'I'
show(lambda: [1]*0)
show(lambda: [1,2]*-3)
show(lambda: (1,)*3)
show(lambda: ()*5)
show(lambda: [1.5]*2)
show(lambda: [1]*True)
show(lambda: [1]*I(2))
show(lambda: L([1])*2)
show(lambda: 3*[1])
show(lambda: 'ab'*0)
show(lambda: [1]*2.0)
show(lambda: (1,2)*(2**70))
show(lambda: [[]]*2)
show(lambda: [1]+(2,))
show(lambda: (1,)+[2])
show(lambda: list(range(40))+[1])
show(lambda: [None]*70 + [0.5])
x = [0.5, 1.5]
y = x + x
y[0] = 9
show(lambda: (x,y))
show(lambda: L([1])+[2])
show(lambda: type(L([1])+[2]).__name__)
show(lambda: (lambda a: (a, a*2, a+a))([0.5*i for i in range(3)]))
show(lambda: [1] * (2**62))
show(lambda: len([1,2,3] * 100000))
