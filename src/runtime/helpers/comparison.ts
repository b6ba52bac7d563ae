/** Comparisons where the inline form did not apply. */
import { type CompareOp, compareValues, isOnlyItself, stringOrder } from '../object/compare.js';
import { objectType } from '../object/type.js';
import { truthy } from '../object/truth.js';
import type { Py } from '../object/object.js';
import { isFloat } from '../builtins/plainNumbers.js';
import { unitAt } from '../text/units.js';
import { PyFloat, PyIntBox } from '../object/values.js';
import { isSameNaN } from '../text/nan.js';
import { contains } from './subscript.js';

const test = (a: Py, b: Py, op: CompareOp): boolean => {
  const result = compareValues(a, b, op);
  return typeof result === 'boolean' ? result : truthy(result);
};

/** Whether two are equal as the ints that they are, in classes (`IntEnum`, say) that leave it to `int`; undefined for any others. */
function equalInts(a: Py, b: Py): boolean | undefined {
  if (!(a instanceof PyIntBox)) return b instanceof PyIntBox && typeof a === 'number' ? equalInts(b, a) : undefined;
  if (a.m$__eq__ === undefined || a.m$__eq__ !== PyIntBox.prototype.m$__eq__) return undefined;
  // biome-ignore lint/suspicious/noDoubleEquals: exact between ints of both kinds
  if (typeof b === 'number') return a.value == b;
  // biome-ignore lint/suspicious/noDoubleEquals: as above
  return b instanceof PyIntBox && b.m$__eq__ === a.m$__eq__ ? a.value == b.value : undefined;
}

export const eq = (a: Py, b: Py): Py => {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return isOnlyItself(a) && isOnlyItself(b) ? a === b : compareValues(a, b, 'Eq');
};
export const ne = (a: Py, b: Py): Py =>
  typeof a === 'string' && typeof b === 'string' ? a !== b : compareValues(a, b, 'NotEq');
export const lt = (a: Py, b: Py): Py => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) < 0;
  return isFloat(a) && isFloat(b) ? a.v < b.v : compareValues(a, b, 'Lt');
};
export const le = (a: Py, b: Py): Py => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) <= 0;
  return isFloat(a) && isFloat(b) ? a.v <= b.v : compareValues(a, b, 'LtE');
};
export const gt = (a: Py, b: Py): Py => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) > 0;
  return isFloat(a) && isFloat(b) ? a.v > b.v : compareValues(a, b, 'Gt');
};
export const ge = (a: Py, b: Py): Py => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) >= 0;
  return isFloat(a) && isFloat(b) ? a.v >= b.v : compareValues(a, b, 'GtE');
};

const hasOwnNe = (o: Py): boolean => o !== null && o.c$.isHeap && o.m$__ne__ !== objectType.proto.m$__ne__;

export const eqTest = (a: Py, b: Py): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return isOnlyItself(a) && isOnlyItself(b) ? a === b : (equalInts(a, b) ?? test(a, b, 'Eq'));
};
export const neTest = (a: Py, b: Py): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return a !== b;
  return isOnlyItself(a) && isOnlyItself(b) && !hasOwnNe(a) && !hasOwnNe(b) ? a !== b : test(a, b, 'NotEq');
};
export const ltTest = (a: Py, b: Py): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) < 0;
  return isFloat(a) && isFloat(b) ? a.v < b.v : test(a, b, 'Lt');
};
export const leTest = (a: Py, b: Py): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) <= 0;
  return isFloat(a) && isFloat(b) ? a.v <= b.v : test(a, b, 'LtE');
};
export const gtTest = (a: Py, b: Py): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) > 0;
  return isFloat(a) && isFloat(b) ? a.v > b.v : test(a, b, 'Gt');
};
export const geTest = (a: Py, b: Py): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return stringOrder(a, b) >= 0;
  return isFloat(a) && isFloat(b) ? a.v >= b.v : test(a, b, 'GtE');
};

/** `a is b`. A float loses its box where it is kept as a raw double, so two of the same bits are one object. */
export const is = (a: Py, b: Py): boolean => a === b || (a instanceof PyFloat && isSameFloat(a, b));
export const isNot = (a: Py, b: Py): boolean => !is(a, b);
const isSameDouble = (a: number, b: number) => Object.is(a, b) && (a === a || isSameNaN(a, b));
const isSameFloat = (a: PyFloat, b: Py) =>
  b instanceof PyFloat && isSameDouble(a.v, b.v) && !a.c$.isHeap && !b.c$.isHeap;

/** `item in container`: the operands are in the order of the source. */
export const containsItem = (item: Py, container: Py): boolean =>
  typeof item === 'string' && typeof container === 'string' ? container.indexOf(item) >= 0 : contains(container, item);
/** Whether a text of one character is among those of ASCII whose bits are set in four words. */
export function isAmongUnits(char: string, a: number, b: number, c: number, d: number): boolean {
  const unit = unitAt(char, 0);
  const word = unit < 64 ? (unit < 32 ? a : b) : unit < 96 ? c : d;
  return unit < 128 && ((word >>> (unit & 31)) & 1) === 1;
}
export const notContains = (item: Py, container: Py): boolean => !containsItem(item, container);
