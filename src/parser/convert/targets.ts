/** Expressions that are assigned to or deleted. */
import type { Expr, ExprContext } from '../ast.js';
import { NotPython } from '../normalise/emitter.js';

/** `target` with the context `Store`; throws {@link NotPython} if it is no target. */
export function storeTarget(target: Expr): Expr {
  return withContext(target, 'Store');
}

/** `target` with the context `Del`; throws {@link NotPython} if it cannot be deleted. */
export function deleteTarget(target: Expr): Expr {
  return withContext(target, 'Del');
}

function withContext(target: Expr, ctx: ExprContext): Expr {
  switch (target.type) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return { ...target, ctx };
    case 'Starred':
      if (ctx === 'Del') throw new NotPython();
      return { ...target, ctx, value: withContext(target.value, ctx) };
    case 'Tuple':
    case 'List':
      return { ...target, ctx, elts: target.elts.map((element) => withContext(element, ctx)) };
    default:
      throw new NotPython();
  }
}
