/** The values of literals: what is wrong inside them. */
import { decodeEscapes, EscapeError } from '../convert/escapes.js';
import { splitLiteral } from '../convert/strings.js';
import type { Token } from '../tokens/token.js';
import type { Machine } from './machine.js';

/** A plain literal, the start of an f-string, or literal text inside one. */
export interface StringToken {
  readonly kind: 'plain' | 'fstring' | 'middle';
  readonly token: Token;
  readonly raw: boolean;
}

/** Throws the error of the first literal that has one, or that of mixing bytes and text. */
export function checkStrings(m: Machine, tokens: readonly StringToken[]): void {
  for (const part of tokens) checkPart(m, part);
  const literals = tokens.filter(({ kind }) => kind !== 'middle');
  const bytes = literals.filter(({ kind, token }) => kind === 'plain' && isBytes(m, token));
  if (bytes.length > 0 && bytes.length < literals.length) {
    m.raiseLast('cannot mix bytes and nonbytes literals');
  }
}

function textOf(m: Machine, { start, end }: Token): string {
  return m.source.text.slice(start, end);
}

function isBytes(m: Machine, token: Token): boolean {
  return splitLiteral(textOf(m, token)).prefix.includes('b');
}

function checkPart(m: Machine, { kind, token, raw }: StringToken): void {
  if (kind === 'fstring') return;
  if (kind === 'middle') {
    if (!raw) checkEscapes(m, token, textOf(m, token), false);
    return;
  }
  const { prefix, body } = splitLiteral(textOf(m, token));
  const bytes = prefix.includes('b');
  if (bytes && !/^[\x00-\x7f]*$/.test(body)) m.raise('bytes can only contain ASCII literal characters', token);
  if (!prefix.includes('r')) checkEscapes(m, token, body, bytes);
}

function checkEscapes(m: Machine, token: Token, body: string, bytes: boolean): void {
  try {
    decodeEscapes(body, bytes);
  } catch (problem) {
    if (!(problem instanceof EscapeError)) throw problem;
    m.raise(bytes ? `(value error) ${problem.reason}` : `(unicode error) ${unicodeProblem(body, problem)}`, token);
  }
}

/** CPython counts positions in a text in which every character that is not ASCII is written as `\UXXXXXXXX`. */
function unicodeProblem(body: string, { start, end, reason }: EscapeError): string {
  const first = escapedLength(body, start);
  const last = escapedLength(body, end);
  const where = first === last ? `byte 0x5c in position ${first}` : `bytes in position ${first}-${last}`;
  return `'unicodeescape' codec can't decode ${where}: ${reason}`;
}

function escapedLength(text: string, end: number): number {
  let length = 0;
  for (const character of text.slice(0, end)) length += character < '\x80' ? 1 : 10;
  return length;
}

const MAX_DIGITS = 4300;

/** Throws if a decimal integer is longer than CPython converts. */
export function checkNumber(m: Machine, token: Token): void {
  const text = textOf(m, token).replaceAll('_', '');
  if (text.length <= MAX_DIGITS || !/^[0-9]+$/.test(text)) return;
  m.raiseLast(
    `Exceeds the limit (${MAX_DIGITS} digits) for integer string conversion: value has ${text.length} digits; ` +
      'use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to ' +
      'avoid decimal conversion limits.',
  );
}
