/** The check that every built-in `__new__` starts with. */
import { TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';

/** Raises TypeError unless `cls` is `type` or a subclass of it. */
export function checkNew(cls: Py, type: PyType): void {
  if (cls === type) return;
  const name = type.name;
  if (!(cls instanceof PyType)) throw TypeError(`${name}.__new__(X): X is not a type object (${typeOf(cls).name})`);
  if (!cls.mro.includes(type)) throw TypeError(`${name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${name}`);
}
