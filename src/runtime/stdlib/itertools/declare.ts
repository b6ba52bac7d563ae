/** How the iterator types of `itertools` are declared. */
import { iteratorMembers } from '../../builtins/iterator.js';
import { fn } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { builtinType, type Constructor, type Members, type PyType } from '../../object/type.js';
import { PyStaticMethod } from '../../object/values.js';
import type { Py } from '../../object/object.js';

/**
 * The type `itertools.<name>`.
 * @param signature of `__new__`, the class first
 */
export function itertool(
  name: string,
  js: Constructor,
  signature: string,
  make: (cls: PyType, ...args: any[]) => Py,
  more: () => Members = () => ({}),
): PyType {
  const type = builtinType({ name, js, module: 'itertools' });
  // What messages call it.
  type.name = `itertools.${name}`;
  defineMembers(type, () => ({
    __new__: new PyStaticMethod(fn(signature, make, '__new__')),
    ...iteratorMembers(more()),
  }));
  return type;
}
