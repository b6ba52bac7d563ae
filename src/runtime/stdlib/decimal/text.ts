/** Decimal numbers and their texts. */
import { type Coefficient, type Dec, finite, infinity, small } from './number.js';

const NUMBER = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|(s?nan)(\d*))$/i;

/** The number that a text says; undefined for what is none. Decimal digits of any script have been made ASCII. */
export function parse(text: string): Dec | undefined {
  const match = NUMBER.exec(text);
  if (match === null) return parseSpecial(text);
  const [, sign, whole = '', fraction = match[4] ?? '', , exponent = '0'] = match;
  const digits = whole + fraction;
  const e = Number(exponent) - fraction.length;
  return finite(sign === '-' ? 1 : 0, coefficientOf(digits), Math.max(-2e18, Math.min(2e18, e)));
}

/** Up to so many digits make a safe integer. */
const SAFE_DIGITS = 15;

const coefficientOf = (digits: string): Coefficient => (digits.length <= SAFE_DIGITS ? Number(digits) : BigInt(digits));

function parseSpecial(text: string): Dec | undefined {
  const match = SPECIAL.exec(text);
  if (match === null) return undefined;
  const sign = match[1] === '-' ? 1 : 0;
  if (match[2] !== undefined) return infinity(sign);
  return {
    sign,
    coefficient: small(BigInt(match[4] || 0)),
    exponent: 0,
    kind: match[3]!.toLowerCase() === 'nan' ? 'nan' : 'snan',
    digits: 0,
  };
}

/** `str()`; with `engineering` the exponent is a multiple of three. */
export function toText(d: Dec, capitals: boolean, engineering = false): string {
  const sign = d.sign === 1 ? '-' : '';
  if (d.kind === 'infinite') return `${sign}Infinity`;
  if (d.kind !== 'finite')
    return `${sign}${d.kind === 'nan' ? 'NaN' : 'sNaN'}${d.coefficient === 0 ? '' : d.coefficient}`;
  const digits = d.coefficient.toString();
  const left = d.exponent + digits.length;
  let point: number;
  if (d.exponent <= 0 && left > -6) point = left;
  else if (!engineering) point = 1;
  else if (d.coefficient === 0) point = modulo(left + 1, 3) - 1;
  else point = modulo(left - 1, 3) + 1;
  return sign + withPoint(digits, point) + exponentText(left - point, capitals);
}

const modulo = (a: number, n: number): number => ((a % n) + n) % n;
const exponentText = (e: number, capitals: boolean): string =>
  e === 0 ? '' : `${capitals ? 'E' : 'e'}${e < 0 ? '-' : '+'}${Math.abs(e)}`;

function withPoint(digits: string, point: number): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Digits before and after the point, and the exponent, as `format` shows them. */
export interface Parts {
  readonly whole: string;
  readonly fraction: string;
  readonly exponent: string;
}

/** `d`, already rounded, with its point after `point` digits; `alwaysExponent`: an exponent of zero is shown too. */
export function parts(d: Dec, point: number, capitals: boolean, alwaysExponent = false): Parts {
  const digits = d.coefficient.toString();
  const left = d.exponent + digits.length;
  const text = withPoint(digits, point);
  const dot = text.indexOf('.');
  const e = left - point;
  return {
    whole: dot < 0 ? text : text.slice(0, dot),
    fraction: dot < 0 ? '' : text.slice(dot + 1),
    exponent: e === 0 && alwaysExponent ? `${capitals ? 'E' : 'e'}+0` : exponentText(e, capitals),
  };
}
