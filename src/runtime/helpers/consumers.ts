/** The builtins that use up a generator expression, as emitted code calls them: with its code in place of a generator. */
import { add } from '../builtins/arithmetic.js';
import { fitsWord } from '../builtins/long2.js';
import { isBeyond, noItems } from '../builtins/minmax.js';
import { sortList } from '../builtins/sort.js';
import { joinText } from '../builtins/strShapeMethods.js';
import { sumOf } from '../builtins/sum.js';
import { rt } from '../object/context.js';
import { type Code, FunctionInfo } from '../object/function.js';
import { escapedStop, recursionError } from '../object/generator.js';
import type { Cell, Py } from '../object/object.js';
import { PyFrozenSet, PySet } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { PyFloat, PyList, PyTuple } from '../object/values.js';

/** Runs the expression; `take` gets its values, and says when it wants no more. */
function run(code: Code, cells: readonly Cell[], source: Py, take: (value: Py) => boolean): void {
  const { depth } = rt;
  if (++rt.depth > rt.recursionLimit && rt.recursionLimit >= 0) {
    rt.depth = depth;
    throw recursionError.current();
  }
  try {
    const info = new FunctionInfo(code, cells);
    code.push!(info, ...cells)(source, take);
  } catch (error) {
    throw escapedStop(error, 'generator');
  } finally {
    rt.depth = depth;
  }
}

function collected(code: Code, cells: readonly Cell[], source: Py): Py[] {
  const items: Py[] = [];
  run(code, cells, source, (value) => {
    items.push(value);
    return false;
  });
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

/** `separator.join(…)`. */
export const pushJoin = (separator: string, code: Code, cells: readonly Cell[], source: Py): string =>
  joinText(separator, new PyList(collected(code, cells, source)));

/** Runs the expression with what may raise on its own account, out of the expression's frame. */
function runWith(code: Code, cells: readonly Cell[], source: Py, take: (value: Py) => boolean): void {
  let failure: { readonly error: unknown } | null = null;
  run(code, cells, source, (value) => {
    try {
      return take(value);
    } catch (error) {
      failure = { error };
      return true;
    }
  });
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
}

/** Whether some value is as `wanted` says. */
function find(code: Code, cells: readonly Cell[], source: Py, wanted: boolean): boolean {
  let found = false;
  runWith(code, cells, source, (value) => {
    found = (typeof value === 'boolean' ? value : truthy(value)) === wanted;
    return found;
  });
  return found;
}

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

/** A float sum under way: the total, and the rounding errors carried along. */
class FloatSum {
  private lost = 0;
  constructor(private total: number) {}
  add(x: number): void {
    const { total } = this;
    const next = total + x;
    this.lost += Math.abs(total) >= Math.abs(x) ? total - next + x : x - next + total;
    this.total = next;
  }
  addInt(x: number): void {
    this.total += x;
  }
  get value(): PyFloat {
    const { total, lost } = this;
    return new PyFloat(lost !== 0 && Number.isFinite(lost) ? total + lost : total);
  }
}

/** `sum(…)`: ints first, then floats, then anything, as `sum` of any iterable goes. */
export function pushSum(code: Code, cells: readonly Cell[], source: Py): Py {
  let ints = 0;
  let floats: FloatSum | null = null;
  /** Numbers that are put together in the end, where ints have become large: nobody can tell. */
  let numbers: Py[] | null = null;
  let total: Py;
  runWith(code, cells, source, (item) => {
    const value = typeof item === 'boolean' && total === undefined ? Number(item) : item;
    const isFloat = value instanceof PyFloat && !value.c$.isHeap;
    if (total !== undefined) total = add(total, value);
    else if (floats !== null && isFloat) floats.add(value.v);
    else if (floats !== null && (typeof value === 'number' || (typeof value === 'bigint' && fitsWord(value))))
      floats.addInt(Number(value));
    else if (numbers !== null && (isFloat || typeof value === 'number' || typeof value === 'bigint'))
      numbers.push(value);
    else if (floats !== null || numbers !== null) {
      total = floats !== null ? add(floats.value, value) : add(sumOf(ints, numbers!), value);
    } else if (typeof value === 'number' && Number.isSafeInteger(ints + value)) ints += value;
    else if (isFloat) floats = new FloatSum(ints + value.v);
    else if (typeof value === 'number' || typeof value === 'bigint') numbers = [value];
    else total = add(ints, value);
    return false;
  });
  if (total !== undefined) return total;
  if (floats !== null) return (floats as FloatSum).value;
  return numbers === null ? ints : sumOf(ints, numbers);
}
