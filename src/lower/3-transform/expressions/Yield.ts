import * as b from '../../build.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExpr } from './index.js';

/** `yield value`; in an async generator the value is marked, to tell it from what `await` hands to the event loop. */
export const Yield: ExprVisitor<'Yield'> = (node, cx) => {
  const value = node.value === null ? b.nil() : lowerExpr(node.value, cx);
  const given = cx.frame.isCoroutine ? b.construct(cx.helper('AsyncYield'), [value]) : value;
  const result = b.id(cx.scratch());
  return b.sequence(b.assign(result, b.yieldOf(given)), cx.at(node), b.call(cx.helper('resumed'), [result]));
};

/** `yield from value` (PEP 380). */
export const YieldFrom: ExprVisitor<'YieldFrom'> = (node, cx) =>
  b.yieldOf(cx.op(cx.isThreaded ? 'threadYieldFrom' : 'yieldFrom', [lowerExpr(node.value, cx)], node), true);

export const Await: ExprVisitor<'Await'> = (node, cx) =>
  b.yieldOf(cx.op('awaitOn', [lowerExpr(node.value, cx)], node), true);
