/**
 * Finds out what is wrong with tokens that are no program.
 *
 * The rules in this folder recognise Python 3.13 by trying alternatives in order, and are only run when the fast way
 * failed: a first time to learn how far the tokens make sense, a second time with the rules for common mistakes, each of
 * which throws the error that CPython shows. The order in which alternatives are tried decides which one that is.
 */
import type { PySyntaxError } from '../errors.js';
import { type SourceText, utf8Length } from '../source.js';
import { bufferStart } from '../tokens/buffer.js';
import {
  CLOSING,
  OPENING,
  type SyntaxErrorType,
  T,
  type Token,
  type TokenizerError,
  type TokenizerResult,
} from '../tokens/token.js';
import type { Node } from './nodes.js';

/** A place between two offsets of the source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Thrown by the first rule that knows what is wrong. `fromTokenizer` errors are final. */
export class Diagnosed extends Error {
  readonly error: PySyntaxError;
  readonly fromTokenizer: boolean;
  constructor(error: PySyntaxError, fromTokenizer = false) {
    super(error.message);
    this.error = error;
    this.fromTokenizer = fromTokenizer;
  }
}

export type Rule<Value> = (m: Machine) => Value | null;

interface Memo {
  readonly value: unknown;
  readonly end: number;
}

export class Machine {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  readonly result: TokenizerResult;
  /** Index of the next token. */
  pos = 0;
  /** Tokens that were looked at. */
  fill = 0;
  /** Whether the rules for mistakes are tried. */
  invalidRules = false;
  private readonly memos = new Map<unknown, (Memo | undefined)[]>();
  /** For each token the number of brackets that are open after it. */
  private readonly levels: Int32Array;

  constructor(source: SourceText, result: TokenizerResult) {
    this.source = source;
    this.result = result;
    this.tokens = result.tokens;
    this.levels = countLevels(result.tokens);
  }

  /** Begins the second run. */
  restart(): void {
    this.pos = 0;
    this.invalidRules = true;
    this.memos.clear();
  }

  /** The next token. Reaching the place where the tokenizer stopped throws its error. */
  peek(): Token {
    const token = this.tokens[this.pos]!;
    if (this.pos >= this.fill) {
      if (token.kind === T.Error) this.tokenizerError();
      this.fill = this.pos + 1;
    }
    return token;
  }

  get last(): Token {
    return this.tokens[this.pos - 1]!;
  }

  /** Brackets open after the last token that was read. */
  get level(): number {
    return this.levels[this.pos - 1] ?? 0;
  }

  levelAt(index: number): number {
    return this.levels[index] ?? 0;
  }

  /** Reads the operator or keyword `text`. */
  op(text: string): Token | null {
    const token = this.peek();
    if (token.text !== text || (token.kind !== T.Op && token.kind !== T.Keyword)) return null;
    this.pos++;
    return token;
  }

  /** Reads one of several operators or keywords. */
  anyOp(...texts: readonly string[]): Token | null {
    const token = this.peek();
    if ((token.kind !== T.Op && token.kind !== T.Keyword) || !texts.includes(token.text)) return null;
    this.pos++;
    return token;
  }

  /** Reads a name with that text, which is a keyword only here. */
  soft(text: string): Token | null {
    const token = this.peek();
    if (token.kind !== T.Name || token.text !== text) return null;
    this.pos++;
    return token;
  }

  kind(kind: number): Token | null {
    const token = this.peek();
    if (token.kind !== kind) return null;
    this.pos++;
    return token;
  }

  name(): Node | null {
    const token = this.kind(T.Name);
    return token && { type: 'Name', id: token.text, start: token.start, end: token.end };
  }

  /** The operator or keyword must come next: anything else is an error in the second run. */
  forced(text: string): Token | null {
    const token = this.op(text);
    if (token || !this.invalidRules) return token;
    throw new Diagnosed(this.errorAtToken(`expected '${text}'`, this.peek(), 'SyntaxError', true));
  }

  /** Tries an alternative; if it fails, nothing was read. */
  alt<Value>(body: () => Value | null | false | undefined): Value | null {
    const { pos } = this;
    const value = body();
    if (value) return value;
    this.pos = pos;
    return null;
  }

  /** Whether `body` would match here; reads nothing. */
  ahead(body: () => unknown): boolean {
    const { pos } = this;
    const found = Boolean(body());
    this.pos = pos;
    return found;
  }

  /** Something that may be missing: always true. */
  maybe(body: () => unknown): true {
    this.alt(body as () => unknown);
    return true;
  }

  many<Value>(rule: () => Value | null): Value[] {
    const found: Value[] = [];
    for (let value = this.alt(rule); value; value = this.alt(rule)) found.push(value);
    return found;
  }

  some<Value>(rule: () => Value | null): Value[] | null {
    const found = this.many(rule);
    return found.length > 0 ? found : null;
  }

  /** One or more with `separator` between them. */
  gather<Value>(separator: string, rule: () => Value | null): Value[] | null {
    const first = rule();
    if (!first) return null;
    return [first, ...this.many(() => (this.op(separator) ? rule() : null))];
  }

  /** Remembers what `rule` found at this place. */
  memo<Value>(rule: Rule<Value>): Value | null {
    let table = this.memos.get(rule);
    if (!table) {
      table = [];
      this.memos.set(rule, table);
    }
    const start = this.pos;
    const known = table[start];
    if (known) {
      this.pos = known.end;
      return known.value as Value | null;
    }
    const value = this.alt(() => rule(this));
    table[start] = { value, end: this.pos };
    return value;
  }

  /** Runs `body` without the rules for mistakes. */
  withoutInvalid<Value>(body: () => Value): Value {
    const before = this.invalidRules;
    this.invalidRules = false;
    try {
      return body();
    } finally {
      this.invalidRules = before;
    }
  }

  /** An error from the start of `from` to the end of `to`. */
  raise(message: string, from: Range, to: Range = from, type: SyntaxErrorType = 'SyntaxError'): never {
    throw new Diagnosed(this.errorAt(message, from.start, to.end, type));
  }

  /** An error from the start of `from` to where the tokens were read to. */
  raiseFrom(message: string, from: Range): never {
    const { line, column } = this.cursor;
    const error = this.errorAt(message, from.start, from.end, 'SyntaxError');
    throw new Diagnosed({ ...error, endLine: line, endColumn: column });
  }

  /** An error at the last token that was looked at. */
  raiseLast(message: string, type: SyntaxErrorType = 'SyntaxError'): never {
    throw new Diagnosed(this.errorAtToken(message, this.lastSeen, type));
  }

  /**
   * An error at a token. One that has no text of its own is shown where the tokens were read to, or, if `known` says
   * so, at column 0 of its line.
   */
  errorAtToken(message: string, token: Token, type: SyntaxErrorType = 'SyntaxError', known = false): PySyntaxError {
    const { kind, start, end } = token;
    if (kind === T.Newline) {
      const error = this.errorAt(message, start, start, type);
      return { ...error, endColumn: this.source.characterColumn(this.lineEnd(start)) + 2 };
    }
    if (kind !== T.Indent && kind !== T.Dedent && kind !== T.End) return this.errorAt(message, start, end, type);
    const { line, column } = this.cursor;
    const text = this.source.line(line);
    return { type, message, line, column: known ? 0 : column, endLine: line, endColumn: known ? 0 : -1, text };
  }

  /** Where the tokens were read to: 1-based line, characters before it on the line. At the end: behind the last line. */
  private get cursor(): { line: number; column: number } {
    const { source, lastSeen } = this;
    const { kind, start, end } = lastSeen;
    const { text } = source;
    if (kind !== T.Newline && kind !== T.End && !(kind === T.Dedent && start === text.length)) {
      return { line: source.position(end).line, column: source.characterColumn(end) };
    }
    // The last line counts with its line end, whether it is written or not.
    const at = kind === T.Newline ? start : text.length - (/[\r\n]$/.test(text) ? 1 : 0);
    const lineEnd = kind === T.Newline ? this.lineEnd(at) : Math.max(at, 0);
    return { line: source.position(lineEnd).line, column: source.characterColumn(lineEnd) + 1 };
  }

  /** The end of the line that the Newline token at `start` closes; a comment may come first. */
  private lineEnd(start: number): number {
    const { text } = this.source;
    let at = start;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
    return at;
  }

  /** An error at the next token. */
  raiseNext(message: string): never {
    throw new Diagnosed(this.errorAtToken(message, this.peek()));
  }

  get lastSeen(): Token {
    return this.tokens[this.fill - 1]!;
  }

  errorAt(message: string, start: number, end: number, type: SyntaxErrorType): PySyntaxError {
    const { source } = this;
    const { line } = source.position(start);
    const shown = this.shownText(line);
    const column = charactersIn(shown, source.utf8Column(start) + 1);
    const endLine = source.position(end).line;
    // CPython looks up the end of an error that spans lines on the first of them.
    const endColumn = charactersIn(shown, source.utf8Column(end) + 1);
    return { type, message, line, column, endLine, endColumn, text: source.line(line) };
  }

  /** The text in which CPython counts the columns of a line. */
  private shownText(line: number): string {
    const { source, cursor, tokens } = this;
    if (line < cursor.line) return source.line(line);
    return source.text.slice(bufferStart(source, tokens, line, 3), source.lineStarts[line] ?? source.text.length);
  }

  lineOf(token: Range): number {
    return this.source.position(token.start).line;
  }

  /** What stopped the tokenizer: its own error, or the end of the text inside brackets. */
  tokenizerError(): never {
    const { error } = this.result;
    if (!error) throw new Diagnosed(this.neverClosed(), true);
    throw new Diagnosed(shownError(error, this.source), true);
  }

  /** The error about the innermost bracket that is open at the end of the tokens. */
  neverClosed(): PySyntaxError {
    const bracket = openBrackets(this.tokens).at(-1)!;
    const error = this.errorAt(`'${bracket.text}' was never closed`, bracket.start, bracket.start, 'SyntaxError');
    return { ...error, endColumn: 0 };
  }
}

/** How many characters the first `bytes` bytes of a text hold; one that is cut counts. */
/** The tokenizer's error with its line. CPython's parser words some of them, and shows the whole line. */
export function shownError(error: TokenizerError, source: SourceText): PySyntaxError {
  const text = error.text ?? source.line(error.line);
  return BY_PARSER.test(error.message) ? { ...error, text } : { ...error, text, bare: true };
}

const BY_PARSER = /line continuation|unexpected EOF|^inconsistent|^unindent|^too many levels/;

function charactersIn(text: string, bytes: number): number {
  let seen = 0;
  let characters = 0;
  for (const character of text) {
    if (seen >= bytes) return characters;
    seen += utf8Length(character, 0, character.length);
    characters++;
  }
  return seen >= bytes ? characters : characters + 1;
}

/** The brackets that are not closed at the end of the tokens, innermost last. */
export function openBrackets(tokens: readonly Token[]): Token[] {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== T.Op) continue;
    if (token.text in OPENING) open.push(token);
    else if (token.text in CLOSING) open.pop();
  }
  return open;
}

function countLevels(tokens: readonly Token[]): Int32Array {
  const levels = new Int32Array(tokens.length);
  let level = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === T.Op && text in OPENING) level++;
    else if (kind === T.Op && text in CLOSING) level--;
    levels[at] = level;
  }
  return levels;
}
