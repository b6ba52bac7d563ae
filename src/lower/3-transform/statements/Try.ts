import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerExpr } from '../expressions/index.js';
import { deleteName, storeName } from '../names.js';
import { comesTo, isTraced, reached } from '../traced.js';
import { told } from '../tracedParts.js';
import type { StmtVisitor } from '../visitor.js';
import { goesOn, guarded, jumps, mayLeave } from './guarded.js';
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
  const body = () => {
    if (node.handlers.length > 0) cx.catching(() => tryExcept(node, cx));
    else lowerBody([...node.body, ...node.orelse], cx);
  };
  const isAsBefore = cx.unit.dialect === 2;
  const around = isAsBefore ? b.member(b.id('$rt'), 'handled') : handledState(cx);
  const isLeft = mayLeave([...node.body, ...node.orelse, ...node.handlers, ...node.finalbody], cx);
  let after = before;
  const finalizer = () => {
    after = new Set(cx.bound);
    cx.bound = new Set(before);
    const lower = () =>
      cx.collect(() => {
        const statements = () => cx.withTemps(() => lowerBody(node.finalbody, cx));
        if (isAsBefore) statements();
        else withHandled(cx, pending, statements);
      });
    return leaving(node.finalbody, p, around, cx, lower);
  };
  cx.emit(b.statement(b.assign(p, b.undef())));
  if (isLeft) cx.emit(guarded(pending, body, cx, () => finallyInside(p, around, finalizer(), cx)));
  else {
    cx.emit(guarded(pending, body, cx), isCaught(p, cx));
    cx.beyond(() => cx.emit(...finalizer()));
  }
  const again = b.call(cx.helper('again'), [p]);
  cx.emit(goesOn(p, again, cx, isLeft ? [] : [restore(around)]));
  for (const v of cx.bound) after.add(v);
  cx.bound = after;
};

/** A `finally` block as one of JavaScript's, since jumps leave the body. A generator's is run when it is only let go of, too. */
function finallyInside(
  p: b.Expression,
  around: b.Expression,
  finalizer: b.Statement[],
  cx: FunctionContext,
): b.Statement[] {
  const isEnded = b.member(b.id('$rt'), 'ended');
  const ends = b.ifStatement(b.binary('!==', p, b.undef()), [restore(around)]);
  return [isCaught(p, cx), b.ifStatement(b.not(isEnded), [...finalizer, ends])];
}

/** An exception that got here has this frame in its traceback, and is the handled one; in Python 2 it is not. */
function isCaught(p: b.Expression, cx: FunctionContext): b.Statement {
  const set = b.statement(b.assign(p, caught(p, cx)));
  if (cx.unit.dialect === 3) return b.ifStatement(b.binary('!==', p, b.undef()), [set]);
  const before = b.id(cx.scratch());
  const keep = b.statement(b.assign(before, b.member(b.id('$rt'), 'handled')));
  return b.ifStatement(b.binary('!==', p, b.undef()), [keep, set, restore(before)]);
}

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
  if (!jumps(nodes)) return lower();
  const raised = b.binary('!==', p, b.undef());
  const e = b.id('$e');
  return [
    b.tryStatement(
      lower(),
      { param: '$e', body: [b.raise(b.conditional(raised, b.call(cx.helper('chained'), [e, p]), e))] },
      [b.ifStatement(raised, [restore(around)])],
    ),
  ];
}

/** What whoever resumed a generator is handling. */
const AROUND = 'around';

/** The expression of the exception that is being handled around this place. */
export function handledState(cx: FunctionContext): b.Expression {
  if (cx.handled !== null) return b.id(cx.handled);
  // A generator goes on under whatever the caller that resumes it is handling.
  if (cx.isGenerator) {
    cx.usesRunning = true;
    return b.member(b.member(b.id('$rt'), 'running'), AROUND);
  }
  cx.usesEntryHandled = true;
  return b.id('$h0');
}

/** @param state what {@link handledState} gave. A generator is told that it handles nothing itself any more. */
export function restore(state: b.Expression): b.Statement {
  const isGenerators =
    state.type === 'MemberExpression' && state.property.type === 'Identifier' && state.property.name === AROUND;
  const around = isGenerators ? b.call(b.member(state.object as b.Expression, 'handledAround'), []) : state;
  return b.statement(b.assign(b.member(b.id('$rt'), 'handled'), around));
}

/** `$caught(error, $i, $l)`: the Python exception, with this frame in its traceback and made the handled one. */
export function caught(error: b.Expression, cx: FunctionContext): b.Expression {
  cx.usesPosition = true;
  if (isTraced(cx)) return reached(error, handledState(cx), cx);
  return b.call(cx.helper('caught'), [error, b.id('$i'), b.id('$l'), handledState(cx)]);
}

export function withHandled(cx: FunctionContext, name: string, emit: () => void): void {
  const outer = cx.handled;
  cx.handled = name;
  emit();
  cx.handled = outer;
}

/**
 * `try: body except …: handlers else: orelse`. What body and handlers raise themselves goes to where it is handled by a
 * jump; what comes from calls is caught first.
 */
function tryExcept(node: ast.Try, cx: FunctionContext): void {
  const around = handledState(cx);
  const error = cx.local('e');
  const e = b.id(error);
  const raised = cx.local('x');
  const x = b.id(raised);
  const before = new Set(cx.bound);
  cx.emit(
    b.statement(b.assign(e, b.undef())),
    guarded(error, () => lowerBody(node.body, cx), cx),
  );
  const afterBody = cx.bound;
  cx.bound = new Set(before);
  const stays = cx.unit.dialect === 2 && cx.frame.kind !== 'class';
  if (stays && !cx.isGenerator) cx.staysHandled = cx.usesEntryHandled = true;
  const ended = [...(stays ? [] : [restore(around)]), b.statement(b.assign(e, b.undef()))];
  const isLeft = mayLeave(node.handlers, cx);
  const handle = cx.collect(() => {
    cx.emit(b.statement(b.assign(e, caught(e, cx))), b.statement(b.assign(x, b.undef())));
    const handlers = () => withHandled(cx, error, () => clauses(node.handlers, 0, error, raised, cx));
    cx.emit(guarded(raised, handlers, cx, isLeft ? () => ended : null, chained(error, cx)));
    if (!isLeft) cx.emit(...ended);
    cx.emit(goesOn(x, x, cx));
  });
  cx.bound = new Set(afterBody);
  let orelse: b.Statement[] = [];
  if (node.orelse.length > 0) cx.beyond(() => (orelse = lowerBlock(node.orelse, cx).statements));
  cx.emit(b.ifStatement(b.binary('!==', e, b.undef()), handle, orelse));
  cx.bound = before;
}

/** What was thrown in a handler, which has the exception that it handles as its context. */
const chained = (error: string, cx: FunctionContext): b.Expression =>
  b.call(cx.helper('chained'), [b.id('$e'), b.id(error)]);

/** The except clauses from number `at` on, as an if-else chain that ends in raising the exception again. */
function clauses(
  handlers: readonly ast.ExceptHandler[],
  at: number,
  error: string,
  raised: string,
  cx: FunctionContext,
): void {
  const handler = handlers[at];
  if (handler === undefined) {
    cx.raise(b.call(cx.helper('again'), [b.id(error)]));
    return;
  }
  if (handler.class === null) {
    comesTo(handler, cx);
    handlerBody(handler, error, raised, cx);
    return;
  }
  // The line of the class, in Python 3 the place of the whole clause.
  const place = cx.unit.dialect === 2 ? handler.class : handler;
  const matches = told({ start: handler.start, end: handler.class.end }, cx, () =>
    cx.op('matches', [b.id(error), lowerExpr(handler.class!, cx)], place),
  );
  const yes = cx.collect(() => handlerBody(handler, error, raised, cx));
  const no = cx.collect(() => clauses(handlers, at + 1, error, raised, cx));
  cx.emit(b.ifStatement(matches, yes, no));
}

function handlerBody(handler: ast.ExceptHandler, error: string, raised: string, cx: FunctionContext): void {
  const saved = new Set(cx.bound);
  const name = handler.name === null ? null : cx.mangled(handler.name);
  const value = cx.unit.dialect === 2 ? b.call(cx.helper('caughtValue2'), [b.id(error)]) : b.id(error);
  if (name !== null) cx.emit(b.statement(storeName(name, value, cx)));
  else if (handler.target !== undefined) assignException(handler.target, error, cx);
  if (name === null || cx.unit.dialect === 2) {
    cx.withTemps(() => lowerBody(handler.body, cx));
  } else {
    const forget = storeName(name, b.undef(), cx);
    const clear =
      cx.frame.kind === 'class' && forget.type === 'CallExpression' ? deleteName(name, handler, cx) : forget;
    const forgotten = () => [b.statement(clear), ...cx.collect(() => cx.letGo())];
    const isLeft = mayLeave(handler.body, cx);
    const body = () => cx.withTemps(() => lowerBody(handler.body, cx));
    cx.emit(guarded(raised, body, cx, isLeft ? forgotten : null, chained(error, cx)));
    if (!isLeft) cx.emit(...forgotten());
  }
  cx.bound = saved;
}

import { assignTo } from './assignTarget.js';
function assignException(target: ast.Expr, error: string, cx: FunctionContext): void {
  assignTo(target, b.id(error), cx);
}
