import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { lowerExpr } from '../expressions/index.js';
import { storeName } from '../names.js';
import { told } from '../tracedParts.js';
import type { StmtVisitor } from '../visitor.js';
import { lowerBlock, lowerBody, lowerStmt } from './index.js';
import { caught, handledState, restore, withHandled } from './Try.js';

/**
 * `try … except* E` (PEP 654): each clause takes its part of the group; what no clause took, and what clauses raised,
 * is raised together at the end.
 */
export const TryStar: StmtVisitor<'TryStar'> = (node, cx) => {
  if (node.finalbody.length > 0) {
    const inner: ast.TryStar = { ...node, finalbody: [] };
    lowerStmt({ ...node, type: 'Try', body: [inner], handlers: [], orelse: [] } as unknown as ast.Try, cx);
    return;
  }
  const around = handledState(cx);
  const error = cx.local('e');
  const state = cx.local('star');
  const before = new Set(cx.bound);
  const ok = b.id(cx.temp());
  const body = cx.collect(() => {
    lowerBody(node.body, cx);
    cx.emit(b.statement(b.assign(ok, b.literal(true))));
  });
  cx.bound = new Set(before);
  const handlers = cx.collect(() => withHandled(cx, error, () => clauses(node.handlers, error, state, cx)));
  cx.emit(b.statement(b.assign(ok, b.literal(false))));
  const guarded = b.tryStatement(
    handlers,
    { param: '$e', body: [b.raise(b.call(cx.helper('chained'), [b.id('$e'), b.id(error)]))] },
    [restore(around)],
  );
  cx.emit(
    b.tryStatement(
      body,
      { param: '$e', body: [b.statement(b.assign(b.id(error), caught(b.id('$e'), cx))), guarded] },
      null,
    ),
  );
  const orelse = lowerBlock(node.orelse, cx);
  if (orelse.statements.length > 0) cx.emit(b.ifStatement(ok, orelse.statements));
  cx.bound = before;
};

function clauses(handlers: readonly ast.ExceptHandler[], error: string, state: string, cx: FunctionContext): void {
  const s = b.id(state);
  cx.emit(b.statement(b.assign(s, b.call(cx.helper('starBegin'), [b.id(error)]))));
  for (const handler of handlers) {
    const part = cx.local('part');
    const split = told({ start: handler.start, end: handler.class!.end }, cx, () =>
      cx.op('starSplit', [s, lowerExpr(handler.class!, cx)], handler.class!),
    );
    const saved = new Set(cx.bound);
    const run = cx.collect(() => {
      withHandled(cx, part, () => {
        cx.emit(restore(b.id(part)));
        if (handler.name !== null) cx.emit(b.statement(storeName(cx.mangled(handler.name), b.id(part), cx)));
        const body = cx.collect(() => cx.withTemps(() => lowerBody(handler.body, cx)));
        const forget = handler.name === null ? null : [b.statement(storeName(cx.mangled(handler.name), b.undef(), cx))];
        const guarded = forget === null ? body : [b.tryStatement(body, null, forget)];
        const raised = b.call(cx.helper('starRaised'), [s, caught(b.id('$e'), cx)]);
        cx.emit(b.tryStatement(guarded, { param: '$e', body: [b.statement(raised)] }, null));
      });
    });
    cx.bound = saved;
    cx.emit(b.ifStatement(b.binary('!==', b.assign(b.id(part), split), b.nil()), run));
  }
  const rest = b.id(cx.scratch());
  cx.emit(b.statement(b.assign(rest, b.call(cx.helper('starEnd'), [s]))));
  cx.emit(b.ifStatement(b.binary('!==', rest, b.nil()), [b.raise(b.call(cx.helper('again'), [rest]))]));
}
