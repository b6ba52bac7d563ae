/** `product`, `permutations`, `combinations`, `combinations_with_replacement`. */
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { toArray } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { asSize, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { checkKeywords } from '../../object/keywordErrors.js';
import type { PyType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';
import { reducible, type Remaking, stateIndices, stateParts, stateSequence } from './pickling.js';

export class ProductIterator extends PyIterator {
  readonly at: Int32Array;
  state: 'first' | 'running' | 'done';
  constructor(readonly pools: readonly (readonly Py[])[]) {
    super();
    this.at = new Int32Array(pools.length);
    this.state = pools.some((pool) => pool.length === 0) ? 'done' : 'first';
  }
  nx(): Py {
    if (this.state === 'done') return undefined;
    if (this.state === 'first') this.state = 'running';
    else if (!this.advance()) {
      this.state = 'done';
      return undefined;
    }
    const { pools, at } = this;
    const row: Py[] = [];
    for (let i = 0; i < pools.length; i++) row.push(pools[i]![at[i]!]);
    return new PyTuple(row);
  }
  private advance(): boolean {
    const { pools, at } = this;
    for (let i = pools.length - 1; i >= 0; i--) {
      if (++at[i]! < pools[i]!.length) return true;
      at[i] = 0;
    }
    return false;
  }
}

function newProduct(cls: PyType, iterables: Py[], kwargs: Map<string, Py>): Py {
  checkKeywords('product', kwargs, ['repeat']);
  const repeat = kwargs.has('repeat') ? asSize(kwargs.get('repeat')) : 1;
  if (repeat < 0) throw ValueError('repeat argument cannot be negative');
  const pools = repeat === 0 ? [] : iterables.map(toArray);
  if (pools.length * repeat > 2 ** 28) throw OverflowError('repeat argument too large');
  const all: Py[][] = [];
  for (let i = 0; i < repeat; i++) all.push(...pools);
  return new cls.ctor(all);
}
export const product = itertool('product', ProductIterator, '(cls, *iterables, **kwargs)', newProduct, () =>
  reducible<ProductIterator>(remakeProduct, (self, state) => {
    const at = stateIndices(
      state,
      self.pools.map((pool) => pool.length - 1),
    );
    self.at.set(at);
    if (self.state === 'first') self.state = 'running';
  }),
);

function remakeProduct({ pools, at, state }: ProductIterator): Remaking {
  if (state === 'done') return { args: [new PyTuple([])] };
  const args = pools.map((pool) => new PyTuple([...pool]));
  return state === 'first' ? { args } : { args, state: new PyTuple([...at]) };
}

/** What the three share: indices into a pool, and a step from one selection to the next. */
abstract class Selection extends PyIterator {
  at: number[];
  state: 'first' | 'running' | 'done';
  constructor(
    readonly pool: readonly Py[],
    readonly r: number,
    isEmpty: boolean,
  ) {
    super();
    this.at = isEmpty ? [] : this.start();
    this.state = isEmpty ? 'done' : 'first';
  }
  protected start(): number[] {
    const places: number[] = [];
    for (let i = 0; i < this.r; i++) places.push(i);
    return places;
  }
  protected abstract advance(): boolean;
  nx(): Py {
    if (this.state === 'done') return undefined;
    if (this.state === 'first') this.state = 'running';
    else if (!this.advance()) {
      this.state = 'done';
      return undefined;
    }
    const { pool, at, r } = this;
    const row: Py[] = [];
    for (let i = 0; i < r; i++) row.push(pool[at[i]!]);
    return new PyTuple(row);
  }
}

/** The members for copying; `state` is what the next selection depends on, `restore` takes it back. */
const selectionMembers = <T extends Selection>(state: (self: T) => Py, restore: (self: T, state: Py) => void) =>
  reducible<T>(
    (self) => {
      if (self.state === 'done') return { args: [new PyTuple([]), self.r] };
      const args = [new PyTuple([...self.pool]), self.r];
      return self.state === 'first' ? { args } : { args, state: state(self) };
    },
    (self, given) => {
      restore(self, given);
      if (self.state === 'first') self.state = 'running';
    },
  );

/** The same where that is one index for each place, at most `limit`. */
const indexMembers = (limit: (self: Selection, place: number) => number) =>
  selectionMembers<Selection>(
    (self) => new PyTuple([...self.at]),
    (self, state) => {
      const limits = Array.from({ length: self.r }, (_, place) => limit(self, place));
      self.at = stateIndices(state, limits);
    },
  );

export class CombinationIterator extends Selection {
  constructor(pool: readonly Py[], r: number) {
    super(pool, r, r > pool.length);
  }
  protected advance(): boolean {
    const { at, r } = this;
    const n = this.pool.length;
    let i = r - 1;
    while (i >= 0 && at[i] === i + n - r) i--;
    if (i < 0) return false;
    at[i]!++;
    for (let j = i + 1; j < r; j++) at[j] = at[j - 1]! + 1;
    return true;
  }
}

export class ReplacementIterator extends Selection {
  constructor(pool: readonly Py[], r: number) {
    super(pool, r, pool.length === 0 && r > 0);
  }
  protected override start(): number[] {
    return new Array(this.r).fill(0);
  }
  protected advance(): boolean {
    const { at, r } = this;
    const n = this.pool.length;
    let i = r - 1;
    while (i >= 0 && at[i] === n - 1) i--;
    if (i < 0) return false;
    const next = at[i]! + 1;
    for (let j = i; j < r; j++) at[j] = next;
    return true;
  }
}

export class PermutationIterator extends Selection {
  /** How many choices each place has still to go through. */
  cycles: number[];
  constructor(pool: readonly Py[], r: number) {
    super(pool, r, r > pool.length);
    this.cycles = Array.from({ length: r }, (_, i) => pool.length - i);
  }
  protected override start(): number[] {
    return this.pool.map((_, i) => i);
  }
  protected advance(): boolean {
    const { at, cycles } = this;
    const n = this.pool.length;
    for (let i = this.r - 1; i >= 0; i--) {
      cycles[i]!--;
      if (cycles[i] === 0) {
        const first = at[i]!;
        for (let j = i + 1; j < n; j++) at[j - 1] = at[j]!;
        at[n - 1] = first;
        cycles[i] = n - i;
        continue;
      }
      const j = n - cycles[i]!;
      const swapped = at[i]!;
      at[i] = at[j]!;
      at[j] = swapped;
      return true;
    }
    return false;
  }
}

const select = (cls: PyType, iterable: Py, r: Py): Py => {
  const pool = toArray(iterable);
  const n = asSize(r);
  if (n < 0) throw ValueError('r must be non-negative');
  return new cls.ctor(pool, n);
};
export const combinations = itertool('combinations', CombinationIterator, '(cls, iterable, r)', select, () =>
  indexMembers((self, place) => self.pool.length - self.r + place),
);
export const combinationsWithReplacement = itertool(
  'combinations_with_replacement',
  ReplacementIterator,
  '(cls, iterable, r)',
  select,
  () => indexMembers((self) => self.pool.length - 1),
);
export const permutations = itertool(
  'permutations',
  PermutationIterator,
  '(cls, iterable, r=None)',
  (cls, iterable: Py, r: Py) => {
    const pool = toArray(iterable);
    if (r === undefined || r === null) return new cls.ctor(pool, pool.length);
    if (intValue(r) === undefined) throw TypeError('Expected int as r');
    if (asSize(r) < 0) throw ValueError('r must be non-negative');
    return new cls.ctor(pool, asSize(r));
  },
  () =>
    selectionMembers<PermutationIterator>(
      (self) => new PyTuple([new PyTuple([...self.at]), new PyTuple([...self.cycles])]),
      setPermutation,
    ),
);

function setPermutation(self: PermutationIterator, state: Py): void {
  const parts = stateParts(state, 2);
  const n = self.pool.length;
  const indices = stateSequence(parts, 0, 'tuple');
  const cycles = stateSequence(parts, 1, 'tuple');
  if (indices.length !== n || cycles.length !== self.r) throw ValueError('invalid arguments');
  self.at = stateIndices(parts[0], new Array(n).fill(n - 1));
  self.cycles = stateIndices(
    parts[1],
    cycles.map((_, i) => n - i),
  ).map((cycle) => Math.max(1, cycle));
}
