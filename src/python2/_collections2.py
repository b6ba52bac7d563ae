"""What Python 2's collections have otherwise: how a Counter is shown, and what namedtuple takes and gives."""

import keyword as _keyword
import sys as _sys


def show_counter(self):
    """The counts, the greatest first."""
    name = self.__class__.__name__
    if not self:
        return '%s()' % name
    return '%s({%s})' % (name, ', '.join(['%r: %r' % pair for pair in self.most_common()]))


def _check_name(name):
    if not all(character.isalnum() or character == '_' for character in name):
        raise ValueError('Type names and field names can only contain alphanumeric characters and underscores: %r'
                         % name)
    if _keyword.iskeyword(name):
        raise ValueError('Type names and field names cannot be a keyword: %r' % name)
    if name[0].isdigit():
        raise ValueError('Type names and field names cannot start with a number: %r' % name)


def named_tuples(make, ordered, name_code, give):
    """
    `namedtuple` on top of the library's: `make` is that, `ordered` the class of its dictionaries. `name_code` gives the
    code of a function another name, `give` a class an attribute.
    """

    def as_dict(self):
        """The fields and their values, in order."""
        return ordered(zip(self._fields, self))

    def replace(_self, **kwds):
        """The same with other values in some of the fields."""
        result = _self._make(map(kwds.pop, _self._fields, _self))
        if kwds:
            raise ValueError('Got unexpected field names: %r' % kwds.keys())
        return result

    replace.__name__ = '_replace'

    def namedtuple(typename, field_names, verbose=False, rename=False, **others):
        """A class of tuples whose items have names; the library's modules give it more."""
        if isinstance(field_names, basestring):
            field_names = field_names.replace(',', ' ').split()
        field_names, typename = map(str, field_names), str(typename)
        for name in [typename] + ([] if rename else field_names):
            _check_name(name)
        others.setdefault('module', _sys._getframe(1).f_globals.get('__name__', '__main__'))
        made = make(typename, field_names, rename=rename, **others)
        made._asdict = as_dict
        made._replace = replace
        give(made, '__dict__', property(as_dict))
        name_code(made.__new__, '__new__')
        return made

    namedtuple.__module__ = 'collections'
    return namedtuple


def _has(cls, name):
    try:
        return any(name in vars(each) for each in cls.__mro__)
    except AttributeError:
        return hasattr(cls, name)


def iterator_hook(iterator):
    """How `iterator`, the abstract class, knows other classes: by the names that their methods have in Python 2."""

    @classmethod
    def __subclasshook__(cls, other):
        if cls is iterator and _has(other, 'next') and _has(other, '__iter__'):
            return True
        return NotImplemented

    return __subclasshook__


def adapt_mapping(mapping):
    """Gives `mapping`, the abstract class, the methods of Python 2: lists of what is in it, and iterators."""
    def keys(self):
        return list(self)

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def iterkeys(self):
        return iter(self)

    def itervalues(self):
        for key in self:
            yield self[key]

    def iteritems(self):
        for key in self:
            yield (key, self[key])

    for method in keys, values, items, iterkeys, itervalues, iteritems:
        setattr(mapping, method.__name__, method)


def _is_hashable(cls):
    """By its methods. An old-style class that does not say so itself counts as not hashable."""
    for each in getattr(cls, '__mro__', ()):
        if '__hash__' in vars(each):
            return vars(each)['__hash__'] is not None
    return bool(getattr(cls, '__hash__', None))


def adapt_abstract(abc):
    """Tells the abstract classes of the types that are Python 2's only, and how they know classes that are hashable."""
    for cls in basestring, buffer, xrange:
        abc.Sequence.register(cls)
    empty = {}
    abc.KeysView.register(type(empty.viewkeys()))
    abc.ItemsView.register(type(empty.viewitems()))
    abc.ValuesView.register(type(empty.viewvalues()))
    hashable = abc.Hashable

    @classmethod
    def __subclasshook__(cls, other):
        return _is_hashable(other) or NotImplemented if cls is hashable else NotImplemented

    hashable.__subclasshook__ = __subclasshook__
