import * as b from '../../build.js';
import type { ExprVisitor } from '../visitor.js';
import { lowerExpr } from './index.js';
import { loadName, storeName } from '../names.js';

export const Name: ExprVisitor<'Name'> = (node, cx) =>
  // Nothing can assign to it: it says how its text was compiled.
  node.id === '__debug__' ? b.literal(cx.unit.options.optimize === 0) : loadName(cx.mangled(node.id), node, cx);

/** `(name := value)`. */
export const NamedExpr: ExprVisitor<'NamedExpr'> = (node, cx) => {
  const value = lowerExpr(node.value, cx);
  const t = b.id(cx.scratch());
  const store = storeName(cx.mangled(node.target.id), t, cx);
  return b.sequence(b.assign(t, value), store, t);
};
