/** What code in the form that threads run does in a way of its own. */
import * as b from '../build.js';
import type { FunctionContext } from './context.js';

/** A call whose callee may suspend the thread. */
export function threadCall(f: b.Expression, args: b.Expression[], cx: FunctionContext): b.Expression {
  return b.yieldOf(b.call(cx.helper('threadCall'), [f, b.array(args), b.nil()]), true);
}

/** What a helper is about to iterate over: the values (at most `count`) of an iterator that may suspend the thread are fetched before. */
export function taken(value: b.Expression, cx: FunctionContext, count?: number): b.Expression {
  if (!cx.isThreaded) return value;
  return b.yieldOf(b.call(cx.helper('threadTaken'), [value, ...(count === undefined ? [] : [b.literal(count)])]), true);
}
