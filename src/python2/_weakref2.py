"""What the dicts of `weakref` have in Python 2 only: lists of what is in them, and iterators."""


def _has_key(self, key):
    return key in self


def add_old_methods(cls):
    """Gives a dict class of the library the methods of Python 2."""
    keys, values, items = cls.keys, cls.values, cls.items
    refs = 'keyrefs' if hasattr(cls, 'keyrefs') else 'valuerefs'
    for name, plain in ('keys', keys), ('values', values), ('items', items):
        setattr(cls, 'iter' + name, _renamed(plain, 'iter' + name))
        setattr(cls, name, _listed(plain, name))
    listed = getattr(cls, refs)
    setattr(cls, 'iter' + refs[:-1] + 's', lambda self: iter(listed(self)))
    cls.has_key = _has_key


def _renamed(plain, name):
    def method(self):
        return iter(plain(self))
    method.__name__ = name
    return method


def _listed(plain, name):
    def method(self):
        return list(plain(self))
    method.__name__ = name
    return method
