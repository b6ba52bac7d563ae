/**
 * `format(value, spec)` of int, float, complex and str.
 *
 * A specification comes as its text or already parsed by the `parse…Spec` of its kind, which saves the parsing where the
 * text is a constant. Errors are TextErrors with CPython's messages. The locale of 'n' is C: it groups nothing.
 * Spec: https://docs.python.org/3/library/string.html#format-specification-mini-language
 */
import { cpLength, cpSlice } from './codePoints.js';
import { overflowError, TextError, valueError } from './error.js';
import { type FloatCode, formatDouble } from './floatFormat.js';
import { complexRepr, complexStr2, floatRepr, floatStr2 } from './floatRepr.js';
import { type FormatOptions, type FormatSpec, parseFormatSpec, unknownType } from './formatSpecParse.js';
import { type Int, intToFloat } from './numberMath.js';
import { DEFAULT_MAX_STR_DIGITS, intToText } from './parseInt.js';
import { MAX_STRING_LENGTH, repeatText } from './repeatText.js';

export type { FormatOptions, FormatSpec } from './formatSpecParse.js';

const INT: FormatOptions = { typeName: 'int', dialect: 3 };
const FLOAT: FormatOptions = { typeName: 'float', dialect: 3 };
const COMPLEX: FormatOptions = { typeName: 'complex', dialect: 3 };
const STR: FormatOptions = { typeName: 'str', dialect: 3 };

const DEFAULT_PRECISION = 6;
const MAX_PRECISION = 2 ** 31 - 1;

/** Parses a specification for {@link formatInt}. */
export function parseIntSpec(spec: string, options = INT): FormatSpec {
  return parseFormatSpec(spec, 'd', '>', options);
}

/** Parses a specification for {@link formatFloat} or {@link formatComplex}. */
export function parseFloatSpec(spec: string, options = FLOAT): FormatSpec {
  return parseFormatSpec(spec, '', '>', options);
}

/** Parses a specification for {@link formatStr}. */
export function parseStrSpec(spec: string, options = STR): FormatSpec {
  return parseFormatSpec(spec, 's', '<', options);
}

/** `format(s, spec)` of a str. */
export function formatStr(s: string, spec: string | FormatSpec, options = STR): string {
  if (spec === '') return s;
  const parsed = typeof spec === 'string' ? parseStrSpec(spec, options) : spec;
  if (parsed.type !== 's') throw unknownType(parsed.type, options);
  if (parsed.sign !== '') {
    if (parsed.sign === ' ' && options.dialect === 3) throw valueError('Space not allowed in string format specifier');
    throw valueError('Sign not allowed in string format specifier');
  }
  if (parsed.noNegativeZero) throw valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (parsed.alternate) throw valueError('Alternate form (#) not allowed in string format specifier');
  if (parsed.align === '=') throw valueError("'=' alignment not allowed in string format specifier");
  const { precision } = parsed;
  const text = precision >= 0 && precision < s.length ? cpSlice(s, 0, Math.min(precision, cpLength(s))) : s;
  return padded(text, parsed);
}

/** `format(n, spec)` of an int. */
export function formatInt(n: Int, spec: string | FormatSpec, options = INT): string {
  if (spec === '') return intToText(n, digitLimit(options));
  const parsed = typeof spec === 'string' ? parseIntSpec(spec, options) : spec;
  switch (parsed.type) {
    case 'b':
      return formatInteger(n, 2, '0b', parsed, options);
    case 'o':
      return formatInteger(n, 8, '0o', parsed, options);
    case 'x':
      return formatInteger(n, 16, '0x', parsed, options);
    case 'X':
      return formatInteger(n, 16, '0X', parsed, options);
    case 'd':
    case 'n':
      return formatInteger(n, 10, '', parsed, options);
    case 'c':
      checkInteger(parsed);
      return formatCharacter(n, parsed, options);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%':
      return formatReal(intToFloat(n, options.dialect), parsed, options);
    default:
      throw unknownType(parsed.type, options);
  }
}

function digitLimit({ dialect, maxDigits }: FormatOptions): number {
  return dialect === 2 ? 0 : (maxDigits ?? DEFAULT_MAX_STR_DIGITS);
}

function checkInteger(spec: FormatSpec): void {
  if (spec.precision >= 0) throw valueError('Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) throw valueError('Negative zero coercion (z) not allowed in integer format specifier');
}

function formatInteger(n: Int, radix: number, prefix: string, spec: FormatSpec, options: FormatOptions): string {
  checkInteger(spec);
  const negative = n < 0;
  const size = negative ? -n : n;
  let digits = radix === 10 ? intToText(size, digitLimit(options)) : size.toString(radix);
  if (spec.type === 'X') digits = digits.toUpperCase();
  const group = radix === 10 ? 3 : 4;
  return numberLayout(negative, spec.alternate ? prefix : '', digits, '', spec, group);
}

function formatCharacter(n: Int, spec: FormatSpec, options: FormatOptions): string {
  if (spec.sign !== '') {
    throw valueError("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate && options.dialect === 3)
    throw valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof n === 'bigint' && BigInt.asIntN(64, n) !== n) {
    throw overflowError('Python int too large to convert to C long');
  }
  const limit = options.dialect === 2 ? 0x100 : 0x110000;
  if (n < 0 || n >= limit) throw overflowError(`%c arg not in range(0x${limit.toString(16)})`);
  return numberLayout(false, '', '', String.fromCodePoint(Number(n)), spec, 3);
}

/** `format(x, spec)` of a float. */
export function formatFloat(x: number, spec: string | FormatSpec, options = FLOAT): string {
  if (spec === '') return options.dialect === 3 ? floatRepr(x) : floatStr2(x);
  const parsed = typeof spec === 'string' ? parseFloatSpec(spec, options) : spec;
  if (parsed.type !== '' && !'eEfFgGn%'.includes(parsed.type)) throw unknownType(parsed.type, options);
  return formatReal(x, parsed, options);
}

function formatReal(x: number, spec: FormatSpec, options: FormatOptions): string {
  if (spec.alternate && options.dialect === 2) {
    throw valueError('Alternate form (#) not allowed in float format specifier');
  }
  const text = realText(x, spec, options, true);
  if (spec.align !== '=' && spec.thousands === '' && (spec.sign === '' || spec.sign === '-')) return padded(text, spec);
  const negative = text.startsWith('-');
  const [, digits = '', rest = ''] = /^(\d*)(.*)$/.exec(negative ? text.slice(1) : text)!;
  return numberLayout(negative, '', digits, rest, spec, 3);
}

/** The number by type and precision, without sign option, grouping and width. */
function realText(x: number, spec: FormatSpec, { dialect }: FormatOptions, dotZero: boolean): string {
  let { precision } = spec;
  if (precision > MAX_PRECISION) throw valueError('precision too big');
  let code: FloatCode;
  if (spec.type === '') {
    code = precision >= 0 || dialect === 2 ? 'g' : 'r';
    // Python 2 formats without a type as its str() does.
    if (precision < 0) precision = 12;
  } else code = spec.type === 'n' ? 'g' : (spec.type as FloatCode);
  if (precision < 0) precision = DEFAULT_PRECISION;
  const flags = { alternate: spec.alternate, dotZero: dotZero && spec.type === '', python2: dialect === 2 };
  const text = formatDouble(x, code, precision, flags);
  if (spec.noNegativeZero && text.startsWith('-') && /^-[0.]*(?:[eE%]|$)/.test(text)) return text.slice(1);
  return text;
}

/** `format(complex(real, imag), spec)`. */
export function formatComplex(real: number, imag: number, spec: string | FormatSpec, options = COMPLEX): string {
  if (spec === '') return options.dialect === 3 ? complexRepr(real, imag) : complexStr2(real, imag);
  const parsed = typeof spec === 'string' ? parseFloatSpec(spec, options) : spec;
  if (parsed.type !== '' && !'eEfFgGn'.includes(parsed.type)) throw unknownType(parsed.type, options);
  if (parsed.alternate && options.dialect === 2) {
    throw valueError('Alternate form (#) not allowed in complex format specifier');
  }
  if (parsed.fill === '0') throw valueError('Zero padding is not allowed in complex format specifier');
  if (parsed.align === '=') throw valueError("'=' alignment flag is not allowed in complex format specifier");
  const skipsReal = parsed.type === '' && real === 0 && !Object.is(real, -0);
  const part = (x: number, sign: FormatSpec['sign']) => {
    const text = realText(x, parsed, options, false);
    const negative = text.startsWith('-');
    const [, digits = '', rest = ''] = /^(\d*)(.*)$/.exec(negative ? text.slice(1) : text)!;
    return numberLayout(negative, '', digits, rest, { ...parsed, sign, width: -1 }, 3);
  };
  const imaginary = `${part(imag, skipsReal ? parsed.sign : '+')}j`;
  let text = skipsReal ? imaginary : part(real, parsed.sign) + imaginary;
  if (parsed.type === '' && !skipsReal) text = `(${text})`;
  return padded(text, parsed);
}

/** A text in its field. */
function padded(text: string, { width, fill, align }: FormatSpec): string {
  const missing = width < 0 ? 0 : width - cpLength(text);
  if (missing <= 0) return text;
  if (align === '<') return text + repeatText(fill, missing);
  if (align === '^') return repeatText(fill, Math.floor(missing / 2)) + text + repeatText(fill, Math.ceil(missing / 2));
  return repeatText(fill, missing) + text;
}

/** Puts sign, prefix, digits (grouped) and the rest of a number into its field. */
function numberLayout(
  negative: boolean,
  prefix: string,
  digits: string,
  rest: string,
  spec: FormatSpec,
  groupSize: number,
): string {
  const head = (negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '') + prefix;
  let body = digits;
  if (spec.thousands !== '' && digits !== '') {
    // Zeros that fill the field are grouped with the digits.
    const zeroFill = spec.fill === '0' && spec.align === '=';
    const minWidth = zeroFill ? spec.width - head.length - cpLength(rest) : 0;
    body = grouped(digits, spec.thousands, groupSize, minWidth);
  }
  body += rest;
  if (spec.align !== '=') return padded(head + body, spec);
  const missing = spec.width - head.length - cpLength(body);
  return missing > 0 ? head + repeatText(spec.fill, missing) + body : head + body;
}

function grouped(digits: string, separator: string, size: number, minWidth: number): string {
  if (minWidth > MAX_STRING_LENGTH) throw new TextError('MemoryError', '');
  const groups: string[] = [];
  let left = digits.length;
  let wanted = minWidth;
  for (;;) {
    const length = Math.min(size, Math.max(left, wanted, 1));
    groups.push(digits.slice(Math.max(left - length, 0), Math.max(left, 0)).padStart(length, '0'));
    left -= length;
    wanted -= length;
    if (left <= 0 && wanted <= 0) return groups.reverse().join(separator);
    wanted -= 1;
  }
}
