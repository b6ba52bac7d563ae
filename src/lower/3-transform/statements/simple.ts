import * as b from '../../build.js';
import { lowerExpr } from '../expressions/index.js';
import { leaveIterator } from '../endings.js';
import { lowerLooked } from '../expressions/looked.js';
import { lowerTest } from '../expressions/test.js';
import { result, thenAt } from '../traced.js';
import type { StmtVisitor } from '../visitor.js';
import { joinBound, lowerBlock } from './index.js';

export const Expr: StmtVisitor<'Expr'> = (node, cx) => {
  if (cx.unit.options.interactive && cx.frame.kind === 'module') {
    cx.emit(b.statement(cx.op('displayHook', [lowerExpr(node.value, cx)], node)));
    return;
  }
  if (node.value.type === 'Constant') return;
  cx.emit(b.statement(lowerLooked(node.value, cx)));
};

export const Return: StmtVisitor<'Return'> = (node, cx) => {
  const value = node.value === null ? b.nil() : lowerLooked(node.value, cx);
  const iterations = cx.loops.map(({ iteration }) => iteration).filter((iteration) => iteration !== null);
  const held = iterations.length === 0 ? value : cx.spill(value);
  for (const iteration of iterations.reverse()) cx.emit(leaveIterator(iteration, cx));
  cx.emit(b.ret(result(thenAt(held, node, cx), cx)));
};

export const Pass: StmtVisitor<'Pass'> = () => {};
/** Declarations: the scope pass has read them. */
export const Global: StmtVisitor<'Global'> = () => {};
export const Nonlocal: StmtVisitor<'Nonlocal'> = () => {};

export const If: StmtVisitor<'If'> = (node, cx) => {
  // A thread may stay in the body for long: what the test has looked at is not to be kept meanwhile.
  const test = cx.isThreaded ? cx.withOwnTemps(() => lowerTest(node.test, cx)) : lowerTest(node.test, cx);
  const yes = lowerBlock(node.body, cx);
  const no = lowerBlock(node.orelse, cx);
  cx.emit(b.ifStatement(test, yes.statements, no.statements));
  joinBound(cx, yes, no);
};
