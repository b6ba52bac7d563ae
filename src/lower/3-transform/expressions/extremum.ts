import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { isBuiltin, meansBuiltin } from '../counted.js';
import { evaluate } from './evaluate.js';
import { lowerExprs } from './index.js';
import { intLiteral, isNumber, mayBeInt } from './operands.js';

/**
 * `min(a, b)` and `max(a, b, c)` of ints on the spot. Null where the call is none of these. Whether the name still means the
 * builtin is looked at in each call.
 */
export function extremumCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const { func, args } = node;
  if (func.type !== 'Name' || (func.id !== 'min' && func.id !== 'max') || node.keywords.length > 0) return null;
  if (cx.isThreaded || args.length < 2 || args.length > 3 || !args.every(mayBeInt)) return null;
  if (args.some((arg) => arg.type === 'Starred') || !meansBuiltin(func.id, cx)) return null;
  const { setup, values } = evaluate(lowerExprs(args, cx)).fixed(cx);
  const tests = values.filter((_value, i) => intLiteral(args[i]!) === null).map(isNumber);
  const operator = func.id === 'min' ? '<' : '>';
  const better = (x: b.Expression, y: b.Expression): b.Expression => b.conditional(b.binary(operator, y, x), y, x);
  const [first, second, third] = values as [b.Expression, b.Expression, b.Expression?];
  let best = better(first, second);
  if (third !== undefined) {
    const t = b.id(cx.scratch());
    best = b.sequence(b.assign(t, best), better(t, third));
  }
  const general = b.call(cx.helper('call'), [b.member(b.id('$N'), `$${func.id}`), b.array(values)]);
  const fast = b.and(isBuiltin(func.id, cx), ...tests);
  return b.sequence(...setup, cx.at(node), b.conditional(fast, best, general));
}
