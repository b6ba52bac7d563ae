/** Set displays of constants: `{1, 2, 3}`. */
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { PyFrozenSet, PySet } from '../object/table.js';
import { setFrom } from './setOperations.js';

/** One display of a unit. Its set, of which each evaluation gives a copy, is made when it is first evaluated. */
interface ConstantSet {
  readonly items: Py[];
  set: PySet | null;
}

export const constantSet = (items: Py[]): ConstantSet => ({ items, set: null });

/** The set itself, for those who do not change it and do not let anybody else see it. */
export const constantSetItself = (display: ConstantSet): PySet => (display.set ??= buildConstantSet(display.items));

/** The display as a new set, in the same order. */
export function copyOfConstantSet(display: ConstantSet): PySet {
  const known = constantSetItself(display);
  const set = new PySet();
  if (known.ints !== null) {
    set.becomeInts();
    set.ints!.merge(known.ints);
    return set;
  }
  if (known.order === null && known.shown === null && known.index === null) {
    for (const item of known.map.keys()) set.map.set(item, true);
    return set;
  }
  known.copyInto(set);
  if (known.order !== null) set.order = known.order.clone(set.hasher());
  set.watched = known.watched;
  return set;
}

/**
 * A display of three or more constants. Python 3 compiles it to a frozenset, makes that anew when it merges equal constants,
 * and adds the result to an empty set, which decides the order.
 */
export function buildConstantSet(items: readonly Py[]): PySet {
  if (rt.dialect === 2) return PySet.from(items);
  const first = new PyFrozenSet();
  for (const item of items) first.set(item, true);
  const constant = new PyFrozenSet();
  for (const item of first.keyList()) constant.set(item, true);
  return setFrom(constant);
}
