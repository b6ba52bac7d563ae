/** Built-in functions whose positional calls must not pay for binding. */
import { BuiltinInfo, markBuiltin, type PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';

/**
 * Like `fn`, but a call without keywords goes straight to `positional`, which checks the number of its arguments itself.
 * Calls with keywords are bound to `signature` and go to `bound`.
 */
export function direct(
  signature: string,
  positional: (...args: any[]) => Py,
  bound: (...args: any[]) => Py,
  name = '',
): PyFunction {
  return markBuiltin(positional, new BuiltinInfo(name, signature, bound));
}

/** The same for a method: it binds `self`, which the signature names too. */
export function directMethod(
  signature: string,
  positional: (...args: any[]) => Py,
  bound: (...args: any[]) => Py,
  name = '',
): PyFunction {
  return markBuiltin(positional, new BuiltinInfo(name, signature, bound, null, null, true));
}

/**
 * A built-in function with a form of its own for the calls that it usually gets: V8 optimises that one for itself, where
 * what `fn` and `method` make is one function to it. `straight` hands every other call on to `usual`.
 */
export function quick(usual: PyFunction, straight: (...args: any[]) => Py): PyFunction {
  return markBuiltin(straight, usual.builtin!);
}
