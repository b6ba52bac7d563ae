/** Library modules in a forked child: imported when something of them is first used. */
import { takeChangesOver } from '../import/changes.js';
import { loadDotted } from '../import/importFunction.js';
import { isBeingMade } from '../import/load.js';
import { offeredModules } from '../import/offered.js';
import { CHANGED_MODULES, standIn, unloadedName } from '../import/standIn.js';
import { rt } from '../object/context.js';
import { PyModule } from '../object/values.js';
import type { Restorer } from './restore.js';

/** An object of the snapshot whose state is taken over, or a call to be made, when its module is loaded. */
export interface Anchored {
  readonly id: number;
  /** Another module of the library, without which it cannot be made; '' if there is none. */
  readonly home: string;
}

interface Waiting {
  /** Submodules that the parent has loaded: attributes of their packages. */
  readonly submodules: ReadonlyMap<string, readonly string[]>;
  /** Objects whose state is taken over, and calls to be made, by module. */
  readonly anchored: Map<string, Anchored[]>;
  readonly restorer: Restorer;
}

const waiting = (): Waiting | undefined => rt.state.get('fork library') as Waiting | undefined;

export function prepareLibrary(restorer: Restorer, names: readonly string[], anchored: Map<string, Anchored[]>): void {
  const submodules = new Map<string, string[]>();
  const offered = offeredModules();
  for (const name of names) {
    offered.add(name);
    const dot = name.lastIndexOf('.');
    const package_ = name.slice(0, dot);
    submodules.set(package_, [...(submodules.get(package_) ?? []), name.slice(dot + 1)]);
  }
  rt.state.set(CHANGED_MODULES, anchored);
  rt.state.set('fork library', { submodules, anchored, restorer } satisfies Waiting);
}

/** A library module that was loaded in the parent. It may not be loaded yet: its first use loads it. */
export function libraryModule(name: string): PyModule {
  const found = rt.modules.get(name);
  return found === undefined || found === null ? standIn(name) : found;
}

/** Loads the modules whose state has not been taken over yet, so that it can be handed on. */
export function loadAnchored(): void {
  for (const name of [...(waiting()?.anchored.keys() ?? [])]) libraryModule(name).namespace;
}

/** Called when a module has been loaded: what the parent's had gained by then. */
export function afterLoad(name: string, module: PyModule): void {
  const state = waiting();
  if (state === undefined) return;
  const submodules = state.submodules.get(name);
  if (submodules !== undefined) {
    const pending = (module.namespace.map.pending ??= new Map());
    for (const sub of submodules) {
      if (module.namespace.map.get(sub) === undefined) pending.set(sub, () => loadDotted(`${name}.${sub}`));
    }
  }
  takeOver(state, name);
}

/** The same for the modules that every process has from its beginning. */
export function afterStart(): void {
  const state = waiting()!;
  for (const name of [...state.anchored.keys()]) {
    const module = rt.modules.get(name);
    if (module instanceof PyModule && unloadedName(module) === undefined) takeOver(state, name);
  }
}

function takeOver({ anchored, restorer }: Waiting, name: string): void {
  const objects = anchored.get(name) ?? [];
  anchored.delete(name);
  takeChangesOver(() => {
    for (const each of objects) {
      // The module that is being made may be the one that has asked for this one.
      if (isBeingMade(each.home)) anchored.set(each.home, [...(anchored.get(each.home) ?? []), each]);
      else restorer.whole(each.id);
    }
  });
}
