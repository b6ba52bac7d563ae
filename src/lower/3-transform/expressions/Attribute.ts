import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { brought, mayWait } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { fix, operands } from './operands.js';

/** `value.attr`: a property read; the helper only where that finds nothing. */
export const Attribute: ExprVisitor<'Attribute'> = (node, cx) => {
  const { setup, values } = operands([node.value], cx);
  return b.sequence(...setup, loadAttribute(values[0]!, cx.mangled(node.attr), node, cx));
};

/**
 * What counts as the place of an attribute, or of the call of one (`whole`): from its name on, where that is on a later
 * line than its object begins.
 */
export function fromName(node: ast.Attribute, whole: ast.Span, cx: FunctionContext): ast.Span {
  if (cx.unit.dialect === 2) return whole;
  const lineEnd = cx.unit.source.text.indexOf('\n', node.start);
  return lineEnd < 0 || lineEnd >= node.end ? whole : { start: node.end - node.attr.length, end: whole.end };
}

export function loadAttribute(
  object: b.Expression,
  name: string,
  attribute: ast.Attribute,
  cx: FunctionContext,
  helper: 'getAttrSlow' | 'findAttribute' = 'getAttrSlow',
): b.Expression {
  const node = fromName(attribute, attribute, cx);
  if (name === '__name__' && !cx.isThreaded) return cx.op('nameOf', [object], node);
  // `object` has attributes of such names, which must not be taken for those of a type not filled in yet.
  if (/^__\w+__$/.test(name) && (name !== '__class__' || cx.isThreaded))
    return cx.op('getAttr', [object, b.literal(name)], node);
  const r = b.id(cx.scratch());
  const given = [object, b.literal(name)];
  const slow = cx.isThreaded ? brought(cx.op('threadGetAttr', given, node), cx) : cx.op(helper, given, node);
  // The position is set first: a property that is an accessor runs Python code.
  const read = b.sequence(cx.at(node), b.assign(r, property(object, name)));
  const isObject = b.binary('!==', object, b.nil());
  if (name === '__class__') {
    // Only of a class written in Python: of those that the runtime has some are mirrors of another.
    const isOwn = b.and(isObject, b.binary('===', b.member(object, 'd$'), b.literal(true)));
    const found = b.and(isOwn, b.binary('!==', read, b.undef()));
    return b.conditional(found, r, cx.op('getAttr', given, node));
  }
  const test = b.and(isObject, b.binary('!==', read, b.undef()));
  const value = b.conditional(test, r, slow);
  if (!cx.isThreaded) return value;
  const found = b.and(b.binary('!==', object, b.nil()), b.binary('!==', property(object, name, 'p$'), b.undef()));
  const asked = b.call(cx.helper('threadProperty'), [property(object, name, 'p$'), object, b.literal(name)]);
  return b.conditional(found, b.sequence(cx.at(node), brought(asked, cx)), value);
}

/** `object.$name`, also for names that are no JavaScript identifiers. */
export function property(object: b.Expression, name: string, prefix = '$'): b.Expression {
  const key = `${prefix}${name}`;
  return /^[\p{ID_Continue}$]*$/u.test(key) ? b.member(object, key) : b.index(object, b.literal(key));
}

/** `object.name = value`, both evaluated already. */
export function storeAttribute(
  object: b.Expression,
  name: string,
  value: b.Expression,
  attribute: ast.Attribute,
  cx: FunctionContext,
): b.Expression {
  const node = fromName(attribute, attribute, cx);
  const { setup, values } = fix([object, value], cx);
  const [o, v] = values as [b.Expression, b.Expression];
  const slow = mayWait(
    b.call(cx.helper('setAttr'), [o, b.literal(name), v]),
    'threadSetAttr',
    [o, b.literal(name), v],
    cx,
  );
  // What functions compute (`__name__`, Python 2's `func_name`) is no plain property of theirs.
  if (/^__\w+__$|^func_/.test(name)) return b.sequence(...setup, cx.at(node), slow);
  const plain = b.and(
    b.binary('!==', o, b.nil()),
    b.or(
      b.binary('===', b.member(o, 'd$'), b.literal(true)),
      b.binary('===', property(o, name, 'e$'), b.literal(true)),
    ),
  );
  const isOwn = cx.isThreaded ? b.and(plain, b.isUndefined(property(o, name, 'p$'))) : plain;
  return b.sequence(...setup, cx.at(node), b.conditional(isOwn, b.assign(property(o, name), v), slow));
}
