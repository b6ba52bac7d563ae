# pymp: python=2
# pdb.set_trace() with commands from standard input.
import pdb
def f(n):
    t = 0
    for i in range(n):
        t += g(i)
    return t
def g(x):
    y = x * 2
    return y
print('start')
pdb.set_trace()
r = f(3)
print(r)
pdb.set_trace()
print('end')

def outer(word):
    count = len(word)
    def middle(n):
        inside = n * count
        pdb.set_trace()
        return inside
    result = middle(2)
    return result

print(outer('abc'))

class Stack:
    def __init__(self): self.items = []
    def push(self, item):
        self.items.append(item)
        return self

def raising():
    try:
        Stack().pop()
    except AttributeError as e:
        print('caught %s' % e)
    return [x * 2 for x in range(3)]

pdb.set_trace()
raising()
s = Stack()
s.push(1).push(2)
print(s.items)


class Recorder(pdb.bdb.Bdb):
    def note(self, what, frame, rest=''):
        if frame.f_code.co_filename == push.__code__.co_filename:
            print('%s %s %d %s' % (what, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, rest))

    def user_call(self, frame, args):
        self.note('call', frame)
        self.set_step()

    def user_line(self, frame):
        self.note('line', frame, sorted(frame.f_locals))
        self.set_step()

    def user_return(self, frame, value):
        self.note('return', frame, value)

    def user_exception(self, frame, info):
        self.note('exception', frame, info[0].__name__)


push = Stack.__dict__['push']
print(Recorder().runcall(raising))
pdb.run('print(f(1))')
pdb.runcall(g, 5)
