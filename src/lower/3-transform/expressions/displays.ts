import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { dualOf } from '../names.js';
import { usesFloats } from '../numeric.js';
import { taken } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { constant } from './Constant.js';
import { isFolded } from './folded.js';
import { lowerExpr, lowerExprs, spillBefore } from './index.js';
import { readAtOnce } from './mappings.js';

/** Items of a display as JavaScript array elements; `*x` is spread, which is done by the display as a `whole`. */
export function elements(
  nodes: readonly ast.Expr[],
  whole: ast.Span,
  cx: FunctionContext,
  spread: HelperName = 'starItems',
): b.Expression[] {
  const values: b.Expression[] = [];
  for (const node of nodes) {
    const at = cx.statements.length;
    const value = lowerExpr(node.type === 'Starred' ? node.value : node, cx);
    if (cx.statements.length > at) spillBefore(values, at, cx);
    values.push(node.type === 'Starred' ? b.spread(cx.op(spread, [taken(value, cx)], whole)) : value);
  }
  return values;
}

export const List: ExprVisitor<'List'> = (node, cx) => {
  const items = b.array(elements(node.elts, node, cx));
  const isFloats = cx.unit.hasFloats && node.elts.length > 0 && node.elts.every((e) => isLikelyFloat(e, cx));
  return isFloats ? b.call(cx.helper('floatList'), [items]) : b.construct(cx.helper('PyList'), [items]);
};

/** Float literals, arithmetic that is not with ints alone, and variables of floats. */
function isLikelyFloat(node: ast.Expr, cx: FunctionContext): boolean {
  switch (node.type) {
    case 'Constant':
      return node.value.kind === 'float';
    case 'UnaryOp':
      return node.op === 'USub' && isLikelyFloat(node.operand, cx);
    case 'BinOp':
      return (
        node.op === 'Div' || (usesFloats(node.op) && (isLikelyFloat(node.left, cx) || isLikelyFloat(node.right, cx)))
      );
    case 'Name':
      return dualOf(cx.mangled(node.id), node, cx) !== null;
    default:
      return false;
  }
}

export const Tuple: ExprVisitor<'Tuple'> = (node, cx) => {
  const fixed = constantTuple(node, cx);
  return fixed ?? b.construct(cx.helper('PyTuple'), [b.array(elements(node.elts, node, cx))]);
};

/** A tuple of constants is one object for the whole unit, as CPython folds it. */
function constantTuple(node: ast.Tuple, cx: FunctionContext): b.Expression | null {
  const key = constantKey(node);
  if (key === null) return null;
  return cx.unit.constant(key, () =>
    b.construct(cx.helper('PyTuple'), [
      b.array(
        node.elts.map((e) => (e.type === 'Tuple' ? constantTuple(e, cx)! : constant((e as ast.Constant).value, cx))),
      ),
    ]),
  );
}

function constantKey(node: ast.Expr): string | null {
  if (node.type === 'Constant') {
    const v = node.value;
    const text =
      'value' in v
        ? typeof v.value === 'bigint'
          ? `${v.value}n`
          : Object.is((v as { value: unknown }).value, -0)
            ? '-0'
            : JSON.stringify(v.value)
        : 'imag' in v
          ? String(v.imag)
          : '';
    return v.kind === 'float' && Number.isNaN(v.value) ? null : `${v.kind}${'long' in v ? 'L' : ''}:${text}`;
  }
  if (node.type !== 'Tuple') return null;
  const parts = node.elts.map(constantKey);
  return parts.includes(null) ? null : `t(${parts.join(',')})`;
}

/**
 * The order of a set depends on whether CPython makes it of one constant or item by item. One of constants is made once for
 * the unit; what is evaluated are copies of it.
 */
export const SetDisplay: ExprVisitor<'Set'> = (node, cx) => {
  const isConstant = node.elts.length > 2 && node.elts.every(isFolded);
  const keys = isConstant ? node.elts.map(constantKey) : [null];
  if (keys.includes(null)) {
    return cx.op(
      isConstant ? 'buildConstantSet' : 'buildSet',
      [b.array(elements(node.elts, node, cx, 'setItems'))],
      node,
    );
  }
  const template = cx.unit.constant(`s{${keys.join()}}`, () =>
    b.call(cx.helper('constantSet'), [b.array(elements(node.elts, node, cx))]),
  );
  const { isOnlyAsked } = node as OnlyAsked<ast.SetDisplay>;
  return b.call(cx.helper(isOnlyAsked === true ? 'constantSetItself' : 'copyOfConstantSet'), [template]);
};

/** A display behind `in`, which nobody else gets to see. */
type OnlyAsked<T> = T & { readonly isOnlyAsked?: boolean };

/** What stands behind `in` as what CPython makes of it: a list of constants is a tuple, a set of constants is made once. */
export function asked(node: ast.Expr): ast.Expr {
  if (node.type === 'List' && node.elts.every(isFolded)) return { ...node, type: 'Tuple' };
  return node.type === 'Set' ? ({ ...node, isOnlyAsked: true } as OnlyAsked<ast.SetDisplay>) : node;
}

/** Displays of more items than this are put together at once. */
const LONG = 100;

/**
 * Python 2 evaluates a value before its key, and puts each item into the dict before it evaluates the next one: which shows
 * only where a key may not be hashable.
 */
const buildDict2: ExprVisitor<'Dict'> = (node, cx) => {
  if (node.values.length === 0) return b.construct(cx.helper('PyDict'), []);
  const parts = lowerExprs(
    node.values.flatMap((value, i) => [value, node.keys[i]!]),
    cx,
  );
  const isPlain = node.keys.length > LONG || node.keys.slice(0, -1).every((key) => key!.type === 'Constant');
  if (isPlain) return cx.op('buildDict2', [b.array(parts)], node);
  let dict = cx.op('newDict2', [b.literal(node.keys.length)], node);
  for (let i = 0; i < parts.length; i += 2) dict = cx.op('putInDict2', [dict, parts[i]!, parts[i + 1]!], node);
  return dict;
};

/** As many keys as a small dict has (object/textDict.ts). */
const SMALL = 8;

/** The keys of a display that makes a small dict: different str constants. Else null. */
function textKeys(node: ast.Dict): string[] | null {
  const keys: string[] = [];
  for (const key of node.keys) {
    if (key?.type !== 'Constant' || key.value.kind !== 'str' || key.value.splitPairs !== undefined) return null;
    if (keys.includes(key.value.value)) return null;
    keys.push(key.value.value);
  }
  return keys.length > 0 && keys.length <= SMALL ? keys : null;
}

/** All dicts of such a display have one array of keys, until they get others. */
function smallDict(keys: string[], values: readonly ast.Expr[], cx: FunctionContext): b.Expression {
  const shared = cx.unit.constant(`d{${JSON.stringify(keys)}}`, () =>
    b.array([b.undef(), ...keys.map((key) => b.literal(key))]),
  );
  return b.call(cx.helper('smallDict'), [shared, b.array([b.undef(), ...lowerExprs(values, cx)])]);
}

export const Dict: ExprVisitor<'Dict'> = (node, cx) => {
  if (cx.unit.dialect === 2) return buildDict2(node, cx);
  const texts = textKeys(node);
  if (texts !== null) return smallDict(texts, node.values, cx);
  const nodes: ast.Expr[] = [];
  for (let i = 0; i < node.values.length; i++) {
    const key = node.keys[i];
    if (key !== null && key !== undefined) nodes.push(key);
    nodes.push(node.values[i]!);
  }
  const lowered = lowerExprs(nodes, cx);
  if (lowered.length === 0) return b.construct(cx.helper('PyDict'), []);
  if (!node.keys.includes(null)) return cx.op('buildDict', [b.array(lowered)], node);
  return mergedDict(node, lowered, cx);
};

/** A display with `**`: what is read before the next part is evaluated is a dict that the rest is put into. */
function mergedDict(node: ast.Dict, lowered: readonly b.Expression[], cx: FunctionContext): b.Expression {
  // Items before a mapping are put in before that is evaluated, which shows where a key is not hashable.
  const isRead = (i: number) =>
    node.keys[i] === null || (node.keys[i]!.type !== 'Constant' && node.keys[i + 1] === null);
  const atOnce = readAtOnce(node.values, isRead, node.keys);
  const parts: b.Expression[] = [];
  let dict = b.construct(cx.helper('PyDict'), []);
  let at = 0;
  for (const [i, key] of node.keys.entries()) {
    parts.push(key === null ? b.undef() : lowered[at++]!, lowered[at++]!);
    if (atOnce[i] || i === node.keys.length - 1) dict = cx.op('mergeParts', [dict, b.array(parts.splice(0))], node);
  }
  return dict;
}

/** Only reached where the grammar allows no star; displays and calls handle their own. */
export const Starred: ExprVisitor<'Starred'> = (node, cx) => lowerExpr(node.value, cx);
