/**
 * `list`.
 * Spec: https://docs.python.org/3/library/stdtypes.html#lists
 */
import { IndexError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { ListIterator, toArray } from '../object/iterate.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { guardRepr, repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { equals } from '../object/equality.js';
import { PyList, PyStaticMethod } from '../object/values.js';

export const list: PyType = builtinType({ name: 'list', js: PyList });

defineMembers(list, () => ({
  __doc__: 'Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.',
  __hash__: null,
  // `__new__` takes the class and whatever `__init__` gets; a subclass's instance is made with its own `ctor`.
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor([]), '__new__')),
  __init__: method('(iterable=(), /)', (self: PyList, iterable: Py) => {
    self.items = iterable === undefined ? [] : toArray(iterable);
    return null;
  }),
  __len__: method('()', (self: PyList) => self.items.length),
  __iter__: method('()', (self: PyList) => new ListIterator(self)),
  __repr__: method('()', (self: PyList) => guardRepr(self, '[...]', () => `[${self.items.map(repr).join(', ')}]`)),
  append: method('(object, /)', (self: PyList, item: Py) => {
    self.items.push(item);
    return null;
  }),
  pop: method('(index=-1, /)', (self: PyList, index: Py) => {
    const { items } = self;
    if (items.length === 0) throw IndexError('pop from empty list');
    if (index === undefined) return items.pop();
    let at = asSize(index);
    if (at < 0) at += items.length;
    if (at < 0 || at >= items.length) throw IndexError('pop index out of range');
    return items.splice(at, 1)[0];
  }),
  index: method('(value, start=0, stop=9223372036854775807, /)', (self: PyList, value: Py) => {
    for (let i = 0; i < self.items.length; i++) if (equals(self.items[i], value)) return i;
    throw ValueError(`${repr(value)} is not in list`);
  }),
}));

void TypeError;
