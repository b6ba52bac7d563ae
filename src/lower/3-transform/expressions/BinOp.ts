import type * as ast from '../../../parser/ast.js';
import { isText } from '../../2-types/texts.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { boxed, lowerNumeric, usesFloats } from '../numeric.js';
import { MAX_SAFE, safeTests } from '../safeInts.js';
import type { ExprVisitor } from '../visitor.js';
import { wordExpression } from './inlined.js';
import { modular } from './modular.js';
import { intLiteral, isNumber, mayBeInt, type Operands, operands } from './operands.js';
import { operatorCall } from './operatorCall.js';
import { percentText } from './percentText.js';

export const BINARY_HELPER: Record<ast.Operator, HelperName> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matMul',
  Div: 'trueDiv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitOr: 'or',
  BitXor: 'xor',
  BitAnd: 'and',
  FloorDiv: 'floorDiv',
};

/**
 * `left op right`. Two ints whose result is a safe integer are handled on the spot; everything else is a helper's.
 * Spec: https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations
 */
export const BinOp: ExprVisitor<'BinOp'> = (node, cx) => {
  const rest = modular(node, cx);
  if (rest !== null) return rest;
  const words = wordExpression(node, cx);
  if (words !== null) return words;
  const text = percentText(node, cx);
  if (text !== null) return text;
  if (cx.unit.hasFloats && usesFloats(node.op) && !isText(node)) return boxed(lowerNumeric(node, cx), cx);
  if (node.op === 'Add' && node.left.type === 'BinOp') cx.unit.innerSums.add(node.left);
  const { setup, values } = operands([node.left, node.right], cx);
  return b.sequence(...setup, binary(node, node.op, values[0]!, values[1]!, cx, helperFor(node.op, cx)));
};

/** Texts that are put together from so many at once are kept in one piece; fewer may be a text that grows. */
const MANY = 4;

/** Whether it is the whole of `a + b + c + d`. */
function isLongSum(node: BinaryNode, cx: FunctionContext): boolean {
  let count = 1;
  let at = node as ast.Expr;
  while (at.type === 'BinOp' && at.op === 'Add') {
    count++;
    at = at.left;
  }
  return count >= MANY && !cx.unit.innerSums.has(node);
}

export function helperFor(op: ast.Operator, cx: FunctionContext): HelperName {
  return op === 'Div' && cx.unit.dialect === 2 && !cx.unit.options.futureDivision ? 'div' : BINARY_HELPER[op];
}

interface BinaryNode extends ast.Span {
  readonly left?: ast.Expr;
  readonly right?: ast.Expr;
  readonly target?: ast.Expr;
  readonly value?: ast.Expr;
}

/** The operation on two operands that can be written several times. */
export function binary(
  node: BinaryNode,
  op: ast.Operator,
  left: b.Expression,
  right: b.Expression,
  cx: FunctionContext,
  helper: HelperName,
): b.Expression {
  const leftNode = (node.left ?? node.target)!;
  const rightNode = (node.right ?? node.value)!;
  const object = b.isSimple(left) && left.type === 'Identifier' ? left : null;
  const slow = b.sequence(cx.at(node), operatorCall(op, helper, object, [left, right], cx));
  if (op === 'Add' && (isText(leftNode) || isText(rightNode))) {
    const sum = b.binary('+', left, right);
    const text = isLongSum(node, cx) ? b.call(cx.helper('flat'), [sum]) : sum;
    return joined(leftNode, rightNode, left, right, text, slow);
  }
  if (!mayBeInt(leftNode) || !mayBeInt(rightNode)) return slow;
  const fast = FAST[op]?.({ left, right, leftInt: intLiteral(leftNode), rightInt: intLiteral(rightNode), cx, slow });
  return fast ?? slow;
}

/** Two texts one after the other, where both are str. */
function joined(
  leftNode: ast.Expr,
  rightNode: ast.Expr,
  left: b.Expression,
  right: b.Expression,
  text: b.Expression,
  slow: b.Expression,
): b.Expression {
  const tests = [
    ...(isStrLiteral(leftNode, left) ? [] : [b.typeIs(left, 'string')]),
    ...(isStrLiteral(rightNode, right) ? [] : [b.typeIs(right, 'string')]),
  ];
  return tests.length === 0 ? slow : b.conditional(b.and(...tests), text, slow);
}

const isStrLiteral = (node: ast.Expr, value: b.Expression): boolean =>
  node.type === 'Constant' && node.value.kind === 'str' && value.type === 'Literal';

interface FastInput {
  left: b.Expression;
  right: b.Expression;
  leftInt: number | null;
  rightInt: number | null;
  cx: FunctionContext;
  slow: b.Expression;
}

function bothNumbers({ left, right, leftInt, rightInt }: FastInput): b.Expression[] {
  const tests: b.Expression[] = [];
  if (leftInt === null) tests.push(isNumber(left));
  if (rightInt === null) tests.push(isNumber(right));
  return tests;
}

/** `(r = left op right)` within the safe integers, else the slow path. */
function checked(operator: '+' | '-' | '*', input: FastInput): b.Expression {
  const { left, right, cx, slow } = input;
  const r = b.id(cx.scratch());
  // A product of zero and a negative number is -0 in JavaScript; adding 0 makes it 0.
  const value = operator === '*' ? b.binary('+', r, b.literal(0)) : r;
  return b.conditional(b.and(...bothNumbers(input), ...safeTests(operator, left, right, r)), value, slow);
}

/** Below this, the rounded quotient of two integers never reaches the next integer. */
const EXACT_QUOTIENT = 4503599627370496;

const FAST: Partial<Record<ast.Operator, (input: FastInput) => b.Expression | null>> = {
  Add: (input) => checked('+', input),
  Sub: (input) => checked('-', input),
  Mult: (input) => checked('*', input),
  Mod: (input) => {
    if (input.rightInt !== null && input.rightInt <= 0) return null;
    const { left, right, cx, slow } = input;
    const r = b.id(cx.scratch());
    const tests = bothNumbers(input);
    if (input.rightInt === null) tests.push(b.binary('>', right, b.literal(0)));
    const value = b.conditional(
      b.binary('<', b.assign(r, b.binary('%', left, right)), b.literal(0)),
      b.binary('+', r, right),
      b.binary('+', r, b.literal(0)),
    );
    return tests.length === 0 ? value : b.conditional(b.and(...tests), value, slow);
  },
  FloorDiv: (input) => {
    if (input.rightInt !== null && input.rightInt <= 0) return null;
    const { left, right, slow } = input;
    const tests = bothNumbers(input);
    if (input.rightInt === null) tests.push(b.binary('>', right, b.literal(0)));
    tests.push(b.binary('<=', left, b.literal(EXACT_QUOTIENT)), b.binary('>=', left, b.literal(-EXACT_QUOTIENT)));
    return b.conditional(b.and(...tests), b.call(b.member(b.id('Math'), 'floor'), [b.binary('/', left, right)]), slow);
  },
  BitAnd: (input) => bitwise('&', input),
  BitOr: (input) => bitwise('|', input),
  BitXor: (input) => bitwise('^', input),
  LShift: (input) => {
    const { left, right, rightInt, cx, slow } = input;
    if (rightInt !== null && (rightInt < 0 || rightInt > 40)) return null;
    const r = b.id(cx.scratch());
    const factor = rightInt === null ? power(right) : b.literal(2 ** rightInt);
    const compute = b.assign(r, b.binary('*', left, factor));
    const count = rightInt === null ? [b.binary('>=', right, b.literal(0)), b.binary('<', right, b.literal(31))] : [];
    const tests = [
      ...bothNumbers(input),
      ...count,
      b.binary('<=', compute, b.literal(MAX_SAFE)),
      b.binary('>=', r, b.literal(-MAX_SAFE)),
    ];
    return b.conditional(b.and(...tests), r, slow);
  },
  RShift: (input) => {
    const { left, right, rightInt, slow } = input;
    if (rightInt !== null && (rightInt < 0 || rightInt > 31)) return null;
    const factor = rightInt === null ? power(right) : b.literal(2 ** rightInt);
    const value = b.conditional(
      isInt32(left),
      b.binary('>>', left, right),
      b.call(b.member(b.id('Math'), 'floor'), [b.binary('/', left, factor)]),
    );
    const tests = bothNumbers(input);
    if (rightInt === null) tests.push(b.binary('>=', right, b.literal(0)), b.binary('<', right, b.literal(31)));
    return tests.length === 0 ? value : b.conditional(b.and(...tests), value, slow);
  },
};

/** `2 ** count` for a count below 31. */
const power = (count: b.Expression): b.Expression => b.binary('<<', b.literal(1), count);
const isInt32 = (v: b.Expression): b.Expression => b.binary('===', b.binary('|', v, b.literal(0)), v);
const isUint32 = (v: b.Expression): b.Expression => b.binary('===', b.binary('>>>', v, b.literal(0)), v);

/** On 32-bit operands JavaScript's operators are Python's; `&` with a mask of 31 bits takes any safe integer. */
function bitwise(operator: '&' | '|' | '^', input: FastInput): b.Expression {
  const { left, right, leftInt, rightInt, slow } = input;
  const mask = operator === '&' ? (rightInt ?? leftInt) : null;
  const tests = bothNumbers(input);
  if (mask !== null && mask >= 0 && mask <= 0xffffffff && tests.length === 1) {
    const other = rightInt !== null ? left : right;
    const masked = b.binary('&', other, b.literal(mask | 0));
    return b.conditional(tests[0]!, mask > 0x7fffffff ? b.binary('>>>', masked, b.literal(0)) : masked, slow);
  }
  const unknown = [...(leftInt === null ? [left] : []), ...(rightInt === null ? [right] : [])];
  const known = leftInt ?? rightInt ?? 0;
  const value = b.binary(operator, left, right);
  if (unknown.length === 0) return (leftInt! | 0) === leftInt && (rightInt! | 0) === rightInt ? value : slow;
  // One word without a sign is enough for `&`: the other's higher bits do not matter.
  const words = unknown.map(isUint32);
  const unsigned =
    known >= 0 && known <= 0xffffffff
      ? b.conditional(
          b.and(...bothNumbers(input), operator === '&' ? b.or(...words) : b.and(...words)),
          b.binary('>>>', value, b.literal(0)),
          slow,
        )
      : slow;
  return (known | 0) === known
    ? b.conditional(b.and(...bothNumbers(input), ...unknown.map(isInt32)), value, unsigned)
    : unsigned;
}

export type { Operands };
