/** The class of any value. */
import type { Py } from './object.js';
import { builtinType, type PyType } from './type.js';
import { PyNoneType } from './none.js';

export const NoneType: PyType = builtinType({ name: 'NoneType', js: PyNoneType, subclassable: false });

export function typeOf(o: Py): PyType {
  return o === null ? NoneType : o.c$;
}

/** `isinstance(o, cls)` for a real class, without `__instancecheck__`. */
export function isInstance(o: Py, cls: PyType): boolean {
  const type = o === null ? NoneType : o.c$;
  return type === cls || type.mro.includes(cls);
}

export const isSubtype = (a: PyType, b: PyType): boolean => a === b || a.mro.includes(b);
