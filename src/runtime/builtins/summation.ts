/** A `sum` whose loop adds small ints and floats itself: what is done with all other values, and with all after the first of these. */
import { PyFloat } from '../object/values.js';
import type { Py } from '../object/object.js';
import { add } from './arithmetic.js';
import { fitsWord } from './long2.js';
import { sumOf } from './sum.js';

/** How far the loop has come: it has seen ints, or floats after them, or has handed its sum over. */
type Stage = 0 | 1 | 2;

export class Summation {
  /** What an addition raised. */
  failure: { readonly error: unknown } | null = null;
  private ints = 0;
  private floats: number | null = null;
  private lost = 0;
  /** Numbers that are put together in the end, where ints have become large: nobody can tell. */
  private numbers: Py[] | null = null;
  private total: Py;

  /** Adds a value to the loop's sum, which is here from then on. False where that has failed. */
  take(stage: Stage, ints: number, floats: number, lost: number, value: Py): boolean {
    if (stage === 0) this.ints = ints;
    else if (stage === 1) [this.floats, this.lost] = [floats, lost];
    try {
      this.add(typeof value === 'boolean' && this.total === undefined ? Number(value) : value);
      return true;
    } catch (error) {
      this.failure = { error };
      return false;
    }
  }

  /** The sum, at the end of the loop. */
  result(stage: Stage, ints: number, floats: number, lost: number): Py {
    if (stage === 0) return ints;
    if (stage === 1) return withRest(floats, lost);
    if (this.total !== undefined) return this.total;
    if (this.floats !== null) return withRest(this.floats, this.lost);
    return this.numbers === null ? this.ints : sumOf(this.ints, this.numbers);
  }

  /** Ints first, then floats, then anything, as `sum` of any iterable goes. */
  private add(value: Py): void {
    const isFloat = value instanceof PyFloat && !value.c$.isHeap;
    const isInt = typeof value === 'number' || typeof value === 'bigint';
    if (this.total !== undefined) this.total = add(this.total, value);
    else if (this.floats !== null && (isFloat || (isInt && fitsWord(value)))) this.addToFloats(value);
    else if (this.floats !== null) this.total = add(withRest(this.floats, this.lost), value);
    else if (this.numbers !== null && (isFloat || isInt)) this.numbers.push(value);
    else if (this.numbers !== null) this.total = add(sumOf(this.ints, this.numbers), value);
    else if (typeof value === 'number' && Number.isSafeInteger(this.ints + value)) this.ints += value;
    else if (isFloat) this.floats = this.ints + value.v;
    else if (isInt) this.numbers = [value];
    else this.total = add(this.ints, value);
  }

  private addToFloats(value: Py): void {
    const total = this.floats!;
    if (!(value instanceof PyFloat)) {
      this.floats = total + Number(value);
      return;
    }
    const x = value.v;
    const next = total + x;
    this.lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    this.floats = next;
  }
}

const withRest = (total: number, lost: number): PyFloat =>
  new PyFloat(lost !== 0 && Number.isFinite(lost) ? total + lost : total);
