/** Submodules of the package that CPython's own modules import by the way: attributes of it that are loaded when they are first asked for. */
import { loadDotted } from '../../import/importFunction.js';
import { standIn } from '../../import/standIn.js';
import { rt } from '../../object/context.js';
import type { ModuleMap } from '../../object/namespace.js';

/** @param names attribute and the module behind it. */
export function offerSubmodules(names: Readonly<Record<string, string>>): void {
  const map = loadDotted('multiprocessing').namespace.map as ModuleMap;
  map.pending ??= new Map();
  for (const [name, module] of Object.entries(names)) {
    if (map.get(name) === undefined) map.pending.set(name, () => loadDotted(`multiprocessing.${module}`));
  }
}

/** Submodules that come with the package: they are in `sys.modules`, and run when something of them is asked for. */
export function bringSubmodules(...names: string[]): void {
  for (const name of names) {
    const module = `multiprocessing.${name}`;
    if (rt.modules.get(module) === undefined) standIn(module);
  }
}

/** What everything that has locks or queues imports. */
export const offerUtil = (): void => offerSubmodules({ util: 'util' });
