/**
 * Memory that memoryviews look at must not move. CPython counts the references to a view; nobody does here. A view that is open in a `with`
 * block is counted by its owner (`exports`); of others it is certain that they are still there where the variables of the main module lead
 * to them. What only a function's variable holds is not seen: the owner is resized then, which harms nobody.
 */
import { moduleState, rt } from './context.js';
import { PyMemoryView } from './buffer.js';
import type { Py } from './object.js';
import { PyDict } from './table.js';
import { PyList, PyTuple } from './values.js';

export interface Lender {
  /** Views in `with` blocks, and whether there may be others (`VIEWED`). */
  exports: number;
}

const VIEWED = 1 << 20;
/** So many looks in vain a process may have. */
const VAIN_LOOKS = 200;
/** Values inside values that are looked into, and so many of each. */
const DEPTH = 2;
const ITEMS = 100;

/** A view was made of its memory. */
export function noteView(owner: Py): void {
  const { exports } = owner as Partial<Lender>;
  if (exports !== undefined && exports < VIEWED) owner.exports = exports + VIEWED;
}

/** Whether somebody looks at its memory now. Asked where `exports` is not 0. */
export function isLent(owner: Lender): boolean {
  if (owner.exports % VIEWED > 0) return true;
  if (owner.exports === 0) return false;
  const looks = moduleState('looks for memoryviews', () => ({ vain: 0 }));
  if (looks.vain < VAIN_LOOKS && isSeenFromMain(owner)) return true;
  looks.vain++;
  // The next view says that it is there.
  owner.exports %= VIEWED;
  return false;
}

function isSeenFromMain(owner: Lender): boolean {
  const main: Py = rt.modules.get('__main__');
  if (main === undefined) return false;
  for (const value of main.namespace.map.values()) if (leadsTo(value, owner, DEPTH)) return true;
  return false;
}

function leadsTo(value: Py, owner: Lender, depth: number): boolean {
  if (value instanceof PyMemoryView) return value.obj === owner && value.info !== null;
  if (depth === 0 || value === null || typeof value !== 'object') return false;
  let inside: Py[];
  if (value instanceof PyList || value instanceof PyTuple) inside = value.items;
  else if (value instanceof PyDict) inside = [...value.map.values()];
  else if (value.c$?.isHeap === true) inside = Object.values(value);
  else return false;
  return inside.slice(0, ITEMS).some((each) => leadsTo(each, owner, depth - 1));
}
