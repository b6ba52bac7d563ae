/** `decimal.Decimal` as an object, and the ways to make one. */
import { findAttr, special } from '../../object/attributes.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { asIndex, intValue, normalInt, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { toArray } from '../../object/iterate.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyList, PyTuple, PyUnicode } from '../../object/values.js';
import { decimalValue } from '../../text/unicode.js';
import { getContext, type PyDecimalContext } from './context.js';
import { Condition } from './environment.js';
import { big, type Dec, finite, infinity, NAN, pow10, small } from './number.js';
import { repr } from '../../object/text.js';
import { parse } from './text.js';

export class PyDecimal extends PyObject {
  constructor(readonly value: Dec) {
    super();
  }
}

/** `Decimal` itself, once declared. */
export const decimalType: { current: PyType } = { current: undefined as unknown as PyType };
export const makeDecimal = (value: Dec, cls: PyType = decimalType.current): PyDecimal =>
  cls === decimalType.current ? new PyDecimal(value) : (new cls.ctor(value) as PyDecimal);

export const fromInt = (n: number | bigint): Dec => finite(n < 0 ? 1 : 0, n < 0 ? -n : n, 0);

/** The exact value of a double. */
export function fromDouble(v: number): Dec {
  if (Number.isNaN(v)) return NAN;
  const sign = v < 0 || Object.is(v, -0) ? 1 : 0;
  if (!Number.isFinite(v)) return infinity(sign);
  let n = Math.abs(v);
  if (n === 0) return finite(sign, 0, 0);
  let twos = 0;
  while (!Number.isInteger(n)) {
    n *= 2;
    twos++;
  }
  const c = BigInt(n);
  return twos === 0 ? finite(sign, c, 0) : finite(sign, c * 5n ** BigInt(twos), -twos);
}

/** ASCII digits in the place of others, without underscores and white space around. */
function plainDigits(text: string): string {
  const trimmed = text.trim().replaceAll('_', '');
  if (/^[\0-\x7f]*$/.test(trimmed)) return trimmed;
  return [...trimmed].map((char) => decimalValue(char.codePointAt(0)!)?.toString() ?? char).join('');
}

/** `Decimal(text)`, exact. */
export function fromText(text: string, context: PyDecimalContext): Dec {
  const value = parse(plainDigits(text));
  if (value !== undefined) return value;
  context.raise(Condition.ConversionSyntax, `Invalid literal for Decimal: ${repr(text)}`);
  return NAN;
}

/** `(sign, digits, exponent)`. */
function fromTuple(source: Py): Dec {
  const parts = source instanceof PyTuple || source instanceof PyList ? source.items : toArray(source);
  if (parts.length !== 3) throw ValueError('argument must be a sequence of length 3');
  const sign = intValue(parts[0]);
  if (sign !== 0 && sign !== 1) throw ValueError('sign must be an integer with the value 0 or 1');
  const kind = strValue(parts[2]);
  const digits: Py[] = kind === 'F' ? [] : toArray(parts[1]);
  let coefficient = '';
  for (const digit of digits) {
    const n = intValue(digit);
    if (n === undefined || n < 0 || n > 9) throw ValueError('coefficient must be a tuple of digits');
    coefficient += n;
  }
  if (kind === 'F') return infinity(sign);
  if (kind === 'n' || kind === 'N')
    return {
      sign,
      coefficient: small(BigInt(coefficient || 0)),
      exponent: 0,
      kind: kind === 'n' ? 'nan' : 'snan',
      digits: 0,
    };
  if (kind !== undefined) throw ValueError("string argument in the third position must be 'F', 'n' or 'N'");
  const exponent = intValue(parts[2]);
  if (exponent === undefined) throw ValueError('exponent must be an integer');
  return finite(sign, BigInt(coefficient || 0), Number(exponent));
}

const notConvertible = (o: Py) => TypeError(`conversion from ${typeOf(o).name} to Decimal is not supported`);

/** The exact value of what `Decimal()` takes. */
export function exactValue(o: Py, context: PyDecimalContext): Dec {
  if (o instanceof PyDecimal) return o.value;
  const int = intValue(o);
  if (int !== undefined) return fromInt(int);
  const text = strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);
  if (text !== undefined) return fromText(text, context);
  if (o instanceof PyTuple || o instanceof PyList) return fromTuple(o);
  if (o instanceof PyFloat) {
    context.raise(Condition.FloatOperation);
    return fromDouble(o.v);
  }
  throw notConvertible(o);
}

/** An operand of an operator: a Decimal or an int; undefined for others. */
export function operand(o: Py): Dec | undefined {
  if (o instanceof PyDecimal) return o.value;
  const int = intValue(o);
  return int === undefined ? undefined : fromInt(int);
}

/** An argument of a method: a Decimal or an int, or TypeError. */
export function argument(o: Py): Dec {
  const value = operand(o);
  if (value === undefined) throw notConvertible(o);
  return value;
}

/** The integer part, towards zero. */
export function truncated(d: Dec): number | bigint {
  const c = d.exponent >= 0 ? big(d) * pow10(d.exponent) : big(d) / pow10(Math.min(-d.exponent, 1e7));
  return normalInt(d.sign === 1 ? -c : c);
}

/** `other` for a comparison: numbers of any kind that it can be made with; undefined for what is none. */
export function comparable(o: Py, self: Dec, isOrder: boolean): { self: Dec; other: Dec } | undefined {
  const value = operand(o);
  if (value !== undefined) return { self, other: value };
  if (o instanceof PyFloat) {
    if (isOrder) getContext().raise(Condition.FloatOperation);
    else getContext().flags |= Condition.FloatOperation;
    return { self, other: fromDouble(o.v) };
  }
  const numerator =
    o !== null && typeof o === 'object' && special(o, '__lt__') !== undefined ? findAttr(o, 'numerator') : undefined;
  const denominator = numerator === undefined ? undefined : findAttr(o, 'denominator');
  if (numerator === undefined || denominator === undefined || intValue(numerator) === undefined) return undefined;
  // self < n/d as self * d < n.
  const d = BigInt(asIndex(denominator));
  return {
    self: self.kind === 'finite' ? { ...self, coefficient: small(big(self) * d), digits: 0 } : self,
    other: fromInt(asIndex(numerator)),
  };
}
