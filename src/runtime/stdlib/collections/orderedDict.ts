/**
 * `collections.OrderedDict`: a dict that knows its ends, and whose order counts in comparisons.
 * Spec: https://docs.python.org/3/library/collections.html#ordereddict-objects
 */
import { stateOf } from '../../pickle/reduce.js';
import { dict, dictMerge, dictsEqual } from '../../builtins/dict.js';
import { dictItems, dictKeys, dictValues, PyDictItems, PyDictKeys, PyDictValues } from '../../builtins/dictViews.js';
import { iteratorMembers } from '../../builtins/iterator.js';
import { builtin } from '../../builtins/registry.js';
import { getAttr, special } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { equals } from '../../object/equality.js';
import { KeyError, RuntimeError } from '../../object/errors.js';
import { keepingKeys, method } from '../../object/fn.js';
import { iter, iterate, toArray } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { methodKey, type Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { guardRepr, repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { type Members, type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyClassMethod, PyList, PyTuple } from '../../object/values.js';
import { importModule } from '../../import/importFunction.js';
import { declareType } from '../moduleTypes.js';
import { construct, update } from './orderedUpdate.js';

export class PyOrderedDict extends PyDict {
  override hashOrdered(): boolean {
    return false;
  }
  declare ownIterator: () => Py;
}
// Instances have no property for it: they are copied into forked processes field by field.
PyOrderedDict.prototype.ownIterator = ownIterator;

/** Python 2's class is written in Python: the methods that a subclass has are used by all others. */
const isAsked2 = (self: PyOrderedDict): boolean => rt.dialect === 2 && self.c$.isHeap;

function ownIterator(this: PyOrderedDict): PyIterator {
  return new OrderedDictIterator(this, 'keys', false);
}

type View = 'keys' | 'values' | 'items';

function* fromEnd(line: readonly Py[]): Generator<Py, undefined> {
  for (let at = line.length - 1; at >= 0; at--) yield line[at];
  return undefined;
}

class OrderedDictIterator extends PyIterator {
  private slots: Iterator<Py>;
  private size: number;
  constructor(
    public table: PyOrderedDict | null,
    readonly view: View,
    backwards: boolean,
  ) {
    super();
    this.size = table!.size;
    const { map } = table!;
    this.slots = backwards ? fromEnd(map.size === 0 ? [] : table!.line()) : map.keys();
  }
  /** What it has still to give, which it gives nevertheless. */
  rest(): Py[] {
    const { table } = this;
    const slots = [...{ [Symbol.iterator]: () => this.slots }];
    this.slots = slots.values();
    const values = toArray(this);
    this.table = table;
    this.slots = slots.values();
    return values;
  }
  nx(): Py {
    const { table } = this;
    if (table === null) return undefined;
    if (table.size !== this.size) {
      this.size = -1;
      throw RuntimeError('OrderedDict mutated during iteration');
    }
    const step = this.slots.next();
    if (step.done === true) {
      this.table = null;
      return undefined;
    }
    return this.shown(table, step.value);
  }
  private shown(table: PyOrderedDict, slot: Py): Py {
    if (!table.map.has(slot)) throw RuntimeError('OrderedDict mutated during iteration');
    if (this.view === 'keys') return table.keyOf(slot);
    const key = table.keyOf(slot);
    const value = isAsked2(table) ? special(table, '__getitem__')!(table, key) : table.map.get(slot);
    return this.view === 'values' ? value : new PyTuple([key, value]);
  }
}

declareType({
  name: 'odict_iterator',
  module: 'builtins',
  js: OrderedDictIterator,
  subclassable: false,
  members: () =>
    iteratorMembers({
      __reduce__: method(
        '()',
        (self: OrderedDictIterator) => new PyTuple([builtin('iter'), new PyTuple([new PyList(self.rest())])]),
      ),
    }),
});

class OrderedKeys extends PyDictKeys {}
class OrderedValues extends PyDictValues {}
class OrderedItems extends PyDictItems {}

function declareView(name: string, js: new (dict: PyDict) => Py, base: PyType, view: View): void {
  declareType({
    name,
    module: 'builtins',
    js,
    base,
    subclassable: false,
    members: () => ({
      __iter__: method('()', (self: Py) => new OrderedDictIterator(self.dict, view, false)),
      __reversed__: method('()', (self: Py) => new OrderedDictIterator(self.dict, view, true)),
    }),
  });
}
declareView('odict_keys', OrderedKeys, dictKeys, 'keys');
declareView('odict_values', OrderedValues, dictValues, 'values');
declareView('odict_items', OrderedItems, dictItems, 'items');

function popItem(self: PyOrderedDict, last: Py = true): Py {
  const taken = self.takeEnd(truthy(last));
  if (taken === undefined) throw KeyError('dictionary is empty');
  return new PyTuple(taken);
}

function moveToEnd(self: PyOrderedDict, key: Py, last: Py = true): null {
  if (!self.moveToEnd(key, truthy(last))) throw KeyError(key);
  return null;
}

function pop(self: PyOrderedDict, key: Py, fallback: Py): Py {
  const value = self.delete(key);
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  throw KeyError(key);
}

function sameOrder(a: PyDict, b: PyDict): boolean {
  if (!dictsEqual(a, b)) return false;
  const keys = b.keyList();
  return a.keyList().every((key, i) => equals(key, keys[i]));
}

function reprOrdered(self: PyOrderedDict): string {
  const name = shortTypeName(typeOf(self));
  if (self.size === 0) return `${name}()`;
  if (rt.dialect === 2) {
    return `${name}([${self
      .entryList()
      .map(([k, v]) => `(${repr(k)}, ${repr(v)})`)
      .join(', ')}])`;
  }
  return `${name}(${repr(plainCopy(self))})`;
}

/** A subclass's own `keys` and `__getitem__` are asked. */
function plainCopy(self: PyOrderedDict): PyDict {
  const result = new PyDict();
  if (self.c$.isHeap) dictMerge(result, self);
  else self.copyInto(result);
  return result;
}

function copy(self: PyOrderedDict): Py {
  if (!self.c$.isHeap) {
    const result = new PyOrderedDict();
    self.copyInto(result);
    return result;
  }
  const result = call(typeOf(self), []);
  for (const key of self.keyList())
    special(result, '__setitem__')!(result, key, special(self, '__getitem__')!(self, key));
  return result;
}

function reduce(self: PyOrderedDict): Py {
  return new PyTuple([typeOf(self), new PyTuple([]), stateOf(self), null, iter(callMethod(self, 'items'))]);
}

function union(self: Py, other: Py, cls: PyType): Py {
  if (!(self instanceof PyDict) || !(other instanceof PyDict)) return NotImplemented;
  const result = call(cls, [self]);
  update(result, [other], new Map());
  return result;
}

const equality = (negate: boolean) =>
  method('(value, /)', (self: PyOrderedDict, other: Py) => {
    if (!(other instanceof PyDict)) return NotImplemented;
    const same = other instanceof PyOrderedDict ? sameOrder(self, other) : dictsEqual(self, other);
    return same !== negate;
  });

/** What is a Python function of the class itself in Python 2. */
const OF_DICT_2 = 'keys values items iterkeys itervalues iteritems clear'.split(' ');
const VIEWS_2 = { viewkeys: 'KeysView', viewvalues: 'ValuesView', viewitems: 'ItemsView' };
const ofDict = (name: string): Py => method('()', (self: PyOrderedDict) => dict.proto[methodKey(name)](self));
const viewOf = (name: string): Py =>
  method('()', (self: PyOrderedDict) => call(getAttr(importModule('collections.abc', null, ['*'], 0), name), [self]));

function members2(): Members {
  const made: Members = {};
  for (const name of OF_DICT_2) made[name] = ofDict(name);
  for (const [name, view] of Object.entries(VIEWS_2)) made[name] = viewOf(view);
  return made;
}

function views(): Members {
  if (rt.dialect === 2) return members2();
  return {
    move_to_end: method('(key, last=True)', moveToEnd),
    keys: method('()', (self: PyOrderedDict) => new OrderedKeys(self)),
    values: method('()', (self: PyOrderedDict) => new OrderedValues(self)),
    items: method('()', (self: PyOrderedDict) => new OrderedItems(self)),
    __or__: method('(value, /)', (self: Py, other: Py) => union(self, other, typeOf(self))),
    __ror__: method('(value, /)', (self: Py, other: Py) => union(other, self, typeOf(self))),
    __ior__: method('(value, /)', (self: PyOrderedDict, other: Py) => {
      update(self, [other], new Map());
      return self;
    }),
  };
}

export const orderedDictType: PyType = declareType({
  name: 'OrderedDict',
  name2: 'OrderedDict',
  module: 'collections',
  js: PyOrderedDict,
  base: dict,
  hasDict: true,
  doc: 'Dictionary that remembers insertion order',
  make: (cls: PyType) => new cls.ctor(),
  members: () => ({
    __init__: keepingKeys(method('(*args, **kwargs)', construct, 'OrderedDict')),
    __iter__: method('()', (self: PyOrderedDict) => new OrderedDictIterator(self, 'keys', false)),
    __reversed__: method('()', (self: PyOrderedDict) => new OrderedDictIterator(self, 'keys', true)),
    __repr__: method('()', (self: PyOrderedDict) => guardRepr(self, '...', reprOrdered)),
    __eq__: equality(false),
    __ne__: equality(true),
    __hash__: null,
    popitem: method('(last=True)', popItem),
    pop: method('(key, default=<unrepresentable>)', pop),
    setdefault: method('(key, default=None)', (self: PyOrderedDict, key: Py, value: Py = null) => {
      if (self.c$.isHeap && truthy(special(self, '__contains__')!(self, key)))
        return special(self, '__getitem__')!(self, key);
      const found = self.get(key);
      if (found !== undefined) return found;
      special(self, '__setitem__')!(self, key, value);
      return value;
    }),
    update: keepingKeys(method('(*args, **kwargs)', update)),
    copy: method('()', copy),
    __reduce__: method('()', reduce),
    fromkeys: new PyClassMethod(
      method('(iterable, value=None)', (cls: PyType, iterable: Py, value: Py = null) => {
        const result = call(cls, []);
        const set = special(result, '__setitem__')!;
        const it = iterate(iterable);
        for (let key = it.nx(); key !== undefined; key = it.nx()) set(result, key, value);
        return result;
      }),
    ),
    ...views(),
  }),
});
