/**
 * `enumerate`.
 * Spec: https://docs.python.org/3/library/functions.html#enumerate
 */

import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { asIterator, iter } from '../object/iterate.js';
import { type Iterator, type PairIterator, PyIterator } from '../object/pyIterator.js';
import { asIndex, normalInt } from '../object/number.js';
import type { Py } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyClassMethod, PyStaticMethod, PyTuple } from '../object/values.js';
import { hasThreadForm, type Thread } from '../threads/generators.js';
import { direct } from './direct.js';
import { genericAlias } from './genericAlias.js';
import { iteratorMembers } from './iterator.js';

export class EnumerateIterator extends PyIterator implements PairIterator {
  private readonly source: Iterator;
  first: Py = undefined;
  second: Py = undefined;
  constructor(
    /** The Python iterator. */
    readonly iterator: Py,
    public count: number | bigint,
  ) {
    super();
    this.source = asIterator(iterator);
  }
  /** As for `map`, where the iterator has a form for threads. */
  get call(): true | undefined {
    return hasThreadForm(this.source) || undefined;
  }
  get nextInThread(): (() => Thread) | undefined {
    return this.call && this.inThread;
  }
  nx(): Py {
    const item = this.source.nx();
    return item === undefined ? undefined : new PyTuple([this.next(), item]);
  }
  get givesPairs(): boolean {
    return true;
  }
  nextPair(): boolean {
    this.second = this.source.nx();
    this.first = this.second === undefined ? undefined : this.next();
    return this.second !== undefined;
  }
  private *inThread(): Thread {
    const item = yield* (this.source as Py).nextInThread();
    return item === undefined ? undefined : new PyTuple([this.next(), item]);
  }
  /** The next number. */
  private next(): number | bigint {
    const { count } = this;
    this.count =
      typeof count === 'number' && count < Number.MAX_SAFE_INTEGER ? count + 1 : normalInt(BigInt(count) + 1n);
    return count;
  }
}

export const enumerate: PyType = builtinType({ name: 'enumerate', js: EnumerateIterator });

/** The number to begin with is looked at first. */
function make(cls: PyType, iterable: Py, start: Py): Py {
  const first = start === undefined ? 0 : asIndex(start);
  return new cls.ctor(iter(iterable), first);
}

function fromKeywords(cls: PyType, args: Py[], kwargs: Map<string, Py>): Py {
  const name = rt.dialect === 2 ? 'sequence' : 'iterable';
  const count = args.length + kwargs.size;
  if (count > 2) throw TypeError(`enumerate() takes at most 2 arguments (${count} given)`);
  for (const given of kwargs.keys()) {
    if (given !== name && given !== 'start') {
      throw TypeError(
        `'${given}' is an invalid keyword argument for ${rt.dialect === 2 ? 'this function' : 'enumerate()'}`,
      );
    }
  }
  if (args.length === 0 && !kwargs.has(name)) {
    throw TypeError(
      rt.dialect === 2
        ? "Required argument 'sequence' (pos 1) not found"
        : "enumerate() missing required argument 'iterable'",
    );
  }
  return make(cls, args.length > 0 ? args[0] : kwargs.get(name), args.length > 1 ? args[1] : kwargs.get('start'));
}

defineMembers(enumerate, () => ({
  __doc__:
    'Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...',
  __new__: new PyStaticMethod(
    direct(
      '(cls, *args, **kwargs)',
      function (cls: PyType, iterable: Py, start: Py) {
        const n = arguments.length - 1;
        if (n === 1 || n === 2) return make(cls, iterable, start);
        return fromKeywords(cls, Array.prototype.slice.call(arguments, 1), new Map());
      },
      fromKeywords,
      '__new__',
    ),
  ),
  ...(rt.dialect === 2
    ? {}
    : { __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias, '__class_getitem__')) }),
  ...iteratorMembers({
    __reduce__: method(
      '()',
      (self: EnumerateIterator) => new PyTuple([typeOf(self), new PyTuple([self.iterator, self.count])]),
    ),
  }),
}));
