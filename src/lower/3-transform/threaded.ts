/** What code in the form that threads run does in a way of its own. */
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import type { HelperName } from './unit.js';

/** A call whose callee may suspend the thread. */
export function threadCall(f: b.Expression, args: b.Expression[], cx: FunctionContext): b.Expression {
  return brought(b.call(cx.helper('threadCall'), [f, b.array(args), b.nil()]), cx);
}

/** What may come to a method in Python: `plain`, or in the threaded form the helper of that name with the operands. */
export function mayWait(
  plain: b.Expression,
  helper: HelperName,
  operands: readonly b.Expression[],
  cx: FunctionContext,
): b.Expression {
  return cx.isThreaded ? brought(b.call(cx.helper(helper), operands), cx) : plain;
}

/** The result of a call that has been begun: brought to its end, where the thread may be suspended, if it has none yet. */
export function brought(begun: b.Expression, cx: FunctionContext): b.Expression {
  const result = b.id(cx.scratch());
  const rest = b.yieldOf(b.call(cx.helper('threadRest'), []), true);
  return b.conditional(b.binary('!==', b.assign(result, begun), b.undef()), result, rest);
}

/** What a helper is about to iterate over: the values (at most `count`) of an iterator that may suspend the thread are fetched before. */
export function taken(value: b.Expression, cx: FunctionContext, count?: number): b.Expression {
  if (!cx.isThreaded) return value;
  return b.yieldOf(b.call(cx.helper('threadTaken'), [value, ...(count === undefined ? [] : [b.literal(count)])]), true);
}
