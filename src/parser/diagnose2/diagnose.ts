/** The error that CPython 2.7 shows for tokens that are no program. */
import type { PySyntaxError } from '../errors.js';
import { type SourceText, utf8Length } from '../source.js';
import { T, type Token, type TokenizerResult } from '../tokens/token.js';
import { recognise } from './recognise.js';

/** What the tokenizer or the grammar refuses; null if both accept the tokens. */
export function diagnose2(source: SourceText, result: TokenizerResult, mode: string): PySyntaxError | null {
  const { tokens, error } = result;
  const unexpected = recognise(tokens, mode === 'eval' ? 'eval' : 'file');
  if (unexpected) return unexpectedToken(source, unexpected.token, unexpected.expected);
  if (error) return { ...error, text: source.line(error.line) };
  // The text ended inside brackets: the end itself is what does not fit.
  const last = tokens.at(-1)!;
  return last.kind === T.Error ? atLineEnd(source, tokens.at(-2) ?? last) : null;
}

function unexpectedToken(source: SourceText, token: Token, expected: string | null): PySyntaxError {
  if (expected === 'INDENT') return place(source, 'expected an indented block', token, 'IndentationError');
  if (token.kind === T.Indent) return place(source, 'unexpected indent', token, 'IndentationError');
  if (token.kind === T.Dedent) return place(source, 'unexpected unindent', token, 'IndentationError');
  return place(source, 'invalid syntax', token, 'SyntaxError');
}

/** Python 2 points to the end of the token, and counts bytes. */
function place(source: SourceText, message: string, token: Token, type: PySyntaxError['type']): PySyntaxError {
  const isVoid = token.kind === T.Newline || token.kind === T.End || token.end === source.text.length;
  if (isVoid && (token.kind === T.Newline || token.start === token.end)) {
    const at = token.kind === T.Newline ? lineEndOf(source, token.start) : lastLineEnd(source);
    return error(source, message, at, 1, type);
  }
  return error(source, message, token.end, 0, type);
}

function atLineEnd(source: SourceText, token: Token): PySyntaxError {
  return error(source, 'invalid syntax', lineEndOf(source, token.end), 1, 'SyntaxError');
}

function lineEndOf(source: SourceText, from: number): number {
  let at = from;
  while (at < source.text.length && source.text[at] !== '\n' && source.text[at] !== '\r') at++;
  return at;
}

/** The end of the last line that is not empty. */
function lastLineEnd(source: SourceText): number {
  const { text } = source;
  return text.endsWith('\n') ? text.length - 1 : text.length;
}

function error(
  source: SourceText,
  message: string,
  at: number,
  extra: number,
  type: PySyntaxError['type'],
): PySyntaxError {
  const { line } = source.position(at);
  const column = utf8Length(source.text, source.lineStarts[line - 1]!, at) + extra;
  return { type, message, line, column, endLine: line, endColumn: column, text: source.line(line) };
}
