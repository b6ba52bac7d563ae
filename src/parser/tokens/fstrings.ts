/**
 * f-strings as tokens (PEP 701): FStringStart, then FStringMiddle and replacement fields in turn, then FStringEnd.
 *
 * Spec: https://peps.python.org/pep-0701/
 */
import { C, isLineEnd } from './characters.js';
import { detectedLine } from './strings.js';
import { T } from './token.js';
import type { Tokenizer } from './tokenizer.js';

const MAX_FSTRINGS = 150;
const MAX_FIELDS = 3;

/** An f-string that is not closed yet. */
export interface FString {
  readonly start: number;
  readonly quote: string;
  readonly quoteSize: 1 | 3;
  readonly raw: boolean;
  /** Whether the position is in the literal text, not in a replacement field. */
  inText: boolean;
  /** Whether that text is a format specification. */
  inSpec: boolean;
  /** Open brackets inside this f-string, those of the fields included. */
  depth: number;
  /** For each open replacement field, the value of `depth` outside it. */
  readonly expressions: number[];
}

/** Reads prefix and quote. */
export function openFString(tokenizer: Tokenizer, start: number, quoteAt: number): void {
  const { text, fstrings } = tokenizer;
  const quote = text[quoteAt]!;
  const quoteSize = text[quoteAt + 1] === quote && text[quoteAt + 2] === quote ? 3 : 1;
  const end = quoteAt + quoteSize;
  if (fstrings.length + 1 >= MAX_FSTRINGS) tokenizer.fail('too many nested f-strings', end);
  const raw = /r/i.test(text.slice(start, quoteAt));
  fstrings.push({ start, quote, quoteSize, raw, inText: true, inSpec: false, depth: 0, expressions: [] });
  tokenizer.pos = end;
  tokenizer.push(T.FStringStart, start, end);
}

/** Whether a `:` here ends the expression of a replacement field. */
export function expressionColon(fstring: FString): boolean {
  return fstring.expressions.length > 0 && fstring.depth - 1 === fstring.expressions.at(-1);
}

/** Reads literal text up to a replacement field or the closing quote, and what follows it. */
export function scanFString(tokenizer: Tokenizer, fstring: FString): void {
  const { text, pos } = tokenizer;
  if (text[pos] === '{' && text[pos + 1] !== '{') {
    openField(tokenizer, fstring);
    return;
  }
  const closing = fstring.quote.repeat(fstring.quoteSize);
  if (text.startsWith(closing, pos)) {
    tokenizer.fstrings.pop();
    tokenizer.pos = pos + fstring.quoteSize;
    tokenizer.push(T.FStringEnd, pos, tokenizer.pos);
    return;
  }
  scanText(tokenizer, fstring, closing);
}

/** The `{` itself is read as an ordinary bracket afterwards. */
function openField(tokenizer: Tokenizer, fstring: FString): void {
  if (fstring.expressions.length >= MAX_FIELDS) {
    tokenizer.fail('f-string: expressions nested too deeply', tokenizer.pos);
  }
  fstring.expressions.push(fstring.depth);
  fstring.inText = false;
}

function scanText(tokenizer: Tokenizer, fstring: FString, closing: string): void {
  const { text, pos } = tokenizer;
  const end = textEnd(tokenizer, fstring, closing);
  tokenizer.push(T.FStringMiddle, pos, end);
  tokenizer.pos = end;
  const next = text[end];
  const last = text[end - 1];
  const doubled = end - pos >= 2 && last === text[end - 2] && (last === '{' || last === '}');
  if (doubled || text.startsWith(closing, end)) return;
  if (next === '{') openField(tokenizer, fstring);
  else if (next === '}') fstring.inText = false;
  else if (next !== undefined && isLineEnd(next.charCodeAt(0))) {
    // A line end ends the format specification, so that the parser can say what is missing.
    fstring.inText = false;
    fstring.inSpec = false;
  }
}

/** Where the literal text ends: before the closing quote or a field, or after a doubled brace. */
function textEnd(tokenizer: Tokenizer, fstring: FString, closing: string): number {
  const { text } = tokenizer;
  const inSpec = fstring.inSpec && fstring.expressions.length > 0;
  let unicodeEscape = false;
  let at = tokenizer.pos;
  for (;;) {
    const unit = text.charCodeAt(at);
    const lineEnd = fstring.quoteSize === 1 && isLineEnd(unit);
    if (at >= text.length || lineEnd) {
      if (!(inSpec && lineEnd)) unterminated(tokenizer, fstring, at);
      return at;
    }
    if (text.startsWith(closing, at)) return at;
    const isDouble = text.charCodeAt(at + 1) === unit && !inSpec;
    if (unit === C.OpenBrace) return isDouble ? at + 2 : at;
    if (unit === C.CloseBrace) {
      if (unicodeEscape) return at + 1;
      return isDouble && fstring.depth === 0 ? at + 2 : at;
    }
    if (unit === C.Backslash) {
      const escape = scanEscape(text, at, fstring.raw);
      unicodeEscape ||= escape.opensName;
      at = escape.end;
    } else at++;
  }
}

/** After a backslash a brace still counts; `\N{` begins a character name. */
function scanEscape(text: string, at: number, raw: boolean): { end: number; opensName: boolean } {
  let next = at + 1;
  if (text.charCodeAt(next) === C.Return && text.charCodeAt(next + 1) === C.Newline) next++;
  const unit = text.charCodeAt(next);
  if (unit === C.OpenBrace || unit === C.CloseBrace) return { end: next, opensName: false };
  if (!raw && text.startsWith('N{', next)) return { end: next + 2, opensName: true };
  return { end: next + 1, opensName: false };
}

function unterminated(tokenizer: Tokenizer, fstring: FString, at: number): never {
  const line = detectedLine(tokenizer, at);
  const what = fstring.quoteSize === 3 ? 'triple-quoted f-string' : 'f-string';
  tokenizer.fail(`unterminated ${what} literal (detected at line ${line})`, fstring.start + 1);
}
