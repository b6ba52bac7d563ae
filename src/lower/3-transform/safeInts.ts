/** Sums, differences and products of safe integers that have to be safe integers themselves. */
import * as b from '../build.js';

export const MAX_SAFE = Number.MAX_SAFE_INTEGER;

/**
 * The tests that `r = left symbol right` is a safe integer, for operands that are. With a literal a sum or difference can leave them at one
 * end only.
 */
export function safeTests(
  symbol: '+' | '-' | '*' | '/',
  left: b.Expression,
  right: b.Expression,
  r: b.Expression,
): b.Expression[] {
  const result = b.assign(r, b.binary(symbol, left, right));
  const { mayRise, mayFall } = reach(symbol, sign(left), sign(right));
  if (!mayFall) return [b.binary('<=', result, b.literal(MAX_SAFE))];
  if (!mayRise) return [b.binary('>=', result, b.literal(-MAX_SAFE))];
  return [b.binary('<=', result, b.literal(MAX_SAFE)), b.binary('>=', r, b.literal(-MAX_SAFE))];
}

/** 1 and -1 for literals, 0 for what is not known; a zero counts as positive. */
function sign(e: b.Expression): number {
  if (e.type === 'UnaryExpression' && e.operator === '-' && e.argument.type === 'Literal') return -1;
  return e.type === 'Literal' && typeof e.value === 'number' ? 1 : 0;
}

/** Whether a result can be above, or below, the safe integers. */
function reach(symbol: string, left: number, right: number): { mayRise: boolean; mayFall: boolean } {
  if (symbol !== '+' && symbol !== '-') return { mayRise: true, mayFall: true };
  const added = symbol === '-' ? -right : right;
  return { mayRise: left >= 0 && added >= 0, mayFall: left <= 0 && added <= 0 };
}
