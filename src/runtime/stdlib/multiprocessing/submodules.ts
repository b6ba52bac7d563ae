/** Submodules of the package that CPython's own modules import by the way: attributes of it that are loaded when they are first asked for. */
import { loadDotted } from '../../import/importFunction.js';
import { offeredModules } from '../../import/offered.js';
import { standIn } from '../../import/standIn.js';
import { rt } from '../../object/context.js';
import type { ModuleMap } from '../../object/namespace.js';

/** What is done, or the module that is loaded, and the submodules that are there from then on. */
const BROUGHT: Readonly<Record<string, string>> = {
  util: 'util',
  connection: 'util',
  fork: 'util popen_fork',
  forkserver: 'util connection popen_fork popen_forkserver forkserver spawn resource_tracker',
  managers: 'util connection pool spawn shared_memory resource_tracker',
  pool: 'util',
  'new pool': 'queues connection synchronize',
  queues: 'util connection synchronize',
  sharedctypes: 'util heap synchronize',
  shared_memory: 'util spawn resource_tracker',
  spawn: 'util popen_fork popen_spawn_posix spawn resource_tracker',
  synchronize: 'util',
};
/** In Python 2, where it is something else. */
const BROUGHT_2: Readonly<Record<string, string>> = {
  fork: 'util',
  managers: 'util connection',
  pool: 'util dummy',
  sharedctypes: 'util synchronize',
};

/** @param names attribute and the module behind it. */
export function offerSubmodules(names: Readonly<Record<string, string>>): void {
  const map = loadDotted('multiprocessing').namespace.map as ModuleMap;
  map.pending ??= new Map();
  for (const [name, module] of Object.entries(names)) {
    // To ask for one that waits would load it.
    if (map.pending.has(name) || map.get(name) !== undefined) continue;
    map.pending.set(name, () => loadDotted(`multiprocessing.${module}`));
  }
}

/** What a module of the package brings when it is loaded, or what is done with it. */
export function offerBrought(by: string): void {
  const names = ((rt.dialect === 2 ? BROUGHT_2[by] : undefined) ?? BROUGHT[by]!).split(' ');
  offerSubmodules(Object.fromEntries(names.map((name) => [name, name])));
  for (const name of names) offeredModules().add(`multiprocessing.${name}`);
}

/** Submodules that come with the package: they are in `sys.modules`, and run when something of them is asked for. */
export function bringSubmodules(...names: string[]): void {
  for (const name of names) {
    const module = `multiprocessing.${name}`;
    if (rt.modules.get(module) === undefined) standIn(module);
  }
}
