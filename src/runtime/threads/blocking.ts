/** Built-in functions in which threads wait. */
import type { PyFunction } from '../object/function.js';

/** Marks a function as one that threads wait in. */
export function blocking(f: PyFunction): PyFunction {
  f.builtin!.blocking = true;
  return f;
}
