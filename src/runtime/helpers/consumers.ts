/** The builtins that use up a generator expression, as emitted code calls them: with its code in place of a generator. */
import { add } from '../builtins/arithmetic.js';
import { sortList } from '../builtins/sort.js';
import { joinText } from '../builtins/strShapeMethods.js';
import { sumOf } from '../builtins/sum.js';
import { rt } from '../object/context.js';
import { type Code, FunctionInfo } from '../object/function.js';
import { escapedStop, recursionError } from '../object/generator.js';
import type { Cell, Py } from '../object/object.js';
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

/**
 * `sum(…)`: small ints at once; other numbers in the end, since nobody can tell; from the first value of another kind on it
 * goes step by step.
 */
export function pushSum(code: Code, cells: readonly Cell[], source: Py): Py {
  let ints = 0;
  let numbers: Py[] | null = [];
  let total: Py = 0;
  runWith(code, cells, source, (value) => {
    if (numbers !== null) {
      if (typeof value === 'number' && numbers.length === 0 && Number.isSafeInteger(ints + value)) {
        ints += value;
        return false;
      }
      if (typeof value === 'number' || (value instanceof PyFloat && !value.c$.isHeap)) {
        numbers.push(value);
        return false;
      }
      total = sumOf(ints, numbers);
      numbers = null;
    }
    total = add(total, value);
    return false;
  });
  return numbers === null ? total : sumOf(ints, numbers);
}
