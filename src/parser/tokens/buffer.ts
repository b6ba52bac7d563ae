/**
 * CPython's tokenizer keeps the lines before the current one as long as they belong to the same token or were continued
 * with a backslash, and then counts columns from the first of them.
 */
import type { SourceText } from '../source.js';
import { T, type Token } from './token.js';

/** The offset from which columns on `line` are counted while the tokenizer is on that line; Python 2 looks at strings only. */
export function bufferStart(source: SourceText, tokens: readonly Token[], line: number, dialect: 2 | 3): number {
  let first = line;
  while (first > 1 && isContinuation(source, tokens, source.lineStarts[first - 1]!, dialect)) first--;
  return source.lineStarts[first - 1]!;
}

/** Whether the line that starts at `offset` goes on with a string, or was continued with a backslash. */
function isContinuation(source: SourceText, tokens: readonly Token[], offset: number, dialect: 2 | 3): boolean {
  const token = lastBefore(tokens, offset);
  const isString = token && (token.kind === T.String || token.kind === T.FStringMiddle);
  if (isString && token.end > offset) return true;
  if (dialect === 2) return false;
  if (token && (token.kind === T.Newline || token.end > offset)) return false;
  return source.text.slice(0, offset).endsWith('\\\n') || source.text.slice(0, offset).endsWith('\\\r\n');
}

function lastBefore(tokens: readonly Token[], offset: number): Token | undefined {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return tokens[low - 1];
}
