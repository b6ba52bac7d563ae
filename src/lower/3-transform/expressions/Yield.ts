import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { goingOn, pausing, tellsCalls } from '../profiled.js';
import { delegated, isTraced } from '../traced.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExpr } from './index.js';

/** `yield value`; in an async generator the value is marked, to tell it from what `await` hands to the event loop. */
export const Yield: ExprVisitor<'Yield'> = (node, cx) => {
  const value = yielded(node.value, cx);
  const given = cx.frame.isCoroutine ? b.construct(cx.helper('AsyncYield'), [value]) : value;
  const result = b.id(cx.scratch());
  const resumed = b.call(cx.helper('resumed'), [result]);
  // What is thrown into the generator comes from here, too.
  if (tellsCalls(cx)) {
    const placed = b.call(cx.helper('first'), [pausing(given, node, cx), cx.position(node)]);
    return b.sequence(b.assign(result, goingOn(b.yieldOf(placed), cx)), resumed);
  }
  if (b.isSimple(given)) return b.sequence(cx.at(node), b.assign(result, b.yieldOf(given)), resumed);
  const placed = b.call(cx.helper('first'), [given, cx.at(node)]);
  return b.sequence(b.assign(result, b.yieldOf(placed)), resumed);
};

/** While the generator is suspended it holds nothing of what the value was computed from. */
function yielded(node: ast.Expr | null, cx: FunctionContext): b.Expression {
  if (node === null) return b.nil();
  if (node.type !== 'Call') return lowerExpr(node, cx);
  const [value, names] = cx.withNames(() => lowerExpr(node, cx));
  return names.length === 0 ? value : b.call(cx.helper('first'), [value, emptied(names)]);
}

/** `a = b = undefined` */
const emptied = (names: readonly string[]): b.Expression =>
  names.reduceRight((value, name) => b.assign(b.id(name), value), b.undef());

/** `yield from value` (PEP 380). */
export const YieldFrom: ExprVisitor<'YieldFrom'> = (node, cx) =>
  cx.isThreaded
    ? b.yieldOf(
        isTraced(cx)
          ? cx.op('tracedThreadYieldFrom', [b.id('$f'), lowerExpr(node.value, cx)], node)
          : cx.op('threadYieldFrom', [lowerExpr(node.value, cx)], node),
        true,
      )
    : delegate('delegation', node, cx);

/** `await value` (PEP 492). */
export const Await: ExprVisitor<'Await'> = (node, cx) => delegate('awaiting', node, cx);

/** Of the values that another generator or coroutine yields, only the first passes this loop: resuming it goes on with that one. */
function delegate(
  helper: 'delegation' | 'awaiting',
  node: ast.YieldFrom | ast.Await,
  cx: FunctionContext,
): b.Expression {
  cx.usesRunning = true;
  const names = ['y', 'v', 's'].map((prefix) => cx.local(prefix));
  const [inner, value, sent] = names.map(b.id) as [b.Expression, b.Expression, b.Expression];
  const step = (method: string, argument: b.Expression): b.Statement =>
    b.statement(b.sequence(cx.at(node), b.assign(value, b.call(b.member(inner, method), [argument]))));
  const told = isTraced(cx) ? [b.literal(true)] : [];
  const begun = b.call(cx.helper(helper), [lowerExpr(node.value, cx), cx.at(node), ...told]);
  cx.emit(b.statement(b.assign(inner, begun)), step('next', b.nil()));
  const wait = b.tryStatement(
    [
      b.statement(
        b.assign(
          sent,
          goingOn(b.yieldOf(pausing(b.call(cx.helper('first'), [value, b.assign(value, b.undef())]), node, cx)), cx),
        ),
      ),
    ],
    { param: '$e', body: [step('raise', b.id('$e')), b.continueTo(null)] },
    null,
  );
  const next = step('next', b.conditional(b.isUndefined(sent), b.nil(), sent));
  cx.emit(b.whileLoop(b.binary('!==', value, b.undef()), [wait, next]));
  cx.emit(...delegated(inner, cx));
  return b.member(inner, 'result');
}
