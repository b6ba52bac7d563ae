/** `==`, `<`, … of lists and tuples: by the first items that differ, else by length. */
import { type CompareOp, compareStrings, compareValues } from './compare.js';
import { equals } from './equality.js';
import type { Py } from './object.js';
import { PyFloat, PyList, PyTuple } from './values.js';

const FLOAT = PyFloat.prototype;

interface Sequence {
  items: readonly Py[];
}

/** The result object of `a op b`. The items of a list may change under way: `__eq__` is any code. */
export function compareSequences(a: Sequence, b: Sequence, op: CompareOp): Py {
  if ((op === 'Eq' || op === 'NotEq') && a.items.length !== b.items.length) return op === 'NotEq';
  let i = 0;
  for (; i < a.items.length && i < b.items.length; i++) {
    const x = a.items[i];
    const y = b.items[i];
    if (x === y) continue;
    const kind = typeof x;
    if (kind === typeof y) {
      if (kind === 'number') return compareNumbers(x, y, op);
      if (kind === 'string') return compareStrings(x, y, op);
      if (x instanceof PyFloat && y instanceof PyFloat && x.c$ === FLOAT.c$ && y.c$ === FLOAT.c$ && x.v === x.v) {
        if (x.v === y.v) continue;
        return compareNumbers(x.v, y.v, op);
      }
    }
    if (!equals(x, y)) break;
  }
  if (i >= a.items.length || i >= b.items.length) return compareNumbers(a.items.length, b.items.length, op);
  if (op === 'Eq') return false;
  if (op === 'NotEq') return true;
  return compareValues(a.items[i], b.items[i], op);
}

/** Both are tuples as such, and not instances of a subclass, which may compare in its own way. */
export const arePlainTuples = (a: Py, b: Py): boolean =>
  a instanceof PyTuple && b instanceof PyTuple && a.c$ === PyTuple.prototype.c$ && b.c$ === PyTuple.prototype.c$;

/** The same for lists. */
export const arePlainLists = (a: Py, b: Py): boolean =>
  a instanceof PyList && b instanceof PyList && a.c$ === PyList.prototype.c$ && b.c$ === PyList.prototype.c$;

export function compareNumbers(a: number, b: number, op: CompareOp): boolean {
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
