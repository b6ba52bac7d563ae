/** What stands between the brackets of a subscript. */
import type { Expr } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { bitwiseOr, expression, namedExpression, starred } from './expressions.js';
import type { Reader } from './reader.js';

/** Reads up to the closing bracket: one index or slice, or a tuple of them. */
export function convertSubscript(reader: Reader): Expr {
  const start = reader.startOf();
  const first = convertSlice(reader);
  if (!reader.is(',')) {
    // A single star makes a tuple: `x[*y]` is `x[(*y,)]`.
    if (first.type !== 'Starred') return first;
    return { type: 'Tuple', elts: [first], ctx: 'Load', start, end: reader.endOfLast() };
  }
  const elts = [first];
  while (reader.accept(',')) {
    if (reader.is(']')) break;
    elts.push(convertSlice(reader));
  }
  return { type: 'Tuple', elts, ctx: 'Load', start, end: reader.endOfLast() };
}

function convertSlice(reader: Reader): Expr {
  const start = reader.startOf();
  if (reader.is('*') && reader.cx.dialect === 3) return starred(reader, bitwiseOr);
  // Python 2 has no token for an ellipsis: the piece begins with a dot.
  if (reader.accept('.')) {
    return { type: 'Constant', value: { kind: 'Ellipsis' }, kind: null, start, end: reader.endOfLast() };
  }
  const lower = reader.is(':') ? null : namedExpression(reader);
  if (!reader.accept(':')) {
    if (lower === null) throw new NotPython();
    return lower;
  }
  if (lower?.type === 'NamedExpr' && lower.start === start) throw new NotPython();
  const upper = slicePart(reader);
  let step: Expr | null = null;
  if (reader.accept(':')) step = slicePart(reader) ?? missingStep(reader);
  return { type: 'Slice', lower, upper, step, start, end: reader.endOfLast() };
}

function slicePart(reader: Reader): Expr | null {
  return reader.is(':') || reader.is(',') || reader.is(']') ? null : expression(reader);
}

/** Python 2 takes the empty step of `x[::]` for the name `None`. */
function missingStep(reader: Reader): Expr | null {
  if (reader.cx.dialect === 3) return null;
  const end = reader.endOfLast();
  return { type: 'Name', id: 'None', ctx: 'Load', start: end - 1, end };
}
