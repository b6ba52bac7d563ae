/** Rich comparison: `==`, `<`, … for any two values. */
import { special } from './attributes.js';
import { rt } from './context.js';
import { TypeError } from './errors.js';
import type { Py } from './object.js';
import { cpCompare } from '../text/codePoints.js';
import { arePlainLists, arePlainTuples, compareNumbers, compareSequences } from './compareItems.js';
import { truthy } from './truth.js';
import { objectType, typeType } from './type.js';
import { typeOf } from './typeof.js';
import { NotImplemented, PyFloat, type PyTuple } from './values.js';

export type CompareOp = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE';

/** The special method of each comparison. */
export const METHOD: Readonly<Record<CompareOp, string>> = {
  Eq: '__eq__',
  NotEq: '__ne__',
  Lt: '__lt__',
  LtE: '__le__',
  Gt: '__gt__',
  GtE: '__ge__',
};
/** The comparison method that binds to an object: V8 reads by a name that it knows several times as fast as by another. */
function ownMethod(o: Py, op: CompareOp): Py {
  if (op === 'Eq') return o.m$__eq__;
  if (op === 'Lt') return o.m$__lt__;
  if (op === 'LtE') return o.m$__le__;
  if (op === 'Gt') return o.m$__gt__;
  return op === 'GtE' ? o.m$__ge__ : o.m$__ne__;
}
const SWAPPED: Record<CompareOp, CompareOp> = { Eq: 'Eq', NotEq: 'NotEq', Lt: 'Gt', LtE: 'GtE', Gt: 'Lt', GtE: 'LtE' };
const SYMBOL: Record<CompareOp, string> = { Eq: '==', NotEq: '!=', Lt: '<', LtE: '<=', Gt: '>', GtE: '>=' };

/** An instance of a class that takes `==` from `object`, a class, or None: equal to nothing but itself. */
export const isOnlyItself = (o: Py): boolean =>
  o === null ||
  (typeof o === 'object' && rt.dialect === 3 && (o.c$.isHeap ? o.c$.identityHash : o.c$ === typeType.current));

/** The result object of `a op b` (numpy-like classes may return anything). */
export function compareValues(a: Py, b: Py, op: CompareOp): Py {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b, op);
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b, op);
  if (arePlainTuples(a, b) || arePlainLists(a, b)) return compareSequences(a, b, op);
  const ta = typeOf(a);
  const tb = typeOf(b);
  if (typeof a !== 'object' || ta !== tb || a === null || a.float$ === true) {
    const fast = comparePrimitives(a, b, op);
    if (fast !== undefined) return fast;
  }
  if (ta === tb && ta.isReady && typeof a === 'object' && a !== null) {
    // The common case of a class's own method, which both operands share.
    const own = ownMethod(a, op);
    if (own !== undefined) {
      const { m$__eq__: same, m$__ne__: differs } = objectType.proto;
      // What both have of `object` says nothing, so identity decides: so it is with members of enumerations.
      if (own === same && rt.dialect === 3) return a === b;
      if (own === differs && a.m$__eq__ === same && rt.dialect === 3) return a !== b;
      const result = own(a, b);
      return result === NotImplemented ? compareReflected(a, b, op) : result;
    }
  }
  const name = METHOD[op];
  const swapped = METHOD[SWAPPED[op]];
  let triedReflected = false;
  if (ta !== tb && tb.mro.includes(ta)) {
    const reflected = special(b, swapped);
    if (reflected !== undefined) {
      triedReflected = true;
      const result = reflected(b, a);
      if (result !== NotImplemented) return result;
    }
  }
  const direct = special(a, name);
  if (direct !== undefined) {
    const result = direct(a, b);
    if (result !== NotImplemented) return result;
  }
  return triedReflected ? compareByDefault(a, b, op) : compareReflected(a, b, op);
}

/** `a op b` by what the right operand says, the left one having said nothing. */
function compareReflected(a: Py, b: Py, op: CompareOp): Py {
  const reflected = special(b, METHOD[SWAPPED[op]]);
  if (reflected !== undefined) {
    const result = reflected(b, a);
    if (result !== NotImplemented) return result;
  }
  return compareByDefault(a, b, op);
}

function compareByDefault(a: Py, b: Py, op: CompareOp): Py {
  if (rt.dialect === 2) return compare2.current(a, b, op);
  if (op === 'Eq') return a === b;
  if (op === 'NotEq') return a !== b;
  throw TypeError(`'${SYMBOL[op]}' not supported between instances of '${typeOf(a).name}' and '${typeOf(b).name}'`);
}

/** Python 2's last resort (`__cmp__`, then type names and addresses), provided by the Python 2 helpers. */
export const compare2: { current: (a: Py, b: Py, op: CompareOp) => Py } = {
  current: (a, b, op) => (op === 'Eq' ? a === b : op === 'NotEq' ? a !== b : false),
};

/** Numbers and strings without any look-up; undefined for everything else. */
export function comparePrimitives(a: Py, b: Py, op: CompareOp): boolean | undefined {
  // The class of a subclass's instance may compare in its own way.
  const x = a instanceof PyFloat && !a.c$.isHeap ? a.v : typeof a === 'boolean' ? Number(a) : a;
  const y = b instanceof PyFloat && !b.c$.isHeap ? b.v : typeof b === 'boolean' ? Number(b) : b;
  const tx = typeof x;
  const ty = typeof y;
  if (tx === 'string' && ty === 'string') return compareStrings(x, y, op);
  // JavaScript compares a bigint with a number exactly, as Python does an int with a float.
  if ((tx !== 'number' && tx !== 'bigint') || (ty !== 'number' && ty !== 'bigint')) return undefined;
  switch (op) {
    case 'Eq':
      // biome-ignore lint/suspicious/noDoubleEquals: bigint == number is the exact comparison that is wanted
      return x == y;
    case 'NotEq':
      // biome-ignore lint/suspicious/noDoubleEquals: as above
      return x != y;
    case 'Lt':
      return x < y;
    case 'LtE':
      return x <= y;
    case 'Gt':
      return x > y;
    case 'GtE':
      return x >= y;
  }
}

/** By code points: JavaScript's order of UTF-16 units differs for characters beyond the BMP. */
export function compareStrings(a: string, b: string, op: CompareOp): boolean {
  if (op === 'Eq') return a === b;
  if (op === 'NotEq') return a !== b;
  const order = stringOrder(a, b);
  switch (op) {
    case 'Lt':
      return order < 0;
    case 'LtE':
      return order <= 0;
    case 'Gt':
      return order > 0;
    case 'GtE':
      return order >= 0;
  }
}

/** Negative, 0 or positive, by code points. */
export const stringOrder = (a: string, b: string): number => cpCompare(a, b);

/** `a op b` as a truth value. `identity`: `is` counts as equal, as containers do. */
export function richCompare(a: Py, b: Py, op: CompareOp, identity = false): boolean {
  if (identity && a === b) return op === 'Eq' || op === 'LtE' || op === 'GtE';
  const result = compareValues(a, b, op);
  return typeof result === 'boolean' ? result : truthy(result);
}

/** `a < b` as sorting and heaps ask it. */
export function isLess(a: Py, b: Py): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) < 0;
  if (isPlainFloat(a) && isPlainFloat(b)) return a.v < b.v;
  if (arePlainTuples(a, b)) return isTupleLess(a, b);
  const result = isOfOneClass(a, b) ? lessByMethod(a, b) : compareValues(a, b, 'Lt');
  return typeof result === 'boolean' ? result : truthy(result);
}

function isTupleLess(a: PyTuple, b: PyTuple): boolean {
  const x = a.items[0];
  const y = b.items[0];
  if (typeof x === 'number' && typeof y === 'number' && x !== y) return x < y;
  return truthy(compareSequences(a, b, 'Lt'));
}

/** Instances of one class: neither operand comes first for being of a subclass. */
const isOfOneClass = (a: Py, b: Py): boolean =>
  typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.c$ === b.c$;

function lessByMethod(a: Py, b: Py): Py {
  const method = a.c$.isReady ? a.m$__lt__ : undefined;
  if (method === undefined) return compareValues(a, b, 'Lt');
  const result = method(a, b);
  return result === NotImplemented ? compareReflected(a, b, 'Lt') : result;
}

const isPlainFloat = (o: Py): o is PyFloat => o instanceof PyFloat && o.c$ === PyFloat.prototype.c$;
