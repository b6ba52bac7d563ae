/**
 * `__build_class__`: what a class statement calls, which matters where a program has put something of its own in its place.
 * Spec: https://docs.python.org/3/library/builtins.html
 */
import { isOwnBuiltins } from '../object/builtinsModule.js';
import { call } from '../object/call.js';
import type { Keywords } from '../object/binding.js';
import { rt } from '../object/context.js';
import { NameError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { type Code, FunctionInfo } from '../object/function.js';
import { strValue } from '../object/number.js';
import type { Cell, Py } from '../object/object.js';
import type { Unit } from '../unit.js';
import { buildClassFrom, type ClassBody } from './functions.js';
import { mappingGet } from './names.js';

export const buildClassFunction = fn(
  '(*args, **kwargs)',
  ([func, name, ...bases]: Py[], kwargs: Keywords) => {
    if (name === undefined) throw TypeError('__build_class__: not enough arguments');
    if (typeof func !== 'function' || func.info === undefined)
      throw TypeError('__build_class__: func must be a function');
    const text = strValue(name);
    if (text === undefined) throw TypeError('__build_class__: name is not a string');
    const body: ClassBody = (func as Partial<BodyFunction>).classBody ?? (() => call(func, []));
    return buildClassFrom(body, text, bases, kwargs.size === 0 ? null : kwargs);
  },
  '__build_class__',
);

type BodyFunction = Py & { readonly classBody: ClassBody };

/** The body of a class statement as the function that `__build_class__` is given. */
export function bodyFunction(code: Code, cells: Cell[], classBody: ClassBody): BodyFunction {
  return Object.assign(() => null, { info: new FunctionInfo(code, cells), classBody });
}

/** What a text has for `__build_class__` if it is not the usual one. NameError if it has none. */
export function ownBuilder({ builtins }: Unit): Py {
  const found = isOwnBuiltins(builtins) ? mappingGet(builtins, '__build_class__') : rt.builtins.$__build_class__;
  if (found === undefined) throw NameError('__build_class__ not found');
  return found === buildClassFunction ? undefined : found;
}
