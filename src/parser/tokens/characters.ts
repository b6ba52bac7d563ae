/** Tests on UTF-16 units and code points, as the tokenizer needs them. */

import { isAssigned } from '../unicode/assigned.js';

export const C = {
  Tab: 9,
  Newline: 10,
  FormFeed: 12,
  Return: 13,
  Space: 32,
  Bang: 33,
  DoubleQuote: 34,
  Hash: 35,
  Quote: 39,
  Dot: 46,
  Zero: 48,
  Nine: 57,
  Colon: 58,
  Backslash: 92,
  Underscore: 95,
  OpenBrace: 123,
  CloseBrace: 125,
} as const;

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isHexDigit(unit: number): boolean {
  return isDigit(unit) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102);
}

/** A character that may begin a name, or that is not ASCII. */
export function startsName(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit === C.Underscore || unit >= 128;
}

export function continuesName(unit: number): boolean {
  return startsName(unit) || isDigit(unit);
}

export function isLineEnd(unit: number): boolean {
  return unit === C.Newline || unit === C.Return;
}

const NAME_START = /^[\p{XID_Start}_]/u;
const NAME_CONTINUE = /^\p{XID_Continue}/u;
const UNPRINTABLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|^(?! )\p{Zs}/u;

/** Index of the first character of `name` that no Python identifier may have there, or -1. */
export function invalidNameCharacter(name: string): number {
  let at = 0;
  for (const character of name) {
    const fits = (at === 0 ? NAME_START : NAME_CONTINUE).test(character) && isAssigned(character.codePointAt(0)!);
    if (!fits) return at;
    at += character.length;
  }
  return -1;
}

/** Python's `str.isprintable` for one character. */
export function isPrintable(character: string): boolean {
  return !UNPRINTABLE.test(character) && isAssigned(character.codePointAt(0)!);
}
