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

/**
 * `yield from value` (PEP 380): a loop in the generator itself, since each generator in between would have to be resumed
 * for every value.
 */
export const YieldFrom: ExprVisitor<'YieldFrom'> = (node, cx) => {
  if (cx.isThreaded) return b.yieldOf(cx.op('threadYieldFrom', [lowerExpr(node.value, cx)], node), true);
  const names = ['y', 'v', 's'].map((prefix) => cx.unique(prefix));
  for (const name of names) cx.locals.add(name);
  const [inner, value, sent] = names.map(b.id) as [b.Expression, b.Expression, b.Expression];
  const step = (method: string, argument: b.Expression): b.Statement =>
    b.statement(b.sequence(cx.at(node), b.assign(value, b.call(b.member(inner, method), [argument]))));
  cx.emit(b.statement(b.assign(inner, cx.op('delegation', [lowerExpr(node.value, cx)], node))), step('next', b.nil()));
  const wait = b.tryStatement(
    [b.statement(b.assign(sent, b.yieldOf(value)))],
    { param: '$e', body: [step('raise', b.id('$e')), b.continueTo(null)] },
    null,
  );
  const next = step('next', b.conditional(b.isUndefined(sent), b.nil(), sent));
  cx.emit(b.whileLoop(b.binary('!==', value, b.undef()), [wait, next]));
  return b.member(inner, 'result');
};

export const Await: ExprVisitor<'Await'> = (node, cx) =>
  b.yieldOf(cx.op('awaitOn', [lowerExpr(node.value, cx)], node), true);
