import * as b from '../../build.js';
import { lowerExpr } from '../expressions/index.js';
import { storeName } from '../names.js';
import { makeScopeFunction, typeParamTuple, withTypeParams } from '../typeParams.js';
import type { StmtVisitor } from '../visitor.js';

/** `type X[T] = value`: the value is evaluated when it is first asked for. */
export const TypeAlias: StmtVisitor<'TypeAlias'> = (node, cx) => {
  const name = cx.mangled(node.name.id);
  let alias: b.Expression;
  if (node.type_params.length > 0) {
    alias = withTypeParams(node, cx, (inner) => {
      const value = lazily(inner);
      return b.call(inner.helper('typeAlias'), [b.literal(node.name.id), value, b.id('$u')]);
    });
  } else {
    const scope = cx.unit.scopes.typeScope(node)!;
    const value = makeScopeFunction(scope, node, cx, (inner) => inner.emit(b.ret(lowerExpr(node.value, inner))));
    alias = b.call(cx.helper('typeAlias'), [b.literal(node.name.id), value, b.id('$u')]);
  }
  cx.emit(b.statement(storeName(name, alias, cx)));

  function lazily(inner: typeof cx): b.Expression {
    let result: b.Expression = b.nil();
    const statements = inner.collect(() => {
      result = lowerExpr(node.value, inner);
    });
    return b.arrow([], [...statements, b.ret(result)]);
  }
};

export { typeParamTuple };
