import type { ExprVisitor } from '../visitor.js';
import { lowerExpr } from './index.js';

/** Python 2's backticks. */
export const Repr: ExprVisitor<'Repr'> = (node, cx) => cx.op('repr', [lowerExpr(node.value, cx)], node);
