/** `count`, `cycle`, `repeat`: iterators that need no end. */
import { isFloat, add } from '../../builtins/arithmetic.js';
import { special } from '../../object/attributes.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { type Iterator, iterate, PyIterator } from '../../object/iterate.js';
import { asSize, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { typeOf } from '../../object/typeof.js';
import { PyComplex, PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';

export class CountIterator extends PyIterator {
  constructor(
    public next: Py,
    readonly step: Py,
  ) {
    super();
  }
  nx(): Py {
    const { next, step } = this;
    this.next = typeof next === 'number' && step === 1 && next < Number.MAX_SAFE_INTEGER ? next + 1 : add(next, step);
    return next;
  }
}

const isNumber = (o: Py): boolean =>
  intValue(o) !== undefined ||
  isFloat(o) ||
  o instanceof PyComplex ||
  (o !== null &&
    (special(o, '__index__') ?? special(o, '__float__') ?? special(o, '__int__') ?? special(o, '__complex__')) !==
      undefined);

export const count = itertool(
  'count',
  CountIterator,
  '(cls, start=0, step=1)',
  (cls, start: Py = 0, step: Py = 1) => {
    if (!isNumber(start) || !isNumber(step)) throw TypeError('a number is required');
    return new cls.ctor(start, step);
  },
  () => ({
    __repr__: method('()', (self: CountIterator) => {
      const name = typeOf(self).qualname;
      return self.step === 1 ? `${name}(${repr(self.next)})` : `${name}(${repr(self.next)}, ${repr(self.step)})`;
    }),
    __reduce__: method(
      '()',
      (self: CountIterator) =>
        new PyTuple([typeOf(self), new PyTuple(self.step === 1 ? [self.next] : [self.next, self.step])]),
    ),
  }),
);

export class CycleIterator extends PyIterator {
  private readonly saved: Py[] = [];
  private at = 0;
  private isReplaying = false;
  constructor(private readonly source: Iterator) {
    super();
  }
  nx(): Py {
    if (!this.isReplaying) {
      const item = this.source.nx();
      if (item !== undefined) {
        this.saved.push(item);
        return item;
      }
      this.isReplaying = true;
    }
    const { saved } = this;
    if (saved.length === 0) return undefined;
    const item = saved[this.at++];
    if (this.at >= saved.length) this.at = 0;
    return item;
  }
}
export const cycle = itertool(
  'cycle',
  CycleIterator,
  '(cls, iterable, /)',
  (cls, iterable: Py) => new cls.ctor(iterate(iterable)),
);

export class RepeatIterator extends PyIterator {
  constructor(
    readonly item: Py,
    /** How many are left; -1: no end. */
    public left: number,
  ) {
    super();
  }
  nx(): Py {
    if (this.left === 0) return undefined;
    if (this.left > 0) this.left--;
    return this.item;
  }
}
export const repeat = itertool(
  'repeat',
  RepeatIterator,
  '(cls, object, times=None)',
  (cls, object: Py, times: Py) => new cls.ctor(object, times === undefined ? -1 : Math.max(0, asSize(times))),
  () => ({
    __repr__: method(
      '()',
      (self: RepeatIterator) => `${typeOf(self).qualname}(${repr(self.item)}${self.left < 0 ? '' : `, ${self.left}`})`,
    ),
    __length_hint__: method('()', (self: RepeatIterator) => {
      if (self.left < 0) throw TypeError('len() of unsized object');
      return self.left;
    }),
    __reduce__: method(
      '()',
      (self: RepeatIterator) =>
        new PyTuple([typeOf(self), new PyTuple(self.left < 0 ? [self.item] : [self.item, self.left])]),
    ),
  }),
);
