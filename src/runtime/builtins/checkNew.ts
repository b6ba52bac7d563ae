/** The check that every built-in `__new__` starts with. */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';

/** Raises TypeError unless `cls` is `type` or a subclass of it. */
export function checkNew(cls: Py, type: PyType): void {
  if (cls === type) return;
  const name = type.name;
  if (cls === undefined) throw TypeError(`${name}.__new__(): not enough arguments`);
  if (!(cls instanceof PyType)) throw TypeError(`${name}.__new__(X): X is not a type object (${typeOf(cls).name})`);
  if (!cls.mro.includes(type)) throw TypeError(`${name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${name}`);
}

/** Raises TypeError unless `self`, which an `__init__` got, is of the built-in class `type`. */
export function checkInit(self: Py, type: PyType): void {
  if (self instanceof type.ctor) return;
  if (self === undefined) throw TypeError(`descriptor '__init__' of '${type.name}' object needs an argument`);
  throw TypeError(`descriptor '__init__' requires a '${type.name}' object but received a '${typeOf(self).name}'`);
}

/** TypeError for keywords given to a class that takes none. */
export const noKeywords = (type: PyType): Py =>
  TypeError(`${type.qualname}() ${rt.dialect === 2 ? 'does not take' : 'takes no'} keyword arguments`);

/** Whether a class between `cls` and its built-in base `type` has its own `name` (`__init__` or `__new__`). */
export function overrides(cls: PyType, type: PyType, name: string): boolean {
  if (cls === type) return false;
  for (const base of cls.mro) {
    if (base === type) return false;
    if (base.namespace.has(name)) return true;
  }
  return false;
}
