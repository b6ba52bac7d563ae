/** What a library module does that waits until somebody asks for it (lower/3-transform/statements/later.ts). */
import { bindLater, mayDefine, runAfter, runningPart } from '../import/deferred.js';
import { unloadedName } from '../import/standIn.js';
import type { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyModule } from '../object/values.js';
import type { Unit } from '../unit.js';

/** A definition. @param make stores the value in the variable too. */
export function later(unit: Unit, name: string, make: () => Py): void {
  unit.definesLater ??= mayDefine();
  // `from m import *` may have given it a value, which nobody would look behind.
  if (unit.definesLater && !(unit.globals.map as ModuleMap).isMade(name))
    bindLater(unit.globals, name, () => runningPart(make));
  else make();
}

/** What is done with a class of another module of the library: once that has run. */
export function onceRun(unit: Unit, module: Py, run: () => Py): void {
  const name = module instanceof PyModule ? unloadedName(module) : undefined;
  unit.definesLater ??= mayDefine();
  if (name !== undefined && unit.definesLater) runAfter(name, () => runningPart(run));
  else run();
}
