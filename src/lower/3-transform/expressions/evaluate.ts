import * as b from '../../build.js';
import type { FunctionContext } from '../context.js';

/** The values of a call, evaluated in order, each into something that stays fixed. */
export function evaluate(values: b.Expression[]): {
  fixed: (cx: FunctionContext) => { setup: b.Expression[]; values: b.Expression[] };
} {
  return {
    fixed: (cx) => {
      const setup: b.Expression[] = [];
      const out: b.Expression[] = [];
      const simple = values.every((v) => b.isSimple(v));
      for (const value of values) {
        if (simple || b.isStable(value)) out.push(value);
        else {
          const t = b.id(cx.scratch());
          setup.push(b.assign(t, value));
          out.push(t);
        }
      }
      return { setup, values: out };
    },
  };
}
