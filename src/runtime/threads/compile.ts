/** The threaded form of compiled texts: made when a thread first runs one of their functions. */
import { Script } from 'node:vm';
import type { Code } from '../object/function.js';
import { rt } from '../object/context.js';
import { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { compiler } from '../execute.js';
import { helpers } from '../helpers/index.js';
import { threadedName } from '../unitRegistry.js';
import type { CompiledUnit, Unit } from '../unit.js';

type Maker = (...args: Py[]) => (...args: Py[]) => Generator<undefined, Py, undefined>;

/** Makes the generator function of a code from its info and cells; undefined where there is no threaded form. */
export function threadedMaker(code: Code): Maker | undefined {
  const unit = code.unit as Unit;
  unit.threadedMakers ??= load(unit);
  return unit.threadedMakers[code.index] as Maker | undefined;
}

function load(unit: Unit): readonly unknown[] {
  // A text run by `exec` has its variables in a dict of its own: its functions run in the ordinary form.
  if (!(unit.globals.map instanceof ModuleMap) || unit.locals !== null || unit.compiled.globalsMode === 'dict')
    return [];
  const compiled = compiler()(() => unit.source, {
    filename: unit.filename,
    mode: 'exec',
    globalsMode: 'module',
    threaded: unit.compiled.positions,
    ...(unit.compiled.stamp === undefined ? {} : { stamp: unit.compiled.stamp }),
    ...(unit.compiled.dialect === undefined ? {} : { dialect: unit.compiled.dialect }),
  });
  if ('errors' in compiled) return [];
  const { js, positions, cachedData, onScript } = compiled as CompiledUnit;
  unit.positions = positions;
  unit.threadedText = js;
  const hasOwnName = unit.key === unit.compiled.scriptName;
  const script = new Script(js, {
    filename: threadedName(unit.key),
    ...(cachedData && hasOwnName ? { cachedData } : {}),
  });
  if (hasOwnName) onScript?.(script);
  return (script.runInThisContext() as (unit: Unit, h: typeof helpers) => readonly unknown[])(unit, helpers);
}

export { rt };
