/** The error that CPython 2.7 shows for tokens that are no program. */
import type { PySyntaxError } from '../errors.js';
import { type SourceText, utf8Length } from '../source.js';
import { bufferStart } from '../tokens/buffer.js';
import { T, type Token, type TokenizerResult } from '../tokens/token.js';
import { recognise, type Unexpected } from './recognise.js';

/** What the tokenizer or the grammar refuses; null if both accept the tokens. */
export function diagnose2(source: SourceText, result: TokenizerResult, mode: string): PySyntaxError | null {
  const { tokens, error } = result;
  const reporter = new Reporter(source, tokens);
  const unexpected = recognise(tokens, mode === 'eval' ? 'eval' : 'file');
  if (unexpected) return reporter.unexpected(unexpected);
  if (error) return { ...error, text: source.line(error.line) };
  // The text ended inside brackets.
  return tokens.at(-1)!.kind === T.Error ? reporter.atEnd() : null;
}

class Reporter {
  private readonly source: SourceText;
  private readonly tokens: readonly Token[];

  constructor(source: SourceText, tokens: readonly Token[]) {
    this.source = source;
    this.tokens = tokens;
  }

  unexpected({ token, expected }: Unexpected): PySyntaxError {
    if (expected === 'INDENT') return this.at('expected an indented block', token, 'IndentationError');
    if (token.kind === T.Indent) return this.at('unexpected indent', token, 'IndentationError');
    if (token.kind === T.Dedent) return this.at('unexpected unindent', token, 'IndentationError');
    return this.at('invalid syntax', token, 'SyntaxError');
  }

  /** An error at the end of the text; on the very first line Python says so. */
  atEnd(message = 'invalid syntax', type: PySyntaxError['type'] = 'SyntaxError'): PySyntaxError {
    const { text } = this.source;
    const end = Math.max(text.endsWith('\n') ? text.length - 1 : text.length, 0);
    const isFirst = this.source.position(end).line === 1;
    if (isFirst) return this.error('unexpected EOF while parsing', end, 1, 'SyntaxError');
    return this.error(message, end, 1, type);
  }

  /** Python 2 points to the end of the token. */
  private at(message: string, token: Token, type: PySyntaxError['type']): PySyntaxError {
    const { kind, start, end } = token;
    if (kind === T.Newline) return this.error(message, this.lineEnd(start), 1, type);
    const isLast = kind === T.End || (kind === T.Dedent && start === this.source.text.length);
    return isLast ? this.atEnd(message, type) : this.error(message, end, 0, type);
  }

  private lineEnd(from: number): number {
    const { text } = this.source;
    let at = from;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    return at;
  }

  /** Columns are bytes, counted from where the tokenizer's buffer begins. */
  private error(message: string, at: number, extra: number, type: PySyntaxError['type']): PySyntaxError {
    const { source, tokens } = this;
    const { line } = source.position(at);
    const column = utf8Length(source.text, bufferStart(source, tokens, line, 2), at) + extra;
    return { type, message, line, column, endLine: line, endColumn: column, text: source.line(line) };
  }
}
