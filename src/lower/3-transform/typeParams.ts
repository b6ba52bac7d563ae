/** Type parameters (PEP 695): a function around the definition in which the parameters are variables. */
import type * as ast from '../../parser/ast.js';
import * as b from '../build.js';
import { FunctionContext } from './context.js';
import { guard } from './frame.js';
import { codeBase, jsFunctionName } from './function.js';
import { lowerExpr } from './expressions/index.js';
import { storeName } from './names.js';
import { traced } from './traced.js';

type Owner = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.TypeAlias;

/** The definition, made inside the scope of its type parameters when it has any. */
export function withTypeParams(
  node: Owner,
  cx: FunctionContext,
  make: (cx: FunctionContext, params: b.Expression | null) => b.Expression,
): b.Expression {
  if (node.type_params.length === 0) return make(cx, null);
  const scope = cx.unit.scopes.typeScope(node)!;
  return callScope(scope, node, cx, (inner) => {
    const params = b.id(inner.temp());
    inner.emit(b.statement(b.assign(params, typeParamTuple(node.type_params, inner))));
    const value = make(inner, params);
    inner.emit(b.ret(b.call(inner.helper('setTypeParams'), [value, params])));
  });
}

/** Defines and calls a function of no arguments whose body `emit` writes. */
function callScope(
  scope: any,
  node: ast.Span,
  cx: FunctionContext,
  emit: (inner: FunctionContext) => void,
): b.Expression {
  return b.call(makeScopeFunction(scope, node, cx, emit), []);
}

/** A function of no arguments that is evaluated later (bounds, defaults, the value of a type alias). */
export function makeScopeFunction(
  scope: any,
  node: ast.Span,
  cx: FunctionContext,
  emit: (inner: FunctionContext) => void,
): b.Expression {
  const { codes } = cx.unit;
  const index = codes.length;
  codes.push(null as never);
  const inner = new FunctionContext(cx.unit, scope, cx.className, index);
  const body = inner.collect(() => emit(inner));
  const spec = codeBase(index, scope.name, scope, node, cx);
  spec.make = b.arrow(
    ['$i', ...spec.freevars],
    b.func(jsFunctionName(scope.name), [], traced(guard(inner, body), inner)),
  );
  codes[index] = spec;
  return b.call(cx.helper('def'), [b.id(`$c${index}`), b.array(spec.freevars.map(b.id))]);
}

/** Makes each parameter, stores it under its name, and gives the tuple of all. */
export function typeParamTuple(params: readonly ast.TypeParam[], cx: FunctionContext): b.Expression {
  const names: b.Expression[] = [];
  for (const param of params) {
    const thunk = (e: ast.Expr | null): b.Expression => (e === null ? b.nil() : b.arrow([], inlineBody(e, cx)));
    const bound = param.type === 'TypeVar' ? thunk(param.bound) : b.nil();
    const held = b.id(cx.temp());
    const isTuple = param.type === 'TypeVar' && param.bound?.type === 'Tuple';
    const made = b.call(cx.helper('typeParam'), [
      b.literal(param.type),
      b.literal(param.name),
      bound,
      thunk(param.default_value),
      b.literal(isTuple),
    ]);
    cx.emit(b.statement(b.assign(held, made)));
    cx.emit(b.statement(storeName(cx.mangled(param.name), held, cx)));
    names.push(held);
  }
  return b.construct(cx.helper('PyTuple'), [b.array(names)]);
}

function inlineBody(e: ast.Expr, cx: FunctionContext): b.Statement[] {
  let value: b.Expression = b.nil();
  const statements = cx.collect(() => {
    value = lowerExpr(e, cx);
  });
  return [...statements, b.ret(value)];
}
