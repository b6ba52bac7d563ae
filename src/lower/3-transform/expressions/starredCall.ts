/** Calls that have both one `*value` and keywords. */
import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { brought, taken } from '../threaded.js';
import { needsLocals } from './dynamicCall.js';
import { evaluate } from './evaluate.js';
import { lowerExprs } from './index.js';
import { keywordsReadAtOnce, readTogether } from './mappings.js';

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
  const lowered = lowerExprs([...order, ...mappings.map((k) => k.value)], cx);
  const atOnce = python2 ? [] : keywordsReadAtOnce(node);
  if (atOnce.includes(true)) return readingCall(lowered, atOnce, node, cx);
  const { setup, values } = evaluate(lowered).fixed(cx);
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
  return b.sequence(...setup, b.assign(pairs, b.array(keywords)), made(f, args, pairs, node, cx));
}

const made = (f: b.Expression, args: b.Expression, pairs: b.Expression, node: ast.Call, cx: FunctionContext) =>
  cx.isThreaded
    ? brought(cx.op('threadCall', [f, args, pairs], node), cx)
    : cx.op('callKeywords', [f, args, pairs], node);

/** `f(*value, **mapping, name=…)` where mappings are read before what follows them is evaluated. */
function readingCall(lowered: b.Expression[], atOnce: readonly boolean[], node: ast.Call, cx: FunctionContext) {
  const [f, value, pairs] = [b.id(cx.scratch()), b.id(cx.scratch()), b.id(cx.scratch())];
  const parts: b.Expression[] = [];
  for (const [i, { arg }] of node.keywords.entries()) {
    parts.push(arg === null ? b.nil() : b.literal(arg), lowered[i + 2]!);
    if (atOnce[i]) parts.splice(0, parts.length, ...readTogether(f, parts, node, cx));
  }
  const items = cx.op('starArgsAfter', [taken(value, cx), f, pairs], node);
  const setup = [b.assign(f, lowered[0]!), b.assign(value, lowered[1]!), b.assign(pairs, b.array(parts))];
  return b.sequence(...setup, made(f, items, pairs, node, cx));
}
