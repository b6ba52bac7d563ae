/** Where the tokenizer stands, what it has read, and how it stops. */
import type { Span } from '../ast.js';
import { type SourceText, utf8Length } from '../source.js';
import { bufferStart } from './buffer.js';
import { isLineEnd } from './characters.js';
import type { FString } from './fstrings.js';
import type { SyntaxErrorType, Token, TokenizerError, TokenKind } from './token.js';

/** Thrown inside the tokenizer only; `error` is null when the text ends inside brackets. */
export class TokenizerStop extends Error {
  readonly error: TokenizerError | null;
  readonly at: number;
  constructor(error: TokenizerError | null, at: number) {
    super(error?.message);
    this.error = error;
    this.at = at;
  }
}

export interface Bracket {
  readonly text: string;
  readonly start: number;
}

export abstract class TokenizerState {
  readonly dialect: 2 | 3;
  readonly source: SourceText;
  /** The text, mostly with a newline at its end. */
  readonly text: string;
  readonly tokens: Token[] = [];
  readonly comments: Span[] = [];
  readonly brackets: Bracket[] = [];
  /** The f-strings that surround the current position, innermost last. */
  readonly fstrings: FString[] = [];
  pos = 0;

  constructor(source: SourceText, dialect: 2 | 3, isFile: boolean) {
    this.dialect = dialect;
    this.source = source;
    const { text } = source;
    const isClosed = text === '' || isLineEnd(text.charCodeAt(text.length - 1));
    // Outside a file, white space after the last line end is an indent.
    const endsBlank = !isFile && /[\r\n][ \t]+$/.test(text);
    this.text = isClosed || endsBlank ? text : `${text}\n`;
  }

  push(kind: TokenKind, start: number, end: number, text = ''): void {
    const length = this.source.text.length;
    this.tokens.push({ kind, start: Math.min(start, length), end: Math.min(end, length), text });
  }

  /** Stops with an error whose column is that of the last character before `cursor`. */
  fail(message: string, cursor: number, type: SyntaxErrorType = 'SyntaxError', lineOffset = cursor - 1): never {
    if (this.dialect === 2) this.fail2(message, cursor, Math.min(lineOffset, cursor));
    const line = this.source.position(Math.max(lineOffset, 0)).line;
    const column = this.characters(this.source.lineStarts[line - 1]!, cursor);
    throw new TokenizerStop({ type, message, line, column, endLine: line, endColumn: column, replaces: true }, cursor);
  }

  /** Python 2: counts bytes from the line on which the token starts to `cursor`, and shows the line that was read last. */
  fail2(message: string, cursor: number, tokenStart: number, extra = 0): never {
    const { source, tokens, text } = this;
    const { line } = source.position(Math.min(Math.max(cursor - 1 + extra, 0), Math.max(source.text.length - 1, 0)));
    const from = bufferStart(source, tokens, source.position(Math.max(tokenStart, 0)).line, 2);
    const column = utf8Length(text, from, cursor) + extra;
    throw new TokenizerStop(
      { type: 'SyntaxError', message, line, column, endLine: line, endColumn: column, replaces: false },
      cursor,
    );
  }

  /** Stops with an error over the characters `start` to `end` (offsets on one line). */
  failRange(message: string, start: number, end: number): never {
    const { line } = this.source.position(start);
    const lineStart = this.source.lineStarts[line - 1]!;
    const column = this.characters(lineStart, start) + 1;
    const endColumn = this.characters(lineStart, end);
    throw new TokenizerStop(
      { type: 'SyntaxError', message, line, column, endLine: line, endColumn, replaces: true },
      end,
    );
  }

  private characters(start: number, end: number): number {
    let count = 0;
    for (let at = start; at < end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit < 0xdc00 || unit > 0xdfff) count++;
    }
    return count;
  }

  /** Stops with an error that gives way to those of the parser. */
  protected stop(message: string, cursor: number, endColumn: number): never {
    const { line } = this.source.position(cursor - 2);
    const isEnd = endColumn < 0;
    const from = isEnd ? this.source.lineStarts[line - 1]! : bufferStart(this.source, this.tokens, line, 3);
    const column = this.characters(from, cursor);
    throw new TokenizerStop(
      { type: 'SyntaxError', message, line, column, endLine: line, endColumn, replaces: false },
      cursor,
    );
  }

  /** An error about the indentation is shown at the end of its line. */
  protected indentError(message: string, type: SyntaxErrorType): never {
    const { line } = this.source.position(this.pos);
    const lineText = this.source.line(line);
    const column = this.dialect === 3 ? 1 : [...lineText].length + 1;
    throw new TokenizerStop({ type, message, line, column, endLine: line, endColumn: 0, replaces: false }, this.pos);
  }

  protected badDedent(): never {
    const { line } = this.source.position(this.pos);
    const lineText = this.source.line(line);
    const column = (this.dialect === 3 ? [...lineText].length : utf8Length(lineText, 0, lineText.length)) + 1;
    const message = 'unindent does not match any outer indentation level';
    throw new TokenizerStop(
      { type: 'IndentationError', message, line, column, endLine: line, endColumn: -1, replaces: false },
      this.pos,
    );
  }

  protected lineOffset(offset: number): number {
    return this.source.lineStarts[this.source.position(Math.min(offset, this.source.text.length)).line - 1]!;
  }
}
