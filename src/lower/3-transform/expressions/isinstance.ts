import type * as ast from '../../../parser/ast.js';
import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';
import { isBuiltin, meansBuiltin } from '../counted.js';
import { evaluate } from './evaluate.js';
import { lowerExprs } from './index.js';

/** More classes than these are asked about as the tuple that they stand in. */
const MAX_CLASSES = 4;

/**
 * `isinstance(o, C)` and `isinstance(o, (C, D))`: an object of that very class is told on the spot. Null where the call is
 * none of these. Whether the name still means the builtin is looked at in each call.
 */
export function isinstanceCall(node: ast.Call, cx: FunctionContext): b.Expression | null {
  const { func, args } = node;
  if (func.type !== 'Name' || func.id !== 'isinstance' || args.length !== 2 || node.keywords.length > 0) return null;
  if (cx.isThreaded || !meansBuiltin('isinstance', cx)) return null;
  const given = args[1]!;
  const isTuple = given.type === 'Tuple' && given.elts.length > 0 && given.elts.length <= MAX_CLASSES;
  const nodes = isTuple ? given.elts : [given];
  if (nodes.some((e) => e.type !== 'Name' && e.type !== 'Attribute')) return null;
  const { setup, values } = evaluate(lowerExprs([args[0]!, ...nodes], cx)).fixed(cx);
  const [o, ...classes] = values as [b.Expression, ...b.Expression[]];
  const same = classes.map((c) => b.binary('===', b.member(o, 'c$'), c));
  const asked = classes.map((c) => b.call(cx.helper('isInstance'), [o, c]));
  const ask = b.sequence(cx.at(node), b.or(...asked));
  // To Python 2 an old-style class is no instance of the type that it has here.
  const fast = cx.unit.dialect === 2 ? ask : b.or(b.and(b.binary('!==', o, b.nil()), b.or(...same)), ask);
  const second = isTuple ? b.construct(cx.helper('PyTuple'), [b.array(classes)]) : classes[0]!;
  const general = b.call(cx.helper('call'), [b.member(b.id('$N'), '$isinstance'), b.array([o, second])]);
  return b.sequence(...setup, b.conditional(isBuiltin('isinstance', cx), fast, b.sequence(cx.at(node), general)));
}
