/** Escapes of Python 2.7 patterns. Each function gets the backslash token already taken. */
import { PatternError } from './errors.js';
import { DIGITS, HEX_DIGITS, literal, OCTAL_DIGITS, plainClassEscape, plainEscape } from './lexical.js';
import type { Parser2 } from './parse2.js';
import type { ClassItem, Node } from './tree.js';

/** An escape inside `[...]`. */
export function parseClassEscape2(parser: Parser2, token: string): ClassItem {
  const plain = plainClassEscape(token);
  if (plain) return plain;
  const { source } = parser;
  const char = token.slice(1);
  if (char === 'x') {
    const digits = source.getWhile(2, HEX_DIGITS);
    if (digits.length !== 2) throw bogus(parser, `\\${digits}`);
    return literal(Number.parseInt(digits, 16));
  }
  if (OCTAL_DIGITS.includes(char)) return literal(octal(char + source.getWhile(2, OCTAL_DIGITS)));
  if (DIGITS.includes(char)) throw bogus(parser, token);
  return literal(char.codePointAt(0)!);
}

/** An escape outside `[...]`. */
export function parseEscape2(parser: Parser2, token: string): Node {
  const plain = plainEscape(token);
  if (plain) return plain;
  const { source } = parser;
  const char = token.slice(1);
  if (char === 'x') {
    const digits = source.getWhile(2, HEX_DIGITS);
    if (digits.length !== 2) throw bogus(parser, token + digits);
    return { type: 'char', code: Number.parseInt(digits, 16) };
  }
  if (char === '0') return { type: 'char', code: octal(char + source.getWhile(2, OCTAL_DIGITS)) };
  if (DIGITS.includes(char)) return octalOrReference(parser, token);
  return { type: 'char', code: char.codePointAt(0)! };
}

function octalOrReference(parser: Parser2, token: string): Node {
  const { source, state } = parser;
  let escape = token;
  if (source.nextIn(DIGITS)) {
    escape += source.get();
    if (/^\\[0-7][0-7]$/.test(escape) && source.nextIn(OCTAL_DIGITS)) {
      return { type: 'char', code: octal(escape.slice(1) + source.get()) };
    }
  }
  const group = Number(escape.slice(1));
  if (group >= state.nextGroup) throw bogus(parser, escape);
  if (!state.isClosed(group)) throw new PatternError('cannot refer to open group');
  parser.noteReference();
  return { type: 'backref', group };
}

const octal = (digits: string): number => Number.parseInt(digits, 8) & 0xff;

function bogus(parser: Parser2, escape: string): PatternError {
  return new PatternError(`bogus escape: ${parser.repr(escape)}`);
}
