/**
 * Operators on the instances of Python 2's old-style classes: `__coerce__` is asked before any other method.
 * Spec: https://docs.python.org/2.7/reference/datamodel.html#coercion-rules
 */
import { special } from './attributes.js';
import { TypeError } from './errors.js';
import type { Py } from './object.js';
import { typeOf } from './typeof.js';
import { NotImplemented, PyTuple } from './values.js';

/**
 * What stands for the method `name` of such an instance, as a function of the instance and the other operand. `again` does
 * the whole operation on what `__coerce__` has made of the two, in the order (instance, other).
 */
export const classicMethod =
  (name: string, again: (self: Py, other: Py) => Py) =>
  (self: Py, other: Py): Py => {
    const pair = coercedItems(special(self, '__coerce__')?.(self, other));
    if (pair === undefined) return ownMethod(self, other, name);
    const [x, y] = pair;
    return typeOf(x).oldStyle ? ownMethod(x, y, name) : again(x, y);
  };

function ownMethod(self: Py, other: Py, name: string): Py {
  const f = special(self, name);
  return f === undefined ? NotImplemented : f(self, other);
}

/** The two of which a `__coerce__` has given the tuple; undefined where it said nothing. */
export function coercedItems(pair: Py): [Py, Py] | undefined {
  if (pair === undefined || pair === NotImplemented || pair === null) return undefined;
  if (!(pair instanceof PyTuple) || pair.items.length !== 2) throw TypeError('coercion should return None or 2-tuple');
  return pair.items as [Py, Py];
}
