"""What `fractions` has in Python 2: the greatest common divisor, and what `/`, truth and hashes call."""


def _hash(self):
    if self.denominator == 1:
        return hash(self.numerator)
    # Equal floats have the same hash.
    number = float(self)
    return hash(number) if self == number else hash((self.numerator, self.denominator))


def _with_longs(fraction, operation):
    """The method that takes an int takes a long too."""
    def forward(a, b):
        return operation(a, fraction(b) if isinstance(b, long) else b)

    forward.__name__ = operation.__name__
    forward.__doc__ = operation.__doc__
    return forward


def adapt(fraction):
    """Gives the class the methods by which Python 2 finds what it can do."""
    for name in ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'divmod']:
        name = '__%s__' % name
        setattr(fraction, name, _with_longs(fraction, fraction.__dict__[name]))
    fraction.__div__ = fraction.__truediv__
    fraction.__rdiv__ = fraction.__rtruediv__
    fraction.__nonzero__ = fraction.__bool__
    fraction.__hash__ = _hash


def gcd(a, b):
    """The greatest common divisor of two integers; it has the sign of `b`, unless `b` is 0."""
    while b:
        a, b = b, a % b
    return a
