/** Escapes of Python 3 patterns. Each function gets the backslash token already taken. */
import { reprName } from './errors.js';
import { DIGITS, HEX_DIGITS, isAsciiLetter, literal, OCTAL_DIGITS, plainClassEscape, plainEscape } from './lexical.js';
import type { NameLookup, ParseState } from './parse-state.js';
import type { Source } from './source.js';
import { lengthOf } from './source.js';
import type { ClassItem, Node } from './tree.js';

const MAX_CODE_POINT = 0x10ffff;
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** An escape inside `[...]`. */
export function parseClassEscape(source: Source, token: string, lookupName: NameLookup): ClassItem {
  const plain = plainClassEscape(token);
  if (plain) return plain;
  const code = codeEscape(source, token, lookupName);
  if (code !== null) return literal(code);
  const char = token.slice(1);
  if (OCTAL_DIGITS.includes(char)) {
    return literal(octal(source, token + source.getWhile(2, OCTAL_DIGITS)));
  }
  return literal(identityEscape(source, token));
}

/** An escape outside `[...]`: a character, a class, a position or a back reference. */
export function parseEscape(source: Source, token: string, state: ParseState, lookupName: NameLookup): Node {
  const plain = plainEscape(token);
  if (plain) return plain;
  const code = codeEscape(source, token, lookupName);
  if (code !== null) return { type: 'char', code };
  const char = token.slice(1);
  if (char === '0') {
    return { type: 'char', code: Number.parseInt(char + source.getWhile(2, OCTAL_DIGITS), 8) };
  }
  if (DIGITS.includes(char)) return octalOrReference(source, token, state);
  return { type: 'char', code: identityEscape(source, token) };
}

/** `\xhh`, `\uhhhh`, `\Uhhhhhhhh` and `\N{name}`; null for anything else. */
function codeEscape(source: Source, token: string, lookupName: NameLookup): number | null {
  const kind = token.slice(1);
  if (kind !== 'x' && source.isBytes) return null;
  if (kind === 'N') return namedEscape(source, lookupName);
  const digits = HEX_LENGTHS[kind];
  if (digits === undefined) return null;
  const escape = token + source.getWhile(digits, HEX_DIGITS);
  if (escape.length !== digits + 2) throw source.error(`incomplete escape ${escape}`, escape.length);
  const code = Number.parseInt(escape.slice(2), 16);
  if (code > MAX_CODE_POINT) throw source.error(`bad escape ${escape}`, escape.length);
  return code;
}

function namedEscape(source: Source, lookupName: NameLookup): number {
  if (!source.match('{')) throw source.error('missing {');
  const name = source.getUntil('}', 'character name');
  const code = lookupName(name);
  if (code === null) throw source.error(`undefined character name ${reprName(name)}`, lengthOf(name) + '\\N{}'.length);
  return code;
}

function octal(source: Source, escape: string): number {
  const code = Number.parseInt(escape.slice(1), 8);
  if (code > 0o377) {
    throw source.error(`octal escape value ${escape} outside of range 0-0o377`, escape.length);
  }
  return code;
}

/** `\12` is group 12 unless three octal digits follow the backslash. */
function octalOrReference(source: Source, token: string, state: ParseState): Node {
  let escape = token;
  if (source.nextIn(DIGITS)) {
    escape += source.get();
    if (/^\\[0-7][0-7]$/.test(escape) && source.nextIn(OCTAL_DIGITS)) {
      return { type: 'char', code: octal(source, escape + source.get()) };
    }
  }
  const group = Number(escape.slice(1));
  if (group >= state.nextGroup) throw source.error(`invalid group reference ${group}`, escape.length - 1);
  if (!state.isClosed(group)) throw source.error('cannot refer to an open group', escape.length);
  state.checkLookbehind(group, source);
  return { type: 'backref', group };
}

/** `\.` and its like. Letters are reserved, and so are the digits that got this far. */
function identityEscape(source: Source, token: string): number {
  const char = token.slice(1);
  if (isAsciiLetter(char) || DIGITS.includes(char)) throw source.error(`bad escape ${token}`, lengthOf(token));
  return char.codePointAt(0)!;
}
