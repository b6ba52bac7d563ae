/** The builtins that use up a generator expression, as emitted code calls them: with its code in place of a generator. */
import { isBeyond, noItems } from '../builtins/minmax.js';
import { sortList } from '../builtins/sort.js';
import { joinText } from '../builtins/strShapeMethods.js';
import { sumOf } from '../builtins/sum.js';
import { Summation } from '../builtins/summation.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { isStopIteration } from '../object/iterate.js';
import { type Code, FunctionInfo } from '../object/function.js';
import { escapedStop } from '../object/generator.js';
import { recursionError } from '../object/resumption.js';
import type { Cell, Py } from '../object/object.js';
import { PyFrozenSet, PySet } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { PyList, PyTuple } from '../object/values.js';

/**
 * Runs the expression's loop, and returns what that returns. `k` is what the loop needs for what it does not do itself with
 * each value (see lower/3-transform/expressions/taken.ts).
 */
function run(code: Code, cells: readonly Cell[], source: Py, k: Py): Py {
  const { depth } = rt;
  if (++rt.depth > rt.recursionLimit && rt.recursionLimit >= 0) {
    rt.depth = depth;
    throw recursionError.current();
  }
  try {
    const info = new FunctionInfo(code, cells);
    return code.push!(info, ...cells)(source, k);
  } catch (error) {
    if (rt.dialect === 3) throw escapedStop(error, 'generator');
    // Python 2's generators end with what their bodies raise as their end.
    if (!isStopIteration(error)) throw error;
    return false;
  } finally {
    rt.depth = depth;
  }
}

function collected(code: Code, cells: readonly Cell[], source: Py): Py[] {
  const items: Py[] = [];
  run(code, cells, source, items);
  return items;
}

/** `list(…)`. */
export const pushList = (code: Code, cells: readonly Cell[], source: Py): PyList =>
  new PyList(collected(code, cells, source));

/** `tuple(…)`. */
export const pushTuple = (code: Code, cells: readonly Cell[], source: Py): PyTuple =>
  new PyTuple(collected(code, cells, source));

/** `sorted(…)`. */
export function pushSorted(code: Code, cells: readonly Cell[], source: Py): PyList {
  const list = new PyList(collected(code, cells, source));
  sortList(list, null, false, null);
  return list;
}

/** `separator.join(…)`. In a Python 2 program a module of the library may have texts of two kinds there. */
export function pushJoin(separator: string, code: Code, cells: readonly Cell[], source: Py): Py {
  const list = new PyList(collected(code, cells, source));
  return rt.dialect === 2 ? callMethod(separator, 'join', list) : joinText(separator, list);
}

/**
 * Runs the loop with something to ask about its values. What that raises is raised once the loop, which `stop` ends, is
 * left: it is none of the expression's frame.
 */
function runAsking<T>(code: Code, cells: readonly Cell[], source: Py, ask: (value: Py) => T, stop: T): Py {
  let failure: { readonly error: unknown } | null = null;
  const result = run(code, cells, source, (value: Py) => {
    try {
      return ask(value);
    } catch (error) {
      failure = { error };
      return stop;
    }
  });
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  return result;
}

/** Runs the expression; `take` gets its values, and says when it wants no more. */
const runWith = (code: Code, cells: readonly Cell[], source: Py, take: (value: Py) => boolean): Py =>
  runAsking(code, cells, source, take, true);

/** Whether the loop found a value that is as `wanted` says: it asks here only about objects that are no bools. */
const find = (code: Code, cells: readonly Cell[], source: Py, wanted: boolean): boolean =>
  runAsking(code, cells, source, truthy, wanted);

/** `any(…)`. */
export const pushAny = (code: Code, cells: readonly Cell[], source: Py): boolean => find(code, cells, source, true);

/** `all(…)`. */
export const pushAll = (code: Code, cells: readonly Cell[], source: Py): boolean => !find(code, cells, source, false);

/** `set(…)` and `frozenset(…)`: each value goes in as it comes. */
function filled<T extends PySet | PyFrozenSet>(set: T, code: Code, cells: readonly Cell[], source: Py): T {
  runWith(code, cells, source, (value) => {
    set.set(value, true);
    return false;
  });
  return set;
}
export const pushSet = (code: Code, cells: readonly Cell[], source: Py): PySet =>
  filled(new PySet(), code, cells, source);
export const pushFrozenset = (code: Code, cells: readonly Cell[], source: Py): PyFrozenSet =>
  filled(new PyFrozenSet(), code, cells, source);

/** `min(…)` and `max(…)`. */
function extremum(name: 'min' | 'max', code: Code, cells: readonly Cell[], source: Py): Py {
  let best: Py;
  runWith(code, cells, source, (value) => {
    if (best === undefined || isBeyond(value, best, name === 'min' ? 'Lt' : 'Gt')) best = value;
    return false;
  });
  if (best === undefined) throw noItems(name);
  return best;
}
export const pushMin = (code: Code, cells: readonly Cell[], source: Py): Py => extremum('min', code, cells, source);
export const pushMax = (code: Code, cells: readonly Cell[], source: Py): Py => extremum('max', code, cells, source);

/** `sum(…)`. */
export function pushSum(code: Code, cells: readonly Cell[], source: Py): Py {
  const rest = new Summation();
  const total = run(code, cells, source, rest);
  if (rest.failure !== null) throw rest.failure.error;
  return total;
}

/** The same in Python 2's text, where an exception may be the end of the values. */
export const pushSum2 = (code: Code, cells: readonly Cell[], source: Py): Py =>
  sumOf(0, collected(code, cells, source));
