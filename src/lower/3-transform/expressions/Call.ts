import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import { isBuiltinFunction } from '../builtinNames.js';
import type { FunctionContext } from '../context.js';
import type { HelperName } from '../unit.js';
import { boxed } from '../numeric.js';
import { threadCall } from '../threaded.js';
import type { ExprVisitor } from '../visitor.js';
import { fromName, loadAttribute, property } from './Attribute.js';
import { consumingCall } from './consumed.js';
import { needsLocals, withLocals } from './dynamicCall.js';
import { evaluate } from './evaluate.js';
import { extremumCall } from './extremum.js';
import { lowerExpr, lowerExprs } from './index.js';
import { inlinedCall } from './inlined.js';
import { formatMethod } from './formatMethod.js';
import { globalsCall } from './globalsCall.js';
import { isinstanceCall } from './isinstance.js';
import { tellsCalls } from '../profiled.js';
import { keywordCall, keywordMethodCall, laidOutCall, starredMethodCall } from './keywordCall.js';
import { starredKeywordCall } from './starredCall.js';
import { superCall, superMethodCall } from './superCall.js';

const CALL_HELPER: readonly HelperName[] = ['call0', 'call1', 'call2', 'call3'];

/**
 * `func(args)`. A call with positional arguments only is a plain JavaScript call when the callee is a function, and a
 * method call goes straight to the class's function with no bound method in between.
 * Spec: https://docs.python.org/3/reference/expressions.html#calls
 */
export const Call: ExprVisitor<'Call'> = (node, cx) => {
  const plain = node.keywords.length === 0 && !node.args.some((arg) => arg.type === 'Starred');
  const zeroArgSuper = superCall(node, cx);
  if (zeroArgSuper !== null) return zeroArgSuper;
  if (plain && needsLocals(node, cx) && !(tellsCalls(cx) && node.args.length > 1)) {
    const [f, ...args] = lowerExprs([node.func, ...node.args], cx);
    return withLocals(f!, b.array(args), b.array([]), node, cx);
  }
  if (tellsCalls(cx)) return keywordCall(node, cx);
  const text = node.func.type === 'Attribute' ? formatMethod(node, node.func, cx) : null;
  if (text !== null) return text;
  if (!plain)
    return (
      starredKeywordCall(node, cx) ??
      laidOutCall(node, cx) ??
      starredMethodCall(node, cx) ??
      keywordMethodCall(node, cx) ??
      keywordCall(node, cx)
    );
  const known = consumingCall(node, cx) ?? isinstanceCall(node, cx) ?? extremumCall(node, cx);
  if (known !== null) return known;
  if (node.func.type === 'Attribute') return methodCall(node, node.func, cx);
  return globalsCall(node, cx, () => plainCall(node, cx)) ?? plainCall(node, cx);
};

function plainCall(node: ast.Call, cx: FunctionContext): b.Expression {
  const inlined = inlinedCall(node, cx);
  if (inlined !== null) return boxed(inlined, cx);
  const { setup, values } = evaluate(lowerExprs([node.func, ...node.args], cx)).fixed(cx);
  const [f, ...args] = values as [b.Expression, ...b.Expression[]];
  return b.sequence(...setup, cx.at(node), invoke(f, args, cx, isLikelyFunction(node.func, cx)));
}

/** A name that the text defines as a function, or a built-in function's. */
function isLikelyFunction(func: ast.Expr, cx: FunctionContext): boolean {
  if (func.type !== 'Name' || cx.unit.globalsMode !== 'module' || cx.variable(func.id) !== null) return false;
  if (cx.unit.globalVariable(func.id) === undefined) return isBuiltinFunction(func.id);
  return cx.unit.definitions().functions.has(func.id);
}

/**
 * `f(args)` when f is a function, else through the helper for other callables. Classes have a way of their own, which is
 * left out (helpers know it) where a function is likely: short code is compiled soon.
 */
export function invoke(f: b.Expression, args: b.Expression[], cx: FunctionContext, isFunction = false): b.Expression {
  if (cx.isThreaded) return threadCall(f, args, cx);
  if (isFunction && args.length < CALL_HELPER.length)
    return b.conditional(b.typeIs(f, 'function'), b.call(f, args), invokeSlow(f, args, cx));
  const make = b.id(cx.scratch());
  const direct = b.assign(make, b.optionalMember(f, 'direct'));
  const object = b.conditional(b.binary('!==', direct, b.undef()), b.call(make, args), invokeSlow(f, args, cx));
  return b.conditional(b.typeIs(f, 'function'), b.call(f, args), object);
}

function invokeSlow(f: b.Expression, args: b.Expression[], cx: FunctionContext): b.Expression {
  const helper = CALL_HELPER[args.length];
  return helper !== undefined ? b.call(cx.helper(helper), [f, ...args]) : b.call(cx.helper('call'), [f, b.array(args)]);
}

export function methodCall(node: ast.Call, func: ast.Attribute, cx: FunctionContext): b.Expression {
  const name = cx.mangled(func.attr);
  const superMethod = superMethodCall(node, func, cx);
  if (superMethod !== null) return superMethod;
  const { self, method, value, lookup } = findMethod(func, cx);
  const before = cx.statements.length;
  const argValues = lowerExprs(node.args, cx);
  const needsStatements = cx.statements.length > before;
  // The attribute is looked up before the arguments are evaluated.
  if (needsStatements) cx.statements.splice(before, 0, b.statement(lookup));
  const { setup, values } = evaluate(argValues).fixed(cx);
  const direct = cx.isThreaded ? threadCall(method, [self, ...values], cx) : b.call(method, [self, ...values]);
  const call = b.conditional(b.binary('!==', method, b.undef()), direct, invoke(value, values, cx));
  const at = cx.at(fromName(func, node, cx));
  const result = b.sequence(...(needsStatements ? [] : [lookup]), ...setup, at, call);
  return FORGETS_FILE.has(name) && opensFile(func.value, cx) ? b.call(cx.helper('dropFile'), [result, self]) : result;
}

interface FoundMethod {
  readonly self: b.Expression;
  /** The class's function, or undefined; then `value` is the attribute. */
  readonly method: b.Expression;
  readonly value: b.Expression;
  readonly lookup: b.Expression;
}

/** The look-up of a method that is to be called. */
export function findMethod(func: ast.Attribute, cx: FunctionContext): FoundMethod {
  const name = cx.mangled(func.attr);
  const object = lowerExpr(func.value, cx);
  const self = b.id(cx.scratch());
  const method = b.id(cx.scratch());
  const value = b.id(cx.scratch());
  const optional = { ...(property(self, name, 'm$') as object), optional: true } as unknown as b.Expression;
  const read = OF_OBJECT.has(name)
    ? b.undef()
    : ({ type: 'ChainExpression', expression: optional } as unknown as b.Expression);
  const lookup = b.sequence(
    b.assign(self, object),
    b.conditional(b.isUndefined(b.assign(method, read)), b.assign(value, loadAttribute(self, name, func, cx)), b.nil()),
  );
  return { self, method, value, lookup };
}

/** What every object has: a built-in type whose own are not in place yet would show those of `object`. */
const OF_OBJECT: ReadonlySet<string> = new Set(
  '__dir__ __eq__ __format__ __ge__ __getattribute__ __getstate__ __gt__ __hash__ __init__ __le__ __lt__ __ne__ __reduce__ __reduce_ex__ __repr__ __setattr__ __delattr__ __sizeof__ __str__'.split(
    ' ',
  ),
);

/** Methods of a file whose result does not keep it alive. */
const FORGETS_FILE: ReadonlySet<string> = new Set(['read', 'readline', 'readlines', 'readinto', 'write', 'writelines']);

/** `open(…)` of the builtins, in Python 2 `file(…)` too: after `open(path, 'w').write(text)` nobody has the file any more, so it is closed. */
function opensFile(node: ast.Expr, cx: FunctionContext): boolean {
  if (node.type !== 'Call' || node.func.type !== 'Name') return false;
  const { id } = node.func;
  if (id !== 'open' && id !== 'file') return false;
  return cx.unit.globalsMode !== 'dict' && cx.variable(id) === null && cx.unit.globalVariable(id) === undefined;
}
