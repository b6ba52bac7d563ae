/**
 * The methods of `str` that strip and pad.
 *
 * Widths count code points.
 * Spec: https://docs.python.org/3/library/stdtypes.html#string-methods
 */
import { unitAt } from './units.js';
import { cpLength } from './codePoints.js';
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
