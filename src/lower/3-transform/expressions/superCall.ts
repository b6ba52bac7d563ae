/** `super()` and `super(Class, self)`, and calls of methods of theirs. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { threadCall } from '../threaded.js';
import { evaluate } from './evaluate.js';
import { lowerExpr, lowerExprs } from './index.js';

/** `super()` with no arguments: the class from its cell, the object from the first parameter. */
export function superCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  if (!isBareSuper(node, cx)) return null;
  const [cls, self] = superParts(cx);
  const hasSelf = firstParameter(cx) === null ? [] : [b.literal(true)];
  return b.sequence(cx.at(node), b.call(cx.helper('superOf'), [lowerExpr(node.func, cx), cls, self, ...hasSelf]));
}

export function isBareSuper(node: ast.Expr, cx: FunctionContext): node is ast.Call {
  return (
    cx.unit.dialect === 3 &&
    node.type === 'Call' &&
    node.func.type === 'Name' &&
    node.func.id === 'super' &&
    node.args.length === 0 &&
    node.keywords.length === 0 &&
    cx.frame.kind === 'function' &&
    cx.variable('super') === null
  );
}

/** `__class__` and the first argument, as expressions (undefined where there is none: the helper then raises). */
function superParts(cx: FunctionContext): [b.Expression, b.Expression] {
  const cell = cx.variable('__class__');
  const first = firstParameter(cx);
  const variable = first === null ? null : (cx.frame.variables.get(first) ?? null);
  const self =
    variable === null ? b.undef() : variable.captured ? b.member(b.id(variable.jsName), 'v') : b.id(variable.jsName);
  return [cell === null ? b.undef() : b.member(b.id(cell.jsName), 'v'), self];
}

function firstParameter(cx: FunctionContext): string | null {
  const { node } = cx.frame;
  if (node.type !== 'FunctionDef' && node.type !== 'AsyncFunctionDef' && node.type !== 'Lambda') return null;
  const arg = node.args.posonlyargs[0] ?? node.args.args[0] ?? node.args.vararg;
  if (arg === null || arg === undefined || arg === node.args.vararg) return null;
  return cx.mangled(arg.arg);
}

/** `super().name(args)`: straight to the next class's function, with no super object in between. */
export function superMethodCall(node: ast.Call, func: ast.Attribute, cx: FunctionContext): b.Expression | null {
  if (!isBareSuper(func.value, cx)) return namedSuperCall(node, func, cx);
  const [cls, self] = superParts(cx);
  const method = b.id(cx.scratch());
  const superValue = lowerExpr(func.value.func, cx);
  const found = b.call(cx.helper('superMethod'), [superValue, cls, self, b.literal(cx.mangled(func.attr))]);
  return callFound(node, b.assign(method, b.sequence(cx.at(func), found)), method, self, cx);
}

/** The same for `super(Class, self).name(args)`; where the name does not lead to a function, a super object is made. */
function namedSuperCall(node: ast.Call, func: ast.Attribute, cx: FunctionContext): b.Expression | null {
  const made = func.value;
  if (!isNamedSuper(made, cx)) return null;
  const name = b.literal(cx.mangled(func.attr));
  const f = b.id(cx.scratch());
  const cls = b.id(cx.scratch());
  const self = b.id(cx.scratch());
  const method = b.id(cx.scratch());
  const values = lowerExprs([made.func, ...made.args], cx);
  const parts = [f, cls, self].map((part, at) => b.assign(part, values[at]!));
  const proxy = b.sequence(cx.at(made), b.call(cx.helper('call2'), [f, cls, self]));
  const slow = b.assign(method, b.call(cx.helper('methodOf'), [proxy, name, cx.at(func)]));
  const fast = b.assign(method, b.call(cx.helper('nextMethod'), [f, cls, self, name]));
  const lookup = b.sequence(...parts, b.conditional(b.isUndefined(fast), slow, b.nil()));
  return callFound(node, lookup, method, self, cx);
}

/** `super(Class, self)`, written with two names. */
function isNamedSuper(node: ast.Expr, cx: FunctionContext): node is ast.Call {
  return (
    node.type === 'Call' &&
    node.func.type === 'Name' &&
    node.func.id === 'super' &&
    node.args.length === 2 &&
    node.args.every((arg) => arg.type === 'Name') &&
    node.keywords.length === 0 &&
    cx.frame.kind === 'function' &&
    cx.variable('super') === null
  );
}

/** The call of a method that `lookup` finds before the arguments are evaluated. */
function callFound(
  node: ast.Call,
  lookup: b.Expression,
  method: b.Expression,
  self: b.Expression,
  cx: FunctionContext,
): b.Expression {
  const before = cx.statements.length;
  const argValues = lowerExprs(node.args, cx);
  const needsStatements = cx.statements.length > before;
  if (needsStatements) cx.statements.splice(before, 0, b.statement(lookup));
  const { setup, values } = evaluate(argValues).fixed(cx);
  return b.sequence(
    ...(needsStatements ? [] : [lookup]),
    ...setup,
    cx.at(node),
    cx.isThreaded ? threadCall(method, [self, ...values], cx) : b.call(method, [self, ...values]),
  );
}
