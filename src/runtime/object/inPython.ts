/**
 * What CPython's library has in Python where we have TypeScript, and what it has in C: messages, types of functions
 * and names of classes tell the two apart.
 */
import { rt } from './context.js';
import type { BuiltinInfo } from './function.js';

const CLASSES_IN_PYTHON = /^(?:multiprocessing|concurrent)\b/;
const PLAINLY_NAMED = /^(?:builtins|__builtin__|multiprocessing|concurrent|ctypes|threading|queue|subprocess)\b/;

/** Whether the methods of a module's classes are Python functions there. */
export const hasClassesInPython = (module: string): boolean => CLASSES_IN_PYTHON.test(module);

/** Whether messages call the types of a module by their own name alone: not those of a C module (`re.Pattern`). */
export const isPlainlyNamed = (module: string): boolean => PLAINLY_NAMED.test(module);

/** Whether a built-in of ours is a Python function there, so that its messages are those of one. */
export function isInPython({ role, owner, name }: BuiltinInfo): boolean {
  if (typeof owner === 'string') return owner === 'multiprocessing';
  if (role !== 'python') return false;
  const module = owner?.moduleName;
  // These are from a class in C; in Python 2 whole connections are.
  if (module === 'multiprocessing.synchronize') return name !== 'acquire' && name !== 'release';
  return !(rt.dialect === 2 && module === 'multiprocessing.connection');
}
