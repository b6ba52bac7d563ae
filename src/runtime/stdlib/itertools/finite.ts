/** Iterators that end with the shortest of their inputs. */
import { add } from '../../builtins/arithmetic.js';
import { noKeywords, overrides } from '../../builtins/checkNew.js';
import { genericAlias } from '../../builtins/genericAlias.js';
import { call, call2 } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { endOrRaise, iterate } from '../../object/iterate.js';
import { type Iterator, PyIterator } from '../../object/pyIterator.js';
import { asIndex, asSize, intValue } from '../../object/number.js';
import { special } from '../../object/attributes.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { PyType } from '../../object/type.js';
import { PyClassMethod, PyList, PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';
import { reducible, type Remaking, sourceObject, stateParts } from './pickling.js';

class AccumulateIterator extends PyIterator {
  total: Py = undefined;
  constructor(
    readonly source: Iterator,
    readonly f: Py,
    public initial: Py,
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
    else if (this.f === null) this.total = add(this.total, item);
    else {
      try {
        this.total = call2(this.f, this.total, item);
      } catch (error) {
        return endOrRaise(error);
      }
    }
    return this.total;
  }
}
export const accumulate = itertool(
  'accumulate',
  AccumulateIterator,
  '(cls, iterable, func=None, *, initial=None)',
  (cls, iterable: Py, f: Py = null, initial: Py = null) =>
    new cls.ctor(iterate(iterable), f, initial === null ? undefined : initial),
  () => reducible<AccumulateIterator>(remakeAccumulate, setTotal),
);

/** A total of None would be taken for none: then the iterator is remade over the total, and that is skipped. */
function remakeAccumulate(self: AccumulateIterator): Remaking {
  const source = sourceObject(self.source);
  const chained = (first: Py) => call(chain, [new PyList([first]), source]);
  if (self.initial !== undefined) return { args: [chained(self.initial), self.f], state: null };
  if (self.total === null) return { make: islice, args: [call(accumulate, [chained(null), self.f]), 1, null] };
  return { args: [source, self.f], state: self.total ?? null };
}

function setTotal(self: AccumulateIterator, state: Py): void {
  self.total = state === null ? undefined : state;
}

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
  current: Iterator | null = null;
  constructor(public sources: Iterator | null) {
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
    if (kwargs.size > 0 && !overrides(cls, chain, '__init__')) throw noKeywords(chain);
    return new cls.ctor(iterate(new PyTuple(iterables)));
  },
  () => ({
    from_iterable: new PyClassMethod(
      fn('(cls, iterable, /)', (cls: PyType, iterable: Py) => new cls.ctor(iterate(iterable)), 'from_iterable'),
    ),
    __class_getitem__: new PyClassMethod(fn('(cls, item, /)', genericAlias, '__class_getitem__')),
    ...reducible<ChainIterator>(remakeChain, setChain),
  }),
);

function remakeChain({ sources, current }: ChainIterator): Remaking {
  if (sources === null) return { args: [] };
  return { args: [], state: new PyTuple([sources, ...(current === null ? [] : [current])].map(sourceObject)) };
}

function setChain(self: ChainIterator, state: Py): void {
  const parts = stateParts(state, 1, 2);
  if (!parts.every(isIterator)) throw TypeError('Arguments must be iterators.');
  self.sources = iterate(parts[0]);
  self.current = parts.length === 2 ? iterate(parts[1]) : null;
}

const isIterator = (o: Py): boolean => o !== null && special(o, '__next__') !== undefined;

class PairIterator extends PyIterator {
  private previous: Py = undefined;
  constructor(private source: Iterator | null) {
    super();
  }
  nx(): Py {
    let { previous } = this;
    if (this.source !== null && previous === undefined) {
      previous = this.source.nx();
      this.previous = previous;
    }
    // The source may have asked for pairs itself, to the end.
    const item = previous === undefined ? undefined : this.source?.nx();
    if (item === undefined) {
      this.source = null;
      this.previous = undefined;
      return undefined;
    }
    this.previous = item;
    return new PyTuple([previous, item]);
  }
}
export const pairwise = itertool(
  'pairwise',
  PairIterator,
  '(cls, iterable, /)',
  (cls, iterable: Py) => new cls.ctor(iterate(iterable)),
);

/** From so many items on, it is asked whether the source can leave them out without making them. */
const FAR = 8;

class SliceIterator extends PyIterator {
  taken = 0;
  constructor(
    public source: Iterator | null,
    public next: number,
    readonly stop: number,
    readonly step: number,
  ) {
    super();
  }
  nx(): Py {
    const { source } = this;
    if (source === null) return undefined;
    const until = Math.min(this.next, this.stop);
    if (until - this.taken > FAR && source.skip !== undefined) {
      source.skip(until - this.taken);
      this.taken = until;
    }
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
  const limit = `0 <= x <= ${rt.dialect === 2 ? 'maxint' : 'sys.maxsize'}.`;
  const stopText = `Stop argument for islice() must be None or an integer: ${limit}`;
  const last = stop === null ? Infinity : sliceNumber(stop, stopText, 0);
  const first =
    stopOnly || a === null ? 0 : sliceNumber(a, `Indices for islice() must be None or an integer: ${limit}`, 0);
  const step =
    c === undefined || c === null ? 1 : sliceNumber(c, 'Step for islice() must be a positive integer or None.', 1);
  return new cls.ctor(iterate(iterable), first, last, step);
}
export const islice = itertool(
  'islice',
  SliceIterator,
  '(cls, iterable, start, stop=None, step=None, /)',
  newSlice,
  () =>
    reducible<SliceIterator>(remakeSlice, (self, state) => {
      if (intValue(state) === undefined) throw TypeError('an integer is required');
      self.taken = asSize(state);
    }),
);

function remakeSlice(self: SliceIterator): Remaking {
  if (self.source === null) return { args: [iterate(new PyList([])), 0], state: 0 };
  const stop = self.stop === Infinity ? null : self.stop;
  return { args: [sourceObject(self.source), self.next, stop, self.step], state: self.taken };
}

class ZipLongestIterator extends PyIterator {
  private left: number;
  constructor(
    readonly sources: (Iterator | null)[],
    public fill: Py,
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
  itertool(
    name,
    ZipLongestIterator,
    '(cls, *iterables, **kwargs)',
    (cls, iterables: Py[], kwargs: Map<string, Py>) => {
      for (const key of kwargs.keys())
        if (key !== 'fillvalue') throw TypeError(`${name}() got an unexpected keyword argument`);
      return new cls.ctor(iterables.map(iterate), kwargs.get('fillvalue') ?? null);
    },
    () =>
      reducible<ZipLongestIterator>(
        (self) => ({
          args: self.sources.map((source) => (source === null ? new PyTuple([]) : sourceObject(source))),
          state: self.fill,
        }),
        (self, state) => {
          self.fill = state;
        },
      ),
  );
