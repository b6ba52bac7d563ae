/** `count`, `cycle`, `repeat`: iterators that need no end. */
import { add } from '../../builtins/arithmetic.js';
import { isFloat } from '../../builtins/plainNumbers.js';
import { special } from '../../object/attributes.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { iterate, ListIterator } from '../../object/iterate.js';
import { type Iterator, PyIterator } from '../../object/pyIterator.js';
import { sizeArg } from '../../builtins/args2.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { typeOf } from '../../object/typeof.js';
import { PyComplex, PyList, PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';
import { reducible, type Remaking, sourceObject, stateParts, stateSequence } from './pickling.js';

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
    ...reducible<CountIterator>((self) => ({ args: self.step === 1 ? [self.next] : [self.next, self.step] })),
  }),
);

export class CycleIterator extends PyIterator {
  saved: Py[] = [];
  at = 0;
  isReplaying = false;
  /** The items of this pass are among the saved ones already. */
  isKnown = false;
  constructor(public source: Iterator) {
    super();
  }
  nx(): Py {
    if (!this.isReplaying) {
      const item = this.source.nx();
      if (item !== undefined) {
        if (!this.isKnown) this.saved.push(item);
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
  () => reducible<CycleIterator>(remakeCycle, setCycle),
);

function remakeCycle({ source, saved, at, isReplaying, isKnown }: CycleIterator): Remaking {
  const all = new PyList(saved);
  if (!isReplaying) return { args: [sourceObject(source)], state: new PyTuple([all, isKnown]) };
  const rest = new ListIterator(all);
  rest.at = at;
  return { args: [rest], state: new PyTuple([all, true]) };
}

function setCycle(self: CycleIterator, state: Py): void {
  const parts = stateParts(state, 2);
  const saved = stateSequence(parts, 0, 'list');
  if (intValue(parts[1]) === undefined)
    throw TypeError(`'${typeOf(parts[1]).name}' object cannot be interpreted as an integer`);
  self.saved = saved as Py[];
  self.isKnown = truthy(parts[1]);
  self.isReplaying = false;
  self.at = 0;
}

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
  (cls, object: Py, times: Py) => new cls.ctor(object, times === undefined ? -1 : Math.max(0, sizeArg(times))),
  () => ({
    __repr__: method(
      '()',
      (self: RepeatIterator) => `${typeOf(self).qualname}(${repr(self.item)}${self.left < 0 ? '' : `, ${self.left}`})`,
    ),
    __length_hint__: method('()', (self: RepeatIterator) => {
      if (self.left < 0) throw TypeError('len() of unsized object');
      return self.left;
    }),
    ...reducible<RepeatIterator>((self) => ({ args: self.left < 0 ? [self.item] : [self.item, self.left] })),
  }),
);
