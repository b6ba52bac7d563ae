/** `==`, `<`, … of lists and tuples: by the first items that differ, else by length. */
import { type CompareOp, compareValues } from '../object/compare.js';
import { equals } from '../object/equality.js';
import { method } from '../object/fn.js';
import type { Py } from '../object/object.js';
import type { Constructor, Members } from '../object/type.js';
import { NotImplemented } from '../object/values.js';

interface Sequence {
  items: readonly Py[];
}

/** The result object of `a op b`. */
export function compareSequences(a: Sequence, b: Sequence, op: CompareOp): Py {
  if ((op === 'Eq' || op === 'NotEq') && a.items.length !== b.items.length) return op === 'NotEq';
  let i = 0;
  while (i < a.items.length && i < b.items.length && equals(a.items[i], b.items[i])) i++;
  if (i >= a.items.length || i >= b.items.length) return compareLengths(a.items.length, b.items.length, op);
  if (op === 'Eq') return false;
  if (op === 'NotEq') return true;
  return compareValues(a.items[i], b.items[i], op);
}

function compareLengths(a: number, b: number, op: CompareOp): boolean {
  switch (op) {
    case 'Eq':
      return a === b;
    case 'NotEq':
      return a !== b;
    case 'Lt':
      return a < b;
    case 'LtE':
      return a <= b;
    case 'Gt':
      return a > b;
    case 'GtE':
      return a >= b;
  }
}

/** The six comparison methods of a sequence type whose instances are `js`. */
export function comparisonMembers(js: Constructor): Members {
  const compare = (op: CompareOp) =>
    method('(value, /)', (self: Sequence, other: Py) =>
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
