# pymp: python=2,3
"""Subclasses of OrderedDict and other objects that are made anew by their constructors, in a forked process."""
import collections
import multiprocessing


class Cache(collections.OrderedDict):
    """A cache that forgets the oldest."""

    def __init__(self, limit, *args):
        self.limit = limit
        self.hits = 0.0
        super(Cache, self).__init__(*args)

    def look(self, key):
        if key in self:
            self.hits += 1
            self[key] = self.pop(key)
            return self[key]
        self[key] = key * 2
        while len(self) > self.limit:
            self.popitem(last=False)
        return self[key]


class Named(collections.OrderedDict):
    def __init__(self, *args):
        super(Named, self).__init__(*args)
        self.name = 'named'




cache = Cache(3)
named = Named([('b', 1), ('a', 2)])
plain = collections.OrderedDict([(2, 'two'), (1, 'one')])
plain.itself = plain
plain.move = [named]


def work(given):
    print('%s %s %s' % (list(cache.items()), cache.limit, cache.hits))
    print('%s %s' % (cache.look(9), list(cache)))
    print('%s %s %s' % (list(named.items()), named.name, type(named).__name__))
    print('%s %s %s' % (list(plain.items()), plain.itself is plain, plain.move[0] is named))
    print('%s %s' % (given is cache, list(reversed(given))))
    given.popitem()
    print(list(given))


if __name__ == '__main__':
    for key in 1, 2, 3, 1, 4:
        cache.look(key)
    child = multiprocessing.Process(target=work, args=(cache,))
    child.start()
    child.join()
    print('%s %s' % (list(cache), child.exitcode))
