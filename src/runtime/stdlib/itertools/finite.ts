/** Iterators that end with the shortest of their inputs. */
import { add } from '../../builtins/arithmetic.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { call, call1, call2 } from '../../object/call.js';
import { equals } from '../../object/equality.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { type Iterator, iterate, PyIterator, toArray } from '../../object/iterate.js';
import { asIndex, asSize, intValue } from '../../object/number.js';
import { special } from '../../object/attributes.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { PyClassMethod, PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';

class AccumulateIterator extends PyIterator {
  private total: Py = undefined;
  constructor(
    private readonly source: Iterator,
    private readonly f: Py,
    private initial: Py,
  ) {
    super();
  }
  nx(): Py {
    if (this.initial !== undefined) {
      this.total = this.initial;
      this.initial = undefined;
      return this.total;
    }
    const item = this.source.nx();
    if (item === undefined) return undefined;
    if (this.total === undefined) this.total = item;
    else this.total = this.f === null ? add(this.total, item) : call2(this.f, this.total, item);
    return this.total;
  }
}
export const accumulate = itertool(
  'accumulate',
  AccumulateIterator,
  '(cls, iterable, func=None, *, initial=None)',
  (cls, iterable: Py, f: Py = null, initial: Py = null) =>
    new cls.ctor(iterate(iterable), f, initial === null ? undefined : initial),
);

class BatchedIterator extends PyIterator {
  constructor(
    private source: Iterator | null,
    private readonly size: number,
    private readonly strict: boolean,
  ) {
    super();
  }
  nx(): Py {
    if (this.source === null) return undefined;
    const batch: Py[] = [];
    while (batch.length < this.size) {
      const item = this.source.nx();
      if (item === undefined) {
        this.source = null;
        break;
      }
      batch.push(item);
    }
    if (batch.length === 0) return undefined;
    if (this.strict && batch.length < this.size) throw ValueError('batched(): incomplete batch');
    return new PyTuple(batch);
  }
}
export const batched = itertool(
  'batched',
  BatchedIterator,
  '(cls, iterable, n, *, strict=False)',
  (cls, iterable: Py, n: Py, strict: Py = false) => {
    const size = asSize(n);
    if (size < 1) throw ValueError('n must be at least one');
    return new cls.ctor(iterate(iterable), size, truthy(strict));
  },
);

class ChainIterator extends PyIterator {
  private current: Iterator | null = null;
  constructor(private sources: Iterator | null) {
    super();
  }
  nx(): Py {
    while (this.sources !== null) {
      if (this.current === null) {
        const next = this.sources.nx();
        if (next === undefined) {
          this.sources = null;
          break;
        }
        this.current = iterate(next);
      }
      const item = this.current.nx();
      if (item !== undefined) return item;
      this.current = null;
    }
    return undefined;
  }
}
export const chain: PyType = itertool(
  'chain',
  ChainIterator,
  '(cls, *iterables, **kwargs)',
  (cls, iterables: Py[], kwargs: Map<string, Py>) => {
    if (kwargs.size > 0) throw TypeError('chain() takes no keyword arguments');
    return new cls.ctor(iterate(new PyTuple(iterables)));
  },
  () => ({
    from_iterable: new PyClassMethod(
      fn('(cls, iterable, /)', (cls: PyType, iterable: Py) => new cls.ctor(iterate(iterable)), 'from_iterable'),
    ),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
  }),
);

class CompressIterator extends PyIterator {
  constructor(
    private readonly data: Iterator,
    private readonly selectors: Iterator,
  ) {
    super();
  }
  nx(): Py {
    for (;;) {
      const item = this.data.nx();
      if (item === undefined) return undefined;
      const selector = this.selectors.nx();
      if (selector === undefined) return undefined;
      if (truthy(selector)) return item;
    }
  }
}
export const compress = itertool(
  'compress',
  CompressIterator,
  '(cls, data, selectors)',
  (cls, data: Py, selectors: Py) => new cls.ctor(iterate(data), iterate(selectors)),
);

class DropIterator extends PyIterator {
  private started = false;
  constructor(
    private readonly f: Py,
    private readonly source: Iterator,
  ) {
    super();
  }
  nx(): Py {
    for (;;) {
      const item = this.source.nx();
      if (item === undefined || this.started) return item;
      if (truthy(call1(this.f, item))) continue;
      this.started = true;
      return item;
    }
  }
}
const withFunction = (cls: PyType, f: Py, iterable: Py) => new cls.ctor(f, iterate(iterable));
export const dropwhile = itertool('dropwhile', DropIterator, '(cls, predicate, iterable, /)', withFunction);

class TakeIterator extends PyIterator {
  private ended = false;
  constructor(
    private readonly f: Py,
    private readonly source: Iterator,
  ) {
    super();
  }
  nx(): Py {
    if (this.ended) return undefined;
    const item = this.source.nx();
    if (item === undefined) return undefined;
    if (truthy(call1(this.f, item))) return item;
    this.ended = true;
    return undefined;
  }
}
export const takewhile = itertool('takewhile', TakeIterator, '(cls, predicate, iterable, /)', withFunction);

class FilterFalseIterator extends PyIterator {
  constructor(
    private readonly f: Py,
    private readonly source: Iterator,
  ) {
    super();
  }
  nx(): Py {
    for (;;) {
      const item = this.source.nx();
      if (item === undefined) return undefined;
      if (!truthy(this.f === null ? item : call1(this.f, item))) return item;
    }
  }
}
export const filterfalse = itertool('filterfalse', FilterFalseIterator, '(cls, function, iterable, /)', withFunction);

class StarMapIterator extends PyIterator {
  constructor(
    private readonly f: Py,
    private readonly source: Iterator,
  ) {
    super();
  }
  nx(): Py {
    const args = this.source.nx();
    if (args === undefined) return undefined;
    return call(this.f, args instanceof PyTuple ? args.items : toArray(args));
  }
}
export const starmap = itertool('starmap', StarMapIterator, '(cls, function, iterable, /)', withFunction);

class PairIterator extends PyIterator {
  private previous: Py = undefined;
  constructor(private readonly source: Iterator) {
    super();
  }
  nx(): Py {
    if (this.previous === undefined) {
      this.previous = this.source.nx();
      if (this.previous === undefined) return undefined;
    }
    const item = this.source.nx();
    if (item === undefined) return undefined;
    const pair = new PyTuple([this.previous, item]);
    this.previous = item;
    return pair;
  }
}
export const pairwise = itertool(
  'pairwise',
  PairIterator,
  '(cls, iterable, /)',
  (cls, iterable: Py) => new cls.ctor(iterate(iterable)),
);

class SliceIterator extends PyIterator {
  private taken = 0;
  constructor(
    private source: Iterator | null,
    private next: number,
    private readonly stop: number,
    private readonly step: number,
  ) {
    super();
  }
  nx(): Py {
    const { source } = this;
    if (source === null) return undefined;
    const until = Math.min(this.next, this.stop);
    while (this.taken < until) {
      if (source.nx() === undefined) return this.end();
      this.taken++;
    }
    if (this.next >= this.stop) return this.end();
    const item = source.nx();
    if (item === undefined) return this.end();
    this.taken++;
    this.next += this.step;
    return item;
  }
  private end(): undefined {
    this.source = null;
    return undefined;
  }
}

function sliceNumber(value: Py, message: string, least: number): number {
  if (intValue(value) === undefined && (value === null || special(value, '__index__') === undefined))
    throw ValueError(message);
  const n = asIndex(value);
  if (typeof n === 'bigint' ? n < 0n || n > 0x7fffffffffffffffn : n < least) throw ValueError(message);
  return Number(n);
}

function newSlice(cls: PyType, iterable: Py, a: Py, b: Py, c: Py): Py {
  const stopOnly = b === undefined;
  const stop = stopOnly ? a : b;
  const stopText = `Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.`;
  const last = stop === null ? Infinity : sliceNumber(stop, stopText, 0);
  const first =
    stopOnly || a === null
      ? 0
      : sliceNumber(a, 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.', 0);
  const step =
    c === undefined || c === null ? 1 : sliceNumber(c, 'Step for islice() must be a positive integer or None.', 1);
  return new cls.ctor(iterate(iterable), first, last, step);
}
export const islice = itertool('islice', SliceIterator, '(cls, iterable, start, stop=None, step=None, /)', newSlice);

class ZipLongestIterator extends PyIterator {
  private left: number;
  constructor(
    private readonly sources: (Iterator | null)[],
    private readonly fill: Py,
  ) {
    super();
    this.left = sources.length;
  }
  nx(): Py {
    if (this.left === 0) return undefined;
    const row: Py[] = [];
    const { sources } = this;
    for (let i = 0; i < sources.length; i++) {
      const item = sources[i]?.nx();
      if (item === undefined && sources[i] !== null) {
        sources[i] = null;
        if (--this.left === 0) return undefined;
      }
      row.push(item === undefined ? this.fill : item);
    }
    return new PyTuple(row);
  }
}
export const zipLongest = (name: string): PyType =>
  itertool(name, ZipLongestIterator, '(cls, *iterables, **kwargs)', (cls, iterables: Py[], kwargs: Map<string, Py>) => {
    for (const key of kwargs.keys())
      if (key !== 'fillvalue') throw TypeError(`${name}() got an unexpected keyword argument`);
    return new cls.ctor(iterables.map(iterate), kwargs.get('fillvalue') ?? null);
  });

class GroupByIterator extends PyIterator {
  key: Py = undefined;
  item: Py = undefined;
  group: Grouper | null = null;
  private target: Py = undefined;
  constructor(
    private readonly source: Iterator,
    private readonly f: Py,
  ) {
    super();
  }
  nx(): Py {
    this.group = null;
    while (this.key === undefined || (this.target !== undefined && equals(this.target, this.key)))
      if (!this.step()) return undefined;
    this.target = this.key;
    this.group = new Grouper(this, this.key);
    return new PyTuple([this.key, this.group]);
  }
  /** Takes one item from the source; false at the end. */
  step(): boolean {
    const item = this.source.nx();
    if (item === undefined) {
      this.item = undefined;
      return false;
    }
    this.key = this.f === null ? item : call1(this.f, item);
    this.item = item;
    return true;
  }
}
class Grouper extends PyIterator {
  constructor(
    private readonly parent: GroupByIterator,
    private readonly target: Py,
  ) {
    super();
  }
  nx(): Py {
    const { parent } = this;
    if (parent.group !== this) return undefined;
    if (parent.item === undefined && !parent.step()) return undefined;
    if (!equals(this.target, parent.key)) return undefined;
    const { item } = parent;
    parent.item = undefined;
    return item;
  }
}
export const groupby = itertool(
  'groupby',
  GroupByIterator,
  '(cls, iterable, key=None)',
  (cls, iterable: Py, key: Py = null) => new cls.ctor(iterate(iterable), key),
);
export const grouper = itertool(
  '_grouper',
  Grouper,
  '(cls, parent, tgtkey, /)',
  (cls, parent: Py, target: Py) => new cls.ctor(parent, target),
);
