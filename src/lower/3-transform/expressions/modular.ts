/**
 * Products, shifts and sums of ints of which only the rest by a modulus is wanted: `(a * x + c) % m`, `(x << k | y) & MASK`.
 * What comes in between may go far beyond the safe integers, but 32-bit arithmetic gives its low bits all the same.
 */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { isIntVariable, loadName } from '../names.js';
import { BINARY_HELPER } from './BinOp.js';
import { lowerExpr } from './index.js';
import { intLiteral, isNumber } from './operands.js';

const WORD = 4294967296;

/** An expression under way: what must hold for the fast form, and the leaf that is no plain variable, if there is one. */
class Pattern {
  readonly guards: b.Expression[] = [];
  readonly setup: b.Expression[] = [];
  private readonly known = new Set<string>();
  private first: { readonly node: ast.Expr; readonly value: b.Expression } | null = null;
  private leaves = 0;
  constructor(readonly cx: FunctionContext) {}

  /**
   * The value of a leaf: a variable that can be read at any time, or, for the leaf that is evaluated first, anything.
   * Null where the leaf is neither.
   */
  leaf(node: ast.Expr): b.Expression | null {
    const value = this.variable(node) ?? (this.leaves === 0 ? this.evaluate(node) : null);
    this.leaves++;
    if (value === null) return null;
    const { name } = value as { name?: string };
    if (name === undefined || !this.known.has(name)) this.guards.push(isNumber(value));
    if (name !== undefined) this.known.add(name);
    return value;
  }

  private variable(node: ast.Expr): b.Expression | null {
    const { cx } = this;
    if (node.type !== 'Name' || cx.scope.kind === 'class') return null;
    const name = cx.mangled(node.id);
    const variable = cx.variable(name);
    if (variable === null) return cx.unit.globalsMode === 'module' ? (cx.unit.globalVariable(name) ?? null) : null;
    if (variable.scope.kind === 'class') return null;
    return variable.captured ? b.member(b.id(variable.jsName), 'v') : b.id(variable.jsName);
  }

  private evaluate(node: ast.Expr): b.Expression {
    const value = b.id(this.cx.scratch());
    this.setup.push(b.assign(value, lowerExpr(node, this.cx)));
    this.first = { node, value };
    return value;
  }

  /** The same expression step by step, for operands that the fast form does not take. */
  general(node: ast.Expr): b.Expression {
    const { cx } = this;
    if (node === this.first?.node) return this.first.value;
    if (node.type === 'BinOp')
      return cx.op(BINARY_HELPER[node.op], [this.general(node.left), this.general(node.right)], node);
    if (node.type === 'UnaryOp' && node.op === 'Invert') return cx.op('invert', [this.general(node.operand)], node);
    return node.type === 'Name' ? loadName(cx.mangled(node.id), node, cx) : lowerExpr(node, cx);
  }

  finish(fast: b.Expression, node: ast.Expr): b.Expression {
    return b.sequence(...this.setup, b.conditional(b.and(...this.guards), fast, this.general(node)));
  }
}

/** The fast form of `node` with its fallback, or null where it is no such expression. */
export function modular(node: ast.BinOp, cx: FunctionContext): b.Expression | null {
  if (cx.unit.dialect !== 3 || cx.isThreaded || (node.op !== 'BitAnd' && node.op !== 'Mod')) return null;
  if (!grows(node.left) || !isShallow(node.left)) return null;
  const literal = intLiteral(node.right);
  if (node.op === 'Mod') {
    if (literal !== null && literal > 0 && literal <= WORD && (literal & (literal - 1)) === 0)
      return masked(node, literal - 1, cx);
    return rest(node, cx);
  }
  if (literal !== null && (literal < 0 || literal >= WORD)) return null;
  return masked(node, literal, cx);
}

/** Has a product or a shift to the left in it: what sums alone give is seldom beyond the safe integers. */
function grows(node: ast.Expr): boolean {
  if (node.type === 'UnaryOp') return node.op === 'Invert' && grows(node.operand);
  if (node.type !== 'BinOp' || !(node.op in LOW)) return false;
  return node.op === 'Mult' || node.op === 'LShift' || grows(node.left) || grows(node.right);
}

const isShallow = (node: ast.Expr, depth = 0): boolean =>
  node.type !== 'BinOp' || (depth < 5 && isShallow(node.left, depth + 1) && isShallow(node.right, depth + 1));

/** `node.left & mask`; null: the mask is `node.right`. */
function masked(node: ast.BinOp, mask: number | null, cx: FunctionContext): b.Expression | null {
  const p = new Pattern(cx);
  const at = cx.statements.length;
  const bits = low(node.left, p);
  if (bits === null) return undo(cx, at);
  if (mask !== null) {
    const value = b.binary('&', bits, b.literal(mask | 0));
    return p.finish(mask > 0x7fffffff ? b.binary('>>>', value, b.literal(0)) : value, node);
  }
  const right = p.leaf(node.right);
  if (right === null) return undo(cx, at);
  p.guards.push(b.binary('===', b.binary('>>>', right, b.literal(0)), right));
  return p.finish(b.binary('>>>', b.binary('&', bits, right), b.literal(0)), node);
}

/** Drops what was emitted for a leaf of an expression that turned out to be another one. */
function undo(cx: FunctionContext, at: number): null {
  cx.statements.length = at;
  return null;
}

/** The low 32 bits of an operation's value, as an int32; null where the form is not known. */
function low(node: ast.Expr, p: Pattern): b.Expression | null {
  const literal = intLiteral(node);
  if (literal !== null) return b.literal(literal | 0);
  if (node.type === 'UnaryOp' && node.op === 'Invert') {
    const inner = low(node.operand, p);
    return inner === null ? null : b.unary('~', inner);
  }
  if (node.type !== 'BinOp') {
    const value = p.leaf(node);
    return value === null ? null : b.binary('|', value, b.literal(0));
  }
  return LOW[node.op]?.(node, p) ?? null;
}

type LowForm = (node: ast.BinOp, p: Pattern) => b.Expression | null;

const both =
  (combine: (l: b.Expression, r: b.Expression) => b.Expression): LowForm =>
  (node, p) => {
    const left = low(node.left, p);
    const right = left === null ? null : low(node.right, p);
    return left === null || right === null ? null : combine(left, right);
  };
const int32 = (value: b.Expression) => b.binary('|', value, b.literal(0));

const LOW: Partial<Record<ast.Operator, LowForm>> = {
  Add: both((l, r) => int32(b.binary('+', l, r))),
  Sub: both((l, r) => int32(b.binary('-', l, r))),
  Mult: both((l, r) => b.call(b.member(b.id('Math'), 'imul'), [l, r])),
  BitAnd: both((l, r) => b.binary('&', l, r)),
  BitOr: both((l, r) => b.binary('|', l, r)),
  BitXor: both((l, r) => b.binary('^', l, r)),
  LShift: (node, p) => {
    const left = low(node.left, p);
    const count = left === null ? null : shiftCount(node.right, p);
    return left === null || count === null ? null : b.binary('<<', left, count);
  },
  RShift: (node, p) => {
    if (intLiteral(node.left) !== null || node.left.type === 'BinOp') return null;
    const left = p.leaf(node.left);
    const count = left === null ? null : shiftCount(node.right, p);
    if (left === null || count === null) return null;
    p.guards.push(b.binary('===', b.binary('>>>', left, b.literal(0)), left));
    return int32(b.binary('>>>', left, count));
  },
};

/** A shift by less than a word: a literal, a variable, or the difference of two such. */
function shiftCount(node: ast.Expr, p: Pattern): b.Expression | null {
  const literal = intLiteral(node);
  if (literal !== null) return literal >= 0 && literal < 32 ? b.literal(literal) : null;
  const count = smallInt(node, p);
  if (count === null) return null;
  p.guards.push(b.binary('>=', count, b.literal(0)), b.binary('<', count, b.literal(32)));
  return count;
}

function smallInt(node: ast.Expr, p: Pattern): b.Expression | null {
  const literal = intLiteral(node);
  if (literal !== null) return b.literal(literal);
  if (node.type !== 'BinOp') return p.leaf(node);
  if (node.op !== 'Add' && node.op !== 'Sub') return null;
  const left = smallInt(node.left, p);
  const right = left === null ? null : smallInt(node.right, p);
  return left === null || right === null ? null : b.binary(node.op === 'Add' ? '+' : '-', left, right);
}

const isIntByForm = (node: ast.Expr, cx: FunctionContext): boolean =>
  intLiteral(node) !== null || (node.type === 'Name' && isIntVariable(cx.mangled(node.id), cx));

/** `(a * x) % m` and `(a * x + c) % m`: a helper takes them where the product is no safe integer. */
function rest(node: ast.BinOp, cx: FunctionContext): b.Expression | null {
  const sum = node.left as ast.BinOp;
  const product = sum.op === 'Add' ? sum.left : sum;
  if (product.type !== 'BinOp' || product.op !== 'Mult') return null;
  const p = new Pattern(cx);
  const at = cx.statements.length;
  const parts = [product.left, product.right, ...(sum.op === 'Add' ? [sum.right] : []), node.right];
  // What may be floats altogether has better forms.
  if (cx.unit.hasFloats && !parts.some((part) => isIntByForm(part, cx))) return null;
  const values: b.Expression[] = [];
  for (const part of parts) {
    const literal = intLiteral(part);
    const value = literal === null ? p.leaf(part) : b.literal(literal);
    if (value === null) return undo(cx, at);
    values.push(value);
  }
  const modulus = values.pop()!;
  const [x, y, added = b.literal(0)] = values as [b.Expression, b.Expression, b.Expression?];
  p.guards.push(b.binary('>', modulus, b.literal(0)));
  const r = b.id(cx.scratch());
  const inRange = (value: b.Expression) => [
    b.binary('<=', b.assign(r, value), b.literal(Number.MAX_SAFE_INTEGER)),
    b.binary('>=', r, b.literal(-Number.MAX_SAFE_INTEGER)),
  ];
  const safe = b.and(...inRange(b.binary('*', x, y)), ...(sum.op === 'Add' ? inRange(b.binary('+', r, added)) : []));
  const fast = b.conditional(
    b.binary('<', b.assign(r, b.binary('%', r, modulus)), b.literal(0)),
    b.binary('+', r, modulus),
    b.binary('+', r, b.literal(0)),
  );
  return p.finish(b.conditional(safe, fast, b.call(cx.helper('mulAddMod'), [x, y, added, modulus])), node);
}
