"""Ratios of floats of all sizes, hashes asked for at once and piece by piece, attributes over those of the class."""
from __future__ import print_function
import hashlib
import hmac

values = [0.5, -0.5, 0.1, -0.1, 1.5, 1e-3, 0.001000000001, 9.99e-4, 1e-300, 5e-324, 4503599627370495.5, 4503599627370496.5, -2251799813685247.75,
          0.9999999999999999, 1.0000000000000002, 1 / 3.0, 1e22, 123456.789, 2.0 ** 60, 0.0]
for v in values:
    n, d = v.as_integer_ratio()
    print(repr(v), n, d, float(n) / d == v if d < 2 ** 1000 else None)

for name in ('md5', 'sha1', 'sha256', 'sha512'):
    h = hashlib.new(name)
    print(name, h.hexdigest()[:16], hashlib.new(name, b'abc').hexdigest()[:16])
    h.update(b'a')
    h.update(b'')
    once = h.hexdigest()
    h.update(b'bc')
    other = h.copy()
    other.update(b'd' * 5000)
    print(once[:16], h.hexdigest()[:16], h.digest() == hashlib.new(name, b'abc').digest(), other.hexdigest()[:16])
    print(hmac.new(b'key', b'msg', getattr(hashlib, name)).hexdigest()[:16])


class Base(object):
    shown = 1

    def act(self):
        return 'method'

    @property
    def fixed(self):
        return 3


class Derived(Base):
    shown = 2


def fill(o, names):
    for name in names:
        setattr(o, name, name * 2)
    return sorted(vars(o).items())


o = Derived()
print(fill(o, ['a', 'shown', 'act', 'b']), o.shown, o.act, Derived.shown, Derived().act())
del o.shown, o.act
print(o.shown, o.act(), sorted(vars(o)))
try:
    o.fixed = 4
except AttributeError as e:
    print('AttributeError')
