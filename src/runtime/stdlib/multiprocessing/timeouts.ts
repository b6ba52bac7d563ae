/** Limits of time as the package takes them: what CPython's code does first with one decides what it says of one that is no number. */
import { richCompare } from '../../object/compare.js';
import { asDouble } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { ADD, binary } from '../../object/operators.js';
import { PyFloat } from '../../object/values.js';

/** Seconds of Python (None: no limit) as milliseconds, as for a semaphore. */
export function timeoutMs(timeout: Py): number {
  if (timeout === undefined || timeout === null) return Infinity;
  const seconds = asDouble(timeout);
  return seconds <= 0 ? 0 : seconds * 1000;
}

/** The same of a limit that is added to the clock first. */
export function clockedMs(timeout: Py): number {
  if (!isUsual(timeout)) addToClock(timeout);
  return timeoutMs(timeout);
}

/** Added to the clock, and what is left compared with 0. */
export function selectedMs(timeout: Py): number {
  if (!isUsual(timeout)) {
    addToClock(timeout);
    richCompare(timeout, 0, 'LtE');
  }
  return timeoutMs(timeout);
}

/** Compared with 0, and then added to the clock: `wait` of a condition of threads. */
export function comparedMs(timeout: Py): number {
  if (!isUsual(timeout)) {
    richCompare(timeout, 0, 'Gt');
    addToClock(timeout);
  }
  return timeoutMs(timeout);
}

const isUsual = (timeout: Py): boolean =>
  timeout === undefined || timeout === null || typeof timeout === 'number' || timeout instanceof PyFloat;

function addToClock(timeout: Py): void {
  binary(new PyFloat(0), timeout, ADD);
}
