# pymp: python=2,3
"""pickle: values, instances, shared references, what cannot be pickled."""
from __future__ import print_function
import pickle


class Account(object):
    def __init__(self, owner, balance):
        self.owner, self.balance, self.cache = owner, balance, 'secret'

    def __getstate__(self):
        state = dict(self.__dict__)
        del state['cache']
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.cache = 'rebuilt'


class Pair(object):
    def __init__(self, a, b):
        self.a, self.b = a, b

    def __reduce__(self):
        return (Pair, (self.b, self.a))


def round_trip(value):
    return pickle.loads(pickle.dumps(value, 2))


for value in (None, True, 5, -(2 ** 80), 1.5, 'text', (1, (2,)), [1, [2]], {'k': [None]}, set([1]), frozenset([2]), u'\u4e2d', 1 + 2j):
    print(round_trip(value) == value, type(round_trip(value)) is type(value))
account = round_trip(Account('ann', 10))
print(account.owner, account.balance, account.cache, type(account) is Account)
pair = round_trip(Pair(1, 2))
print(pair.a, pair.b)
shared = [1]
both = round_trip([shared, shared])
print(both[0] is both[1])
loop = []
loop.append(loop)
again = round_trip(loop)
print(again[0] is again, round_trip(len) is len, round_trip(round_trip) is round_trip, round_trip(Account) is Account)
print(len(pickle.loads(pickle.dumps(list(range(1000)), pickle.HIGHEST_PROTOCOL))), pickle.loads(b'(lp0\nI1\naI2\na.'))
for value in (lambda: 0, (n for n in 'ab'), open(__file__)):
    try:
        pickle.dumps(value, 2)
    except Exception as error:
        print(type(error).__name__ in ('PicklingError', 'TypeError', 'AttributeError'))
