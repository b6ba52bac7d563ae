/** Accurate sums, products and distances. */

import { add, mul } from '../../builtins/arithmetic.js';
import { isFloat } from '../../builtins/plainNumbers.js';
import { addInt, type Int, mulInt } from '../../builtins/intMath.js';
import { twoProduct, twoSum } from '../../libm/doubleDouble.js';
import * as libm from '../../libm/index.js';
import { rt } from '../../object/context.js';
import { OverflowError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { iterate, toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyFloat, PyTuple } from '../../object/values.js';
import { binary, real } from './real.js';

export function sumMembers(): Members {
  return {
    fsum: fn('(seq, /)', fsum),
    hypot: rt.dialect === 2 ? binary(libm.hypot) : fn('(*coordinates)', hypot),
    ...(rt.dialect === 3 ? members3() : {}),
  };
}

function members3(): Members {
  return {
    dist: fn('(p, q, /)', (p: Py, q: Py) => new PyFloat(distance(coordinatesOf(p), coordinatesOf(q)))),
    prod: fn('(iterable, /, *, start=1)', prod),
    sumprod: fn('(p, q, /)', sumprod),
  };
}

const coordinatesOf = (point: Py): readonly Py[] => (point instanceof PyTuple ? point.items : toArray(point));

function hypot(args: readonly Py[]): Py {
  if (args.length === 2) return new PyFloat(planeNorm(real(args[0]), real(args[1])));
  return new PyFloat(norm(args.map(real)));
}

function distance(p: readonly Py[], q: readonly Py[]): number {
  if (p.length !== q.length) throw ValueError('both points must have the same number of dimensions');
  if (p.length === 2) return planeNorm(real(p[0]) - real(q[0]), real(p[1]) - real(q[1]));
  const steps: number[] = new Array(p.length);
  for (let i = 0; i < p.length; i++) steps[i] = real(p[i]) - real(q[i]);
  return norm(steps);
}

/**
 * The exact sum, rounded once: partial sums that do not overlap, after Shewchuk,
 * "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates" (1997).
 */
function fsum(iterable: Py): Py {
  const partials: number[] = [];
  let specials = 0;
  let infinities = 0;
  const it = iterate(iterable);
  for (let item = it.nx(); item !== undefined; item = it.nx()) {
    const original = real(item);
    let x = original;
    let count = 0;
    for (let i = 0; i < partials.length; i++) {
      const y = partials[i]!;
      // As in `twoSum`, without an object for each.
      const high = x + y;
      const other = high - x;
      const low = x - (high - other) + (y - other);
      if (low !== 0) partials[count++] = low;
      x = high;
    }
    partials.length = count;
    if (x === 0) continue;
    if (Number.isFinite(x)) partials.push(x);
    else {
      if (Number.isFinite(original)) throw OverflowError('intermediate overflow in fsum');
      if (!Number.isNaN(original)) infinities += original;
      specials += original;
      partials.length = 0;
    }
  }
  if (specials !== 0) {
    if (Number.isNaN(infinities)) throw ValueError('-inf + inf in fsum');
    return new PyFloat(specials);
  }
  return new PyFloat(roundPartials(partials));
}

/** The sum of non-overlapping partials, smallest first, correctly rounded. */
function roundPartials(partials: readonly number[]): number {
  let n = partials.length;
  if (n === 0) return 0;
  let high = partials[--n]!;
  let low = 0;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  // A tie was broken by the two largest alone; the next one may point away from even.
  if (n > 0 && low !== 0 && low < 0 === partials[n - 1]! < 0) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) high = x;
  }
  return high;
}

/** The Euclidean length, accurate to the last bit but for rare cases. */
function norm(coordinates: readonly number[]): number {
  let largest = 0;
  let hasNan = false;
  for (let i = 0; i < coordinates.length; i++) {
    const x = coordinates[i]!;
    if (Number.isNaN(x)) hasNan = true;
    else largest = Math.max(largest, Math.abs(x));
  }
  if (largest === Infinity) return Infinity;
  if (hasNan) return NaN;
  if (largest === 0 || coordinates.length <= 1) return largest;
  return libm.vectorLength(coordinates, largest);
}

/** `norm` of two coordinates. */
function planeNorm(x: number, y: number): number {
  const [a, b] = [Math.abs(x), Math.abs(y)];
  const largest = a > b ? a : b;
  if (a - a !== 0 || b - b !== 0 || largest === 0) return norm([x, y]);
  return libm.planeLength(x, y, largest);
}

function prod(iterable: Py, start: Py): Py {
  let total: Py = start === undefined ? 1 : start;
  const it = iterate(iterable);
  for (let item = it.nx(); item !== undefined; item = it.nx()) {
    if (typeof total === 'number' && typeof item === 'number') total = mulInt(total, item);
    else total = mul(total, item);
  }
  return total;
}

/** Three doubles that stand for their exact sum. */
type Triple = [high: number, low: number, tiny: number];

/**
 * Ints exactly, then floats as if with three times the precision, then anything by its own operators: each stage is left
 * for good at the first pair that it does not take.
 */
function sumprod(p: Py, q: Py): Py {
  const pairs = pairsOf(p, q);
  let ints: Int = 0;
  let pair = pairs.next();
  for (; pair !== undefined && isIntItem(pair[0]) && isIntItem(pair[1]); pair = pairs.next()) {
    ints = addInt(ints, mulInt(pair[0], pair[1]));
  }
  let total: Py = ints;
  let floats: Triple | undefined;
  for (; pair !== undefined; pair = pairs.next()) {
    const factors = floatPair(...pair);
    if (factors === undefined) break;
    const sum = accumulate(floats ?? [0, 0, 0], ...factors);
    if (!Number.isFinite(sum[0])) break;
    floats = sum;
  }
  if (floats !== undefined) total = add(total, new PyFloat(collapse(floats)));
  for (; pair !== undefined; pair = pairs.next()) total = add(total, mul(...pair));
  return total;
}

/** The items of two iterables side by side. `next` gives undefined at the end; ValueError if only one has ended. */
function pairsOf(p: Py, q: Py): { next(): [Py, Py] | undefined } {
  const first = iterate(p);
  const second = iterate(q);
  return {
    next() {
      const a = first.nx();
      const b = second.nx();
      if ((a === undefined) !== (b === undefined)) throw ValueError('Inputs are not the same length');
      return a === undefined ? undefined : [a, b];
    },
  };
}

const isIntItem = (o: Py): o is Int => typeof o === 'number' || typeof o === 'bigint';

/** Two factors of which one at least is a float and the other a float, an int or a bool. */
function floatPair(a: Py, b: Py): [number, number] | undefined {
  const x = isFloat(a) ? a.v : typeof a === 'number' ? a : typeof a === 'boolean' ? Number(a) : undefined;
  const y = isFloat(b) ? b.v : typeof b === 'number' ? b : typeof b === 'boolean' ? Number(b) : undefined;
  if (x === undefined || y === undefined || !(isFloat(a) || isFloat(b))) return undefined;
  return [x, y];
}

function accumulate([high, low, tiny]: Triple, x: number, y: number): Triple {
  const product = twoProduct(x, y);
  const sum = twoSum(high, product.high);
  const rest = twoSum(low, product.low);
  const middle = twoSum(rest.high, sum.low);
  return [sum.high, middle.high, tiny + rest.low + middle.low];
}

function collapse([high, low, tiny]: Triple): number {
  const last = twoSum(low, tiny);
  const sum = twoSum(high, last.high);
  return sum.high + (sum.low + last.low);
}
