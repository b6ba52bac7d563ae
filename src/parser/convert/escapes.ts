/** Escape sequences of string literals. */
import { characterNamed } from '../unicode/names.js';
import { SIMPLE_ESCAPES } from '../../simpleEscapes.js';

const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HEX = /^[0-9a-fA-F]+$/;

/** Why a literal cannot be decoded; `start` and `end` are offsets into its text, `reason` is the codec's. */
export class EscapeError extends Error {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
  constructor(start: number, end: number, reason: string) {
    super(reason);
    this.start = start;
    this.end = end;
    this.reason = reason;
  }
}

/**
 * Replaces the escapes of a text literal, or of a bytes literal (which has neither `\N` nor `\u`).
 * Line ends must be `\n`. Throws {@link EscapeError}.
 */
export function decodeEscapes(text: string, bytes: boolean): Text {
  let at = text.indexOf('\\');
  if (at < 0) return { value: text };
  let result = text.slice(0, at);
  // Kept apart, since looking at the end of a growing string would flatten it at every step.
  let endsHigh = false;
  const splitPairs: number[] = [];
  while (at >= 0) {
    const { value, end } = decodeEscape(text, at, bytes);
    if (endsHigh && isLow(value.charCodeAt(0))) splitPairs.push(result.length - 1);
    const next = text.indexOf('\\', end);
    result += value + text.slice(end, next < 0 ? text.length : next);
    endsHigh = next === end && value.length === 1 && isHighSurrogate(value.charCodeAt(0));
    at = next;
  }
  return splitPairs.length > 0 ? { value: result, splitPairs } : { value: result };
}

/** As {@link decodeEscapes}, for text inside an f-string: a backslash directly before a field stands for itself. */
export function decodeMiddle(text: string): Text {
  const slashes = /\\*$/.exec(text)![0].length;
  if (slashes % 2 === 0) return decodeEscapes(text, false);
  return joinText(decodeEscapes(text.slice(0, -1), false), { value: '\\' });
}

/** A text, and where two surrogates in it are two characters of Python's. */
export interface Text {
  readonly value: string;
  readonly splitPairs?: readonly number[];
}

/** `left` and `right` one after the other. */
export function joinText(left: Text, right: Text): Text {
  const value = left.value + right.value;
  const meets = isHighSurrogate(left.value.charCodeAt(left.value.length - 1)) && isLow(right.value.charCodeAt(0));
  if (!meets && !left.splitPairs && !right.splitPairs) return { value };
  const offset = left.value.length;
  const shifted = (right.splitPairs ?? []).map((at) => at + offset);
  return { value, splitPairs: [...(left.splitPairs ?? []), ...(meets ? [offset - 1] : []), ...shifted] };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

interface Escape {
  readonly value: string;
  readonly end: number;
}

function decodeEscape(text: string, at: number, bytes: boolean): Escape {
  const letter = text[at + 1];
  if (letter === undefined) throw new EscapeError(at, at, '\\ at end of string');
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { value: simple, end: at + 2 };
  if (letter >= '0' && letter <= '7') return decodeOctal(text, at, bytes);
  if (letter === 'x' || (!bytes && (letter === 'u' || letter === 'U'))) return decodeHex(text, at, letter, bytes);
  if (letter === 'N' && !bytes) return decodeName(text, at);
  // An unknown escape stands for itself.
  return { value: `\\${letter}`, end: at + 2 };
}

function decodeOctal(text: string, at: number, bytes: boolean): Escape {
  const digits = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))![0];
  const code = Number.parseInt(digits, 8);
  return { value: String.fromCharCode(bytes ? code & 0xff : code), end: at + 1 + digits.length };
}

function decodeHex(text: string, at: number, letter: string, bytes: boolean): Escape {
  const length = HEX_LENGTH[letter]!;
  const digits = text.slice(at + 2, at + 2 + length);
  if (digits.length < length || !HEX.test(digits)) {
    if (bytes) throw new EscapeError(at, at, `invalid \\x escape at position ${at}`);
    const valid = /^[0-9a-fA-F]*/.exec(digits)![0].length;
    throw new EscapeError(
      at,
      at + 1 + valid,
      `truncated \\${letter === 'x' ? 'xXX' : letter === 'u' ? 'uXXXX' : 'UXXXXXXXX'} escape`,
    );
  }
  const code = Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw new EscapeError(at, at + 1 + length, 'illegal Unicode character');
  return { value: String.fromCodePoint(code), end: at + 2 + length };
}

function decodeName(text: string, at: number): Escape {
  const close = text.indexOf('}', at);
  if (text[at + 2] !== '{') throw new EscapeError(at, at + 1, 'malformed \\N character escape');
  if (close < 0) throw new EscapeError(at, text.length - 1, 'malformed \\N character escape');
  if (close === at + 3) throw new EscapeError(at, at + 3, 'malformed \\N character escape');
  const value = characterNamed(text.slice(at + 3, close));
  if (value === null) throw new EscapeError(at, close, 'unknown Unicode character name');
  return { value, end: close + 1 };
}

/** Python 2's `ur''`: only `\u` and `\U` count, and only after an odd number of backslashes. */
export function decodeRawUnicode(text: string): string {
  return text.replace(
    /(\\+)(u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8})/g,
    (all, slashes: string, escape: string, at: number) => {
      if (slashes.length % 2 === 0) return all;
      const start = at + slashes.length - 1;
      const isShort = escape[0] === 'u';
      if (escape.length < (isShort ? 5 : 9)) {
        throw new EscapeError(start, start + escape.length, `truncated \\${isShort ? 'uXXXX' : 'UXXXXXXXX'}`);
      }
      const code = Number.parseInt(escape.slice(1), 16);
      if (code > 0x10ffff) throw new EscapeError(start, start + 9, '\\Uxxxxxxxx out of range');
      return slashes.slice(1) + String.fromCodePoint(code);
    },
  );
}

/** CPython counts positions in a text in which every character that is not ASCII is written as `\UXXXXXXXX`. */
export function unicodeProblem(body: string, { start, end, reason }: EscapeError, codec = 'unicodeescape'): string {
  const first = escapedLength(body, start);
  const last = escapedLength(body, end);
  const where = first === last ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
  return `'${codec}' codec can't decode ${where}: ${reason}`;
}

function escapedLength(text: string, end: number): number {
  let length = 0;
  for (const character of text.slice(0, end)) length += character < '\x80' ? 1 : 10;
  return length;
}
