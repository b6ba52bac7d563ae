import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { leaveIterator } from '../endings.js';
import { loopHead } from '../counted.js';
import { lowerTest } from '../expressions/test.js';
import { tick } from '../loop.js';
import { beforeLoop, turns, turnsInto } from '../traced.js';
import { told } from '../tracedParts.js';
import type { StmtVisitor } from '../visitor.js';
import { lowerBlock, lowerBody } from './index.js';

export const For: StmtVisitor<'For'> = (node, cx) => forLoop(node, false, cx);
export const AsyncFor: StmtVisitor<'AsyncFor'> = (node, cx) => forLoop(node, true, cx);

function forLoop(node: ast.For | ast.AsyncFor, isAsync: boolean, cx: FunctionContext): void {
  const { statements, assign, variables = [] } = loopHead(node.target, node.iter, isAsync, cx);
  beforeLoop(cx);
  loop(node, statements, cx, () => told(node.target, cx, assign), variables);
}

export const While: StmtVisitor<'While'> = (node, cx) => {
  beforeLoop(cx);
  let test: b.Expression = b.literal(true);
  const head = cx.collect(() => {
    test = tested(node.test, cx);
  });
  const always = test.type === 'Literal' && test.value === true;
  const leave = always ? [] : [b.ifStatement(b.not(test), [b.breakTo(null)])];
  const isConstant = node.test.type === 'Constant';
  // Python 3 stays at the line of `while True:` for a moment; Python 2 jumps back to the test, if there is one.
  const isHeadTold = cx.unit.dialect === 2 ? !isConstant : isConstant;
  const again = isHeadTold ? [] : turnsInto(node.body[0]!, cx);
  if (isHeadTold) head.unshift(...turns(isConstant ? node : node.test, cx));
  loop(node, [...tick(node.test, cx), ...head, ...leave, ...again], cx, () => {});
};

/** A test that is no constant comes to its line. */
const tested = (test: ast.Expr, cx: FunctionContext): b.Expression =>
  test.type === 'Constant' ? lowerTest(test, cx) : told(test, cx, () => lowerTest(test, cx));

/**
 * `for (;;) { head; body }`, then the `else` block when the loop ran out. `break` must skip the else block: it leaves a
 * labelled block around both.
 */
function loop(
  node: ast.For | ast.AsyncFor | ast.While,
  head: b.Statement[],
  cx: FunctionContext,
  begin: () => void,
  variables: readonly string[] = [],
): void {
  const label = cx.unique('loop');
  const outer = node.orelse.length > 0 ? cx.unique('else') : null;
  cx.loops.push({
    breakLabel: outer ?? label,
    continueLabel: label,
    iteration:
      node.type === 'While' || variables.length === 0
        ? null
        : { iterator: variables[0]!, iterable: node.iter, isAsync: node.type === 'AsyncFor' },
  });
  const before = new Set(cx.bound);
  const body = cx.collect(() => {
    cx.emit(...head);
    begin();
    cx.withTemps(() => lowerBody(node.body, cx));
  });
  cx.bound = before;
  cx.loops.pop();
  const whole = b.labeled(label, b.loop(body));
  if (outer === null) {
    cx.emit(whole);
    return;
  }
  const orelse = lowerBlock(node.orelse, cx);
  cx.emit(b.labeled(outer, b.block([whole, ...orelse.statements])));
}

export const Break: StmtVisitor<'Break'> = (_node, cx) => {
  const { iteration, breakLabel } = cx.loops.at(-1)!;
  if (iteration !== null) cx.emit(leaveIterator(iteration, cx));
  cx.emit(b.breakTo(breakLabel));
};
export const Continue: StmtVisitor<'Continue'> = (_node, cx) => cx.emit(b.continueTo(cx.loops.at(-1)!.continueLabel));
