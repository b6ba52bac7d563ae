/** The module of the built-in names, and what `__builtins__` is. */
import { rt } from './context.js';
import type { Py } from './object.js';
import { PyModule } from './values.js';

export const builtinsModule = (): Py => rt.modules.get(rt.dialect === 2 ? '__builtin__' : 'builtins');

/** `__builtins__` of imported modules and of what `exec` runs; in the main program it is the module itself. */
export const builtinsNamespace = (): Py => builtinsModule()?.namespace;

/** Whether some globals have a `__builtins__` of the program's own, in which names are then looked for. */
export const isOwnBuiltins = (given: Py): boolean =>
  given !== undefined && !(given instanceof PyModule) && given !== builtinsNamespace();
