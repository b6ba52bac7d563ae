/** Items and attributes that are looked up in a `try`: that they are not there goes to the handler by a jump, as what is raised there does. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { loadAttribute } from './Attribute.js';
import { lowerExpr } from './index.js';
import { loadItem, lowerSubscript } from './Subscript.js';

/** The value of a statement's expression: to throw and catch takes several times as long as all the rest. */
export function lowerLooked(node: ast.Expr, cx: FunctionContext): b.Expression {
  if (cx.tryTarget === null || cx.isThreaded) return lowerExpr(node, cx);
  if (node.type === 'Subscript' && node.slice.type !== 'Slice') {
    const given = lowerSubscript(node, cx).map((part) => cx.spill(part));
    return orRaised(loadItem(given[0]!, given[1]!, node, cx, 'findItem'), 'missingItem', given, cx);
  }
  if (node.type === 'Attribute' && !/^__\w+__$/.test(node.attr)) {
    const object = cx.spill(lowerExpr(node.value, cx));
    const name = cx.mangled(node.attr);
    const value = loadAttribute(object, name, node, cx, 'findAttribute');
    return orRaised(value, 'missingAttribute', [object, b.literal(name)], cx);
  }
  return lowerExpr(node, cx);
}

/** The value; where it is undefined, what `missing` gives is raised. */
function orRaised(
  value: b.Expression,
  missing: 'missingItem' | 'missingAttribute',
  given: readonly b.Expression[],
  cx: FunctionContext,
): b.Expression {
  const found = cx.spill(value);
  const raising = cx.collect(() => cx.raise(b.call(cx.helper(missing), given)));
  cx.emit(b.ifStatement(b.isUndefined(found), raising));
  return found;
}
