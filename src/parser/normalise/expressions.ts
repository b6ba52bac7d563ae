/** Rewrites expressions token by token; what Lezer cannot read is replaced by a shape that it can. */
import { OPENING, T, type Token } from '../tokens/token.js';
import { wrapListIteration } from './comprehensions2.js';
import { type Emitter, NotPython } from './emitter.js';
import { hoistFields } from './fstrings.js';
import { conditionalEnd, emitLongOperand, emitLongRun, findRun, isLongConditional } from './longChains.js';
import { emitParameters } from './parameters.js';

/** Where a star before an operand has a meaning that Lezer knows; elsewhere it is written as `~`. */
type Bracket = 'call' | 'other' | 'backtick';

interface Frame {
  readonly bracket: Bracket;
  readonly close: number;
  /** Between `for` and `in` of a comprehension. */
  inTarget: boolean;
  /** The token after the operators and operands that were measured last. */
  runEnd: number;
  /** How many `else` of conditional expressions came one after the other. */
  elses: number;
}

export interface ExpressionOptions {
  /** What is written for the keyword `as`: a comma among with items, `or` in patterns. */
  readonly as?: string;
  /** Whether a parenthesis at the very start is an argument list. */
  readonly call?: boolean;
}

function newFrame(bracket: Bracket, close: number): Frame {
  return { bracket, close, inTarget: false, runEnd: 0, elses: 0 };
}

const OPERAND_KEYWORDS = new Set(['None', 'True', 'False']);

/** Whether an operand may end with `token`, so that a following `(` is a call. */
export function endsOperand(token: Token | undefined): boolean {
  if (!token) return false;
  switch (token.kind) {
    case T.Name:
    case T.Number:
    case T.String:
    case T.FStringEnd:
      return true;
    case T.Keyword:
      return OPERAND_KEYWORDS.has(token.text);
    case T.Op:
      return token.text === ')' || token.text === ']' || token.text === '}' || token.text === '...';
    default:
      return false;
  }
}

/** Writes the tokens [from, to), which hold one or more expressions with commas, `=` and the like between them. */
export function emitExpressions(emitter: Emitter, from: number, to: number, options: ExpressionOptions = {}): void {
  const writer = new ExpressionWriter(emitter, to, options);
  let at = from;
  while (at < to) at = writer.token(at, from);
}

class ExpressionWriter {
  private readonly frames: Frame[] = [newFrame('other', -1)];
  /** Inserted closing brackets of Python 2's `[x for x in 1, 2]`, innermost last. */
  private readonly pendingClose: number[] = [];
  /** The last backtick that closed a pair: an operand ends with it. */
  private closedBacktick = -1;
  private readonly emitter: Emitter;
  private readonly to: number;
  private readonly options: ExpressionOptions;

  constructor(emitter: Emitter, to: number, options: ExpressionOptions) {
    this.emitter = emitter;
    this.to = to;
    this.options = options;
  }

  /** Writes the token at `at` and returns the index of the next one to write. */
  token(at: number, from: number): number {
    const { emitter } = this;
    while (this.pendingClose.at(-1) === at) {
      this.pendingClose.pop();
      emitter.insert(')');
    }
    const cut = this.longChain(at, from);
    if (cut > at) return cut;
    const token = emitter.tokens[at]!;
    switch (token.kind) {
      case T.Name:
        emitter.emit('x', at);
        return at + 1;
      case T.Number:
        emitter.emit('0', at);
        return at + 1;
      case T.String:
        emitter.emit("''", at);
        return at + 1;
      case T.FStringStart:
        emitter.emit("''", at, emitter.matching[at]);
        hoistFields(emitter, at);
        return emitter.skip(at);
      case T.Keyword:
        return this.keyword(at, token.text);
      default:
        return this.operator(at, from, token.text);
    }
  }

  /** Writes what is too long for Lezer in pieces. Returns the token to go on with, `at` if nothing was written. */
  private longChain(at: number, from: number): number {
    const { emitter, frame } = this;
    const limit = frame.close < 0 ? this.to : frame.close;
    if (at >= frame.runEnd) {
      const run = findRun(emitter, at, limit, frame.inTarget, endsOperand);
      // A token that is no part of a run is one of its own.
      frame.runEnd = Math.max(run.end, at + 1);
      if (emitLongRun(emitter, at, run)) return run.end;
    }
    const { kind, text } = emitter.tokens[at]!;
    const isOperand =
      kind === T.Name || kind === T.String || (kind === T.Op && text in OPENING && this.isPrefix(at, from));
    return isOperand && !(at === from && this.options.call) ? emitLongOperand(emitter, at, limit) : at;
  }

  private get frame(): Frame {
    const frame = this.frames.at(-1);
    if (!frame) throw new NotPython();
    return frame;
  }

  private keyword(at: number, text: string): number {
    const { emitter, frame } = this;
    if (text === 'lambda') return emitParameters(emitter, at, this.to);
    if (text === 'as' && this.options.as) {
      emitter.emit(this.options.as, at);
      return at + 1;
    }
    // Python 2's statements are no expressions, and Lezer has a mind of its own about `print`.
    emitter.emit(text === 'print' || text === 'exec' ? 'pass' : text, at);
    if (text === 'else') return this.afterElse(at + 1);
    if (text !== 'if') frame.elses = 0;
    if (text === 'for') frame.inTarget = true;
    else if (text === 'in' && frame.inTarget) {
      frame.inTarget = false;
      const close = wrapListIteration(emitter, at + 1, frame.close);
      if (close >= 0) this.pendingClose.push(close);
    } else if (text === 'yield') this.bareYield(at + 1);
    return at + 1;
  }

  /** The rest of a conditional expression, which may be one again. */
  private afterElse(at: number): number {
    const { emitter, frame } = this;
    if (!isLongConditional(++frame.elses)) return at;
    frame.elses = 0;
    const end = conditionalEnd(emitter, at, frame.close < 0 ? this.to : frame.close);
    if (end === at) return at;
    emitter.splice(at, end);
    return end;
  }

  /** Lezer wants a value after `yield`. */
  private bareYield(next: number): void {
    const token = this.emitter.tokens[next];
    const ends = next >= this.to || !token || (token.kind === T.Op && /^[)\]}:;=,`]$/.test(token.text));
    if (ends) this.emitter.insert('0');
  }

  private operator(at: number, from: number, text: string): number {
    const { emitter } = this;
    switch (text) {
      case '(':
      case '[':
      case '{': {
        const isCall = text === '(' && (at > from ? !this.isPrefix(at, from) : this.options.call === true);
        this.frames.push(newFrame(isCall ? 'call' : 'other', emitter.matching[at]!));
        emitter.emit(text, at);
        return at + 1;
      }
      case ')':
      case ']':
      case '}':
        this.frames.pop();
        emitter.emit(text, at);
        return at + 1;
      case ':=':
        // A conditional stands wherever a test may, and keeps the order of the parts.
        emitter.emit('if', at);
        emitter.insert('0');
        emitter.insert('else');
        return at + 1;
      case '*':
        emitter.emit(this.isPrefix(at, from) && !this.starOfCall() ? '~' : '*', at);
        return at + 1;
      case '<>':
        emitter.emit('!=', at);
        return at + 1;
      case '`':
        return this.backtick(at, from);
      case '.':
        return this.ellipsis2(at);
      default:
        emitter.emit(text, at);
        return at + 1;
    }
  }

  private isPrefix(at: number, from: number): boolean {
    return at === from || !(this.closedBacktick === at - 1 || endsOperand(this.emitter.tokens[at - 1]));
  }

  private starOfCall(): boolean {
    return this.frame.bracket === 'call' && !this.frame.inTarget;
  }

  private backtick(at: number, from: number): number {
    const closes = this.frame.bracket === 'backtick' && !this.isPrefix(at, from);
    if (closes) {
      this.frames.pop();
      this.closedBacktick = at;
    } else this.frames.push(newFrame('backtick', -1));
    this.emitter.emit(closes ? ')' : '(', at);
    return at + 1;
  }

  /** Python 2 has no token for an ellipsis: three dots, possibly apart. */
  private ellipsis2(at: number): number {
    const { tokens } = this.emitter;
    const isDot = (index: number) => tokens[index]?.kind === T.Op && tokens[index].text === '.';
    if (this.emitter.dialect === 3 || !isDot(at + 1) || !isDot(at + 2)) {
      this.emitter.emit('.', at);
      return at + 1;
    }
    this.emitter.emit('...', at, at + 2);
    return at + 3;
  }
}
