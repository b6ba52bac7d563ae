/**
 * The case methods of `str`, and those of Python 2's `unicode`.
 *
 * JavaScript's full case mappings are Unicode's, as Python 3's are; what this adds is title case, folding, and that
 * characters newer than the followed Unicode version stay as they are.
 * Spec: https://docs.python.org/3/library/stdtypes.html#str.capitalize and the methods after it.
 */
import { fromUnits } from './codePoints.js';
import { unitAt } from './units.js';
import { isAscii } from './unicode.js';
import { Category, categoryOf, type Dialect, isAssigned, lazy } from './unicodeCategory.js';
import { FOLD_RUNS, TITLE_RUNS } from './unicodeTables.js';

// Blocks whose case mappings are the same in every Unicode version that a Node may have.
const STABLE =
  /^[\0-\u017f\u0386-\u0481\u0531-\u0587\u1e00-\u1fff\u2010-\u206f\u3000-\ua63f\uac00-\ud7a3\uff00-\uffef]*$/;

const DOTTED_CAPITAL_I = 0x130;
const CAPITAL_SIGMA = 0x3a3;

/** `s.upper()`. */
export function upper(s: string): string {
  const kind = shortKind(s, CODE_a);
  if (kind !== OTHER) return kind === PLAIN ? s : s.toUpperCase();
  return STABLE.test(s) ? s.toUpperCase() : mapCodes(s, upperCode);
}

/** `s.lower()`. */
export function lower(s: string): string {
  const kind = shortKind(s, CODE_A);
  if (kind !== OTHER) return kind === PLAIN ? s : s.toLowerCase();
  return STABLE.test(s) && !s.includes('Σ') ? s.toLowerCase() : mapCodes(s, lowerCode);
}

/** `s.casefold()`. */
export function casefold(s: string): string {
  return isAscii(s) ? s.toLowerCase() : mapCodes(s, (code) => folds().get(code) ?? lowerCode(code));
}

/** `s.swapcase()`. */
export function swapcase(s: string): string {
  if (isAscii(s)) return mapAscii(s, (code) => (isLetter(code) ? code ^ 32 : code));
  return mapCodes(s, (code, at) => {
    if (isUpperCode(code)) return lowerCode(code, at, s);
    return isLowerCode(code) ? upperCode(code) : String.fromCodePoint(code);
  });
}

/** `s.capitalize()`. */
export function capitalize(s: string): string {
  if (isAscii(s)) return s.slice(0, 1).toUpperCase() + s.slice(1).toLowerCase();
  return mapCodes(s, (code, at) => (at === 0 ? titleCode(code) : lowerCode(code, at, s)));
}

/** `s.title()`. */
export function title(s: string): string {
  if (isAscii(s)) return titleAscii(s);
  let afterCased = false;
  return mapCodes(s, (code, at) => {
    const mapped = afterCased ? lowerCode(code, at, s) : titleCode(code);
    afterCased = isCasedCode(code);
    return mapped;
  });
}

/** `s.isupper()`. */
export function isUpper(s: string, dialect: Dialect = 3): boolean {
  return isUniform(s, dialect, true);
}

/** `s.islower()`. */
export function isLower(s: string, dialect: Dialect = 3): boolean {
  return isUniform(s, dialect, false);
}

function isUniform(s: string, dialect: Dialect, wantUpper: boolean): boolean {
  let found = false;
  for (let i = 0, size = s.length; i < size; i++) {
    const code = unitAt(s, i);
    if (code > 127) return isUniformBeyondAscii(s, dialect, wantUpper);
    if (!isLetter(code)) continue;
    if (((code & 32) === 0) !== wantUpper) return false;
    found = true;
  }
  return found;
}

function isUniformBeyondAscii(s: string, dialect: Dialect, wantUpper: boolean): boolean {
  let found = false;
  for (const c of s) {
    const code = c.codePointAt(0)!;
    const isUpperCase = isUpperCode(code, dialect);
    if (isUpperCase !== wantUpper && (isUpperCase || isLowerCode(code, dialect))) return false;
    if (categoryOf(code, dialect) === Category.Lt) return false;
    if (isUpperCase || isLowerCode(code, dialect)) found = true;
  }
  return found;
}

/** An ASCII letter. */
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Calling a regular expression costs more than looking at a few characters. */
const SHORT = 24;

const CODE_A = 65;
const CODE_a = 97;
/** Long, or not ASCII. */
const OTHER = 0;
/** Short, of ASCII, without any of the letters asked about. */
const PLAIN = 1;
const WITH_LETTERS = 2;

/** What a text is, with a view to the 26 letters from `first` on. */
function shortKind(s: string, first: number): number {
  if (s.length > SHORT) return OTHER;
  let kind = PLAIN;
  for (let i = 0, size = s.length; i < size; i++) {
    const code = unitAt(s, i);
    if (code > 127) return OTHER;
    if (code >= first && code < first + 26) kind = WITH_LETTERS;
  }
  return kind;
}

function mapAscii(s: string, map: (code: number) => number): string {
  const units: number[] = [];
  for (let i = 0, size = s.length; i < size; i++) units.push(map(unitAt(s, i)));
  return fromUnits(units);
}

function titleAscii(s: string): string {
  const low = s.toLowerCase();
  let result = '';
  let done = 0;
  let inWord = false;
  for (let i = 0; i < low.length; i++) {
    const code = unitAt(low, i);
    const cased = code >= 97 && code <= 122;
    if (cased && !inWord) {
      result += low.slice(done, i) + String.fromCharCode(code - 32);
      done = i + 1;
    }
    inWord = cased;
  }
  return result + low.slice(done);
}

/** `s.istitle()`. */
export function isTitle(s: string, dialect: Dialect = 3): boolean {
  let found = false;
  let afterCased = false;
  for (const c of s) {
    const code = c.codePointAt(0)!;
    const isHead = isUpperCode(code, dialect) || categoryOf(code, dialect) === Category.Lt;
    const isTail = !isHead && isLowerCode(code, dialect);
    if (isHead ? afterCased : isTail && !afterCased) return false;
    afterCased = isHead || isTail;
    found ||= afterCased;
  }
  return found;
}

function mapCodes(s: string, map: (code: number, at: number, s: string) => string): string {
  let result = '';
  for (let i = 0, size = s.length; i < size; i++) {
    const code = s.codePointAt(i)!;
    result += map(code, i, s);
    if (code > 0xffff) i++;
  }
  return result;
}

/** Whether Unicode calls the code point upper case (Python 2: by category alone). */
export function isUpperCode(code: number, dialect: Dialect = 3): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  if (categoryOf(code, dialect) === Category.Lu) return true;
  return dialect === 3 && isAssigned(code) && /\p{Uppercase}/u.test(String.fromCodePoint(code));
}

/** Whether Unicode calls the code point lower case (Python 2: by category alone). */
export function isLowerCode(code: number, dialect: Dialect = 3): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  if (categoryOf(code, dialect) === Category.Ll) return true;
  return dialect === 3 && isAssigned(code) && /\p{Lowercase}/u.test(String.fromCodePoint(code));
}

function isCasedCode(code: number): boolean {
  return isUpperCode(code) || isLowerCode(code) || categoryOf(code) === Category.Lt;
}

/** `mapped`, unless it or its origin is newer than the followed version of Unicode. */
function known(c: string, mapped: string): string {
  if (mapped === c) return c;
  for (const part of c + mapped) if (!isAssigned(part.codePointAt(0)!)) return c;
  return mapped;
}

function upperCode(code: number): string {
  const c = String.fromCodePoint(code);
  return known(c, c.toUpperCase());
}

function lowerCode(code: number, at = 0, s = ''): string {
  if (code === CAPITAL_SIGMA && isFinalSigma(s, at)) return 'ς';
  const c = String.fromCodePoint(code);
  return known(c, c.toLowerCase());
}

// A sigma that ends a word: after a cased letter and not before one, ignoring marks and the like between.
function isFinalSigma(s: string, at: number): boolean {
  const before = s.slice(0, at).replace(/\p{Case_Ignorable}+$/u, '');
  const after = s.slice(at + 1).replace(/^\p{Case_Ignorable}+/u, '');
  return /\p{Cased}$/u.test(before) && !/^\p{Cased}/u.test(after);
}

/** Reads the runs of unicodeTables.ts: 'gap[+count]:offset' or 'gap:hex.hex.' for a mapping to several. */
function readMappings(text: string): Map<number, string> {
  const mappings = new Map<number, string>();
  let code = 0;
  for (const run of text.split(' ')) {
    const [, gap, count, target] = /^([0-9a-z]*)(?:\+([0-9a-z]+))?:(.+)$/.exec(run)!;
    code += gap ? Number.parseInt(gap, 36) : 0;
    for (let left = count ? Number.parseInt(count, 36) : 1; left > 0; left--, code++) {
      const codes = target!.endsWith('.')
        ? target!
            .slice(0, -1)
            .split('.')
            .map((hex) => Number.parseInt(hex, 16))
        : [code + Number(target)];
      mappings.set(code, String.fromCodePoint(...codes));
    }
  }
  return mappings;
}

const titles = lazy(() => readMappings(TITLE_RUNS));
const folds = lazy(() => readMappings(FOLD_RUNS));

function titleCode(code: number): string {
  return titles().get(code) ?? upperCode(code);
}

// Python 2 maps one character to one.
function simple(code: number, mapped: string): string | undefined {
  const target = mapped.codePointAt(0)!;
  if (mapped.length !== (target > 0xffff ? 2 : 1)) return undefined;
  return isAssigned(code, 2) && isAssigned(target, 2) ? mapped : undefined;
}

function simpleTitle(code: number): string {
  return simple(code, titleCode(code)) ?? String.fromCodePoint(code);
}

function simpleUpper(code: number): string {
  const c = String.fromCodePoint(code);
  const mapped = c.toUpperCase();
  // Greek with iota subscript: the full capital has two letters, the simple one is the title case letter.
  return mapped.length > c.length ? simpleTitle(code) : (simple(code, mapped) ?? c);
}

function simpleLower(code: number): string {
  const c = String.fromCodePoint(code);
  return code === DOTTED_CAPITAL_I ? 'i' : (simple(code, c.toLowerCase()) ?? c);
}

/** Python 2's `u.upper()`. */
export function upper2(s: string): string {
  return isAscii(s) ? s.toUpperCase() : mapCodes(s, simpleUpper);
}

/** Python 2's `u.lower()`. */
export function lower2(s: string): string {
  return isAscii(s) ? s.toLowerCase() : mapCodes(s, simpleLower);
}

/** Python 2's `u.swapcase()`. */
export function swapcase2(s: string): string {
  return mapCodes(s, (code) =>
    isUpperCode(code, 2) ? simpleLower(code) : isLowerCode(code, 2) ? simpleUpper(code) : String.fromCodePoint(code),
  );
}

/** Python 2's `u.capitalize()`. */
export function capitalize2(s: string): string {
  return mapCodes(s, (code, at) => (at === 0 ? simpleUpper(code) : simpleLower(code)));
}

/** Python 2's `u.title()`. */
export function title2(s: string): string {
  let afterCased = false;
  return mapCodes(s, (code) => {
    const mapped = afterCased ? simpleLower(code) : simpleTitle(code);
    afterCased = isUpperCode(code, 2) || isLowerCode(code, 2) || categoryOf(code, 2) === Category.Lt;
    return mapped;
  });
}
