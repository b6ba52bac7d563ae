/** `in` with constants behind it: decided on the spot where what is looked for is of their kind. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { intLiteral } from './operands.js';

/** So many constants are compared one by one. */
const FEW = 8;

/** Whether `item` is in the constants of `container`; `slow` says so for an item of any kind. Null where there are no such constants. */
export function amongConstants(
  container: ast.Expr,
  item: b.Expression,
  slow: b.Expression,
  cx: FunctionContext,
): b.Expression | null {
  if (container.type === 'Constant') {
    return container.value.kind === 'str' ? amongUnits(container.value.value, item, slow, cx) : null;
  }
  if (container.type !== 'Tuple' && container.type !== 'Set') return null;
  const { elts } = container;
  if (elts.length === 0 || elts.length > FEW) return null;
  const ints = elts.map(intLiteral);
  const texts = elts.map((e) => (e.type === 'Constant' && e.value.kind === 'str' ? e.value.value : null));
  const values = ints.includes(null) ? texts : ints;
  if (values.includes(null)) return null;
  const isOne = b.or(...values.map((value) => b.binary('===', item, b.literal(value!))));
  return b.conditional(b.typeIs(item, ints.includes(null) ? 'string' : 'number'), isOne, slow);
}

/** A text of ASCII: what is one character long is looked up in its bits. */
function amongUnits(text: string, item: b.Expression, slow: b.Expression, cx: FunctionContext): b.Expression | null {
  if (!/^[\0-\x7f]{2,}$/.test(text)) return null;
  const words = [0, 0, 0, 0];
  for (const unit of Buffer.from(text, 'latin1')) words[unit >> 5]! |= 1 << (unit & 31);
  const isChar = b.and(b.typeIs(item, 'string'), b.binary('===', b.member(item, 'length'), b.literal(1)));
  return b.conditional(
    isChar,
    b.call(cx.helper('isAmongUnits'), [item, ...words.map((word) => b.literal(word))]),
    slow,
  );
}
