/** What Python 2 looks for in the classes of the library, which are written in Python 3. */
import { isAbstract } from '../builtins/methodWrappers.js';
import { callMethod } from '../object/call.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { NotImplemented } from '../object/values.js';

/** Names in Python 3, those in Python 2, and whether Python 2 has both. */
const RENAMED = [
  ['__next__', 'next', false],
  ['__bool__', '__nonzero__', false],
  ['__truediv__', '__div__', true],
  ['__rtruediv__', '__rdiv__', true],
  ['__itruediv__', '__idiv__', true],
] as const;

/** Puts methods into the namespace of a new class by their names in Python 2 too; abstract ones only by what it asks for. */
export function nameAs2(namespace: Py): void {
  if (!(namespace instanceof PyDict) || namespace.c$.isHeap) return;
  for (const [theirs, own, hasBoth] of RENAMED) {
    const value = namespace.get(theirs);
    if (value === undefined || namespace.has(own)) continue;
    namespace.set(own, value);
    if (!hasBoth && isAbstract(value)) namespace.delete(theirs);
  }
  if (namespace.has('__eq__') && !namespace.has('__ne__')) namespace.set('__ne__', unequal());
}

/** Python 2 does not take the opposite of `__eq__` by itself. */
const unequal = () =>
  method(
    '(other)',
    (self: Py, other: Py) => {
      const isEqual = callMethod(self, '__eq__', other);
      return isEqual === NotImplemented ? isEqual : !truthy(isEqual);
    },
    '__ne__',
  );
