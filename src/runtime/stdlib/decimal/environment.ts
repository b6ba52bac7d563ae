/** What arithmetic runs under, and how a result is made to fit: precision, exponent limits, conditions. */
import {
  big,
  type Dec,
  digitCount,
  digitsOf,
  dropDigits,
  finite,
  infinity,
  NAN,
  pow10,
  type Rounding,
  small,
  scaled,
} from './number.js';

/** Conditions, by bit. The order is that of a context's `repr`. */
export const Condition = {
  Clamped: 1,
  InvalidOperation: 2,
  DivisionByZero: 4,
  Inexact: 8,
  FloatOperation: 16,
  Overflow: 32,
  Rounded: 64,
  Subnormal: 128,
  Underflow: 256,
  // Kinds of InvalidOperation.
  ConversionSyntax: 512,
  DivisionImpossible: 1024,
  DivisionUndefined: 2048,
  InvalidContext: 4096,
} as const;
export type ConditionName = keyof typeof Condition;

export interface Limits {
  prec: number;
  rounding: Rounding;
  emin: number;
  emax: number;
  clamp: number;
}

/** The limits, and the conditions that have come up. */
export class Environment {
  status = 0;
  constructor(readonly limits: Limits) {}
  signal(bits: number): void {
    this.status |= bits;
  }
  invalid(bit: number = Condition.InvalidOperation): Dec {
    this.signal(bit);
    return NAN;
  }
  get etiny(): number {
    return this.limits.emin - this.limits.prec + 1;
  }
  get etop(): number {
    return this.limits.emax - this.limits.prec + 1;
  }
  /** The same limits with other digits and no bounds on exponents: for intermediate results. */
  wide(prec: number, rounding: Rounding = 'ROUND_HALF_EVEN'): Environment {
    return new Environment({ prec, rounding, emin: -WIDE, emax: WIDE, clamp: 0 });
  }

  /** The result as the limits let it be. */
  finish(d: Dec): Dec {
    if (d.kind !== 'finite') return this.finishSpecial(d);
    if (d.coefficient === 0) return this.finishZero(d);
    const { prec } = this.limits;
    const digits = digitsOf(d);
    if (
      digits <= prec &&
      d.exponent >= this.etiny &&
      d.exponent + digits - 1 >= this.limits.emin &&
      d.exponent <= this.etop
    )
      return d;
    return this.fit(d, digits);
  }

  private finishSpecial(d: Dec): Dec {
    if (d.kind === 'infinite') return d;
    const room = this.limits.prec - this.limits.clamp;
    return digitCount(d.coefficient) > room ? { ...d, coefficient: small(big(d) % pow10(room)), digits: 0 } : d;
  }

  private finishZero(d: Dec): Dec {
    const highest = this.limits.clamp === 1 ? this.etop : this.limits.emax;
    const exponent = Math.min(Math.max(d.exponent, this.etiny), highest);
    if (exponent === d.exponent) return d;
    this.signal(Condition.Clamped);
    return finite(d.sign, 0, exponent);
  }

  private fit(d: Dec, digits: number): Dec {
    const { prec, rounding, emax, emin, clamp } = this.limits;
    if (d.exponent + digits - 1 > emax) return this.overflow(d.sign);
    const isSubnormal = d.exponent + digits - 1 < emin;
    const lowest = isSubnormal ? this.etiny : d.exponent + digits - prec;
    if (d.exponent < lowest) return this.round(d, lowest, digits, isSubnormal, rounding);
    if (isSubnormal) this.signal(Condition.Subnormal);
    if (clamp === 1 && d.exponent > this.etop) {
      this.signal(Condition.Clamped);
      return finite(d.sign, scaled(d.coefficient, d.exponent - this.etop), this.etop);
    }
    return d;
  }

  private round(d: Dec, lowest: number, digits: number, isSubnormal: boolean, rounding: Rounding): Dec {
    const drop = lowest - d.exponent;
    const source = drop > digits + 1 ? { c: 1, drop: 2 } : { c: d.coefficient, drop };
    const { c: rest, exact } = dropDigits(source.c, source.drop, rounding, d.sign);
    let c = rest;
    let exponent = lowest;
    // Rounding up may carry into one digit more.
    if (!exact && c >= pow10(this.limits.prec)) {
      c = pow10(this.limits.prec - 1);
      exponent++;
    }
    const kept = isSubnormal ? digitCount(c) : this.limits.prec;
    if (exponent + kept - 1 > this.limits.emax) return this.overflow(d.sign);
    this.signal(Condition.Rounded);
    if (isSubnormal) this.signal(Condition.Subnormal);
    if (!exact) this.signal(isSubnormal ? Condition.Inexact | Condition.Underflow : Condition.Inexact);
    const isZero = c === 0 || c === 0n;
    if (isZero) this.signal(Condition.Clamped);
    if (this.limits.clamp === 1 && exponent > this.etop && !isZero) {
      this.signal(Condition.Clamped);
      return finite(d.sign, scaled(c, exponent - this.etop), this.etop);
    }
    return finite(d.sign, c, exponent, kept);
  }

  /** Too large: infinity, or the largest number where rounding goes the other way. */
  private overflow(sign: 0 | 1): Dec {
    const { rounding, prec } = this.limits;
    this.signal(Condition.Overflow | Condition.Inexact | Condition.Rounded);
    const staysFinite =
      rounding === 'ROUND_DOWN' ||
      rounding === 'ROUND_05UP' ||
      (rounding === 'ROUND_CEILING' && sign === 1) ||
      (rounding === 'ROUND_FLOOR' && sign === 0);
    return staysFinite ? finite(sign, pow10(prec) - 1n, this.etop) : infinity(sign);
  }

  /** The NaN that operands with a NaN among them give; undefined when there is none. */
  nanOf(...operands: readonly Dec[]): Dec | undefined {
    const signaling = operands.find((d) => d.kind === 'snan');
    if (signaling !== undefined) {
      this.signal(Condition.InvalidOperation);
      return this.finish({ ...signaling, kind: 'nan' });
    }
    const quiet = operands.find((d) => d.kind === 'nan');
    return quiet === undefined ? undefined : this.finish(quiet);
  }
}

const WIDE = 1e15;
