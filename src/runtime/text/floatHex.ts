/**
 * `float.hex` and `float.fromhex`.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#float.hex
 */
import { overflowError, valueError } from './error.js';
import { divideRoundEven, splitDouble } from './floatDigits.js';
import { freshNaN } from './nan.js';

/** `x.hex()`. */
export function floatHex(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  if (x === -Infinity) return '-inf';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = splitDouble(Math.abs(x));
  const fraction = (mantissa & ((1n << 52n) - 1n)).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${mantissa >> 52n}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const HEX =
  /^[ \t\n\v\f\r]*([-+]?)(?:(inf(?:inity)?|nan)|(?:0x)?(?=\.?[0-9a-f])([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([-+]?\d+))?)([\s\S]*)$/i;
const MALFORMED = 'invalid hexadecimal floating-point string';
const TOO_LARGE = 'hexadecimal value too large to represent as a float';
const BLANK = /^[ \t\n\v\f\r]*$/;

/** `float.fromhex(text)`. ValueError for a malformed text, OverflowError for a value beyond the doubles. */
export function floatFromHex(text: string): number {
  const match = HEX.exec(text);
  if (match === null) throw valueError(MALFORMED);
  const [, sign, special, whole = '', fraction = '', power = '0', rest = ''] = match;
  let size: number;
  if (special !== undefined) size = special[0]!.toLowerCase() === 'n' ? freshNaN() : Infinity;
  // Before the check of what follows, as CPython does: the overflow is the error that it reports.
  else size = scaleByPower(BigInt(`0x0${whole}${fraction}`), Number(power) - 4 * fraction.length);
  if (!BLANK.test(rest)) throw valueError(MALFORMED);
  return sign === '-' ? -size : size;
}

/** `mantissa * 2**exponent`, rounded to the nearest double. */
function scaleByPower(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const top = mantissa.toString(2).length + exponent;
  if (top > 1024) throw overflowError(TOO_LARGE);
  if (top < -1074) return 0;
  // The lowest bit that the result can hold: 53 below the top, but never below 2^-1074.
  const lowest = Math.max(top - 53, -1074);
  const shift = exponent - lowest;
  const kept = Number(shift >= 0 ? mantissa << BigInt(shift) : divideRoundEven(mantissa, 1n << BigInt(-shift)));
  // In two steps where 2**lowest alone would not be a normal double.
  const value = lowest < -1000 ? kept * 2 ** -1000 * 2 ** (lowest + 1000) : kept * 2 ** lowest;
  if (value === Infinity) throw overflowError(TOO_LARGE);
  return value;
}
