/**
 * Expressions, from a flat sequence of operands and operators.
 *
 * Lezer's grammar binds some operators wrongly (`not a and b`, `await a + b`) and accepts more than Python does, so only
 * its brackets and trailers are taken over; what stands between them is read here, strictly.
 * Spec: https://docs.python.org/3.13/reference/expressions.html
 */
import type { CmpOp, Expr, Name } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';
import { T } from '../tokens/token.js';
import { convertAtom } from './atoms.js';
import { foldNegativeNumber } from './numbers.js';
import { BINARY, COMPARISON, UNARY } from './operators.js';
import { convertParameters } from './parameters.js';
import type { Reader } from './reader.js';

/** `star_expressions`: one expression, or a tuple without parentheses. */
export function starExpressions(reader: Reader): Expr {
  return tupleOf(reader, starExpression);
}

/** Python 2's `testlist`, and what follows `in` of a `for`. */
export function expressionList(reader: Reader): Expr {
  return tupleOf(reader, expression);
}

/** One item, or a tuple of several with an optional comma at the end. */
export function tupleOf(reader: Reader, item: (reader: Reader) => Expr): Expr {
  const start = reader.startOf();
  const first = item(reader);
  if (!reader.is(',')) return first;
  const elts = [first];
  while (reader.accept(',')) {
    if (!startsExpression(reader)) break;
    elts.push(item(reader));
  }
  return { type: 'Tuple', elts, ctx: 'Load', start, end: reader.endOfLast() };
}

const NOT_STARTING = new Set([
  ...') ] } : = , ; += -= *= @= /= %= &= |= ^= <<= >>= **= //= ! `'.split(' '),
  ...'for in as if else from async'.split(' '),
]);

/** Whether an expression may begin with the next item; false at the end. */
export function startsExpression(reader: Reader): boolean {
  if (reader.done || reader.isBranch('Body')) return false;
  const { kind, text } = reader.token;
  return !((kind === T.Op || kind === T.Keyword) && NOT_STARTING.has(text));
}

/** `*a` or an expression. */
export function starExpression(reader: Reader): Expr {
  return reader.is('*') && reader.cx.dialect === 3 ? starred(reader, bitwiseOr) : expression(reader);
}

/** `*a` or an expression that may be `name := value`. */
export function starNamedExpression(reader: Reader): Expr {
  return reader.is('*') && reader.cx.dialect === 3 ? starred(reader, bitwiseOr) : namedExpression(reader);
}

/** `*value`, with `value` read by `operand`. */
export function starred(reader: Reader, operand: (reader: Reader) => Expr): Expr {
  const start = reader.startOf();
  reader.expect('*');
  const value = operand(reader);
  return { type: 'Starred', value, ctx: 'Load', start, end: reader.endOfLast() };
}

/** `name := value` or an expression. */
export function namedExpression(reader: Reader): Expr {
  const start = reader.startOf();
  const target = expression(reader);
  if (!reader.is(':=')) return target;
  // A name in parentheses is no target; its expression then starts after the item.
  if (target.type !== 'Name' || target.start !== start) throw new NotPython();
  reader.at++;
  const value = expression(reader);
  const name: Name = { ...target, ctx: 'Store' };
  return { type: 'NamedExpr', target: name, value, start, end: reader.endOfLast() };
}

/** `expression`: a conditional, a lambda, or anything that binds tighter. */
export function expression(reader: Reader): Expr {
  if (reader.is('lambda')) return lambda(reader, expression);
  const start = reader.startOf();
  const body = disjunction(reader);
  if (!reader.accept('if')) return body;
  const test = disjunction(reader);
  reader.expect('else');
  const orelse = expression(reader);
  return { type: 'IfExp', test, body, orelse, start, end: reader.endOfLast() };
}

/** `yield`, with or without a value. */
export function yieldExpression(reader: Reader): Expr {
  const start = reader.startOf();
  reader.expect('yield');
  if (reader.cx.dialect === 3 && reader.accept('from')) {
    const value = expression(reader);
    return { type: 'YieldFrom', value, start, end: reader.endOfLast() };
  }
  const value = startsExpression(reader) ? starExpressions(reader) : null;
  return { type: 'Yield', value, start, end: reader.endOfLast() };
}

/** `lambda parameters: body`, with the body read by `body`. */
export function lambda(reader: Reader, body: (reader: Reader) => Expr): Expr {
  const start = reader.startOf();
  reader.expect('lambda');
  const args = convertParameters(reader, false);
  reader.expect(':');
  const value = body(reader);
  return { type: 'Lambda', args, body: value, start, end: reader.endOfLast() };
}

export function disjunction(reader: Reader): Expr {
  return booleanChain(reader, 'or', (inner) => booleanChain(inner, 'and', inversion));
}

function booleanChain(reader: Reader, word: 'or' | 'and', operand: (reader: Reader) => Expr): Expr {
  const start = reader.startOf();
  const first = operand(reader);
  if (!reader.is(word)) return first;
  const values = [first];
  while (reader.accept(word)) values.push(operand(reader));
  return { type: 'BoolOp', op: word === 'or' ? 'Or' : 'And', values, start, end: reader.endOfLast() };
}

function inversion(reader: Reader): Expr {
  const start = reader.startOf();
  if (!reader.accept('not')) return comparison(reader);
  const operand = inversion(reader);
  return { type: 'UnaryOp', op: 'Not', operand, start, end: reader.endOfLast() };
}

function comparison(reader: Reader): Expr {
  const start = reader.startOf();
  const left = bitwiseOr(reader);
  let op = comparisonOperator(reader);
  if (op === null) return left;
  const ops: CmpOp[] = [];
  const comparators: Expr[] = [];
  for (; op !== null; op = comparisonOperator(reader)) {
    ops.push(op);
    comparators.push(bitwiseOr(reader));
  }
  return { type: 'Compare', left, ops, comparators, start, end: reader.endOfLast() };
}

/** Reads a comparison operator if there is one. */
function comparisonOperator(reader: Reader): CmpOp | null {
  const { kind, text } = reader.token;
  if (kind !== T.Op && kind !== T.Keyword) return null;
  if (text === 'not') {
    if (reader.tokenAt(reader.at + 1).text !== 'in') return null;
    reader.at += 2;
    return 'NotIn';
  }
  const op = COMPARISON.get(text);
  // Python 3 knows this operator only as a joke.
  if (!op || (text === '<>' && reader.cx.dialect === 3)) return null;
  reader.at++;
  return op === 'Is' && reader.accept('not') ? 'IsNot' : op;
}

/** Everything that binds tighter than a comparison. */
export function bitwiseOr(reader: Reader): Expr {
  return binary(reader, 1);
}

function binary(reader: Reader, precedence: number): Expr {
  const start = reader.startOf();
  let left = unary(reader);
  for (;;) {
    const { kind, text } = reader.token;
    const operator = kind === T.Op ? BINARY.get(text) : undefined;
    const isKnown = operator && (text !== '@' || reader.cx.dialect === 3);
    if (!isKnown || operator.precedence < precedence) return left;
    reader.at++;
    const right = binary(reader, operator.precedence + 1);
    left = { type: 'BinOp', left, op: operator.op, right, start, end: reader.endOfLast() };
  }
}

function unary(reader: Reader): Expr {
  const { kind, text } = reader.token;
  if (kind !== T.Op || !(text === '-' || text === '+' || text === '~')) return power(reader);
  const start = reader.startOf();
  reader.at++;
  const isNumber = reader.token.kind === T.Number;
  const operand = unary(reader);
  const node: Expr = { type: 'UnaryOp', op: UNARY[text], operand, start, end: reader.endOfLast() };
  return isNumber && reader.cx.dialect === 2 ? foldNegativeNumber(reader.cx, node) : node;
}

function power(reader: Reader): Expr {
  const start = reader.startOf();
  const left = primary(reader);
  if (!reader.accept('**')) return left;
  const right = unary(reader);
  return { type: 'BinOp', left, op: 'Pow', right, start, end: reader.endOfLast() };
}

function primary(reader: Reader): Expr {
  if (!reader.is('await')) return convertAtom(reader);
  const start = reader.startOf();
  reader.at++;
  const value = convertAtom(reader);
  return { type: 'Await', value, start, end: reader.endOfLast() };
}
