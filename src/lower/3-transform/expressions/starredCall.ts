/** Calls that have both one `*value` and keywords. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { brought, taken } from '../threaded.js';
import { needsLocals } from './dynamicCall.js';
import { evaluate } from './evaluate.js';
import { lowerExprs } from './index.js';

/**
 * `f(*value, name=…, **mapping)`: the value is gone through when all else is evaluated and the mappings are read. In
 * Python 2 that is so whatever comes before it, and the names' values come before `value`. Null for other calls.
 * Spec: https://docs.python.org/3/reference/expressions.html#calls
 */
export function starredKeywordCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const starred = node.args.at(-1);
  if (starred?.type !== 'Starred' || node.keywords.length === 0 || needsLocals(node, cx)) return null;
  const python2 = cx.unit.dialect === 2;
  if (node.args.length > 1 && !python2) return null;
  const given = node.args.slice(0, -1);
  const named = node.keywords.filter(({ arg }) => !python2 || arg !== null);
  const mappings = node.keywords.filter(({ arg }) => python2 && arg === null);
  const at = 1 + given.length + (python2 ? named.length : 0);
  const order = [node.func, ...given, ...named.map((k) => k.value)];
  order.splice(at, 0, starred.value);
  const { setup, values } = evaluate(lowerExprs([...order, ...mappings.map((k) => k.value)], cx)).fixed(cx);
  const [value] = values.splice(at, 1) as [b.Expression];
  const [f, ...rest] = values as [b.Expression, ...b.Expression[]];
  const pairs = b.id(cx.scratch());
  const before = rest.slice(0, given.length);
  const keywords = [...named, ...mappings].flatMap(({ arg }, i) => [
    arg === null ? b.nil() : b.literal(arg),
    rest[given.length + i]!,
  ]);
  const items = cx.op('starArgsAfter', [taken(value, cx), f, pairs], node);
  const args = before.length === 0 ? items : b.array([...before, b.spread(items)]);
  const call = cx.isThreaded
    ? brought(cx.op('threadCall', [f, args, pairs], node), cx)
    : cx.op('callKeywords', [f, args, pairs], node);
  return b.sequence(...setup, b.assign(pairs, b.array(keywords)), call);
}
