/**
 * `format(Decimal, spec)`.
 * Spec: https://docs.python.org/3/library/string.html#format-specification-mini-language
 */
import { rt } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import { cpLength } from '../../text/codePoints.js';
import type { FormatSpec } from '../../text/formatSpecParse.js';
import { Environment, type Limits } from './environment.js';
import { type Dec, digitCount, finite } from './number.js';
import { rescale } from './arithmetic.js';
import { type Parts, parts, toText } from './text.js';

export function formatDecimal(value: Dec, spec: string, limits: Limits, capitals: boolean): string {
  const parsed = parse(spec);
  const upper = parsed.type === '' ? capitals : /[EFG]/.test(parsed.type);
  if (value.kind !== 'finite') return special(value, parsed);
  const shown = laidOut(value, parsed, limits, upper);
  const isZero = !/[1-9]/.test(shown.whole + shown.fraction);
  const negative = value.sign === 1 && !(isZero && parsed.noNegativeZero);
  const sign = negative ? '-' : parsed.sign === '-' ? '' : parsed.sign;
  const tail = `${shown.fraction === '' ? '' : `.${shown.fraction}`}${shown.exponent}${parsed.type === '%' ? '%' : ''}`;
  return pad(sign, shown.whole, tail, parsed);
}

const SPEC = /^(?:(.)?([<>=^]))?([-+ ])?(z)?(0)?(\d+)?(,)?(?:\.(\d+))?([eEfFgGn%])?$/su;

/** The mini-language as decimals have it: a fill and alignment, or zeros in front, not both. */
function parse(spec: string): FormatSpec {
  const match = SPEC.exec(spec);
  if (match === null || (match[2] !== undefined && match[5] !== undefined)) throw ValueError('invalid format string');
  const [, fill, align, sign, z, zero, width, thousands, precision, type] = match;
  if (rt.dialect === 2 && z !== undefined) throw ValueError('invalid format string');
  return {
    fill: fill ?? (zero === undefined ? ' ' : '0'),
    align: (align ?? (zero === undefined ? '>' : '=')) as FormatSpec['align'],
    sign: (sign ?? '') as FormatSpec['sign'],
    noNegativeZero: z !== undefined,
    // Here: the fill was given, so that zeros are no padding of numbers.
    alternate: fill !== undefined,
    width: width === undefined ? -1 : Number(width),
    thousands: (thousands ?? '') as FormatSpec['thousands'],
    precision: precision === undefined ? -1 : Number(precision),
    type: type ?? '',
  };
}

function special(value: Dec, spec: FormatSpec): string {
  const sign = value.sign === 1 ? '-' : spec.sign === '-' ? '' : spec.sign;
  const text = toText({ ...value, sign: 0 }, true) + (spec.type === '%' ? '%' : '');
  return pad(sign, text, '', {
    ...spec,
    thousands: '',
    ...(zeroPadded(spec) ? { fill: ' ', align: '>' as const } : {}),
  });
}

/** Zeros in front by the flag, not by a fill that was given. */
const zeroPadded = (spec: FormatSpec): boolean => spec.align === '=' && spec.fill === '0' && !spec.alternate;

/** Rounds as the presentation asks, and places the point. */
function laidOut(value: Dec, spec: FormatSpec, limits: Limits, capitals: boolean): Parts {
  const { type, precision } = spec;
  const { rounding } = limits;
  let d = value;
  if (type === '%') d = finite(d.sign, d.coefficient, d.exponent + 2);
  if (type === 'f' || type === 'F' || type === '%') {
    if (precision >= 0) d = rescale(d, -precision, rounding).value;
    else if (d.exponent > 0) d = rescale(d, 0, rounding).value;
    return parts(d, d.exponent + d.coefficient.toString().length, capitals);
  }
  if (type === 'e' || type === 'E') {
    if (precision >= 0 && d.coefficient === 0)
      return {
        ...parts(finite(d.sign, 0, d.exponent + precision), 1, capitals, true),
        fraction: '0'.repeat(precision),
      };
    if (precision >= 0) d = withDigits(d, precision + 1, limits);
    return parts(d, 1, capitals, true);
  }
  if (precision >= 0) d = precision === 0 ? withDigits(d, 1, limits, true) : withDigits(d, precision, limits, true);
  const left = d.exponent + d.coefficient.toString().length;
  return parts(d, d.exponent <= 0 && left > -6 ? left : 1, capitals);
}

/** The number with exactly (`atMost`: at most) so many significant digits. */
function withDigits(d: Dec, digits: number, limits: Limits, atMost = false): Dec {
  const count = digitCount(d.coefficient);
  if (count > digits) return new Environment({ ...limits, prec: digits, emin: -1e15, emax: 1e15, clamp: 0 }).finish(d);
  if (atMost) return d;
  return rescale(d, d.exponent - (digits - count), limits.rounding).value;
}

function grouped(whole: string, separator: string): string {
  return separator === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, separator);
}

function pad(sign: string, whole: string, tail: string, spec: FormatSpec): string {
  let body = grouped(whole, spec.thousands);
  if (zeroPadded(spec) && spec.thousands !== '') {
    let digits = whole;
    while (cpLength(sign + grouped(digits, spec.thousands) + tail) < spec.width) digits = `0${digits}`;
    // A group may not begin with its separator.
    body = grouped(digits, spec.thousands);
  }
  body += tail;
  const missing = spec.width - cpLength(sign + body);
  if (missing <= 0) return sign + body;
  switch (spec.align) {
    case '<':
      return sign + body + spec.fill.repeat(missing);
    case '>':
      return spec.fill.repeat(missing) + sign + body;
    case '=':
      return sign + spec.fill.repeat(missing) + body;
    case '^': {
      const left = missing >> 1;
      return spec.fill.repeat(left) + sign + body + spec.fill.repeat(missing - left);
    }
  }
}
