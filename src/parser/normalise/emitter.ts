/**
 * The text that Lezer gets to see: one line for each logical line, one space between tokens, every name, number and
 * string reduced to a placeholder, with a note of which token each piece stands for.
 */
import { OPENING, T, type Token } from '../tokens/token.js';

/** Marks a piece of the normalised text that stands for no token of the user's. */
export const INSERTED = -1;

/** A range of tokens, parsed as an expression on a line of its own after the last statement. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The normalised text and its way back to the tokens. */
export interface Normalised {
  readonly text: string;
  /** For each piece the index of its token, or {@link INSERTED}. */
  readonly origins: readonly number[];
  /** For each piece the index of the last token that it stands for. */
  readonly lasts: readonly number[];
  /** For each piece its offset in `text`. */
  readonly offsets: readonly number[];
  /** The expressions that were moved behind the last statement, in the order of their lines. */
  readonly hoisted: readonly TokenRange[];
  /** Pieces that stand for a part of a long chain: the index of that part in `hoisted`. */
  readonly splices: ReadonlyMap<number, number>;
  /** The piece at which the first moved expression begins. */
  readonly hoistedFrom: number;
}

/** The tokens cannot be a Python program; what exactly is wrong is found out elsewhere. */
export class NotPython extends Error {}

export class Emitter {
  readonly tokens: readonly Token[];
  readonly dialect: 2 | 3;
  /** For each opening bracket or f-string start the index of its end, -1 for any other token. */
  readonly matching: Int32Array;
  private readonly parts: string[] = [];
  private length = 0;
  private readonly origins: number[] = [];
  private readonly lasts: number[] = [];
  private readonly offsets: number[] = [];
  private readonly queue: TokenRange[] = [];
  private readonly splices = new Map<number, number>();

  constructor(tokens: readonly Token[], dialect: 2 | 3) {
    this.tokens = tokens;
    this.dialect = dialect;
    this.matching = matchBrackets(tokens);
  }

  /** Writes `text` in the place of the tokens `origin` to `last`. */
  emit(text: string, origin: number, last = origin): void {
    this.origins.push(origin);
    this.lasts.push(last);
    this.offsets.push(this.length);
    this.parts.push(text, ' ');
    this.length += text.length + 1;
  }

  /** Writes `text`, which stands for no token. */
  insert(text: string): void {
    this.emit(text, INSERTED);
  }

  /** Line ends and indentation: not a piece. */
  space(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  /** Has the tokens parsed as an expression of their own; the converter asks for it by `from`. */
  hoist(from: number, to: number): void {
    this.queue.push({ from, to });
  }

  /** Has the tokens parsed on a line of their own, and writes a piece in their place. */
  splice(from: number, to: number): void {
    this.splices.set(this.origins.length, this.queue.length);
    this.hoist(from, to);
    this.emit('x', from, to - 1);
  }

  /** Index after token `at`, or after its closing bracket when it opens one. */
  skip(at: number): number {
    const close = this.matching[at]!;
    return (close < 0 ? at : close) + 1;
  }

  /** The first token in [from, to) outside all brackets for which `test` holds, or `to`. */
  find(from: number, to: number, test: (token: Token, at: number) => boolean): number {
    let at = from;
    while (at < to && !test(this.tokens[at]!, at)) at = this.skip(at);
    return Math.min(at, to);
  }

  /** Writes the moved expressions with `write` and closes the text. */
  finish(write: (range: TokenRange) => void): Normalised {
    const hoistedFrom = this.origins.length;
    // The queue grows while it is worked off: an f-string may hold f-strings.
    for (let at = 0; at < this.queue.length; at++) {
      const range = this.queue[at]!;
      this.insert('(');
      write(range);
      this.insert(')');
      this.space('\n');
    }
    const { origins, lasts, offsets, splices, queue: hoisted } = this;
    return { text: this.parts.join(''), origins, lasts, offsets, splices, hoisted, hoistedFrom };
  }
}

function matchBrackets(tokens: readonly Token[]): Int32Array {
  const matching = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === T.FStringStart || (kind === T.Op && text in OPENING)) open.push(at);
    else if (kind === T.FStringEnd || (kind === T.Op && (text === ')' || text === ']' || text === '}'))) {
      const from = open.pop();
      if (from === undefined || (kind === T.Op && OPENING[tokens[from]!.text] !== text)) throw new NotPython();
      matching[from] = at;
    }
  }
  if (open.length > 0) throw new NotPython();
  return matching;
}
