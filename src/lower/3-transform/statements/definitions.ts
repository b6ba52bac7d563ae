import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { elements } from '../expressions/displays.js';
import { lowerExpr, lowerExprs } from '../expressions/index.js';
import { classCode, makeFunction } from '../function.js';
import { storeName } from '../names.js';
import { comesTo, thenAt } from '../traced.js';
import { withTypeParams } from '../typeParams.js';
import type { StmtVisitor } from '../visitor.js';

type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef;

export const FunctionDef: StmtVisitor<'FunctionDef'> = (node, cx) => define(node, cx, (c) => makeFunction(node, c));
export const AsyncFunctionDef: StmtVisitor<'AsyncFunctionDef'> = (node, cx) =>
  define(node, cx, (c) => makeFunction(node, c));
export const ClassDef: StmtVisitor<'ClassDef'> = (node, cx) =>
  define(node, cx, (c, params) => makeClass(node, c, params));

/** Decorators first, then the definition, then the decorators' calls from the innermost out. */
function define(
  node: Definition,
  cx: FunctionContext,
  make: (cx: FunctionContext, params: b.Expression | null) => b.Expression,
): void {
  const decorators = lowerExprs(node.decorator_list, cx).map((d) => cx.spill(d));
  if (node.type === 'ClassDef' && cx.tellsLines) comesTo(node, cx);
  const made = withTypeParams(node, cx, make);
  let value = thenAt(made, node, cx);
  for (let i = decorators.length - 1; i >= 0; i--) {
    value = cx.op('call1', [decorators[i]!, value], node.decorator_list[i]!);
  }
  cx.emit(b.statement(storeName(cx.mangled(node.name), thenAt(value, node, cx), cx)));
}

/** `$buildClass(code, cells, name, bases, keywords)`; a class with type parameters has `Generic` as its last base. */
function makeClass(node: ast.ClassDef, cx: FunctionContext, params: b.Expression | null): b.Expression {
  const generic = params === null ? [] : [b.call(cx.helper('genericBase'), [params])];
  const bases = b.array([...elements(node.bases, node, cx), ...generic]);
  const values = lowerExprs(
    node.keywords.map((k) => k.value),
    cx,
  );
  const pairs = node.keywords.flatMap((k, i) => [k.arg === null ? b.nil() : b.literal(k.arg), values[i]!]);
  const spec = classCode(node, cx);
  const cells = b.array(spec.freevars.map(b.id));
  const operands = [b.id('$u'), b.id(`$c${spec.index}`), cells, b.literal(node.name), bases, b.array(pairs)];
  return cx.op('buildClass', operands, node);
}

export { lowerExpr };
