import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { itemOf, setItemOf } from '../subscripts.js';
import { brought, mayWait } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExprs } from './index.js';
import { fix, intLiteral, isNumber, mayBeInt } from './operands.js';

/** `value[slice]`: list items by small index on the spot, the rest by a helper. */
export const Subscript: ExprVisitor<'Subscript'> = (node, cx) => {
  if (node.slice.type === 'Slice' && (node.slice.step === null || !cx.isThreaded))
    return loadSlice(node, node.slice, cx);
  const { setup, values } = fix(lowerSubscript(node, cx), cx);
  return b.sequence(...setup, loadItem(values[0]!, values[1]!, node, cx));
};

/** `value[lower:upper]` and `value[lower:upper:step]`, with no slice object for the built-in sequences. */
function loadSlice(node: ast.Subscript, slice: ast.Slice, cx: FunctionContext): b.Expression {
  return cx.op(slice.step === null ? 'getSlice' : 'getStepped', sliceParts(node, slice, cx), node);
}

/** Object, bounds, and the step if there is one, in order of evaluation; null for a bound that was left out. */
function sliceParts(node: ast.Subscript, slice: ast.Slice, cx: FunctionContext): b.Expression[] {
  const parts = [node.value, slice.lower, slice.upper, ...(slice.step === null ? [] : [slice.step])];
  const given = lowerExprs(
    parts.filter((part) => part !== null),
    cx,
  );
  return parts.map((part) => (part === null ? b.nil() : given.shift()!));
}

/** The slice, if there is a helper for changing one that is written like this: Python 2 has methods of its own for it. */
const plainSlice = ({ slice }: ast.Subscript, cx: FunctionContext): ast.Slice | null =>
  slice.type === 'Slice' && slice.step === null && (cx.unit.dialect === 2 || !cx.isThreaded) ? slice : null;

/** `node = value`; the value was evaluated before. */
export function storeSubscript(node: ast.Subscript, value: b.Expression, cx: FunctionContext): b.Expression {
  const slice = plainSlice(node, cx);
  if (slice !== null) return cx.op('setSlice', [...sliceParts(node, slice, cx), value], node);
  const [object, key] = lowerSubscript(node, cx);
  return storeItem(object!, key!, value, node, cx);
}

/** `del node`. */
export function deleteSubscript(node: ast.Subscript, cx: FunctionContext): b.Expression {
  const slice = plainSlice(node, cx);
  if (slice !== null) return cx.op('delSlice', sliceParts(node, slice, cx), node);
  if (!cx.isThreaded) return cx.op('delItem', lowerSubscript(node, cx), node);
  return brought(cx.op('threadDelItem', lowerSubscript(node, cx), node), cx);
}

/** Object and key, in order of evaluation. */
export function lowerSubscript(node: ast.Subscript, cx: FunctionContext): b.Expression[] {
  return lowerExprs([node.value, node.slice], cx);
}

export function loadItem(
  object: b.Expression,
  key: b.Expression,
  node: ast.Subscript,
  cx: FunctionContext,
  helper: 'getItem' | 'findItem' = 'getItem',
): b.Expression {
  const slow =
    helper === 'getItem'
      ? itemOf(object, key, cx)
      : mayWait(b.call(cx.helper(helper), [object, key]), 'threadGetItem', [object, key], cx);
  const at = listIndex(object, key, node, cx);
  if (at === null) return b.sequence(cx.at(node), slow);
  const other = b.conditional(b.typeIs(object, 'string'), b.call(cx.helper('charAt'), [object, key]), slow);
  return b.conditional(at.test, b.index(b.member(object, 'tagged'), at.index), b.sequence(cx.at(node), other));
}

export function storeItem(
  object: b.Expression,
  key: b.Expression,
  value: b.Expression,
  node: ast.Subscript,
  cx: FunctionContext,
): b.Expression {
  const { setup, values } = fix([object, key, value], cx);
  const [o, k, v] = values as [b.Expression, b.Expression, b.Expression];
  const slow = b.sequence(cx.at(node), setItemOf(o, k, v, cx));
  const at = listIndex(o, k, node, cx);
  const store =
    at === null ? slow : b.conditional(at.test, b.assign(b.index(b.member(o, 'tagged'), at.index), v), slow);
  return b.sequence(...setup, store);
}

/**
 * When the object is a plain list and the key an index inside of it: the test, and the JavaScript index. A list of
 * doubles has no tagged items, so that its turn is the helper's.
 */
export function listIndex(
  object: b.Expression,
  key: b.Expression,
  node: ast.Subscript,
  cx: FunctionContext,
): { test: b.Expression; index: b.Expression } | null {
  if (!mayBeInt(node.slice) || node.slice.type === 'Slice') return null;
  const length = b.member(b.member(object, 'tagged'), 'length');
  const isList = b.and(b.binary('!==', object, b.nil()), b.binary('===', b.member(object, 'c$'), cx.helper('list')));
  const literal = intLiteral(node.slice);
  if (literal !== null && literal < 0) {
    return {
      test: b.and(isList, b.binary('>=', length, b.literal(-literal))),
      index: b.binary('-', length, b.literal(-literal)),
    };
  }
  const tests = [isList, b.binary('<', key, length)];
  if (literal === null) tests.unshift(isNumber(key), b.binary('>=', key, b.literal(0)));
  return { test: b.and(...tests), index: key };
}

/** `lower:upper:step` as a slice object. */
export const Slice: ExprVisitor<'Slice'> = (node, cx) => {
  const parts = [node.lower, node.upper, node.step];
  const given = lowerExprs(
    parts.filter((part) => part !== null),
    cx,
  );
  const args = parts.map((part) => (part === null ? b.nil() : given.shift()!));
  return b.construct(cx.helper('PySlice'), args);
};
