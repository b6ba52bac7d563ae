/**
 * Splitting of strings: split, rsplit, splitlines, partition, rpartition.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#str.split
 */
import { unitAt } from './units.js';
import { valueError } from './error.js';
import { isSpaceCode } from './unicode.js';

/** Whose white space and line ends count: Python 3's str, Python 2's unicode, or bytes (and Python 2's str). */
export type TextKind = 'str' | 'unicode2' | 'bytes';

/** Whether a code point is white space for that kind of text. */
export function isSpaceOf(kind: TextKind): (code: number) => boolean {
  if (kind === 'bytes') return isSpaceByte;
  return kind === 'str' ? isSpaceCode : isSpaceUnicode2;
}

export function isSpaceByte(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isSpaceUnicode2(code: number): boolean {
  return isSpaceCode(code, 2);
}

/** `s.split(sep, maxsplit)`; a null `sep` splits at runs of white space. ValueError for an empty `sep`. */
export function split(s: string, sep: string | null, maxsplit = -1, kind: TextKind = 'str'): string[] {
  if (sep === null) return splitSpace(s, maxsplit, isSpaceOf(kind));
  if (sep === '') throw valueError('empty separator');
  if (maxsplit < 0) return s.split(sep);
  const parts: string[] = [];
  let start = 0;
  while (parts.length < maxsplit) {
    const at = s.indexOf(sep, start);
    if (at < 0) break;
    parts.push(s.slice(start, at));
    start = at + sep.length;
  }
  parts.push(s.slice(start));
  return parts;
}

function splitSpace(s: string, maxsplit: number, isSpace: (code: number) => boolean): string[] {
  const parts: string[] = [];
  const limit = maxsplit < 0 ? Infinity : maxsplit;
  const end = s.length;
  let at = 0;
  for (;;) {
    // Most characters are neither low enough nor high enough to be a space of any kind.
    for (; at < end; at++) {
      const code = unitAt(s, at);
      if ((code > 32 && code < 0x85) || !isSpace(code)) break;
    }
    if (at === end) return parts;
    if (parts.length >= limit) break;
    const start = at++;
    for (; at < end; at++) {
      const code = unitAt(s, at);
      if ((code <= 32 || code >= 0x85) && isSpace(code)) break;
    }
    parts.push(s.slice(start, at));
  }
  parts.push(s.slice(at));
  return parts;
}

/** `s.rsplit(sep, maxsplit)`. ValueError for an empty `sep`. */
export function rsplit(s: string, sep: string | null, maxsplit = -1, kind: TextKind = 'str'): string[] {
  if (maxsplit < 0 && sep !== '') return rsplitAll(s, sep, kind);
  if (sep === null) return rsplitSpace(s, maxsplit, isSpaceOf(kind));
  if (sep === '') throw valueError('empty separator');
  const parts: string[] = [];
  let end = s.length;
  while (parts.length < maxsplit && end >= sep.length) {
    const at = s.lastIndexOf(sep, end - sep.length);
    if (at < 0) break;
    parts.push(s.slice(at + sep.length, end));
    end = at;
  }
  parts.push(s.slice(0, end));
  return parts.reverse();
}

// Without a limit the direction shows only where separators overlap, as in 'aaa'.rsplit('aa').
function rsplitAll(s: string, sep: string | null, kind: TextKind): string[] {
  if (sep === null || sep.length === 1) return split(s, sep, -1, kind);
  return rsplit(s, sep, s.length, kind);
}

function rsplitSpace(s: string, maxsplit: number, isSpace: (code: number) => boolean): string[] {
  const parts: string[] = [];
  let at = s.length;
  for (;;) {
    while (at > 0 && isSpace(unitAt(s, at - 1))) at--;
    if (at === 0) return parts.reverse();
    if (parts.length >= maxsplit) break;
    const end = at--;
    while (at > 0 && !isSpace(unitAt(s, at - 1))) at--;
    parts.push(s.slice(at, end));
  }
  parts.push(s.slice(0, at));
  return parts.reverse();
}

/** `s.splitlines(keepends)`. */
export function splitlines(s: string, keepends = false, kind: TextKind = 'str'): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let i = 0, size = s.length; i < size; i++) {
    const unit = unitAt(s, i);
    if (!(kind === 'bytes' ? unit === LF || unit === CR : isLineEnd(unit))) continue;
    const end = unit === CR && i + 1 < size && unitAt(s, i + 1) === LF ? i + 2 : i + 1;
    lines.push(s.slice(start, keepends ? end : i));
    start = end;
    i = end - 1;
  }
  if (start < s.length) lines.push(s.slice(start));
  return lines;
}

const LF = 10;
const CR = 13;

/** \n \v \f \r, the separators of files, groups and records, NEL, and those of lines and paragraphs. */
const isLineEnd = (unit: number): boolean =>
  unit <= CR ? unit >= LF : unit >= 0x1c && (unit <= 0x1e || unit === 0x85 || unit === 0x2028 || unit === 0x2029);

/** `s.partition(sep)`. ValueError for an empty `sep`. */
export function partition(s: string, sep: string): [before: string, sep: string, after: string] {
  if (sep === '') throw valueError('empty separator');
  const at = s.indexOf(sep);
  return at < 0 ? [s, '', ''] : [s.slice(0, at), sep, s.slice(at + sep.length)];
}

/** `s.rpartition(sep)`. ValueError for an empty `sep`. */
export function rpartition(s: string, sep: string): [before: string, sep: string, after: string] {
  if (sep === '') throw valueError('empty separator');
  const at = s.lastIndexOf(sep);
  return at < 0 ? ['', '', s] : [s.slice(0, at), sep, s.slice(at + sep.length)];
}
