/** Plain string literals. */
import { C, isLineEnd } from './characters.js';
import { T } from './token.js';
import type { Tokenizer } from './tokenizer.js';

/** Reads the string whose prefix starts at `start` and whose quote is at `quoteAt`, and pushes its token. */
export function scanString(tokenizer: Tokenizer, start: number, quoteAt = start): void {
  const { text } = tokenizer;
  const quote = text.charCodeAt(quoteAt);
  const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  let at = quoteAt + (triple ? 3 : 1);
  let escapedQuote = false;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (at >= text.length || (!triple && isLineEnd(unit))) unterminated(tokenizer, start, at, triple, escapedQuote);
    if (unit === C.Backslash) {
      const escaped = text.charCodeAt(at + 1);
      if (escaped === quote) escapedQuote = true;
      at += escaped === C.Return && text.charCodeAt(at + 2) === C.Newline ? 3 : 2;
    } else if (unit !== quote) at++;
    else if (!triple) {
      at++;
      break;
    } else if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      at += 3;
      break;
    } else at++;
  }
  tokenizer.pos = at;
  tokenizer.push(T.String, start, at);
}

function unterminated(tokenizer: Tokenizer, start: number, at: number, triple: boolean, escapedQuote: boolean): never {
  if (tokenizer.dialect === 2) unterminated2(tokenizer, start, at, triple);
  const { text } = tokenizer;
  const fstring = tokenizer.fstrings.at(-1);
  const quoteSize = triple ? 3 : 1;
  const quote = text.slice(start).match(/['"]/)![0];
  if (fstring && fstring.quote === quote && fstring.quoteSize === quoteSize) {
    tokenizer.fail("f-string: expecting '}'", start + 1);
  }
  const line = detectedLine(tokenizer, at);
  if (triple) tokenizer.fail(`unterminated triple-quoted string literal (detected at line ${line})`, start + 1);
  const hint = escapedQuote ? '; perhaps you escaped the end quote?' : '';
  tokenizer.fail(`unterminated string literal (detected at line ${line})${hint}`, start + 1);
}

/** The line on which the end of the text or of the line was met. */
export function detectedLine(tokenizer: Tokenizer, at: number): number {
  const { source } = tokenizer;
  return source.position(Math.min(at, Math.max(source.text.length - 1, 0))).line;
}

function unterminated2(tokenizer: Tokenizer, start: number, at: number, triple: boolean): never {
  tokenizer.fail2(
    `${triple ? 'EOF' : 'EOL'} while scanning ${triple ? 'triple-quoted ' : ''}string literal`,
    at,
    start,
  );
}
