import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerExpr } from '../expressions/index.js';
import { brought } from '../threaded.js';
import type { StmtVisitor } from '../visitor.js';
import { assignTo } from './assignTarget.js';
import { lowerBody } from './index.js';
import { awaited, backAt, goesOnFrom } from '../traced.js';
import { goesOn, guarded, mayLeave } from './guarded.js';
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
  const expression = item.context_expr;
  const enter = (call: b.Expression): b.Expression =>
    isAsync ? awaited(b.yieldOf(call, true), cx) : cx.isThreaded ? cx.withTemps(() => brought(call, cx)) : call;
  // The manager's `__exit__` is looked up before `__enter__` is called.
  const make = () => cx.op(isAsync ? 'asyncManager' : 'manager', [lowerExpr(expression, cx)], expression);
  cx.withTemps(() => cx.emit(b.statement(b.assign(m, make()))));
  const entered = enter(cx.op(isAsync ? 'asyncEnter' : cx.isThreaded ? 'threadEnter' : 'enter', [m], expression));
  const value = cx.scratchLocal('v');
  cx.emit(b.statement(b.assign(b.id(value), entered)), b.statement(b.assign(e, b.undef())));
  const exit = isAsync ? 'asyncExit' : cx.isThreaded ? 'threadExit' : 'exit';
  const left = (how: b.Expression) => backAt(cx, () => enter(cx.op(exit, [m, how], expression)));
  const isLeft = mayLeave(node.body, cx);
  const body = () => {
    if (item.optional_vars !== null) assignTo(item.optional_vars, b.id(value), cx);
    const rest = () => withItems(items, at + 1, node, isAsync, cx);
    if (at + 1 < items.length) cx.catching(rest);
    else rest();
  };
  const succeeding = () => b.statement(left(b.undef()));
  if (isLeft) {
    cx.emit(guarded(error, body, cx, () => [b.ifStatement(b.isUndefined(e), [succeeding()])]));
    cx.emit(b.ifStatement(b.not(b.isUndefined(e)), failing(error, left, cx)));
  } else {
    cx.emit(guarded(error, body, cx));
    cx.emit(b.ifStatement(b.isUndefined(e), [succeeding()], failing(error, left, cx)));
  }
  cx.emit(b.statement(b.assign(m, b.assign(b.id(value), b.undef()))));
}

/** What is done with an exception: `__exit__` may suppress it, otherwise it goes on. */
function failing(error: string, left: (how: b.Expression) => b.Expression, cx: FunctionContext): b.Statement[] {
  const e = b.id(error);
  const around = handledState(cx);
  const unsuppressed = cx.local('x');
  const x = b.id(unsuppressed);
  return cx.collect(() => {
    cx.emit(b.statement(b.assign(e, caught(e, cx))), b.statement(b.assign(x, b.undef())));
    withHandled(cx, error, () => {
      const leave = () => {
        const suppressed = left(e);
        cx.emit(b.ifStatement(b.not(suppressed), [b.statement(b.assign(x, goesOnFrom(e, cx)))]));
      };
      cx.emit(guarded(unsuppressed, leave, cx, null, b.call(cx.helper('chained'), [b.id('$e'), e])));
    });
    cx.emit(restore(around), goesOn(x, x, cx));
  });
}
