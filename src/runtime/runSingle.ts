/**
 * Texts for `eval` and `exec` without functions of their own, which programs evaluate again and again: run once more, with other variables,
 * as the unit that they were the last time. All that a text looks up in its unit is then looked up in them.
 */
import { moduleState } from './object/context.js';
import type { Code } from './object/function.js';
import type { Py } from './object/object.js';
import { PyDict } from './object/table.js';
import type { CompiledUnit, Unit } from './unit.js';
import { loadUnit, runUnit } from './unitRegistry.js';

interface Single {
  readonly unit: Unit;
  readonly main: Code;
  isRunning: boolean;
}
const singlesOf = () => moduleState('single texts', () => new WeakMap<CompiledUnit, Single>());

/** As the unit that it was the last time, unless that is running or somebody may still look at it. */
export function runSingle(compiled: CompiledUnit, globals: PyDict, locals: Py): Py {
  const singles = singlesOf();
  let single = singles.get(compiled);
  if (single === undefined || single.isRunning || single.unit.isSeen) {
    // No name of it is looked up there.
    const { unit, main } = loadUnit(compiled, globals, {}, locals);
    const isNested = single?.isRunning === true;
    single = { unit, main, isRunning: false };
    if (!isNested) singles.set(compiled, single);
  }
  single.unit.rebind(globals, locals);
  single.isRunning = true;
  try {
    const value = runUnit(single.main);
    // Nothing that it was run with lives longer for it.
    if (!single.unit.isSeen) single.unit.rebind(NOTHING, null);
    return value;
  } catch (error) {
    // The traceback shows what it was run with.
    single.unit.isSeen = true;
    throw error;
  } finally {
    single.isRunning = false;
  }
}

const NOTHING = new PyDict();

/** Whether a text has no functions of its own, and finds all its names through its unit. */
export const isSingle = (compiled: CompiledUnit): boolean => {
  let known = knownSingles.get(compiled);
  if (known === undefined) {
    const { js } = compiled;
    known = compiled.globalsMode === 'dict' && js.split('$u.code(').length === 2 && !js.includes('$N.');
    knownSingles.set(compiled, known);
  }
  return known;
};
const knownSingles = new WeakMap<CompiledUnit, boolean>();
