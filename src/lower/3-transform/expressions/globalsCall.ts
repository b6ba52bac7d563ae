import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { isBuiltin, meansBuiltin } from '../counted.js';

/**
 * `globals()`: the unit's own, where the builtin would look through the stack for whose they are. Null where the call is another.
 * Whether the name still means the builtin is looked at in each call, which else is `general`.
 */
export function globalsCall(node: ast.Call, cx: FunctionContext, general: () => b.Expression): b.Expression | null {
  const { func, args } = node;
  if (func.type !== 'Name' || func.id !== 'globals' || args.length > 0 || node.keywords.length > 0) return null;
  if (!meansBuiltin('globals', cx)) return null;
  return b.conditional(isBuiltin('globals', cx), b.member(b.id('$u'), 'globals'), general());
}
