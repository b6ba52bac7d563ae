import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerExpr } from '../expressions/index.js';
import type { StmtVisitor } from '../visitor.js';
import { assignTo } from './assignTarget.js';
import { lowerBody } from './index.js';
import { caught, handledState, restore, withHandled } from './Try.js';

export const With: StmtVisitor<'With'> = (node, cx) => withItems(node.items, 0, node, false, cx);
export const AsyncWith: StmtVisitor<'AsyncWith'> = (node, cx) => withItems(node.items, 0, node, true, cx);

/**
 * One context manager around what follows it.
 * Spec: https://docs.python.org/3/reference/compound_stmts.html#the-with-statement
 */
function withItems(
  items: readonly ast.WithItem[],
  at: number,
  node: ast.With | ast.AsyncWith,
  isAsync: boolean,
  cx: FunctionContext,
): void {
  const item = items[at];
  if (item === undefined) {
    lowerBody(node.body, cx);
    return;
  }
  const manager = cx.local('w');
  const error = cx.local('e');
  const m = b.id(manager);
  const e = b.id(error);
  const around = handledState(cx);
  const expression = item.context_expr;
  const suspends = isAsync || cx.isThreaded;
  const enter = (call: b.Expression): b.Expression => (suspends ? b.yieldOf(call, true) : call);
  // The manager's `__exit__` is looked up before `__enter__` is called.
  const make = () => cx.op(isAsync ? 'asyncManager' : 'manager', [lowerExpr(expression, cx)], expression);
  cx.withTemps(() => cx.emit(b.statement(b.assign(m, make()))));
  const entered = enter(cx.op(isAsync ? 'asyncEnter' : cx.isThreaded ? 'threadEnter' : 'enter', [m], expression));
  const value = cx.scratchLocal('v');
  cx.emit(b.statement(b.assign(b.id(value), entered)), b.statement(b.assign(e, b.undef())));
  const body = cx.collect(() => {
    if (item.optional_vars !== null) assignTo(item.optional_vars, b.id(value), cx);
    withItems(items, at + 1, node, isAsync, cx);
  });
  const exit = isAsync ? 'asyncExit' : cx.isThreaded ? 'threadExit' : 'exit';
  const onError = cx.collect(() =>
    withHandled(cx, error, () => {
      const suppressed = enter(cx.op(exit, [m, e], expression));
      const inner = b.tryStatement(
        [b.ifStatement(b.not(suppressed), [b.raise(b.call(cx.helper('again'), [e]))])],
        { param: '$e', body: [b.raise(b.call(cx.helper('chained'), [b.id('$e'), e]))] },
        [restore(around)],
      );
      cx.emit(b.statement(b.assign(e, caught(b.id('$e'), cx))), inner);
    }),
  );
  const leave = b.ifStatement(b.isUndefined(e), [b.statement(enter(cx.op(exit, [m, b.undef()], expression)))]);
  cx.emit(b.tryStatement(body, { param: '$e', body: onError }, [leave]));
  cx.emit(b.statement(b.assign(m, b.assign(b.id(value), b.undef()))));
}
