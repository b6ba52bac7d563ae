/** `o[k]` and `o[k] = v` where nothing is known of the object: its class's own way (`item$`, `put$`), then the helper for the rest. */
import * as b from '../build.js';
import type { FunctionContext } from './context.js';
import { mayWait } from './threaded.js';

/** `o[k]` of variables. */
export function itemOf(o: b.Expression, k: b.Expression, cx: FunctionContext): b.Expression {
  const helper = b.call(cx.helper('getItem'), [o, k]);
  if (cx.isThreaded) return mayWait(helper, 'threadGetItem', [o, k], cx);
  const t = b.id(cx.scratch());
  const own = b.assign(t, b.optionalCall(o, 'item$', [k]));
  return b.conditional(b.binary('!==', own, b.undef()), t, helper);
}

/** `o[k] = v` of variables. */
export function setItemOf(o: b.Expression, k: b.Expression, v: b.Expression, cx: FunctionContext): b.Expression {
  const helper = b.call(cx.helper('setItem'), [o, k, v]);
  if (cx.isThreaded) return mayWait(helper, 'threadSetItem', [o, k, v], cx);
  return b.or(b.binary('===', b.optionalCall(o, 'put$', [k, v]), b.literal(true)), helper);
}
