/**
 * Python 2's comparison of anything with anything: `__cmp__`, then the names of the types, then addresses.
 * Spec: https://docs.python.org/2/reference/expressions.html#not-in
 */
import { special } from '../object/attributes.js';
import { type CompareOp, compare2, richCompare } from '../object/compare.js';
import { TypeError } from '../object/errors.js';
import { coercedPair2 } from '../object/operators.js';
import { fn } from '../object/fn.js';
import { identity } from '../object/hash.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyAnySet } from '../object/table.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyComplex, PyFloat } from '../object/values.js';

/** What a `__cmp__` written in Python says: -1, 0 or 1; undefined when there is none, or it does not know. */
function byMethod(a: Py, b: Py): number | undefined {
  if (!typeOf(a).isHeap) return undefined;
  const f = special(a, '__cmp__');
  if (f === undefined || (a instanceof PyAnySet && (f as Py).builtin !== undefined)) return undefined;
  const result = f(a, b);
  if (result === NotImplemented) return undefined;
  const n = intValue(result);
  if (n === undefined) throw TypeError('comparison did not return an int');
  return n < 0 ? -1 : n > 0 ? 1 : 0;
}

const isNumber = (o: Py): boolean =>
  intValue(o) !== undefined ||
  o instanceof PyFloat ||
  o instanceof PyComplex ||
  (typeof o === 'object' && (typeOf(o).oldStyle || (special(o, '__int__') ?? special(o, '__float__')) !== undefined));

/** Numbers come before everything but None. Instances of old-style classes, which may be any, are among them. */
function sortName(o: Py): string {
  if (isNumber(o)) return '';
  if (o instanceof PyType && o.oldStyle) return 'classobj';
  return typeOf(o).name;
}

const address = (o: Py): number => (o !== null && (typeof o === 'object' || typeof o === 'function') ? identity(o) : 0);

/** The order of values that no method compares. */
function byType(a: Py, b: Py): number {
  const ta = typeOf(a);
  const tb = typeOf(b);
  if (ta === tb || (ta.oldStyle && tb.oldStyle)) return Math.sign(address(a) - address(b));
  if (a === null) return -1;
  if (b === null) return 1;
  const na = sortName(a);
  const nb = sortName(b);
  if (na !== nb) return na < nb ? -1 : 1;
  const difference = NUMBERS.indexOf(numberName(a)) - NUMBERS.indexOf(numberName(b));
  return Math.sign(difference || identity(ta) - identity(tb));
}

/** Types of numbers as they lie in CPython's memory; classes lie before them. */
const NUMBERS = ['', 'bool', 'instance', 'complex', 'float', 'int', 'long'];

function numberName(o: Py): string {
  const type = typeOf(o);
  return type.oldStyle ? 'instance' : NUMBERS.includes(type.name) && !type.isHeap ? type.name : '';
}

/** -1, 0 or 1 where the rich comparison methods did not say. */
function threeWay(a: Py, b: Py): number {
  const coerced = typeOf(a).oldStyle || typeOf(b).oldStyle ? coercedPair2(a, b) : undefined;
  if (coerced === undefined) return twoWays(a, b);
  return coerced.some((o) => typeOf(o).oldStyle) ? twoWays(...coerced, a, b) : compareThreeWay(...coerced);
}

/** What the `__cmp__` of either says, or else the order of the two that they were made of. */
function twoWays(a: Py, b: Py, given: Py = a, other: Py = b): number {
  const direct = byMethod(a, b);
  if (direct !== undefined) return direct;
  const reflected = byMethod(b, a);
  return reflected === undefined ? byType(given, other) : 0 - reflected;
}

const TEST: Record<CompareOp, (order: number) => boolean> = {
  Eq: (order) => order === 0,
  NotEq: (order) => order !== 0,
  Lt: (order) => order < 0,
  LtE: (order) => order <= 0,
  Gt: (order) => order > 0,
  GtE: (order) => order >= 0,
};

compare2.current = (a, b, op) => TEST[op](threeWay(a, b));

/** `cmp(a, b)`. */
export function compareThreeWay(a: Py, b: Py): number {
  if (a === b && !(a instanceof PyFloat)) return 0;
  const areSets = a instanceof PyAnySet && b instanceof PyAnySet;
  if (areSets && typeOf(a) === typeOf(b)) throw noSetOrder();
  if (typeOf(a) === typeOf(b)) {
    const order = byMethod(a, b);
    if (order !== undefined) return order;
  }
  if (richCompare(a, b, 'Eq')) return 0;
  if (richCompare(a, b, 'Lt')) return -1;
  if (richCompare(a, b, 'Gt')) return 1;
  if (areSets) throw noSetOrder();
  return threeWay(a, b);
}

const noSetOrder = () => TypeError('cannot compare sets using cmp()');

export const cmp = fn('(x, y, /)', compareThreeWay, 'cmp');
