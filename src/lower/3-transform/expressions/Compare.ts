import type * as ast from '../../../parser/ast.js';
import { isText } from '../../2-types/texts.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { dualOf } from '../names.js';
import { lowerNumeric, lowerPair, type Numeric, unboxed, usesFloats } from '../numeric.js';
import { compareNumeric } from '../operate.js';
import { mayWait } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { asked } from './displays.js';
import { lowerExpr } from './index.js';
import { amongConstants } from './membership.js';
import { fix, isNumber, mayBeInt, operands } from './operands.js';

const HELPER: Record<ast.CmpOp, HelperName> = {
  Eq: 'eq',
  NotEq: 'ne',
  Lt: 'lt',
  LtE: 'le',
  Gt: 'gt',
  GtE: 'ge',
  Is: 'is',
  IsNot: 'isNot',
  In: 'contains',
  NotIn: 'notContains',
};
const TEST_HELPER: Record<ast.CmpOp, HelperName> = {
  ...HELPER,
  Eq: 'eqTest',
  NotEq: 'neTest',
  Lt: 'ltTest',
  LtE: 'leTest',
  Gt: 'gtTest',
  GtE: 'geTest',
};
const NATIVE: Partial<Record<ast.CmpOp, '===' | '!==' | '<' | '<=' | '>' | '>='>> = {
  Eq: '===',
  NotEq: '!==',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
};

/**
 * `left ops[0] comparators[0] …`: each operand is evaluated once, and only as far as needed.
 * Spec: https://docs.python.org/3/reference/expressions.html#comparisons
 */
export const Compare: ExprVisitor<'Compare'> = (node, cx) => {
  if (node.ops.length === 1) {
    return rawComparison(node, HELPER, cx) ?? single(node, cx, HELPER);
  }
  return chain(node, cx);
};

/** A single comparison as a JavaScript boolean. */
export function compareTest(node: ast.Compare, cx: FunctionContext): b.Expression {
  return rawComparison(node, TEST_HELPER, cx) ?? single(node, cx, TEST_HELPER);
}

function single(node: ast.Compare, cx: FunctionContext, helpers: Record<ast.CmpOp, HelperName>): b.Expression {
  const op = node.ops[0]!;
  const given = node.comparators[0]!;
  const right = op === 'In' || op === 'NotIn' ? asked(given) : given;
  const { setup, values } = operands([node.left, right], cx);
  return b.sequence(...setup, one(node, op, node.left, right, values[0]!, values[1]!, cx, helpers));
}

/** A comparison in which a raw double may take part; null where the operands' form says that none does. */
function rawComparison(
  node: ast.Compare,
  helpers: Record<ast.CmpOp, HelperName>,
  cx: FunctionContext,
): b.Expression | null {
  const native = NATIVE[node.ops[0]!];
  if (native === undefined || !cx.unit.hasFloats) return null;
  const right = node.comparators[0]!;
  if (isText(node.left) || isText(right) || (!mayBeRaw(node.left, cx) && !mayBeRaw(right, cx))) return null;
  const [a, c] = lowerPair(node.left, right, cx);
  return compareNumeric(node, native, helpers[node.ops[0]!], a, c, cx);
}

/** Forms whose value is, or is likely to be, a double out of its box. */
function mayBeRaw(node: ast.Expr, cx: FunctionContext): boolean {
  switch (node.type) {
    case 'BinOp':
      return usesFloats(node.op);
    case 'UnaryOp':
      return node.op === 'USub' && mayBeRaw(node.operand, cx);
    case 'Constant':
      return node.value.kind === 'float';
    case 'Name':
      return dualOf(cx.mangled(node.id), node, cx) !== null;
    case 'Attribute':
      return cx.unit.numberAttributes.has(node.attr);
    default:
      return false;
  }
}

function one(
  node: ast.Span,
  op: ast.CmpOp,
  leftNode: ast.Expr,
  rightNode: ast.Expr,
  left: b.Expression,
  right: b.Expression,
  cx: FunctionContext,
  helpers: Record<ast.CmpOp, HelperName>,
): b.Expression {
  if (op === 'Is' || op === 'IsNot') return identity(op, leftNode, rightNode, left, right, cx);
  const slow = b.sequence(cx.at(node), comparison(op, helpers[op], left, right, cx));
  const native = NATIVE[op];
  if (native === undefined) {
    const among = amongConstants(
      rightNode,
      left,
      b.sequence(cx.at(node), comparison('In', 'contains', left, right, cx)),
      cx,
    );
    if (among === null) return slow;
    return op === 'In' ? among : b.unary('!', among);
  }
  const text = stringLiteral(leftNode) || stringLiteral(rightNode);
  if (text && (op === 'Eq' || op === 'NotEq')) {
    const unknown = stringLiteral(leftNode) ? right : left;
    return b.conditional(b.typeIs(unknown, 'string'), b.binary(native, left, right), slow);
  }
  if (!mayBeInt(leftNode) || !mayBeInt(rightNode)) return slow;
  const unknown = [left, right].filter((v) => v.type !== 'Literal');
  const fast = b.binary(native, left, right);
  if (unknown.length === 0) return fast;
  const numbers = b.and(...unknown.map(isNumber));
  // V8 compares two texts by their addresses where it has seen none but those of one letter and of literals.
  const isEquality = op === 'Eq' || op === 'NotEq';
  const fits = isEquality && unknown.length === 2 ? b.or(numbers, b.and(...unknown.map(isString))) : numbers;
  return b.conditional(fits, fast, slow);
}

function comparison(op: ast.CmpOp, helper: HelperName, left: b.Expression, right: b.Expression, cx: FunctionContext) {
  const plain = b.call(cx.helper(helper), [left, right]);
  if (op !== 'In' && op !== 'NotIn') return mayWait(plain, 'threadCompare', [b.literal(helper), left, right], cx);
  const among = mayWait(plain, 'threadContains', [left, right], cx);
  return op === 'NotIn' && cx.isThreaded ? b.not(among) : among;
}

const isString = (value: b.Expression) => b.typeIs(value, 'string');

const stringLiteral = (node: ast.Expr) => node.type === 'Constant' && node.value.kind === 'str';

/** `is`: JavaScript identity, but for two ints or floats made separately, which are the helper's business. */
function identity(
  op: 'Is' | 'IsNot',
  leftNode: ast.Expr,
  rightNode: ast.Expr,
  left: b.Expression,
  right: b.Expression,
  cx: FunctionContext,
): b.Expression {
  const singleton = (n: ast.Expr) => n.type === 'Constant' && (n.value.kind === 'None' || n.value.kind === 'bool');
  if (singleton(leftNode) || singleton(rightNode)) return b.binary(op === 'Is' ? '===' : '!==', left, right);
  return b.call(cx.helper(HELPER[op]), [left, right]);
}

/** The comparisons of a chain, each after the one before it. */
type Links = (i: number) => b.Expression;

function links(node: ast.Compare, cx: FunctionContext): Links {
  let leftNode = node.left;
  let left = cx.spill(lowerExpr(node.left, cx));
  return (i) => {
    const rightNode = node.comparators[i]!;
    const value = lowerExpr(rightNode, cx);
    const right = i === node.ops.length - 1 ? fix([value], cx) : { setup: [], values: [cx.spill(value)] };
    const comparison = one(node, node.ops[i]!, leftNode, rightNode, left, right.values[0]!, cx, HELPER);
    leftNode = rightNode;
    left = right.values[0]!;
    return b.sequence(...right.setup, comparison);
  };
}

/** Is a raw double likely in it? Not where an operand may assign to the variable of another. */
function isRawChain(node: ast.Compare, cx: FunctionContext): boolean {
  if (!cx.unit.hasFloats || cx.frame.hasWalrus || node.ops.some((op) => NATIVE[op] === undefined)) return false;
  return [node.left, ...node.comparators].some((e) => mayBeRaw(e, cx));
}

function rawLinks(node: ast.Compare, cx: FunctionContext): Links {
  let left = heldNumeric(node.left, cx);
  return (i) => {
    const op = node.ops[i]!;
    const right = heldNumeric(node.comparators[i]!, cx);
    const comparison = compareNumeric(node, NATIVE[op]!, HELPER[op], left, right, cx);
    left = right;
    return comparison;
  };
}

/** An operand out of its box, evaluated by statements of its own. */
function heldNumeric(node: ast.Expr, cx: FunctionContext): Numeric {
  const n = unboxed(lowerNumeric(node, cx), cx);
  if (n.setup.length > 0) cx.emit(b.statement(b.sequence(...n.setup)));
  return { ...n, setup: [], value: n.kind === 'dual' ? n.value : cx.spill(n.value) };
}

/** `a < b < c` as `a < b and b < c` with b evaluated once. */
function chain(node: ast.Compare, cx: FunctionContext): b.Expression {
  const compare = isRawChain(node, cx) ? rawLinks(node, cx) : links(node, cx);
  const result = b.id(cx.scratch());
  const emitFrom = (i: number): void => {
    cx.emit(b.statement(b.assign(result, compare(i))));
    if (i === node.ops.length - 1) return;
    const rest = cx.collect(() => emitFrom(i + 1));
    const go = b.or(
      b.binary('===', result, b.literal(true)),
      b.and(
        b.binary('!==', result, b.literal(false)),
        mayWait(b.call(cx.helper('truthy'), [result]), 'threadTruthy', [result], cx),
      ),
    );
    cx.emit(b.ifStatement(go, rest));
  };
  emitFrom(0);
  return result;
}
