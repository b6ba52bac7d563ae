import type { PatternWarning } from './errors.js';
import type { ParsedPattern } from './tree.js';
export function parsePattern2(
  _t: string,
  _f: number,
  _o: { isBytes: boolean },
): { pattern: ParsedPattern; warnings: PatternWarning[] } {
  throw new Error('x');
}
