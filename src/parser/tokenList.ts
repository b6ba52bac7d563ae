/**
 * Tokens as the `tokenize` module lists them: comments and line ends inside of brackets included.
 * Spec: https://docs.python.org/3/library/tokenize.html
 */
import { SourceText } from './source.js';
import { T, type Token, type TokenizerError } from './tokens/token.js';
import { tokenize } from './tokens/tokenizer.js';

/** Lines from 1, columns from 0 in code points. */
export interface ListedToken {
  readonly type: number;
  readonly text: string;
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
  /** The physical lines that it is on. */
  readonly line: string;
}

export interface TokenList {
  readonly tokens: readonly ListedToken[];
  /** Why the list ends early. `line` and `column` as in a SyntaxError. */
  readonly error: Pick<TokenizerError, 'type' | 'message' | 'line' | 'column'> | null;
}

/** Numbers of the `token` module. */
const END = 0;
const NEWLINE = 4;
const COMMENT = 62;
const NL = 63;
const TYPES: Readonly<Record<number, number>> = {
  [T.Name]: 1,
  [T.Keyword]: 1,
  [T.Number]: 2,
  [T.String]: 3,
  [T.Newline]: NEWLINE,
  [T.Indent]: 5,
  [T.Dedent]: 6,
  [T.Op]: 55,
  [T.FStringStart]: 59,
  [T.FStringMiddle]: 60,
  [T.FStringEnd]: 61,
  [T.End]: END,
};

export function listTokens(text: string): TokenList {
  const source = new SourceText(text);
  const { tokens, comments, error } = tokenize(source, 3, true, true);
  const list = new Lister(source);
  let nextComment = 0;
  const commentsBefore = (offset: number): void => {
    for (; nextComment < comments.length && comments[nextComment]!.start < offset; nextComment++) {
      const { start, end } = comments[nextComment]!;
      list.lineEnds(start);
      list.put(COMMENT, start, end);
    }
  };
  for (const token of tokens) {
    if (token.kind === T.Error) break;
    if (token.kind === T.Newline) {
      commentsBefore(newlineOf(text, token));
      list.newline(token, newlineOf(text, token));
      continue;
    }
    commentsBefore(token.kind === T.End ? Number.POSITIVE_INFINITY : token.start);
    list.lineEnds(token.kind === T.End ? text.length : token.start);
    list.token(token);
  }
  const unfinished = error === null && tokens.at(-1)?.kind === T.Error;
  return {
    tokens: list.tokens,
    error: unfinished
      ? { type: 'SyntaxError', message: 'unexpected EOF in multi-line statement', line: 1, column: 0 }
      : error,
  };
}

/** Where the line end of a Newline token is: behind its comment. */
function newlineOf(text: string, { start, end }: Token): number {
  if (start === end) return start;
  return text[end - 1] === '\n' || text[end - 1] === '\r' ? end - (text.slice(end - 2, end) === '\r\n' ? 2 : 1) : end;
}

class Lister {
  readonly tokens: ListedToken[] = [];
  /** End of what has been listed. */
  private at = 0;
  constructor(private readonly source: SourceText) {}

  put(type: number, start: number, end: number, text = this.source.text.slice(start, end)): void {
    const from = this.place(start);
    const to = this.place(end);
    this.tokens.push({ type, text, start: from, end: to, line: this.lines(from[0], to[0]) });
    this.at = Math.max(this.at, end);
  }

  /** Line ends between the last token and `offset` that end no statement, and are not joined by a backslash. */
  lineEnds(offset: number): void {
    const { text } = this.source;
    for (let i = this.at; i < offset; i++) {
      if (text[i] !== '\n' && text[i] !== '\r') continue;
      const isPair = text[i] === '\r' && text[i + 1] === '\n';
      if (text[i - 1] !== '\\') this.lineEnd(NL, i, isPair ? 2 : 1);
      if (isPair) i++;
      this.at = i + 1;
    }
  }

  private lineEnd(type: number, offset: number, length: number): void {
    const [line, column] = this.place(offset);
    this.tokens.push({
      type,
      text: this.source.text.slice(offset, offset + length),
      start: [line, column],
      end: [line, column + Math.max(1, length)],
      line: this.lines(line, line),
    });
    this.at = offset + length;
  }

  newline(token: Token, offset: number): void {
    this.lineEnd(NEWLINE, offset, token.start === token.end ? 0 : token.end - offset);
  }

  token(token: Token): void {
    const { text } = this.source;
    switch (token.kind) {
      case T.End: {
        const line = this.lastLine();
        this.tokens.push({ type: END, text: '', start: [line, 0], end: [line, 0], line: '' });
        return;
      }
      case T.Dedent: {
        const isLast = text.slice(token.start).trim() === '';
        const place: [number, number] = isLast ? [this.lastLine(), 0] : this.place(token.start);
        this.tokens.push({
          type: TYPES[T.Dedent]!,
          text: '',
          start: place,
          end: place,
          line: isLast ? '' : this.lines(place[0], place[0]),
        });
        return;
      }
      case T.FStringMiddle: {
        // Of a doubled brace one is listed, and the other skipped.
        const doubled = /(?:\{\{|\}\})$/.test(text.slice(token.start, token.end));
        this.put(TYPES[token.kind]!, token.start, doubled ? token.end - 1 : token.end);
        this.at = token.end;
        return;
      }
      default:
        this.put(TYPES[token.kind]!, token.start, token.end);
    }
  }

  /** The line behind the last one. */
  private lastLine(): number {
    const { text } = this.source;
    const { line } = this.source.position(text.length);
    return text === '' || /[\r\n]$/.test(text) ? line : line + 1;
  }

  private place(offset: number): [number, number] {
    const { line, column } = this.source.position(offset);
    const text = this.source.text.slice(offset - column, offset);
    return [line, [...text].length];
  }

  private lines(from: number, to: number): string {
    const { text, lineStarts } = this.source;
    return text.slice(lineStarts[from - 1], lineStarts[to] ?? text.length);
  }
}
