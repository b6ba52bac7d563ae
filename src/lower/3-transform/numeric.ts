/**
 * Arithmetic with raw doubles: how operands and results travel between operations without being boxed.
 *
 * A value is one of: surely an int in a JavaScript number; surely a raw double; anything (a Python value as it is); plain,
 * which is anything too, but so likely an int that nobody looks for a float in it; or a dual (see 2-types/duals.ts). Each
 * operation tests what its operands are, on the spot: two doubles, two ints with a safe result, an int beside a double, else
 * a helper. What a test has settled the result carries on.
 */
import type * as ast from '../../parser/ast.js';
import { isText } from '../2-types/texts.js';
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { BINARY_HELPER, helperFor } from './expressions/BinOp.js';
import { loadAttribute, property } from './expressions/Attribute.js';
import { inlinedCall } from './expressions/inlined.js';
import { fix, intLiteral, mayBeInt } from './expressions/operands.js';
import { lowerSubscript } from './expressions/Subscript.js';
import { lowerExpr, spillBefore } from './expressions/index.js';
import { dualOf, forgetRaw, isIntVariable, isPlainFloat } from './names.js';
import { mayWait } from './threaded.js';
import { operate } from './operate.js';
import { itemOf, setItemOf } from './subscripts.js';

export interface Numeric {
  /** To be evaluated first, in order. */
  readonly setup: b.Expression[];
  readonly kind: 'int' | 'float' | 'any' | 'plain' | 'dual';
  /** The value; for a dual the variable of the Python value (undefined: it is in `raw`). */
  readonly value: b.Expression;
  /** A dual's double. */
  readonly raw: b.Expression;
}

/** The operations that have a form on doubles. */
const RAW_OPERATORS = new Set<ast.Operator>(['Add', 'Sub', 'Mult', 'Div']);

export const usesFloats = (op: ast.Operator): boolean => RAW_OPERATORS.has(op) || op === 'Pow';

export const numeric = (
  kind: Numeric['kind'],
  value: b.Expression,
  setup: b.Expression[] = [],
  raw: b.Expression = b.undef(),
): Numeric => ({ kind, value, setup, raw });

/** The Python value, boxed if it is a double. */
export function boxed(n: Numeric, cx: FunctionContext): b.Expression {
  return b.sequence(...n.setup, box(n, cx));
}

export function box(n: Numeric, cx: FunctionContext): b.Expression {
  if (n.kind === 'float') return b.construct(cx.helper('PyFloat'), [n.value]);
  if (n.kind !== 'dual') return n.value;
  return b.conditional(b.isUndefined(n.value), b.construct(cx.helper('PyFloat'), [n.raw]), n.value);
}

/** Lowers an expression whose value goes into arithmetic. */
export function lowerNumeric(node: ast.Expr, cx: FunctionContext): Numeric {
  switch (node.type) {
    case 'Constant': {
      const int = intLiteral(node);
      if (int !== null) return numeric('int', b.literal(int));
      if (node.value.kind === 'float') return numeric('float', b.literal(node.value.value));
      break;
    }
    case 'Name': {
      const dual = dualOf(cx.mangled(node.id), node, cx);
      if (dual !== null) return numeric('dual', dual.value, dual.check, dual.raw);
      if (isIntVariable(cx.mangled(node.id), cx)) return numeric('plain', lowerExpr(node, cx));
      break;
    }
    case 'BinOp':
      if (cx.unit.hasFloats && usesFloats(node.op) && !isText(node)) return binaryNumeric(node, cx);
      break;
    case 'UnaryOp':
      if (node.op === 'USub' && cx.unit.hasFloats) return negate(node, cx);
      break;
    case 'Call': {
      const inlined = inlinedCall(node, cx);
      if (inlined !== null) return inlined;
      break;
    }
    case 'Attribute':
      if (cx.unit.hasFloats) return attribute(node, cx);
      break;
    case 'Subscript':
      if (cx.unit.hasFloats && node.slice.type !== 'Slice' && mayBeInt(node.slice)) return item(node, cx);
      break;
    default:
  }
  return numeric('any', lowerExpr(node, cx));
}

/** Two operands in order: where the second needs statements, the first is put aside before them. */
export function lowerPair(left: ast.Expr, right: ast.Expr, cx: FunctionContext): [Numeric, Numeric] {
  const a = lowerNumeric(left, cx);
  const before = cx.statements.length;
  let second = lowerNumeric(right, cx);
  let first = a;
  if (cx.statements.length > before) {
    const values = [boxed(a, cx)];
    spillBefore(values, before, cx);
    first = numeric('any', values[0]!);
  } else if (second.setup.length > 0 || !b.isSimple(second.value)) first = settle(a, cx);
  if ((second.kind === 'any' || second.kind === 'plain') && second.setup.length > 0) second = settle(second, cx);
  return [first, second];
}

/** The same value in variables that the evaluation of others cannot change. */
export function settle(n: Numeric, cx: FunctionContext): Numeric {
  if (n.kind === 'int' || b.isStable(n.value)) return n;
  if (n.kind === 'dual') {
    if (!cx.frame.hasWalrus) return n;
    const t = b.id(cx.scratch());
    const f = b.id(cx.scratch());
    return numeric('dual', t, [...n.setup, b.assign(t, n.value), b.assign(f, n.raw)], f);
  }
  const t = b.id(cx.scratch());
  return numeric(n.kind, t, [...n.setup, b.assign(t, n.value)]);
}

/** Anything as a dual: a float that it is comes out of its box. */
export function unboxed(n: Numeric, cx: FunctionContext): Numeric {
  if (n.kind !== 'any') return n;
  const t = b.id(cx.scratch());
  const f = b.id(cx.scratch(true));
  const open = b.conditional(
    isPlainFloat(t, n.value),
    b.sequence(b.assign(f, b.member(t, 'v')), b.assign(t, b.undef())),
    forgetRaw(f),
  );
  return numeric('dual', t, [...n.setup, open], f);
}

function binaryNumeric(node: ast.BinOp, cx: FunctionContext): Numeric {
  const [left, right] = lowerPair(node.left, node.right, cx);
  return operate(node, node.op, left, right, helperFor(node.op, cx), cx);
}

export const isInt = (value: b.Expression) => b.typeIs(value, 'number');

function negate(node: ast.UnaryOp, cx: FunctionContext): Numeric {
  const n = lowerNumeric(node.operand, cx);
  if (n.kind === 'float') return numeric('float', b.unary('-', n.value), n.setup);
  const a = unboxed(n, cx);
  if (a.kind === 'int') return numeric('any', b.sequence(cx.at(node), b.call(cx.helper('neg'), [a.value])), a.setup);
  const t = b.id(cx.scratch());
  const general = mayWait(b.call(cx.helper('neg'), [a.value]), 'threadUnary', [b.literal('neg'), a.value], cx);
  const slow = b.sequence(cx.at(node), general);
  const ofInt = b.conditional(
    b.and(isInt(a.value), b.binary('!==', a.value, b.literal(0))),
    b.unary('-', a.value),
    slow,
  );
  if (a.kind === 'plain') return numeric('plain', t, [...a.setup, b.assign(t, ofInt)]);
  const f = b.id(cx.scratch(true));
  const value = b.conditional(b.isUndefined(a.value), b.sequence(b.assign(f, b.unary('-', a.raw)), b.undef()), ofInt);
  return numeric('dual', t, [...a.setup, forgetRaw(f), b.assign(t, value)], f);
}

/** An attribute that holds a float is in a raw slot `f$name` of the object. */
function attribute(node: ast.Attribute, cx: FunctionContext): Numeric {
  const object = lowerExpr(node.value, cx);
  const name = cx.mangled(node.attr);
  const setup: b.Expression[] = [];
  let o = object;
  if (!b.isSimple(object)) {
    o = b.id(cx.scratch());
    setup.push(b.assign(o, object));
  }
  return loadRawAttribute(o, name, node, setup, cx);
}

export function loadRawAttribute(
  o: b.Expression,
  name: string,
  node: ast.Attribute,
  setup: b.Expression[],
  cx: FunctionContext,
): Numeric {
  const t = b.id(cx.scratch());
  const f = b.id(cx.scratch(true));
  const plain = isPlainFloat(t, loadAttribute(o, name, node, cx));
  const open = b.conditional(plain, b.sequence(b.assign(f, b.member(t, 'v')), b.undef()), t);
  const slot = b.id(cx.scratch());
  const inSlot = b.and(
    b.binary('!==', o, b.nil()),
    b.binary('!==', b.assign(slot, property(o, name, 'f$')), b.undef()),
  );
  const value = b.conditional(inSlot, b.sequence(b.assign(f, slot), b.undef()), open);
  return numeric('dual', t, [...setup, forgetRaw(f), b.assign(t, value)], f);
}

/** An item: a list of doubles gives one out of hand. */
function item(node: ast.Subscript, cx: FunctionContext): Numeric {
  const { setup, values } = fix(lowerSubscript(node, cx), cx);
  const loaded = loadRawItem(values[0]!, values[1]!, node, cx);
  return { ...loaded, setup: [...setup, ...loaded.setup] };
}

/** The item of an object by a key, both in variables. */
export function loadRawItem(o: b.Expression, k: b.Expression, node: ast.Subscript, cx: FunctionContext): Numeric {
  const t = b.id(cx.scratch());
  const f = b.id(cx.scratch(true));
  const setup = [forgetRaw(f)];
  const raw = b.id(cx.scratch());
  const slow = b.sequence(cx.at(node), itemOf(o, k, cx));
  const open = (value: b.Expression): b.Expression =>
    b.conditional(isPlainFloat(t, value), b.sequence(b.assign(f, b.member(t, 'v')), b.undef()), t);
  const isList = b.and(b.binary('!==', o, b.nil()), b.binary('===', b.member(o, 'c$'), cx.helper('list')));
  const literal = intLiteral(node.slice);
  if (literal !== null && literal < 0) return numeric('dual', t, [...setup, b.assign(t, open(slow))], f);
  const index = literal === null ? [b.typeIs(k, 'number'), b.binary('>=', k, b.literal(0))] : [];
  const tagged = b.member(o, 'tagged');
  // The doubles of a list of them, null for another list, undefined for what else there is.
  const doubles = b.assign(raw, b.conditional(b.and(isList, ...index), b.member(o, 'raw'), b.undef()));
  const inRaw = b.and(b.binary('!=', doubles, b.nil()), b.binary('<', k, b.member(raw, 'length')));
  const inTagged = b.and(b.binary('===', raw, b.nil()), b.binary('<', k, b.member(tagged, 'length')));
  const fromRaw = b.sequence(b.assign(f, b.index(raw, k)), b.undef());
  const value = b.conditional(inRaw, fromRaw, open(b.conditional(inTagged, b.index(tagged, k), slow)));
  return numeric('dual', t, [...setup, b.assign(t, value)], f);
}

/** Forms whose value may be a float. */
export function mayBeFloat(value: ast.Expr): boolean {
  switch (value.type) {
    case 'BinOp':
      return usesFloats(value.op);
    case 'UnaryOp':
      return value.op === 'USub';
    case 'Constant':
      return value.value.kind === 'float';
    case 'Name':
    case 'Call':
    case 'Subscript':
    case 'IfExp':
    case 'Attribute':
      return true;
    default:
      return false;
  }
}

/** `o[k] = double`. */
export function storeRawItem(
  o: b.Expression,
  k: b.Expression,
  n: Numeric,
  node: ast.Subscript,
  cx: FunctionContext,
): b.Expression {
  const slow = b.sequence(cx.at(node), setItemOf(o, k, box(n, cx), cx));
  const isList = b.and(
    b.binary('!==', o, b.nil()),
    b.binary('===', b.member(o, 'c$'), cx.helper('list')),
    b.binary('!==', b.member(o, 'raw'), b.nil()),
  );
  const literal = intLiteral(node.slice);
  if (literal !== null && literal < 0) return slow;
  const index = literal === null ? [b.typeIs(k, 'number'), b.binary('>=', k, b.literal(0))] : [];
  const inRange = b.and(isList, ...index, b.binary('<', k, b.member(b.member(o, 'raw'), 'length')));
  const isRaw = n.kind === 'dual' ? [b.isUndefined(n.value)] : [];
  const value = n.kind === 'dual' ? n.raw : n.value;
  return b.conditional(b.and(...isRaw, inRange), b.assign(b.index(b.member(o, 'raw'), k), value), slow);
}

/** Assigns to a variable that is a dual: expression. */
export function storeDual(target: { value: b.Expression; raw: b.Expression }, n: Numeric): b.Expression {
  switch (n.kind) {
    case 'float':
      return b.sequence(...n.setup, b.assign(target.raw, n.value), b.assign(target.value, b.undef()));
    case 'int':
    case 'plain':
      return b.sequence(...n.setup, b.assign(target.value, n.value));
    case 'dual':
      return b.sequence(...n.setup, b.assign(target.value, n.value), b.assign(target.raw, n.raw));
    case 'any':
      return b.sequence(
        ...n.setup,
        b.conditional(
          isPlainFloat(target.value, n.value),
          b.sequence(b.assign(target.raw, b.member(target.value, 'v')), b.assign(target.value, b.undef())),
          forgetRaw(target.raw),
        ),
      );
  }
}

export { BINARY_HELPER };
