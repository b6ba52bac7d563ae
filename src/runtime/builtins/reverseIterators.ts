/** `reversed`, and the iterators that `__reversed__` of the containers gives. */
import { special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { PyBaseException, TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { PyIterator } from '../object/pyIterator.js';
import { DictItemIterator, DictKeyIterator, DictValueIterator } from '../object/tableIterator.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { HashTable } from '../object/hashTable.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { checkNew, noKeywords, overrides } from './checkNew.js';
import { direct } from './direct.js';
import { iteratorMembers, iteratorType, reduceTo, tableMembers } from './iterator.js';
import { length } from './len.js';
import { charAt } from './subscript.js';

export class ListReverseIterator extends PyIterator {
  at: number;
  constructor(public list: PyList | null) {
    super();
    this.at = list === null ? -1 : list.items.length - 1;
  }
  nx(): Py {
    const { list, at } = this;
    if (list === null) return undefined;
    if (at >= 0 && at < list.items.length) {
      this.at = at - 1;
      return list.items[at];
    }
    this.at = -1;
    this.list = null;
    return undefined;
  }
}

iteratorType('list_reverseiterator', 'listreverseiterator', ListReverseIterator, () => ({
  __length_hint__: method('()', (self: ListReverseIterator) =>
    self.list === null || self.list.items.length < self.at + 1 ? 0 : self.at + 1,
  ),
  __reduce__: method('()', (self: ListReverseIterator) =>
    self.list === null ? reduceTo('reversed', new PyList([])) : reduceTo('reversed', self.list, self.at),
  ),
  __setstate__: method('(state, /)', (self: ListReverseIterator, state: Py) => {
    const at = asSize(state);
    if (self.list !== null) self.at = Math.min(Math.max(at, -1), self.list.items.length - 1);
    return null;
  }),
}));

export class DictReverseKeyIterator extends DictKeyIterator {
  constructor(table: HashTable) {
    super(table, true);
  }
}
export class DictReverseValueIterator extends DictValueIterator {
  constructor(table: HashTable) {
    super(table, true);
  }
}
export class DictReverseItemIterator extends DictItemIterator {
  constructor(table: HashTable) {
    super(table, true);
  }
}
iteratorType('dict_reversekeyiterator', 'dict_reversekeyiterator', DictReverseKeyIterator, tableMembers);
iteratorType('dict_reversevalueiterator', 'dict_reversevalueiterator', DictReverseValueIterator, tableMembers);
iteratorType('dict_reverseitemiterator', 'dict_reverseitemiterator', DictReverseItemIterator, tableMembers);

/** `reversed` of a sequence: `__getitem__` from the last index down. */
export class ReversedIterator extends PyIterator {
  constructor(
    public sequence: Py,
    public at: number,
  ) {
    super();
  }
  nx(): Py {
    const { sequence } = this;
    if (sequence === null) return undefined;
    if (this.at < 0) {
      this.sequence = null;
      return undefined;
    }
    if (typeof sequence === 'string') return charAt(sequence, this.at--);
    if (sequence instanceof PyTuple && !sequence.c$.isHeap) return sequence.items[this.at--];
    try {
      return special(sequence, '__getitem__')!(sequence, this.at--);
    } catch (error) {
      if (!endsSequence(error)) throw error;
      this.sequence = null;
      return undefined;
    }
  }
}

const endsSequence = (error: unknown) =>
  error instanceof PyBaseException &&
  error.c$.mro.some((c) => c.qualname === 'IndexError' || c.qualname === 'StopIteration');

/** `reversed(o)`. */
export function reversedOf(o: Py): Py {
  if (o instanceof PyList && !o.c$.isHeap) return new ListReverseIterator(o);
  const hook = special(o, '__reversed__');
  if (hook !== undefined) return hook(o);
  const isSequence = special(o, '__getitem__') !== undefined && typeOf(o).proto.$__reversed__ !== null && !isMapping(o);
  if (!isSequence) {
    throw TypeError(
      rt.dialect === 2 ? 'argument to reversed() must be a sequence' : `'${typeOf(o).name}' object is not reversible`,
    );
  }
  return new ReversedIterator(o, Number(length(o)) - 1);
}

/** Types of the runtime that have `__getitem__` by key. */
const isMapping = (o: Py) => typeOf(o).mro.some((c) => !c.isHeap && (c.name === 'dict' || c.name === 'mappingproxy'));

export const reversed: PyType = builtinType({ name: 'reversed', js: ReversedIterator });

const wrongCount = (given: number): Py =>
  TypeError(`reversed expected 1 ${rt.dialect === 2 ? 'arguments' : 'argument'}, got ${given}`);

const make = (cls: PyType, o: Py): Py => {
  checkNew(cls, reversed);
  if (cls === reversed) return reversedOf(o);
  const made = reversedOf(o);
  return made instanceof ReversedIterator ? new cls.ctor(made.sequence, made.at) : made;
};

defineMembers(reversed, () => ({
  __doc__: 'Return a reverse iterator over the values of the given sequence.',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      function (cls: PyType, o: Py) {
        if (arguments.length !== 2) throw wrongCount(arguments.length - 1);
        return make(cls, o);
      },
      (cls: PyType, args: Py[], kwargs: Map<string, Py>) => {
        if (kwargs.size > 0 && !overrides(cls, reversed, '__init__')) throw noKeywords(reversed);
        if (args.length !== 1) throw wrongCount(args.length);
        return make(cls, args[0]);
      },
      '__new__',
    ),
  ),
  ...iteratorMembers({
    __length_hint__: method('()', (self: ReversedIterator) => {
      if (self.sequence === null) return 0;
      const at = self.at + 1;
      return Number(length(self.sequence)) < at ? 0 : at;
    }),
    __reduce__: method('()', (self: ReversedIterator) =>
      self.sequence === null
        ? new PyTuple([typeOf(self), new PyTuple([new PyTuple([])])])
        : new PyTuple([typeOf(self), new PyTuple([self.sequence]), self.at]),
    ),
    __setstate__: method('(state, /)', (self: ReversedIterator, state: Py) => {
      const at = asSize(state);
      if (self.sequence !== null) self.at = Math.min(Math.max(at, -1), Number(length(self.sequence)) - 1);
      return null;
    }),
  }),
}));
