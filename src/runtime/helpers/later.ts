/** What a library module does that waits until somebody asks for it (lower/3-transform/statements/later.ts). */
import { bindLater, isShown, mayDefine, runAfter, runningPart } from '../import/deferred.js';
import { unloadedName } from '../import/standIn.js';
import type { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { LaterAnnotations } from '../object/function.js';
import { PyModule } from '../object/values.js';
import type { Unit } from '../unit.js';
import { pairsToDict } from './functions.js';

/**
 * A definition.
 * @param make stores the value in the variable too
 * @param keptBy the module that keeps account of such values
 */
export function later(unit: Unit, name: string, make: () => Py, keptBy?: string): void {
  unit.definesLater ??= mayDefine();
  // `from m import *` may have given it a value, which nobody would look behind.
  if (unit.definesLater && !isShown(keptBy) && !(unit.globals.map as ModuleMap).isMade(name))
    bindLater(unit.globals, name, () => runningPart(make), keptBy);
  else make();
}

/** A function's annotations, `[name, value, …]`. */
export function annotatedLater(unit: Unit, pairs: () => Py[]): Py[] | LaterAnnotations {
  unit.definesLater ??= mayDefine();
  return unit.definesLater ? new LaterAnnotations(() => pairsToDict(runningPart(pairs))) : pairs();
}

/** What is done with a class of another module of the library: once that has run. */
export function onceRun(unit: Unit, module: Py, run: () => Py): void {
  const name = module instanceof PyModule ? unloadedName(module) : undefined;
  unit.definesLater ??= mayDefine();
  if (name !== undefined && unit.definesLater) runAfter(name, () => runningPart(run));
  else run();
}

/** What is done with a class of the module itself: as soon as that has been made. */
export function onceMade(unit: Unit, name: string, run: () => Py): void {
  const map = unit.globals.map as ModuleMap;
  const make = map.pending?.get(name);
  if (make === undefined || map.isMade(name)) {
    run();
    return;
  }
  map.pending!.set(name, () => {
    const value = make();
    map.set(name, value);
    runningPart(run);
    return value;
  });
}
