import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerExpr } from '../expressions/index.js';
import { deleteName, storeName } from '../names.js';
import type { StmtVisitor } from '../visitor.js';
import { lowerBlock, lowerBody } from './index.js';

/**
 * `try`. The exception being handled (`sys.exc_info()`) is the context's `handled`; which one it is around a handler is
 * known statically: the one of the handler outside, or what it was when the function was entered.
 * Spec: https://docs.python.org/3/reference/compound_stmts.html#the-try-statement
 */
export const Try: StmtVisitor<'Try'> = (node, cx) => {
  if (node.finalbody.length === 0) {
    tryExcept(node, cx);
    return;
  }
  const pending = cx.local('p');
  const p = b.id(pending);
  const before = new Set(cx.bound);
  const body = cx.collect(() => {
    if (node.handlers.length > 0) tryExcept(node, cx);
    else lowerBody([...node.body, ...node.orelse], cx);
  });
  const after = new Set(cx.bound);
  cx.bound = before;
  const around = handledState(cx);
  const finalizer = leaving(node.finalbody, p, around, cx, () =>
    cx.collect(() => withHandled(cx, pending, () => cx.withTemps(() => lowerBody(node.finalbody, cx)))),
  );
  cx.emit(b.statement(b.assign(p, b.undef())));
  cx.emit(
    b.tryStatement(
      body,
      {
        param: '$e',
        body: [b.statement(b.assign(p, caught(b.id('$e'), cx))), b.raise(b.call(cx.helper('again'), [p]))],
      },
      [
        b.ifStatement(b.not(b.member(b.id('$rt'), 'ended')), [
          ...finalizer,
          b.ifStatement(b.binary('!==', p, b.undef()), [restore(around)]),
        ]),
      ],
    ),
  );
  for (const v of cx.bound) after.add(v);
  cx.bound = after;
};

/**
 * The statements of a `finally` block. Where one of them may jump out of it, the exception on its way ends there, and what
 * is handled around is handled again.
 */
function leaving(
  nodes: readonly ast.Stmt[],
  p: b.Expression,
  around: b.Expression,
  cx: FunctionContext,
  lower: () => b.Statement[],
): b.Statement[] {
  const statements = lower();
  if (!nodes.some(jumps)) return statements;
  const raised = b.binary('!==', p, b.undef());
  const e = b.id('$e');
  return [
    b.tryStatement(
      statements,
      { param: '$e', body: [b.raise(b.conditional(raised, b.call(cx.helper('chained'), [e, p]), e))] },
      [b.ifStatement(raised, [restore(around)])],
    ),
  ];
}

/** Holds a `return`, `break` or `continue` of its own function. */
function jumps(node: object): boolean {
  const { type } = node as { type?: string };
  if (type === 'Return' || type === 'Break' || type === 'Continue') return true;
  if (type === 'FunctionDef' || type === 'AsyncFunctionDef' || type === 'ClassDef') return false;
  return Object.values(node).some((value) =>
    Array.isArray(value)
      ? value.some((item) => item !== null && typeof item === 'object' && jumps(item))
      : type !== undefined && value !== null && typeof value === 'object' && 'type' in value && jumps(value),
  );
}

/** The expression of the exception that is being handled around this place. */
export function handledState(cx: FunctionContext): b.Expression {
  if (cx.handled !== null) return b.id(cx.handled);
  // A generator goes on under whatever the caller that resumes it is handling.
  if (cx.isGenerator) {
    cx.usesRunning = true;
    return b.member(b.member(b.id('$rt'), 'running'), 'around');
  }
  cx.usesEntryHandled = true;
  return b.id('$h0');
}

export const restore = (state: b.Expression): b.Statement =>
  b.statement(b.assign(b.member(b.id('$rt'), 'handled'), state));

/** `$caught(error, $i, $l)`: the Python exception, with this frame in its traceback and made the handled one. */
export function caught(error: b.Expression, cx: FunctionContext): b.Expression {
  cx.usesPosition = true;
  return b.call(cx.helper('caught'), [error, b.id('$i'), b.id('$l'), handledState(cx)]);
}

export function withHandled(cx: FunctionContext, name: string, emit: () => void): void {
  const outer = cx.handled;
  cx.handled = name;
  emit();
  cx.handled = outer;
}

/**
 * `try: body except …: handlers else: orelse`. What the body raises itself goes to the handlers by a jump; what comes from
 * calls is caught first.
 */
function tryExcept(node: ast.Try, cx: FunctionContext): void {
  const around = handledState(cx);
  const error = cx.local('e');
  const e = b.id(error);
  const before = new Set(cx.bound);
  const target = { label: cx.unique('try'), error, isUsed: false };
  const outer = cx.tryTarget;
  cx.tryTarget = target;
  const body = cx.collect(() => lowerBody(node.body, cx));
  cx.tryTarget = outer;
  const afterBody = cx.bound;
  cx.bound = new Set(before);
  const handlers = cx.collect(() => withHandled(cx, error, () => clauses(node.handlers, 0, error, cx)));
  const inner = b.tryStatement(
    handlers,
    { param: '$e', body: [b.raise(b.call(cx.helper('chained'), [b.id('$e'), e]))] },
    [restore(around), b.statement(b.assign(e, b.undef()))],
  );
  const whole = b.tryStatement(body, { param: '$e', body: [b.statement(b.assign(e, b.id('$e')))] }, null);
  cx.emit(b.statement(b.assign(e, b.undef())), target.isUsed ? b.labeled(target.label, b.block([whole])) : whole);
  const handle = [b.statement(b.assign(e, caught(e, cx))), inner];
  cx.bound = new Set(afterBody);
  const orelse = node.orelse.length > 0 ? lowerBlock(node.orelse, cx).statements : [];
  cx.emit(b.ifStatement(b.binary('!==', e, b.undef()), handle, orelse));
  cx.bound = before;
}

/** The except clauses from number `at` on, as an if-else chain that ends in raising the exception again. */
function clauses(handlers: readonly ast.ExceptHandler[], at: number, error: string, cx: FunctionContext): void {
  const handler = handlers[at];
  if (handler === undefined) {
    cx.emit(b.raise(b.call(cx.helper('again'), [b.id(error)])));
    return;
  }
  if (handler.class === null) {
    handlerBody(handler, error, cx);
    return;
  }
  const matches = cx.op('matches', [b.id(error), lowerExpr(handler.class, cx)], handler.class);
  const yes = cx.collect(() => handlerBody(handler, error, cx));
  const no = cx.collect(() => clauses(handlers, at + 1, error, cx));
  cx.emit(b.ifStatement(matches, yes, no));
}

function handlerBody(handler: ast.ExceptHandler, error: string, cx: FunctionContext): void {
  const saved = new Set(cx.bound);
  const name = handler.name === null ? null : cx.mangled(handler.name);
  const value = cx.unit.dialect === 2 ? b.call(cx.helper('caughtValue2'), [b.id(error)]) : b.id(error);
  if (name !== null) cx.emit(b.statement(storeName(name, value, cx)));
  else if (handler.target !== undefined) assignException(handler.target, error, cx);
  if (name === null || cx.unit.dialect === 2) {
    cx.withTemps(() => lowerBody(handler.body, cx));
  } else {
    const body = cx.collect(() => cx.withTemps(() => lowerBody(handler.body, cx)));
    const forget = storeName(name, b.undef(), cx);
    const clear =
      cx.frame.kind === 'class' && forget.type === 'CallExpression' ? deleteName(name, handler, cx) : forget;
    const letGo = cx.collect(() => cx.letGo());
    cx.emit(b.tryStatement(body, null, [b.statement(clear), ...letGo]));
  }
  cx.bound = saved;
}

import { assignTo } from './assignTarget.js';
function assignException(target: ast.Expr, error: string, cx: FunctionContext): void {
  assignTo(target, b.id(error), cx);
}
