/** Library modules in a forked child: imported when something of them is first used. */

import { keepFast } from '../object/fastProperties.js';
import { initModule, moduleType } from '../builtins/module.js';
import { loadDotted } from '../import/importFunction.js';
import { find, load } from '../import/load.js';
import { rt } from '../object/context.js';
import { hide, type Py } from '../object/object.js';
import type { PyModule } from '../object/values.js';
import { withoutHandlers } from '../process/signals.js';
import type { Restorer } from './restore.js';

interface Waiting {
  /** Submodules that the parent has loaded: attributes of their packages. */
  readonly submodules: ReadonlyMap<string, readonly string[]>;
  /** Objects whose state is taken over, by module. */
  readonly anchored: Map<string, number[]>;
  readonly restorer: Restorer;
}

const waiting = (): Waiting | undefined => rt.state.get('fork library') as Waiting | undefined;

export function prepareLibrary(restorer: Restorer, names: readonly string[], anchored: Map<string, number[]>): void {
  const submodules = new Map<string, string[]>();
  for (const name of names) {
    const dot = name.lastIndexOf('.');
    const package_ = name.slice(0, dot);
    submodules.set(package_, [...(submodules.get(package_) ?? []), name.slice(dot + 1)]);
  }
  rt.state.set('fork library', { submodules, anchored, restorer } satisfies Waiting);
}

/** A library module that was loaded in the parent. It may not be loaded yet: its first use loads it. */
export function libraryModule(name: string): PyModule {
  const found = rt.modules.get(name);
  if (found !== undefined && found !== null) return found;
  const module = new moduleType.ctor() as PyModule;
  // The parent has loaded it, so no handler of a signal may see it half loaded.
  const materialize = () => withoutHandlers(() => loadInto(module, name));
  const attribute = (attr: string): Py => {
    const early = takenOver(name, attr);
    if (early === undefined) materialize();
    return early;
  };
  hide(module, 'lazy$', attribute);
  hide(module, 'lazyName$', name);
  Object.defineProperty(module, 'namespace', {
    get() {
      materialize();
      return module.namespace;
    },
    configurable: true,
  });
  rt.modules.set(name, module);
  return module;
}

/** What `os` changes of that which it takes over. */
const CHANGED_BY_OS: readonly string[] = ['fdopen', 'getenv', 'putenv', 'unsetenv'];

/** What `os` takes over from `posix` and `posixpath` as it is: many children want nothing else of it, and it takes long to load. */
function takenOver(module: string, name: string): Py {
  if (module !== 'os' || CHANGED_BY_OS.includes(name) || (name.startsWith('_') && name !== '_exit')) return undefined;
  if (name === 'path') return libraryModule('posixpath');
  const value = loadDotted('posix').namespace.get(name);
  return typeof value === 'function' ? value : undefined;
}

/** Loads the module into the object that has stood for it. */
function loadInto(module: PyModule, name: string): void {
  const dot = name.lastIndexOf('.');
  const package_ = dot < 0 ? null : loadDotted(name.slice(0, dot));
  // The package may have imported it, as most do with their modules.
  package_?.namespace;
  if (unloadedName(module) === undefined) return;
  delete (module as { lazy$?: unknown }).lazy$;
  delete (module as { namespace?: unknown }).namespace;
  keepFast(module);
  initModule(module, name, null);
  const path = package_ === null ? null : package_.namespace.get('__path__');
  const found = find(name, path === null || path === undefined ? null : [...path.items]);
  if (found === undefined) loadDotted(name);
  else load(name, found, module);
}

/** The library module that this one stands for while it is not loaded, or undefined. */
export const unloadedName = (module: PyModule): string | undefined => {
  const { lazy$, lazyName$ } = module as { lazy$?: unknown; lazyName$?: string };
  return lazy$ === undefined ? undefined : lazyName$;
};

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
  const anchored = state.anchored.get(name);
  if (anchored !== undefined) {
    state.anchored.delete(name);
    for (const id of anchored) state.restorer.whole(id);
  }
}
