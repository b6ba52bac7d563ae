/**
 * Library modules that are there without having run: what is first asked for of one makes it run. A forked child has its parent's library
 * in this form, and an import of one that shows nothing when it runs leaves it at that (deferred.ts).
 */
import { initModule, moduleType } from '../builtins/module.js';
import { type Arena, haltBegun, resumeBegun } from '../mp/index.js';
import { rt } from '../object/context.js';
import { keepFast } from '../object/fastProperties.js';
import { hide, type Py } from '../object/object.js';
import type { PyModule } from '../object/values.js';
import { recursionLimit, withoutHandlers } from '../process/signals.js';
import { loadDotted } from './importFunction.js';
import { find, load } from './load.js';
import { takenOver } from './takenOver.js';

/** So many Python calls a module may nest while it runs, however deep the program is and whatever it allows itself. */
const ROOM = 1000;
/** Who asks so often for what is there without the module gets the module, which answers faster. */
const EARLY_ANSWERS = 32;

/** Puts a module that has not run into `sys.modules`. */
export function standIn(name: string): PyModule {
  const module = new moduleType.ctor() as PyModule;
  arm(module, name);
  return module;
}

/** Library modules that the program has changed before it forked, and that have not run in this child of it. */
export const CHANGED_MODULES = 'changed modules';
const isChanged = (name: string): boolean =>
  (rt.state.get(CHANGED_MODULES) as ReadonlyMap<string, unknown> | undefined)?.has(name) === true;

function arm(module: PyModule, name: string): void {
  const run = (): void => runNow(module, name);
  let answers = 0;
  hide(module, 'lazy$', (attribute: string): Py => {
    const early = answers++ < EARLY_ANSWERS && !isChanged(name) ? takenOver(name, attribute, standIn) : undefined;
    if (early === undefined) run();
    return early;
  });
  hide(module, 'lazyName$', name);
  Object.defineProperty(module, 'namespace', {
    get() {
      run();
      return module.namespace;
    },
    configurable: true,
  });
  rt.modules.set(name, module);
}

/** The library module that this one stands for while it has not run, or undefined. */
export const unloadedName = (module: PyModule): string | undefined => {
  const { lazy$, lazyName$ } = module as { lazy$?: unknown; lazyName$?: string };
  return lazy$ === undefined ? undefined : lazyName$;
};

function runNow(module: PyModule, name: string): void {
  try {
    unseen(() => runInto(module, name));
  } catch (error) {
    // Not the module's own: there was no memory, say. Whoever asks next tries again.
    disarm(module);
    for (const key of Object.keys(module)) if (key.startsWith('$')) delete (module as Py)[key];
    arm(module, name);
    throw error;
  }
}

/**
 * For the program this ran long ago: no handler of a signal sees it half done, it takes nothing of the calls that it may nest, and none of
 * the time that a process has before a signal ends it.
 */
export function unseen<T>(run: () => T): T {
  const { depth } = rt;
  const arena = (rt.host as { arena?: Arena } | undefined)?.arena;
  const begun = arena === undefined ? 0 : haltBegun(arena);
  const since = Date.now();
  rt.depth = Math.min(0, recursionLimit() - ROOM);
  try {
    return withoutHandlers(run);
  } finally {
    rt.depth = depth;
    if (arena !== undefined) resumeBegun(arena, begun, Date.now() - since);
  }
}

/** Runs the module in the object that has stood for it. */
function runInto(module: PyModule, name: string): void {
  const dot = name.lastIndexOf('.');
  const package_ = dot < 0 ? null : loadDotted(name.slice(0, dot));
  // The package may have imported it, as most do with their modules.
  package_?.namespace;
  if (unloadedName(module) === undefined) return;
  disarm(module);
  initModule(module, name, null);
  const path = package_ === null ? null : package_.namespace.get('__path__');
  const found = find(name, path === null || path === undefined ? null : [...path.items]);
  if (found === undefined || found.kind === 'spec') loadDotted(name);
  else load(name, found, module);
  keepFast(module);
}

function disarm(module: PyModule): void {
  delete (module as { lazy$?: unknown }).lazy$;
  delete (module as { namespace?: unknown }).namespace;
}
