import { getAttr } from '../object/attributes.js';
import type { Py } from '../object/object.js';
import { PyType, shortTypeName, typeType } from '../object/type.js';

/** `o.__name__`. A class of the usual metaclass has it from there, whatever stands in the class itself. */
export function nameOf(o: Py): Py {
  if (o instanceof PyType && o.c$ === typeType.current && !o.oldStyle) return shortTypeName(o);
  return getAttr(o, '__name__');
}
