"""`__del__` of what is still there at the end: in the order in which the last references go."""

class A:
    def __init__(s,n): s.n=n
    def __del__(s): print('del', s.n)
class B(A):
    pass
a = A(1)
l = [B(2), A(3)]
def g():
    a.b = A(4)
g()
print('end')
class Holder:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = parts

    def __del__(self):
        print('holder', self.name, len(self.parts))


shared = A('shared')
_first = A('first')
h = Holder('h', shared, A('inner'))
d = {'k': Holder('in dict'), 'l': [Holder('in list'), shared]}


def closed():
    own = A('in closure')

    def inner():
        return own

    return inner


f = closed()
cycle = Holder('cycle')
cycle.me = cycle


def main():
    print("main")


import atexit
atexit.register(print, 'atexit')
main()
print('the end')
