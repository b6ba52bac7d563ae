/**
 * The predicates of `str` and the numeric values of characters.
 *
 * Shape: JavaScript strings, read by code point; `dialect` 2 asks as Python 2's `unicode` does.
 * Spec: https://docs.python.org/3/library/stdtypes.html#str.isalnum and the methods after it.
 */
import { Category, categoryOf, type Dialect, isAssigned, lazy } from './unicodeCategory.js';
import { DIGIT_RUNS, NUMERIC_RUNS } from './unicodeTables.js';

/** The characters of `str.isspace`, `split()` and `strip()`, as the inside of a regular expression class. */
export const SPACE_CLASS = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const ASCII_LIMIT = 128;

/** Whether `str.isspace` and `split()` count the code point as white space. */
export function isSpaceCode(code: number, dialect: Dialect = 3): boolean {
  if (code < ASCII_LIMIT) return code === 32 || (code >= 9 && code <= 13) || (code >= 28 && code <= 31);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  if (code <= 0x200a) return code === 0x1680 || code >= 0x2000 || (dialect === 2 && code === 0x180e);
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Whether the code point ends a line for `str.splitlines`. */
export function isLineBreakCode(code: number): boolean {
  if (code <= 0x1e) return (code >= 10 && code <= 13) || code >= 0x1c;
  return code === 0x85 || code === 0x2028 || code === 0x2029;
}

interface NumericRun {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

function readRuns(text: string): NumericRun[] {
  let at = 0;
  return text.split(' ').map((run) => {
    const [, gap, count, numerator, denominator] = /^([0-9a-z]*)(?:\+([0-9a-z]+))?:(-?\d+)(?:\/(\d+))?$/.exec(run)!;
    const start = at + (gap ? Number.parseInt(gap, 36) : 0);
    at = start + (count ? Number.parseInt(count, 36) : 1);
    return { start, end: at, value: Number(numerator) / Number(denominator ?? 1) };
  });
}

const digitRuns = lazy(() => readRuns(DIGIT_RUNS));
const numericRuns = lazy(() => readRuns(NUMERIC_RUNS));

function valueIn(runs: readonly NumericRun[], code: number): number | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (code < run.start) high = middle - 1;
    else if (code >= run.end) low = middle + 1;
    else return run.value + (code - run.start);
  }
  return undefined;
}

// Where the numeric values of Unicode 5.2 and 15.1 differ. Python 2 also has one digit outside the decades.
const TAI_LUE_THAM_ONE = 0x19da;
const TRILLION_2 = 0x5146;
const NOT_NUMERIC_2 = new Set([
  0x3248, 0x3249, 0x324a, 0x324b, 0x324c, 0x324d, 0x324e, 0x324f, 0x4e24, 0x4eac, 0x4fe9, 0x5006, 0x62d0, 0x6d1e,
  0x7695, 0x79ed, 0x920e, 0x94a9, 0x12432, 0x12433, 0x12456, 0x12457,
]);

/** The value 0..9 of a decimal digit (what `int` and `float` read), else undefined. */
export function decimalValue(code: number, dialect: Dialect = 3): number | undefined {
  if (code < ASCII_LIMIT) return code >= 48 && code <= 57 ? code - 48 : undefined;
  if (categoryOf(code, dialect) !== Category.Nd) return undefined;
  if (code === TAI_LUE_THAM_ONE) return 1;
  // Decimal digits stand in whole decades; each begins at a multiple of ten from the start of its run.
  let start = code;
  while (categoryOf(start - 1, dialect) === Category.Nd) start--;
  return (code - start) % 10;
}

/** The value 0..9 of a digit (superscripts and circled digits too), else undefined. */
export function digitValue(code: number, dialect: Dialect = 3): number | undefined {
  const decimal = decimalValue(code, dialect);
  if (decimal !== undefined || code < ASCII_LIMIT) return decimal;
  return isAssigned(code, dialect) ? valueIn(digitRuns(), code) : undefined;
}

/** The numeric value of a character (fractions, Roman and Chinese numerals too), else undefined. */
export function numericValue(code: number, dialect: Dialect = 3): number | undefined {
  const decimal = decimalValue(code, dialect);
  if (decimal !== undefined || code < ASCII_LIMIT) return decimal;
  if (!isAssigned(code, dialect) || (dialect === 2 && NOT_NUMERIC_2.has(code))) return undefined;
  if (dialect === 2 && code === TRILLION_2) return 1e12;
  return valueIn(numericRuns(), code);
}

function isAlphaCode(code: number, dialect: Dialect): boolean {
  return categoryOf(code, dialect) <= Category.Lo;
}

function isAlnumCode(code: number, dialect: Dialect): boolean {
  return isAlphaCode(code, dialect) || numericValue(code, dialect) !== undefined;
}

function every(s: string, holds: (code: number, dialect: Dialect) => boolean, dialect: Dialect): boolean {
  if (s === '') return false;
  for (let i = 0; i < s.length; i++) {
    const code = s.codePointAt(i)!;
    if (code > 0xffff) i++;
    if (!holds(code, dialect)) return false;
  }
  return true;
}

/** `s.isascii()`. */
export function isAscii(s: string): boolean {
  return !/[^\0-\x7f]/.test(s);
}

/** `s.isalpha()`. */
export function isAlpha(s: string, dialect: Dialect = 3): boolean {
  return /^[A-Za-z]+$/.test(s) || (!isAscii(s) && every(s, isAlphaCode, dialect));
}

/** `s.isdecimal()`. */
export function isDecimal(s: string, dialect: Dialect = 3): boolean {
  return /^[0-9]+$/.test(s) || (!isAscii(s) && every(s, (c, d) => decimalValue(c, d) !== undefined, dialect));
}

/** `s.isdigit()`. */
export function isDigit(s: string, dialect: Dialect = 3): boolean {
  return /^[0-9]+$/.test(s) || (!isAscii(s) && every(s, (c, d) => digitValue(c, d) !== undefined, dialect));
}

/** `s.isnumeric()`. */
export function isNumeric(s: string, dialect: Dialect = 3): boolean {
  return /^[0-9]+$/.test(s) || (!isAscii(s) && every(s, (c, d) => numericValue(c, d) !== undefined, dialect));
}

/** `s.isalnum()`. */
export function isAlnum(s: string, dialect: Dialect = 3): boolean {
  return /^[A-Za-z0-9]+$/.test(s) || (!isAscii(s) && every(s, isAlnumCode, dialect));
}

/** `s.isspace()`. */
export function isSpace(s: string, dialect: Dialect = 3): boolean {
  return every(s, isSpaceCode, dialect);
}

/** Whether `repr` shows the code point as it is. */
export function isPrintableCode(code: number): boolean {
  if (code < ASCII_LIMIT) return code >= 32 && code < 127;
  return categoryOf(code) < Category.Zs;
}

/** `s.isprintable()`. */
export function isPrintable(s: string): boolean {
  return /^[\x20-\x7e]*$/.test(s) || (!isAscii(s) && every(s, isPrintableCode, 3));
}

/** `s.isidentifier()`. */
export function isIdentifier(s: string): boolean {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(s)) return true;
  if (isAscii(s) || !/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(s)) return false;
  return every(s, (code) => isAssigned(code), 3);
}
