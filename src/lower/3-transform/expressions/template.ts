/** Texts that are put together on the spot: f-strings, and the literal templates of `%` and `str.format`. */
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';

/** A text of a template, or the value of a field of it. */
export type Piece = string | b.Expression;

/** Two pieces make a sum of two texts at most, which is as good as one. */
const FEW = 2;

/** The pieces one after the other. Numbers among them become texts, since the first one is a text. */
export function concatenated(pieces: readonly Piece[], cx: FunctionContext): b.Expression {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? b.literal(piece) : piece));
  if (typeof pieces[0] !== 'string') parts.unshift(b.literal(''));
  const sum = parts.reduce((a, c) => b.binary('+', a, c));
  return pieces.length > FEW ? b.call(cx.helper('flat'), [sum]) : sum;
}

/** Is the value (a variable or a constant) a str, or an int that JavaScript shows as Python does? */
export function isPlain(value: b.Expression): b.Expression | null {
  if (value.type === 'Literal' && (typeof value.value === 'string' || typeof value.value === 'number')) return null;
  return b.or(b.typeIs(value, 'string'), b.typeIs(value, 'number'));
}

/** The value itself where it `isPlain`, else what `general` makes of it. */
export function shown(
  value: b.Expression,
  cx: FunctionContext,
  general: (value: b.Expression) => b.Expression,
): b.Expression {
  const fixed = b.isSimple(value) ? value : b.id(cx.scratch());
  const test = isPlain(fixed);
  const text = test === null ? fixed : b.conditional(test, fixed, general(fixed));
  return fixed === value ? text : b.sequence(b.assign(fixed, value), text);
}
