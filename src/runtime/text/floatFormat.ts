/**
 * A double formatted as C's printf does, correctly rounded at any precision.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
import { unitAt } from './units.js';
import { type Decimal, fixedDigits, mayTie, shortestDigits, significantDigits } from './floatDigits.js';
import { repeatText } from './repeatText.js';

/** 'r' is repr's shortest form; '%' multiplies by 100 and appends the sign. Upper case gives INF, NAN and E. */
export type FloatCode = 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'r' | '%';

export interface FloatFlags {
  /** '#': the point stays even with no digits after it, and 'g' keeps its trailing zeros. */
  readonly alternate?: boolean;
  /** Adds '.0' to a finite number that would look like an int; 'g' then needs a digit more before it avoids the exponent. */
  readonly dotZero?: boolean;
  /** Python 2.7's 'g' keeps the zeros of a whole number that lay just between two and was rounded down to them. */
  readonly python2?: boolean;
}

const NO_FLAGS: FloatFlags = {};

/** `x` by `code` with `precision` digits (ignored by 'r'); negative numbers, -0.0 too, begin with '-'. */
export function formatDouble(x: number, code: FloatCode, precision: number, flags: FloatFlags = NO_FLAGS): string {
  const negative = x < 0 || Object.is(x, -0);
  const size = Math.abs(code === '%' ? x * 100 : x);
  let body: string;
  if (Number.isNaN(size) || size === Infinity) body = size === Infinity ? 'inf' : 'nan';
  else body = finite(size, code, precision, flags);
  if (code === 'E' || code === 'F' || code === 'G') body = body.toUpperCase();
  if (code === '%') body += '%';
  return negative ? `-${body}` : body;
}

function finite(x: number, code: FloatCode, precision: number, flags: FloatFlags): string {
  switch (code) {
    case 'f':
    case 'F':
    case '%': {
      const text = fixedDigits(x, precision);
      return precision === 0 && flags.alternate ? `${text}.` : text;
    }
    case 'e':
    case 'E': {
      const { digits, point } =
        x === 0 ? { digits: repeatText('0', precision + 1), point: 1 } : significantDigits(x, precision + 1);
      return scientific(digits, point, flags.alternate);
    }
    case 'g':
    case 'G':
      return general(x, precision === 0 ? 1 : precision, flags);
    case 'r':
      return shortest(x, flags);
  }
}

function general(x: number, precision: number, flags: FloatFlags): string {
  const isPlain = !(flags.alternate || flags.dotZero || flags.python2);
  const native = isPlain ? nativeGeneral(x, precision) : undefined;
  if (native !== undefined) return native;
  const padded = flags.alternate === true;
  let { digits, point }: Decimal = x === 0 ? { digits: '0', point: 1 } : significantDigits(x, precision);
  if (padded) digits += repeatText('0', precision - digits.length);
  else if (!(flags.python2 && isTieRoundedDown(x, digits, point))) digits = stripZeros(digits);
  if (point <= -4 || point > precision - (flags.dotZero ? 1 : 0)) return scientific(digits, point, padded);
  return positional(digits, point, flags);
}

/** Precision that a double always has. */
const SURE_DIGITS = 15;

/** What JavaScript makes of it, where it writes the number as C does but for zeros at the end; undefined elsewhere. */
function nativeGeneral(x: number, precision: number): string | undefined {
  if (!(x >= 1e-4) || precision > SURE_DIGITS) return undefined;
  if (Number.isInteger(x) && x < 10 ** precision) return String(x);
  const text = x.toPrecision(precision);
  const dot = text.indexOf('.');
  if (text.includes('e') || mayTie(x, dot < 0 ? 0 : text.length - dot - 1)) return undefined;
  if (dot < 0) return text;
  let end = text.length;
  while (unitAt(text, end - 1) === ZERO) end--;
  return text.slice(0, end - 1 === dot ? dot : end);
}

const ZERO = 48;

/** Whether a whole number below 1e15 lies exactly between its rounded digits and the next. */
function isTieRoundedDown(x: number, digits: string, point: number): boolean {
  if (x >= 1e15 || !Number.isInteger(x) || point <= digits.length) return false;
  const unit = 10 ** (point - digits.length);
  return x - Number(digits) * unit === unit / 2;
}

function shortest(x: number, flags: FloatFlags): string {
  const { digits, point } = x === 0 ? { digits: '0', point: 1 } : shortestDigits(x);
  if (point <= -4 || point > 16) return scientific(digits, point, flags.alternate);
  return positional(digits, point, flags);
}

function stripZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && unitAt(digits, end - 1) === ZERO) end--;
  return digits.slice(0, end);
}

function scientific(digits: string, point: number, keepPoint = false): string {
  const exponent = point - 1;
  const mantissa = digits.length > 1 || keepPoint ? `${digits[0]}.${digits.slice(1)}` : digits;
  const size = Math.abs(exponent);
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
}

function positional(digits: string, point: number, flags: FloatFlags): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (digits.length > point) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  const whole = digits.padEnd(point, '0');
  if (flags.dotZero) return `${whole}.0`;
  return flags.alternate ? `${whole}.` : whole;
}
