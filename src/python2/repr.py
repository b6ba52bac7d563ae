"""Short texts of large objects.

Spec: https://docs.python.org/2.7/library/repr.html
"""

import __builtin__
from itertools import islice

__all__ = ['Repr', 'repr']


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


class Repr:
    """Limits by kind of object; a method `repr_NAME` is for objects whose type has that name."""

    def __init__(self):
        self.maxlevel = self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxdict, self.maxarray = 4, 5
        self.maxother, self.maxstring, self.maxlong = 20, 30, 40

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = '_'.join(type(x).__name__.split()) if ' ' in type(x).__name__ else type(x).__name__
        method = getattr(self, 'repr_' + name, None)
        return self._cut(__builtin__.repr(x), self.maxother) if method is None else method(x, level)

    def _cut(self, text, most):
        """The text, or its ends with dots between them."""
        return text if len(text) <= most else self._ends(text, most)

    def _ends(self, text, most):
        left = max(0, (most - 3) // 2)
        return text[:left] + '...' + text[len(text) - max(0, most - 3 - left):]

    def _series(self, x, level, left, right, most, trail=''):
        if level <= 0 and len(x) > 0:
            return left + '...' + right
        parts = [self.repr1(item, level - 1) for item in islice(x, most)]
        if len(x) > most:
            parts.append('...')
        return left + ', '.join(parts) + (trail if len(x) == 1 else '') + right

    def repr_tuple(self, x, level):
        return self._series(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._series(x, level, '[', ']', self.maxlist)

    def repr_array(self, x, level):
        return self._series(x, level, "array('%s', [" % x.typecode, '])', self.maxarray)

    def repr_set(self, x, level):
        return self._series(_in_order(x), level, 'set([', '])', self.maxset)

    def repr_frozenset(self, x, level):
        return self._series(_in_order(x), level, 'frozenset([', '])', self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._series(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if len(x) == 0:
            return '{}'
        if level <= 0:
            return '{...}'
        parts = ['%s: %s' % (self.repr1(key, level - 1), self.repr1(x[key], level - 1))
                 for key in islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            parts.append('...')
        return '{%s}' % ', '.join(parts)

    def repr_str(self, x, level):
        text = __builtin__.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        # Cut in what it stands for, so that no escape is broken in the middle.
        left = max(0, (self.maxstring - 3) // 2)
        right = max(0, self.maxstring - 3 - left)
        return self._ends(__builtin__.repr(x[:left] + x[len(x) - right:]), self.maxstring)

    def repr_long(self, x, level):
        return self._cut(__builtin__.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = __builtin__.repr(x)
        except Exception:
            return '<%s instance at %#x>' % (x.__class__.__name__, id(x))
        return self._cut(text, self.maxstring)


aRepr = Repr()
repr = aRepr.repr
