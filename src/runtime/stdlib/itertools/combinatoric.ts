/** `product`, `permutations`, `combinations`, `combinations_with_replacement`. */
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { PyIterator, toArray } from '../../object/iterate.js';
import { asSize, intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { PyTuple } from '../../object/values.js';
import { itertool } from './declare.js';

export class ProductIterator extends PyIterator {
  private readonly at: Int32Array;
  private state: 'first' | 'running' | 'done';
  constructor(private readonly pools: readonly (readonly Py[])[]) {
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
  for (const name of kwargs.keys())
    if (name !== 'repeat') throw TypeError(`product() got an unexpected keyword argument '${name}'`);
  const repeat = kwargs.has('repeat') ? asSize(kwargs.get('repeat')) : 1;
  if (repeat < 0) throw ValueError('repeat argument cannot be negative');
  const pools = repeat === 0 ? [] : iterables.map(toArray);
  if (pools.length * repeat > 2 ** 28) throw OverflowError('repeat argument too large');
  const all: Py[][] = [];
  for (let i = 0; i < repeat; i++) all.push(...pools);
  return new cls.ctor(all);
}
export const product = itertool('product', ProductIterator, '(cls, *iterables, **kwargs)', newProduct);

/** What the three share: indices into a pool, and a step from one selection to the next. */
abstract class Selection extends PyIterator {
  protected readonly at: number[];
  private state: 'first' | 'running' | 'done';
  constructor(
    protected readonly pool: readonly Py[],
    protected readonly r: number,
    isEmpty: boolean,
  ) {
    super();
    this.at = isEmpty ? [] : this.start();
    this.state = isEmpty ? 'done' : 'first';
  }
  protected start(): number[] {
    return Array.from({ length: this.r }, (_, i) => i);
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
    at.fill(at[i]! + 1, i);
    return true;
  }
}

export class PermutationIterator extends Selection {
  /** How many choices each place has still to go through. */
  private readonly cycles: number[];
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
        at.push(at.splice(i, 1)[0]!);
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
export const combinations = itertool('combinations', CombinationIterator, '(cls, iterable, r)', select);
export const combinationsWithReplacement = itertool(
  'combinations_with_replacement',
  ReplacementIterator,
  '(cls, iterable, r)',
  select,
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
);
