/** The methods `__eq__`, `__lt__`, … of lists and tuples. */
import type { CompareOp } from '../object/compare.js';
import { compareSequences } from '../object/compareItems.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import type { Constructor, Members } from '../object/type.js';
import { NotImplemented } from '../object/values.js';

/** The six comparison methods of a sequence type whose instances are `js`. */
export function comparisonMembers(js: Constructor): Members {
  const compare = (op: CompareOp) =>
    method('(value, /)', (self: Py, other: Py) =>
      other instanceof js ? compareSequences(self, other as Py, op) : NotImplemented,
    );
  return {
    __eq__: compare('Eq'),
    __ne__: compare('NotEq'),
    __lt__: compare('Lt'),
    __le__: compare('LtE'),
    __gt__: compare('Gt'),
    __ge__: compare('GtE'),
  };
}
