import type { ExprVisitor } from '../visitor.js';
import { makeFunction } from '../function.js';

export const Lambda: ExprVisitor<'Lambda'> = (node, cx) => makeFunction(node, cx);
