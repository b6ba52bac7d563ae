/** Where a number literal ends, and what is wrong with it. */
import { C, continuesName, isDigit, isHexDigit } from './characters.js';
import type { Tokenizer } from './tokenizer.js';

const isOctal = (unit: number) => unit >= C.Zero && unit < 56;
const isBinary = (unit: number) => unit === 48 || unit === 49;

const RADIX: Readonly<Record<string, { kind: string; test: (unit: number) => boolean }>> = {
  x: { kind: 'hexadecimal', test: isHexDigit },
  o: { kind: 'octal', test: isOctal },
  b: { kind: 'binary', test: isBinary },
};

/** Python 3: the offset after the number that starts at `start`. */
export function scanNumber3(tokenizer: Tokenizer, start: number): number {
  const { text } = tokenizer;
  const radix = text.charCodeAt(start) === C.Zero ? RADIX[text[start + 1]?.toLowerCase() ?? ''] : undefined;
  if (radix) return scanRadix(tokenizer, start + 2, radix.kind, radix.test);
  let at = start;
  if (text.charCodeAt(start) === C.Zero) at = scanZeros(tokenizer, start);
  else if (text.charCodeAt(start) !== C.Dot) at = scanDigits(tokenizer, start);
  return scanAfterInteger(tokenizer, at);
}

function scanRadix(tokenizer: Tokenizer, from: number, kind: string, test: (unit: number) => boolean): number {
  const { text } = tokenizer;
  let at = from;
  do {
    if (text.charCodeAt(at) === C.Underscore) at++;
    const unit = text.charCodeAt(at);
    if (!test(unit)) {
      if (isDigit(unit)) tokenizer.fail(`invalid digit '${text[at]}' in ${kind} literal`, at + 1);
      tokenizer.fail(`invalid ${kind} literal`, at);
    }
    while (test(text.charCodeAt(at))) at++;
  } while (text.charCodeAt(at) === C.Underscore);
  if (isDigit(text.charCodeAt(at))) tokenizer.fail(`invalid digit '${text[at]}' in ${kind} literal`, at + 1);
  return checkEnd(tokenizer, at, kind);
}

/** Digits with single underscores between them. */
function scanDigits(tokenizer: Tokenizer, from: number): number {
  const { text } = tokenizer;
  let at = from;
  for (;;) {
    while (isDigit(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== C.Underscore) return at;
    at++;
    if (!isDigit(text.charCodeAt(at))) tokenizer.fail('invalid decimal literal', at);
  }
}

/** A literal that starts with zero: only zeros, unless it turns out to be a float or imaginary. */
function scanZeros(tokenizer: Tokenizer, start: number): number {
  const { text } = tokenizer;
  let at = start + 1;
  for (;;) {
    if (text.charCodeAt(at) === C.Underscore) {
      at++;
      if (!isDigit(text.charCodeAt(at))) tokenizer.fail('invalid decimal literal', at);
    }
    if (text.charCodeAt(at) !== C.Zero) break;
    at++;
  }
  if (!isDigit(text.charCodeAt(at))) return at;
  const zerosEnd = at + 1;
  const end = scanDigits(tokenizer, at);
  const next = text[end]?.toLowerCase();
  if (next === '.' || next === 'e' || next === 'j') return end;
  return tokenizer.failRange(
    'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    start,
    zerosEnd,
  );
}

function scanAfterInteger(tokenizer: Tokenizer, from: number): number {
  const { text } = tokenizer;
  let at = from;
  if (text.charCodeAt(at) === C.Dot) {
    at++;
    if (isDigit(text.charCodeAt(at))) at = scanDigits(tokenizer, at);
  }
  if ((text.charCodeAt(at) | 32) === 101) {
    let digits = at + 1;
    const sign = text[digits];
    if (sign === '+' || sign === '-') digits++;
    if (isDigit(text.charCodeAt(digits))) at = scanDigits(tokenizer, digits);
    else if (digits > at + 1) tokenizer.fail('invalid decimal literal', digits);
    else return checkEnd(tokenizer, at, 'decimal');
  }
  if ((text.charCodeAt(at) | 32) === 106) return checkEnd(tokenizer, at + 1, 'imaginary');
  return checkEnd(tokenizer, at, 'decimal');
}

/** The keywords that may follow a number without a space. */
const KEYWORD_AHEAD = /(?:and|else|for|if|in|is|or|not)(?![\w\x80-\uffff])/y;

function checkEnd(tokenizer: Tokenizer, at: number, kind: string): number {
  const { text } = tokenizer;
  const unit = text.charCodeAt(at);
  if (unit >= 128 || !continuesName(unit)) return at;
  KEYWORD_AHEAD.lastIndex = at;
  if (KEYWORD_AHEAD.test(text)) return at;
  return tokenizer.fail(`invalid ${kind} literal`, at);
}

const PYTHON_2_NUMBER =
  /0[xX][0-9a-fA-F]+[lL]?|0[oO][0-7]+[lL]?|0[bB][01]+[lL]?|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[jJ]?|[0-9]+/y;

/** Python 2: the offset after the number that starts at `start`. */
export function scanNumber2(tokenizer: Tokenizer, start: number): number {
  const { text } = tokenizer;
  PYTHON_2_NUMBER.lastIndex = start;
  const literal = PYTHON_2_NUMBER.exec(text)![0];
  let end = start + literal.length;
  const isInteger = /^[0-9]+$/.test(literal);
  if (isInteger && (text[end] === 'l' || text[end] === 'L')) end++;
  // An old octal cannot hold 8 or 9; `0x` and `1e+` lack their digits, `1else` does not.
  if (isInteger && /^0[0-9]*[89]/.test(literal)) tokenizer.fail('invalid token', end);
  if (literal === '0' && /[xXoObB]/.test(text[end] ?? '')) tokenizer.fail('invalid token', end + 1);
  if (/^[eE][+-]/.test(text.slice(end, end + 2))) tokenizer.fail('invalid token', end + 2);
  return end;
}
