import { floatType } from '../../builtins/float.js';
import { isInstanceOf, ValueError } from '../../object/errors.js';
import { call } from '../../object/call.js';

/** What `float(text)` gives; undefined where that raises ValueError. */
export function parseFloatText(text: string): number | undefined {
  try {
    return call(floatType, [text]).v;
  } catch (error) {
    if (isInstanceOf(error, ValueError)) return undefined;
    throw error;
  }
}
