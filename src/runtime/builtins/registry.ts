/** Names of the `builtins` module, for code of the runtime that must hand them out (pickled iterators name `iter`). */
import { getAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';

/** The built-in called `name` in the running process. */
export function builtin(name: string): Py {
  return getAttr(rt.builtins, name);
}
