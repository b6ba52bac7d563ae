/**
 * The methods of `str` that strip, pad and translate.
 *
 * Widths count code points.
 * Spec: https://docs.python.org/3/library/stdtypes.html#string-methods
 */
import { unitAt } from './units.js';
import { cpLength } from './codePoints.js';
import { valueError } from './error.js';
import { repeatText } from './repeatText.js';
import { isSpaceOf, type TextKind } from './strSplit.js';

export type StripSide = 'both' | 'left' | 'right';

/** `s.strip(chars)`, `lstrip`, `rstrip`; null strips white space. */
export function strip(s: string, chars: string | null, side: StripSide = 'both', kind: TextKind = 'str'): string {
  if (chars === null) return stripUnits(s, side, isSpaceOf(kind));
  let start = 0;
  let end = s.length;
  if (side !== 'right') while (start < end && holdsUnit(chars, unitAt(s, start))) start++;
  if (side !== 'left') while (start < end && holdsUnit(chars, unitAt(s, end - 1))) end--;
  // Half a character at an end is told from another only together with its other half.
  const isCut = start > 0 && isSurrogate(unitAt(s, start - 1));
  if (isCut || (end < s.length && isSurrogate(unitAt(s, end)))) return stripPoints(s, side, new Set(chars));
  return s.slice(start, end);
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;

function holdsUnit(chars: string, unit: number): boolean {
  for (let i = 0, size = chars.length; i < size; i++) if (unitAt(chars, i) === unit) return true;
  return false;
}

function stripUnits(s: string, side: StripSide, drops: (code: number) => boolean): string {
  let start = 0;
  let end = s.length;
  if (side !== 'right') while (start < end && drops(unitAt(s, start))) start++;
  if (side !== 'left') while (start < end && drops(unitAt(s, end - 1))) end--;
  return s.slice(start, end);
}

function stripPoints(s: string, side: StripSide, chars: ReadonlySet<string>): string {
  const points = Array.from(s);
  let start = 0;
  let end = points.length;
  if (side !== 'right') while (start < end && chars.has(points[start]!)) start++;
  if (side !== 'left') while (start < end && chars.has(points[end - 1]!)) end--;
  return points.slice(start, end).join('');
}

/** `s.removeprefix(prefix)`. */
export function removePrefix(s: string, prefix: string): string {
  return prefix !== '' && s.startsWith(prefix) ? s.slice(prefix.length) : s;
}

/** `s.removesuffix(suffix)`. */
export function removeSuffix(s: string, suffix: string): string {
  return suffix !== '' && s.endsWith(suffix) ? s.slice(0, s.length - suffix.length) : s;
}

/** `s.ljust(width, fill)`. */
export function ljust(s: string, width: number, fill = ' '): string {
  const missing = width - cpLength(s);
  return missing > 0 ? s + repeatText(fill, missing) : s;
}

/** `s.rjust(width, fill)`. */
export function rjust(s: string, width: number, fill = ' '): string {
  const missing = width - cpLength(s);
  return missing > 0 ? repeatText(fill, missing) + s : s;
}

/** `s.center(width, fill)`: an odd place goes left if the width is odd, else right. */
export function center(s: string, width: number, fill = ' '): string {
  const missing = width - cpLength(s);
  if (missing <= 0) return s;
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return repeatText(fill, left) + s + repeatText(fill, missing - left);
}

/** `s.zfill(width)`: zeros after a leading sign. */
export function zfill(s: string, width: number): string {
  const missing = width - cpLength(s);
  if (missing <= 0) return s;
  const zeros = repeatText('0', missing);
  return s[0] === '+' || s[0] === '-' ? s[0] + zeros + s.slice(1) : zeros + s;
}

/** `s.expandtabs(tabsize)`; columns start anew after '\n' and '\r'. */
export function expandTabs(s: string, tabsize = 8): string {
  if (!s.includes('\t')) return s;
  let result = '';
  let column = 0;
  for (const part of s.split(/([\t\n\r])/)) {
    if (part === '\t') {
      const spaces = tabsize > 0 ? tabsize - (column % tabsize) : 0;
      result += repeatText(' ', spaces);
      column += spaces;
    } else {
      result += part;
      column = part === '\n' || part === '\r' ? 0 : column + cpLength(part);
    }
  }
  return result;
}

/** What a translation table gives for a code point: a text, a code point, null to delete, undefined to keep. */
export type Translation = string | number | null | undefined;

/** What ends up in a text at once; longer arrays are too many arguments for a call. */
const CHUNK = 4096;
const LOW = 128;
/** In a shorter text there is little to be remembered. */
const SHORT = 64;

/**
 * `s.translate(table)`; `lookup` is asked once for each different character, unless nobody can notice (`isPlain`). ValueError for a
 * number beyond Unicode.
 */
export function translate(s: string, lookup: (code: number) => Translation, isPlain = false): string {
  if (isPlain && s.length <= SHORT) return translateShort(s, lookup);
  const known = new Map<number, string>();
  // What becomes one unit of the first characters, which are most of nearly every text; -1 where it is not known.
  const low = new Int32Array(LOW).fill(-1);
  const units: number[] = [];
  let result = '';
  for (let i = 0, size = s.length; i < size; i++) {
    const unit = unitAt(s, i);
    if (unit < LOW && low[unit]! >= 0) units.push(low[unit]!);
    else {
      const code = s.codePointAt(i)!;
      if (code > 0xffff) i++;
      let mapped = known.get(code);
      if (mapped === undefined) {
        mapped = translated(String.fromCodePoint(code), lookup(code));
        known.set(code, mapped);
        if (code < LOW && mapped.length === 1) low[code] = unitAt(mapped, 0);
      }
      for (let k = 0, size = mapped.length; k < size; k++) units.push(unitAt(mapped, k));
    }
    if (units.length >= CHUNK) {
      result += String.fromCharCode.apply(null, units);
      units.length = 0;
    }
  }
  return result + String.fromCharCode.apply(null, units);
}

function translateShort(s: string, lookup: (code: number) => Translation): string {
  let result = '';
  let kept = 0;
  for (let i = 0; i < s.length; ) {
    const code = s.codePointAt(i)!;
    const next = code > 0xffff ? i + 2 : i + 1;
    const to = lookup(code);
    if (to !== undefined) {
      if (i > kept) result += s.slice(kept, i);
      result += translated('', to);
      kept = next;
    }
    i = next;
  }
  return kept === 0 ? s : result + s.slice(kept);
}

function translated(c: string, to: Translation): string {
  if (to === undefined) return c;
  if (to === null) return '';
  if (typeof to === 'string') return to;
  if (to < 0 || to > 0x10ffff) throw valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(to);
}
