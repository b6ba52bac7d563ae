/** The limit on digits between decimal texts and ints (`sys.set_int_max_str_digits`). */
import { moduleState, rt } from '../object/context.js';
import { DEFAULT_MAX_STR_DIGITS, intToText } from '../text/parseInt.js';
import type { Int } from './intMath.js';
import { pyCall } from './textError.js';

/** The running process's limit; 0 for none. To be changed by `sys`. */
export function intLimit(): { maxStrDigits: number } {
  return moduleState('int', () => ({ maxStrDigits: rt.dialect === 2 ? 0 : DEFAULT_MAX_STR_DIGITS }));
}

/** The decimal text of an int. ValueError when it is longer than the limit. */
export function intText(n: Int): string {
  return typeof n === 'number' ? String(n) : pyCall(() => intToText(n, intLimit().maxStrDigits));
}
