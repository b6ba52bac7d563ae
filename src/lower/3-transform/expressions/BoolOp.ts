import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { mayWait } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExpr, lowerInto } from './index.js';
import { lowerTest } from './test.js';

/**
 * `a and b`, `a or b`: the value of the operand that decides.
 * Spec: https://docs.python.org/3/reference/expressions.html#boolean-operations
 */
export const BoolOp: ExprVisitor<'BoolOp'> = (node, cx) => {
  const [first, ...rest] = node.values;
  let result = lowerExpr(first!, cx);
  let left: ast.Expr = first!;
  for (const operand of rest) {
    result = combine(node.op, left, result, operand, cx);
    left = operand;
  }
  return result;
};

function combine(
  op: ast.BoolOperator,
  leftNode: ast.Expr,
  left: b.Expression,
  operand: ast.Expr,
  cx: FunctionContext,
): b.Expression {
  const name = cx.scratch();
  const t = b.id(name);
  const saved = new Set(cx.bound);
  const [statements, value] = lowerInto(operand, cx);
  cx.bound = saved;
  if (statements.length === 0) {
    const truth = truthOf(t, leftNode, cx);
    const setup = b.assign(t, left);
    return op === 'And'
      ? b.sequence(setup, b.conditional(truth, value, t))
      : b.sequence(setup, b.conditional(truth, t, value));
  }
  cx.emit(b.statement(b.assign(t, left)));
  const truth = truthOf(t, leftNode, cx);
  cx.emit(b.ifStatement(op === 'And' ? truth : b.not(truth), [...statements, b.statement(b.assign(t, value))]));
  return t;
}

function truthOf(value: b.Expression, node: ast.Expr, cx: FunctionContext): b.Expression {
  return b.or(
    b.binary('===', value, b.literal(true)),
    b.and(
      b.binary('!==', value, b.literal(false)),
      b.sequence(cx.at(node), mayWait(b.call(cx.helper('truthy'), [value]), 'threadTruthy', [value], cx)),
    ),
  );
}

/** `body if test else orelse`. */
export const IfExp: ExprVisitor<'IfExp'> = (node, cx) => {
  const test = lowerTest(node.test, cx);
  const saved = new Set(cx.bound);
  const [yesStatements, yes] = lowerInto(node.body, cx);
  cx.bound = new Set(saved);
  const [noStatements, no] = lowerInto(node.orelse, cx);
  cx.bound = saved;
  if (yesStatements.length === 0 && noStatements.length === 0) return b.conditional(test, yes, no);
  const t = b.id(cx.scratch());
  cx.emit(
    b.ifStatement(
      test,
      [...yesStatements, b.statement(b.assign(t, yes))],
      [...noStatements, b.statement(b.assign(t, no))],
    ),
  );
  return t;
};
