/**
 * Expressions with hundreds of operators or trailers in a row.
 *
 * Lezer gives up on trees that are very deep on one side. So a long chain is cut into pieces that are parsed on lines of
 * their own; the converter puts them back in their place.
 */
import { T, type Token } from '../tokens/token.js';
import type { Emitter } from './emitter.js';

/** More than that in a row are cut. */
const MAX_LENGTH = 100;

const BINARY = new Set('+ - * / // % @ ** << >> & | ^ < > <= >= == != <> and or in is'.split(' '));
const INSIDE_KEYWORDS = new Set(['and', 'or', 'not', 'in', 'is', 'await', 'None', 'True', 'False']);
const BOUNDARIES = new Set(', : = ; := -> ! ` ) ] }'.split(' '));

/** Whether an operand may end with `token`. */
type EndsOperand = (token: Token | undefined) => boolean;

export interface Run {
  /** The token after the run. */
  readonly end: number;
  /** The binary operators in it; `not in` and `is not` count with their first word. */
  readonly operators: readonly number[];
}

/**
 * The operands and operators from `from` on, up to a comma, a keyword like `if`, or `limit`; with `inTarget` also up to
 * the `in` of a `for`.
 */
export function findRun(
  emitter: Emitter,
  from: number,
  limit: number,
  inTarget: boolean,
  endsOperand: EndsOperand,
): Run {
  const { tokens } = emitter;
  const operators: number[] = [];
  let at = from;
  for (; at < limit; at = emitter.skip(at)) {
    const { kind, text } = tokens[at]!;
    const isWord = kind === T.Keyword;
    if (isWord && (!INSIDE_KEYWORDS.has(text) || (inTarget && text === 'in'))) break;
    if (kind === T.Newline || (kind === T.Op && BOUNDARIES.has(text))) break;
    if (kind !== T.Op && !isWord) continue;
    const follows = at > from && endsOperand(tokens[at - 1]);
    if (follows && (BINARY.has(text) || text === 'not')) operators.push(at);
    else if (!follows && (text === '*' || text === '**')) break;
  }
  return { end: at, operators };
}

/** Writes a run of too many operators in pieces. False if it is short enough to be written as it is. */
export function emitLongRun(emitter: Emitter, from: number, { end, operators }: Run): boolean {
  if (operators.length <= MAX_LENGTH) return false;
  const size = Math.max(MAX_LENGTH, Math.ceil(operators.length / MAX_LENGTH));
  let start = from;
  for (let index = size - 1; index < operators.length; index += size) {
    const operator = operators[index]!;
    emitter.splice(start, operator);
    start = operator + emitOperator(emitter, operator);
  }
  emitter.splice(start, end);
  return true;
}

/** Returns how many tokens the operator has. */
function emitOperator(emitter: Emitter, at: number): number {
  const { text } = emitter.tokens[at]!;
  const next = emitter.tokens[at + 1]!;
  if (text === 'not' || (text === 'is' && next.text === 'not' && next.kind === T.Keyword)) {
    emitter.emit(text, at);
    emitter.emit(next.text, at + 1);
    return 2;
  }
  emitter.emit(text === '<>' ? '!=' : text, at);
  return 1;
}

/** Writes the first trailers of an operand that has too many. Returns the token to go on with, `from` if it has not. */
export function emitLongOperand(emitter: Emitter, from: number, limit: number): number {
  const ends = trailerEnds(emitter, from, limit);
  if (ends.length <= MAX_LENGTH) return from;
  const cut = ends[ends.length - MAX_LENGTH]!;
  emitter.splice(from, cut);
  return cut;
}

/** The token after each trailer of the operand at `from`. */
function trailerEnds(emitter: Emitter, from: number, limit: number): number[] {
  const { tokens } = emitter;
  const ends: number[] = [];
  let at = emitter.skip(from);
  while (at < limit) {
    const { kind, text } = tokens[at]!;
    if (kind !== T.Op) break;
    if (text === '.') at += 2;
    else if (text === '(' || text === '[') at = emitter.skip(at);
    else break;
    ends.push(at);
  }
  return ends;
}

/** Where the conditional expression ends whose `else` is followed by token `from`. */
export function conditionalEnd(emitter: Emitter, from: number, limit: number): number {
  let lambdas = 0;
  return emitter.find(from, limit, ({ kind, text }) => {
    if (kind === T.Keyword && text === 'lambda') lambdas++;
    if (kind === T.Op && text === ':' && lambdas > 0) {
      lambdas--;
      return false;
    }
    if (lambdas > 0) return false;
    if (kind === T.Keyword) return !INSIDE_KEYWORDS.has(text) && text !== 'if' && text !== 'else';
    return kind === T.Newline || (kind === T.Op && BOUNDARIES.has(text));
  });
}

/** How many `else` in a row are too many. */
export function isLongConditional(count: number): boolean {
  return count > MAX_LENGTH;
}
