/**
 * `int(text, base)`, Python 2's `int` and `long` of a text, and the digits of an int.
 *
 * Spec: https://docs.python.org/3/library/functions.html#int
 */
import { unitAt } from './units.js';
import { type TextError, UnicodeTextError, valueError } from './error.js';
import { type Int, normalizeInt } from './numberMath.js';
import { bytesRepr, strRepr, strRepr2 } from './strRepr.js';
import { decimalValue, isSpaceCode } from './unicode.js';
import type { Dialect } from './unicodeCategory.js';

/** `sys.get_int_max_str_digits()` of a fresh CPython. */
export const DEFAULT_MAX_STR_DIGITS = 4300;

const SHOWN_LENGTH = 200;

/** How the text of a number came: as `str` (Python 2: unicode), or as bytes with one character a byte (Python 2: str). */
export type NumberSource = 'str' | 'bytes';

/**
 * The text with Unicode's decimal digits and white space beyond ASCII in ASCII; what is neither becomes '?', which no
 * number holds.
 */
export function toAsciiNumber(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return text.replace(/[^\0-\x7f]/gu, (c) => {
    const code = c.codePointAt(0)!;
    return isSpaceCode(code) ? ' ' : String(decimalValue(code) ?? '?');
  });
}

/** Python 2's way from unicode to the bytes of a number. UnicodeEncodeError for what is neither digit, space nor Latin-1. */
export function toDecimal2(text: string): string {
  const characters = Array.from(text);
  const bytes = characters.map(decimalCharacter2);
  const start = bytes.indexOf(undefined);
  if (start < 0) return bytes.join('');
  let end = start + 1;
  while (end < bytes.length && bytes[end] === undefined) end++;
  throw new UnicodeTextError('decimal', text, start, end, 'invalid decimal Unicode string', 2);
}

function decimalCharacter2(c: string): string | undefined {
  const code = c.codePointAt(0)!;
  if (isSpaceCode(code, 2)) return ' ';
  const digit = decimalValue(code, 2);
  return digit !== undefined ? String(digit) : code > 0 && code < 256 ? c : undefined;
}

/**
 * `int(text, base)`.
 *
 * ValueError for a malformed text, a base out of range, or more digits than `maxDigits` (0: no limit) in a base that is
 * no power of two.
 */
export function parseIntText(
  text: string,
  base: Int = 10,
  source: NumberSource = 'str',
  maxDigits = DEFAULT_MAX_STR_DIGITS,
): Int {
  // Base 0 is 10 for what does not begin with a 0, a sign or a space.
  const isDecimal =
    base === 10 || (base === 0 && text.length > 0 && unitAt(text, 0) > ZERO && unitAt(text, 0) <= ZERO + 9);
  const small = isDecimal ? smallDecimal(text) : smallInBase(text, Number(base));
  if (small === null) throw invalid();
  if (small !== undefined) return small;
  checkBase(base, 'int');
  const ascii = source === 'str' ? toAsciiNumber(text) : text;
  const match = /^[\t-\r ]*([-+]?)(?:0(?:([xX])|([oO])|([bB]))(?=_?[0-9a-zA-Z]))?(.*?)[\t-\r ]*$/s.exec(ascii);
  if (match === null) throw invalid();
  let [, sign, x, o, b, digits = ''] = match;
  const prefixBase = x ? 16 : o ? 8 : b ? 2 : 0;
  let radix = Number(base);
  if (prefixBase !== 0 && (radix === 0 || radix === prefixBase)) {
    radix = prefixBase;
    if (digits.startsWith('_')) digits = digits.slice(1);
  } else if (prefixBase !== 0) digits = `0${x ?? o ?? b}${digits}`;
  else if (radix === 0) {
    if (/^0[0_]*[1-9]/.test(digits)) throw invalid();
    radix = 10;
  }
  if (!/^[0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*$/.test(digits)) throw invalid();
  const value = readDigits(digits.replaceAll('_', ''), radix, maxDigits);
  if (value === undefined) throw invalid();
  return normalizeInt(sign === '-' ? -value : value);

  function invalid() {
    return valueError(invalidLiteral(text, base, source));
  }
}

/** What `int()` says of a text that is no number. */
export function invalidLiteral(text: string, base: Int, source: NumberSource): string {
  const shown = source === 'str' ? strRepr(text) : bytesRepr(text);
  return `invalid literal for int() with base ${base}: ${truncated(shown)}`;
}

/** The value of a few decimal digits, null for what is surely no decimal number, undefined for what needs a closer look. */
export function smallDecimal(text: string): number | null | undefined {
  const { length } = text;
  if (length === 0 || length > 15) return undefined;
  const negative = unitAt(text, 0) === MINUS;
  let value = 0;
  for (let i = negative ? 1 : 0; i < length; i++) {
    const digit = unitAt(text, i) - ZERO;
    if (digit < 0 || digit > 9) return isLetter(digit + ZERO) ? null : undefined;
    value = value * 10 + digit;
  }
  if (!negative) return value;
  return length === 1 ? null : 0 - value;
}

/** The same for a few digits of another base, without a sign; never null. */
function smallInBase(text: string, base: number): number | undefined {
  const { length } = text;
  if (length === 0 || length > 10 || base < 2 || base > 36) return undefined;
  let value = 0;
  for (let i = 0; i < length; i++) {
    const code = unitAt(text, i);
    const digit = code <= ZERO + 9 ? code - ZERO : isLetter(code) ? (code | 32) - 87 : 36;
    if (digit < 0 || digit >= base) return undefined;
    value = value * base + digit;
  }
  return value;
}

const ZERO = 48;
const MINUS = 45;
const isLetter = (code: number): boolean => (code > 64 && code < 91) || (code > 96 && code < 123);

function truncated(shown: string): string {
  return shown.length <= SHOWN_LENGTH ? shown : Array.from(shown).slice(0, SHOWN_LENGTH).join('');
}

/** Refuses what is no base of digits. */
export function checkBase(base: Int, name: 'int' | 'long'): void {
  if (base !== 0 && (base < 2 || base > 36)) throw valueError(`${name}() base must be >= 2 and <= 36, or 0`);
}

/** The value of digits in a base, undefined if one is too large for it. */
function readDigits(digits: string, radix: number, maxDigits: number): bigint | undefined {
  const last = radix <= 10 ? String(radix - 1) : (radix - 1).toString(36);
  const allowed = radix <= 10 ? `[0-${last}]` : `[0-9a-${last}A-${last.toUpperCase()}]`;
  if (!new RegExp(`^${allowed}+$`).test(digits)) return undefined;
  if (radix === 16) return BigInt(`0x${digits}`);
  if (radix === 8) return BigInt(`0o${digits}`);
  if (radix === 2) return BigInt(`0b${digits}`);
  if ((radix & (radix - 1)) !== 0 && maxDigits > 0 && digits.length > maxDigits) {
    throw valueError(
      `Exceeds the limit (${maxDigits} digits) for integer string conversion: value has ${digits.length} digits; ` +
        'use sys.set_int_max_str_digits() to increase the limit',
    );
  }
  return radix === 10 ? BigInt(digits) : combine(digits, BigInt(radix));
}

// Halves keep the products balanced, so that a long text costs far less than its length squared.
function combine(digits: string, radix: bigint): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, Number(radix)));
  const low = digits.length >> 1;
  return (
    combine(digits.slice(0, digits.length - low), radix) * radix ** BigInt(low) +
    combine(digits.slice(digits.length - low), radix)
  );
}

/** `str(n)`. ValueError for more digits than `maxDigits` (0: no limit). */
export function intToText(n: Int, maxDigits = DEFAULT_MAX_STR_DIGITS): string {
  if (typeof n === 'number') return String(n);
  if (maxDigits > 0 && fewestDigits(n) > maxDigits) throw tooManyDigits(maxDigits);
  const text = String(n);
  if (maxDigits > 0 && text.length - (n < 0n ? 1 : 0) > maxDigits) throw tooManyDigits(maxDigits);
  return text;
}

/** At least so many decimal digits the int has; 0 for one of less than 2048 bits. */
function fewestDigits(n: bigint): number {
  if (BigInt.asIntN(2048, n) === n) return 0;
  // Hexadecimal digits take no division.
  const bits = 4 * (n.toString(16).length - 2);
  return Math.floor(bits * Math.LOG10E * Math.LN2);
}

const tooManyDigits = (limit: number): TextError =>
  valueError(
    `Exceeds the limit (${limit} digits) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );

/**
 * Python 2's `int(text, base)` and `long(text, base)`; `base` is undefined if the caller gave none.
 *
 * Which of the two types the value gets is the caller's matter. ValueError and UnicodeEncodeError as CPython has them.
 */
export function parseIntText2(
  text: string,
  givenBase: Int | undefined,
  name: 'int' | 'long',
  source: NumberSource,
): Int {
  const base = givenBase ?? 10;
  const bytes = source === 'str' ? toDecimal2(text) : text;
  const zero = bytes.indexOf('\0');
  // int skips the white space before what it reports, long does not.
  if (zero >= 0 && givenBase !== undefined) throw invalid(base, bytes);
  checkBase(base, name);
  const shown = bytes.slice(0, zero < 0 ? undefined : zero);
  const radixOf = (prefix: string | undefined): number => {
    if (prefix === undefined) return 10;
    return /x/i.test(prefix) ? 16 : /b/i.test(prefix) ? 2 : 8;
  };
  const match = /^[\t-\r ]*([-+]?)[\t-\r ]*(0[xX](?!$)|0[oO](?!$)|0[bB](?!$)|0(?=.))?([0-9a-zA-Z]*)[\t-\r ]*$/s.exec(
    shown,
  );
  let radix = Number(base);
  if (radix === 0) radix = radixOf(/^[\t-\r ]*[-+]?[\t-\r ]*(0[xX]|0[oO]|0[bB]|0(?=.))/s.exec(shown)?.[1]);
  let value: bigint | undefined;
  if (match !== null) {
    let [, , prefix = '', digits = ''] = match;
    if (prefix.length === 2 && radixOf(prefix) !== radix) digits = prefix + digits;
    else if (prefix === '0') digits = prefix + digits;
    if (name === 'long' && radix < 22 && /[lL]$/.test(digits)) digits = digits.slice(0, -1);
    value = readDigits(digits, radix, 0);
  }
  if (value === undefined) {
    const literal = name === 'int' ? shown.replace(/^[\t-\r ]+/, '') : shown;
    throw invalid(name === 'long' ? radix : base, literal);
  }
  if (zero >= 0) throw valueError(`null byte in argument for ${name}()`);
  return normalizeInt(match![1] === '-' ? -value : value);

  function invalid(shownBase: Int, literal: string) {
    const repr = strRepr2(literal.slice(0, SHOWN_LENGTH));
    return valueError(`invalid literal for ${name}() with base ${shownBase}: ${repr}`);
  }
}

/** Digits in base 2, 8 or 16 with Python's prefix: `bin(n)`, `oct(n)`, `hex(n)`; Python 2's `oct` writes '0' alone. */
export function intToRadix(n: Int, radix: 2 | 8 | 16, dialect: Dialect = 3): string {
  const digits = (n < 0 ? -n : n).toString(radix);
  const prefix = radix === 2 ? '0b' : radix === 16 ? '0x' : dialect === 3 ? '0o' : n === 0 ? '' : '0';
  return `${n < 0 ? '-' : ''}${prefix}${digits}`;
}
