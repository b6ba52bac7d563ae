"""Methods at the ends of lists, deques and heaps: wrong arguments, other receivers, subclasses."""
import heapq
from collections import deque
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
q = deque([1, 2, 3], 3)
t(lambda: q.append()); t(lambda: q.append(1, 2)); t(lambda: q.append(item=1)); t(lambda: deque.append(1, 2)); t(lambda: deque.pop([])); t(lambda: deque.popleft())
t(lambda: q.pop(1)); t(lambda: deque().pop()); t(lambda: deque().popleft()); t(lambda: (q.append(7), q.appendleft(8), q)); t(lambda: q.popleft(1)); t(lambda: q.appendleft())
t(lambda: [].pop()); t(lambda: [1, 2, 3].pop(0)); t(lambda: [1].pop(5)); t(lambda: [1].pop(1, 2)); t(lambda: list.pop()); t(lambda: [1].pop(index=0)); t(lambda: [1.5].pop())
t(lambda: heapq.heappush((), 1)); t(lambda: heapq.heappush([], 1, 2)); t(lambda: heapq.heappop([])); t(lambda: heapq.heappop(()));
t(lambda: (deque.append.__name__, deque.pop.__qualname__, heapq.heappush.__name__, list.pop.__name__, repr(list.pop), repr(heapq.heappop), repr(deque.popleft)))
class D(deque):
    def append(self, x): print("own", x); super().append(x)
d = D(); d.append(3); print(d, d.pop(), d)
class L(list):
    def pop(self, *a): return ("own",) + (super().pop(*a),)
print(L([1, 2]).pop(), L([1, 2]).pop(0))
t(lambda: heapq.heappush([1], "a"))
