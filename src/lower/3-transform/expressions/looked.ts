/** What is looked up in a `try` (items, attributes, `next`, `int` and `float` of a text): that it is not there goes to the handler by a jump, as what is raised there does. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { tellsCalls } from '../profiled.js';
import type { HelperName } from '../unit.js';
import { isBuiltin, meansBuiltin } from '../counted.js';
import { loadAttribute } from './Attribute.js';
import { lowerExpr } from './index.js';
import { loadItem, lowerSubscript } from './Subscript.js';

/** The value of a statement's expression: to throw and catch takes several times as long as all the rest. */
export function lowerLooked(node: ast.Expr, cx: FunctionContext): b.Expression {
  if (!isTried(cx)) return lowerExpr(node, cx);
  if (node.type === 'Subscript' && node.slice.type !== 'Slice') {
    const [object, key] = lowerSubscript(node, cx).map((part) => cx.spill(part));
    return lookedItem(object!, key!, node, cx);
  }
  if (node.type === 'Attribute' && !/^__\w+__$/.test(node.attr)) {
    const object = cx.spill(lowerExpr(node.value, cx));
    const name = cx.mangled(node.attr);
    const value = loadAttribute(object, name, node, cx, 'findAttribute');
    return orRaised(value, 'missingAttribute', [object, b.literal(name)], cx);
  }
  return (node.type === 'Call' ? triedCall(node, cx) : null) ?? lowerExpr(node, cx);
}

/** `object[key]`, which are variables or constants, as a statement of its own. */
export function lookedItem(
  object: b.Expression,
  key: b.Expression,
  node: ast.Subscript,
  cx: FunctionContext,
): b.Expression {
  if (!isTried(cx)) return cx.spill(loadItem(object, key, node, cx));
  return orRaised(loadItem(object, key, node, cx, 'findItem'), 'missingItem', [object, key], cx);
}

/** What is raised here comes to a handler of the function. */
const isTried = (cx: FunctionContext): boolean => cx.tryTarget !== null && !cx.isThreaded && !tellsCalls(cx);

/** Built-ins that are called to see whether they can: what does it, and what makes the exception where it gave undefined. */
const TRIED = {
  float: ['findFloat', 'missingFloat'],
  int: ['findInt', 'missingInt'],
  next: ['findNext', 'missingNext'],
} as const;

/** `next(iterator)`, `int(text)` and `float(text)`; whether the name still means the builtin is looked at in each call. Null for any other call. */
function triedCall({ func, args, keywords, ...span }: ast.Call, cx: FunctionContext): b.Expression | null {
  if (func.type !== 'Name' || !Object.hasOwn(TRIED, func.id) || args.length !== 1 || keywords.length > 0) return null;
  if (cx.unit.dialect !== 3 || args[0]!.type === 'Starred' || !meansBuiltin(func.id, cx)) return null;
  const name = func.id as keyof typeof TRIED;
  const [find, missing] = TRIED[name];
  const given = cx.spill(lowerExpr(args[0]!, cx));
  const usual = b.call(cx.helper('call1'), [b.member(b.id('$N'), `$${name}`), given]);
  const value = b.conditional(isBuiltin(name, cx), b.call(cx.helper(find), [given]), usual);
  return orRaised(b.sequence(cx.at(span), value), missing, [given], cx);
}

/** The value; where it is undefined, what `missing` gives is raised. */
function orRaised(
  value: b.Expression,
  missing: HelperName,
  given: readonly b.Expression[],
  cx: FunctionContext,
): b.Expression {
  const found = cx.spill(value);
  const raising = cx.collect(() => cx.raise(b.call(cx.helper(missing), given)));
  cx.emit(b.ifStatement(b.isUndefined(found), raising));
  return found;
}
