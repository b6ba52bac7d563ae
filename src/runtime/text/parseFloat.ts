/**
 * `float(text)` and `complex(text)`.
 *
 * Spec: https://docs.python.org/3/library/functions.html#float and #complex
 */
import { type TextError, valueError } from './error.js';
import { freshNaN } from './nan.js';
import { type NumberSource, toAsciiNumber, toDecimal2 } from './parseInt.js';
import { bytesRepr, strRepr } from './strRepr.js';
import type { Dialect } from './unicodeCategory.js';
import { unitAt } from './units.js';

const UNSIGNED = '(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])';
const FLOAT = new RegExp(`^[\\t-\\r ]*([-+]?${UNSIGNED})[\\t-\\r ]*$`);
const FLOAT_PREFIX = new RegExp(`^[-+]?${UNSIGNED}`);
const MISPLACED_UNDERSCORE = /(?<!\d)_|_(?!\d)/;

/** The value of a float's text that one of the patterns above has accepted. */
function valueOf(text: string, dialect: Dialect = 3): number {
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  // Python 2's nan has the sign bit set, and its -nan has not.
  if (/n$/i.test(text)) return freshNaN(text.startsWith('-') === (dialect === 3));
  return text.startsWith('-') ? -Infinity : Infinity;
}

/** Texts with more characters than this are few. */
const SHORT = 24;

/** The value of digits with at most a minus and a point, as most texts of floats are; undefined for any other. */
function plainValue(text: string): number | undefined {
  const { length } = text;
  if (length > SHORT) return undefined;
  let digits = 0;
  let points = 0;
  for (let i = length > 0 && unitAt(text, 0) === MINUS ? 1 : 0; i < length; i++) {
    const unit = unitAt(text, i);
    if (unit >= 48 && unit <= 57) digits++;
    else if (unit !== POINT || ++points > 1) return undefined;
  }
  return digits > 0 ? Number(text) : undefined;
}
const MINUS = 45;
const POINT = 46;

/** `float(text)`, or a ValueError for a malformed text, which is not thrown. */
export function floatOrError(text: string, source: NumberSource = 'str'): number | TextError {
  const value = plainValue(text);
  if (value !== undefined) return value;
  const ascii = source === 'str' ? toAsciiNumber(text) : text;
  const plain = ascii.includes('_') && !MISPLACED_UNDERSCORE.test(ascii) ? ascii.replaceAll('_', '') : ascii;
  const match = FLOAT.exec(plain);
  if (match === null) {
    return valueError(`could not convert string to float: ${source === 'str' ? strRepr(text) : bytesRepr(text)}`);
  }
  return valueOf(match[1]!);
}

/** Python 2's `float(text)`, in the same way. */
export function floatOrError2(text: string, source: NumberSource): number | TextError {
  const bytes = source === 'str' ? toDecimal2(text) : text;
  const match = FLOAT.exec(bytes);
  if (match !== null) return valueOf(match[1]!, 2);
  const shown = bytes
    .replace(/^[\t-\r ]+/, '')
    .replace(/\0.*/s, '')
    .slice(0, 200);
  const what = FLOAT_PREFIX.test(shown) ? 'invalid literal for float()' : 'could not convert string to float';
  return valueError(`${what}: ${shown}`);
}

const COMPLEX_BODY = `(?:([-+]?${UNSIGNED})|([-+]?${UNSIGNED})([-+]${UNSIGNED}?)[jJ]|([-+]?${UNSIGNED}?)[jJ])`;
const SPACES = '[\\t-\\r ]*';
const COMPLEX = new RegExp(`^${SPACES}(?:\\(${SPACES}${COMPLEX_BODY}${SPACES}\\)|${COMPLEX_BODY})${SPACES}$`);

/** `complex(text)`. ValueError for a malformed text. */
export function parseComplexText(
  text: string,
  dialect: Dialect = 3,
  source: NumberSource = 'str',
): [real: number, imag: number] {
  let plain = dialect === 3 ? toAsciiNumber(text) : source === 'str' ? toDecimal2(text) : text;
  if (dialect === 3 && plain.includes('_')) {
    // CPython reads a C string, which ends at the first NUL or unreadable character.
    if (MISPLACED_UNDERSCORE.test(plain.replace(/[?\0].*/s, '?')))
      throw valueError(`could not convert string to complex: ${strRepr(text)}`);
    plain = plain.replaceAll('_', '');
  }
  const match = COMPLEX.exec(plain);
  if (match === null) throw valueError('complex() arg is a malformed string');
  const at = (match[1] ?? match[2] ?? match[4] !== undefined) ? 1 : 5;
  const [only, real, second, imag] = match.slice(at, at + 4);
  if (only !== undefined) return [valueOf(only), 0];
  if (real !== undefined) return [valueOf(real), imaginary(second!)];
  return [0, imaginary(imag!)];
}

function imaginary(text: string): number {
  if (text === '' || text === '+') return 1;
  return text === '-' ? -1 : valueOf(text);
}
