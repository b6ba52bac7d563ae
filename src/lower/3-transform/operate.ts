/** Operations and comparisons of two numbers, each as one expression that tests on the spot what the operands are. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import type { HelperName } from './unit.js';
import { operatorCall } from './expressions/operatorCall.js';
import { forgetRaw, isPlainFloat } from './names.js';
import { mayWait } from './threaded.js';
import { box, isInt, type Numeric, numeric, unboxed } from './numeric.js';
import { safeTests } from './safeInts.js';

/** `left op right`; `helper` is what everything but ints and doubles goes to. */
export function operate(
  node: ast.Span,
  op: ast.Operator,
  left: Numeric,
  right: Numeric,
  helper: HelperName,
  cx: FunctionContext,
): Numeric {
  if (op === 'Pow') return power(node, left, right, helper, cx);
  const a = unboxed(left, cx);
  const c = unboxed(right, cx);
  const setup = [...a.setup, ...c.setup];
  const symbol = ({ Add: '+', Sub: '-', Mult: '*', Div: '/' } as const)[op as 'Add' | 'Sub' | 'Mult' | 'Div'];
  if (isSure(a) && isSure(c) && op !== 'Div' && (a.kind === 'float' || c.kind === 'float')) {
    return numeric('float', b.binary(symbol, a.value, c.value), setup);
  }
  // Python 2 divides ints without a remainder.
  const isTrue = op === 'Div' && helper !== 'div' && helper !== 'idiv';
  const t = b.id(cx.scratch());
  if (op !== 'Div' && !mayBeRaw(a) && !mayBeRaw(c)) {
    const slow = b.sequence(cx.at(node), operatorCall(op, helper, null, [box(a, cx), box(c, cx)], cx));
    return numeric('plain', t, [...setup, b.assign(t, ofInts(symbol, a, c, t, slow))]);
  }
  const f = b.id(cx.scratch(true));
  const raw = (x: b.Expression, y: b.Expression): b.Expression =>
    b.sequence(b.assign(f, b.binary(symbol, x, y)), b.undef());
  let result = slowPath(node, op, a, c, helper, t, f, cx);
  const divides = op === 'Div' ? (x: b.Expression) => [b.binary('!==', x, b.literal(0))] : () => [];
  const either = (x: RawOperand | null, y: RawOperand | null): void => {
    if (x === null || y === null) return;
    const tests = [x.test, y.test, ...divides(y.value)].filter((test) => test !== null);
    result = tests.length === 0 ? raw(x.value, y.value) : b.conditional(b.and(...tests), raw(x.value, y.value), result);
  };
  if (!isSame(a, c)) {
    either(asInt(a), asRaw(c));
    either(asRaw(a), asInt(c));
  }
  if (isTrue) either(asInt(a), asInt(c));
  else if (op !== 'Div' && a.kind !== 'float' && c.kind !== 'float') result = ofInts(symbol, a, c, t, result);
  either(asRaw(a), asRaw(c));
  return numeric('dual', t, [...setup, forgetRaw(f), b.assign(t, result)], f);
}

/** One variable twice, as in a square: both are of one kind. */
const isSame = (a: Numeric, c: Numeric): boolean =>
  a.value.type === 'Identifier' && c.value.type === 'Identifier' && a.value.name === c.value.name;

/** Two ints with a safe result; `other` is what is to be done else. */
function ofInts(symbol: '+' | '-' | '*' | '/', a: Numeric, c: Numeric, t: b.Expression, other: b.Expression) {
  const fits = b.and(...intTests(a), ...(isSame(a, c) ? [] : intTests(c)), ...safeTests(symbol, a.value, c.value, t));
  // A product of zero and a negative number is -0 in JavaScript; adding 0 makes it 0.
  return b.conditional(fits, symbol === '*' ? b.binary('+', t, b.literal(0)) : t, other);
}

/** A double, and when it is one: null for always. */
interface RawOperand {
  readonly value: b.Expression;
  readonly test: b.Expression | null;
}

/** The operand as a double; null where it is none. */
function asRaw(n: Numeric): RawOperand | null {
  if (n.kind === 'dual') return { value: n.raw, test: b.isUndefined(n.value) };
  return n.kind === 'float' ? { value: n.value, test: null } : null;
}

/** An int, which joins in as a double whichever side it is on. */
function asInt(n: Numeric): RawOperand | null {
  if (n.kind === 'float') return null;
  return { value: n.value, test: n.kind === 'int' ? null : isInt(n.value) };
}

const mayBeRaw = (n: Numeric) => n.kind === 'dual' || n.kind === 'float';
const isSure = (n: Numeric) => n.kind === 'int' || n.kind === 'float';
const intTests = (n: Numeric): b.Expression[] => (n.kind === 'int' ? [] : [isInt(n.value)]);

/** The helper's result, out of its box if it is a float. */
function slowPath(
  node: ast.Span,
  op: ast.Operator,
  a: Numeric,
  c: Numeric,
  helper: HelperName,
  t: b.Expression,
  f: b.Expression,
  cx: FunctionContext,
): b.Expression {
  const object = a.kind === 'dual' ? a.value : null;
  const call = b.sequence(cx.at(node), operatorCall(op, helper, object, [box(a, cx), box(c, cx)], cx));
  return b.conditional(isPlainFloat(t, call), b.sequence(b.assign(f, b.member(t, 'v')), b.undef()), t);
}

/** `x ** 2` is a product; where a double takes part the result is one, unless it is complex; other powers are the helper's. */
function power(node: ast.Span, left: Numeric, right: Numeric, helper: HelperName, cx: FunctionContext): Numeric {
  const a = unboxed(left, cx);
  const c = unboxed(right, cx);
  const square = right.kind === 'int' && right.value.type === 'Literal' && right.value.value === 2;
  const t = b.id(cx.scratch());
  const f = b.id(cx.scratch(true));
  const setup = [...a.setup, ...c.setup];
  let result = slowPath(node, 'Pow', a, c, helper, t, f, cx);
  const real = (x: RawOperand | null, y: RawOperand | null): void => {
    if (x === null || y === null) return;
    const tests = [x.test, y.test].filter((test) => test !== null);
    const found = b.assign(t, b.sequence(cx.at(node), b.call(cx.helper('realPower'), [x.value, y.value])));
    const isReal = b.and(...tests, b.binary('!==', found, b.undef()));
    result = b.conditional(isReal, b.sequence(b.assign(f, t), b.undef()), result);
  };
  if (!square) {
    real(asInt(a), asRaw(c));
    real(asRaw(a), asInt(c));
    real(asRaw(a), asRaw(c));
  }
  if (square && a.kind !== 'float') result = ofInts('*', a, a, t, result);
  const x = asRaw(a);
  if (square && x !== null) {
    const product = b.sequence(
      b.assign(f, b.binary('*', x.value, x.value)),
      b.conditional(b.binary('<', f, b.id('Infinity')), b.undef(), slowPath(node, 'Pow', a, c, helper, t, f, cx)),
    );
    result = x.test === null ? product : b.conditional(x.test, product, result);
  }
  return numeric('dual', t, [...setup, forgetRaw(f), b.assign(t, result)], f);
}

/** `left op right` as a JavaScript boolean. */
export function compareNumeric(
  node: ast.Span,
  native: '===' | '!==' | '<' | '<=' | '>' | '>=',
  helper: HelperName,
  left: Numeric,
  right: Numeric,
  cx: FunctionContext,
): b.Expression {
  const a = unboxed(left, cx);
  const c = unboxed(right, cx);
  const setup = [...a.setup, ...c.setup];
  if (isSure(a) && isSure(c)) return b.sequence(...setup, b.binary(native, a.value, c.value));
  const pair = [box(a, cx), box(c, cx)];
  const general = mayWait(b.call(cx.helper(helper), pair), 'threadCompare', [b.literal(helper), ...pair], cx);
  let result: b.Expression = b.sequence(cx.at(node), general);
  const either = (x: RawOperand | null, y: RawOperand | null): void => {
    if (x === null || y === null) return;
    const tests = [x.test, y.test].filter((test) => test !== null);
    const compared = b.binary(native, x.value, y.value);
    result = tests.length === 0 ? compared : b.conditional(b.and(...tests), compared, result);
  };
  either(asInt(a), asRaw(c));
  either(asRaw(a), asInt(c));
  either(asInt(a), asInt(c));
  either(asRaw(a), asRaw(c));
  return b.sequence(...setup, result);
}
