/**
 * Imports of library modules that wait: the module object is there, its text runs when something of it is asked for (standIn.ts). Most
 * programs use little of what their imports import in turn.
 *
 * Nobody shall see a difference. So only modules wait that do nothing but define things, only while nothing can come between them and what
 * they import, and whoever could look or interfere (`sys.modules`, a changed attribute of a library module, …) makes them all run first.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findAttr } from '../object/attributes.js';
import { moduleState, rt } from '../object/context.js';
import { ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import type { PyDict } from '../object/table.js';
import { PyList, type PyModule } from '../object/values.js';
import { comesInTheWay, SHOWN, SILENT, SILENT2 } from './deferredNames.js';
import { importFunction } from './importFunction.js';
import { isInLibrary, isLibraryFile } from './library.js';
import type { SysOptions } from '../stdlib/sys.js';
import { pathEntries, processPath } from './paths.js';
import { standIn, unloadedName, unseen } from './standIn.js';

/** Those that register something for the end of the program (or bring what does), which has its place among what the program registers. */
const AT_EXIT = ['asyncio', 'logging'];
/** Those that have a logger. */
const WITH_LOGGER = ['asyncio'];

interface Deferred {
  readonly waiting: Map<string, Waiting>;
  /** Library modules whose text is running: what they do is nothing that the program does. */
  libraryRunning: number;
  /** Of these, modules that have waited. */
  deferredRunning: number;
  /** Variables of library modules whose values come from modules that wait. */
  readonly bindings: Binding[];
  /** What others do with the classes of modules that wait, by module. */
  readonly after: Map<string, (() => void)[]>;
  /** Definitions that are being made just now, and what is to be done when they are. */
  making: number;
  readonly due: (() => void)[];
  /** Folders of the path: whether there is a file in it that hides a module of the library. */
  readonly folders: Map<string, { readonly changed: number; readonly hides: boolean }>;
  /** Whoever looks at the loggers sees all that there would be. */
  showsLoggers: boolean;
}
interface Binding {
  readonly map: ModuleMap;
  readonly name: string;
  /** The module that keeps account of the value. */
  readonly keptBy: string | undefined;
}
interface Waiting {
  readonly module: PyModule;
  /** When it was imported, in nanoseconds since 1970. */
  readonly since: number;
}

const deferred = (): Deferred =>
  moduleState('deferred imports', () => ({
    waiting: new Map(),
    bindings: [],
    after: new Map(),
    making: 0,
    due: [],
    libraryRunning: 0,
    deferredRunning: 0,
    folders: new Map(),
    showsLoggers: false,
  }));

const silent = (): ReadonlySet<string> => (rt.dialect === 2 ? SILENT2 : SILENT);

/** The module for `import name`, if it can wait. */
export function importLater(name: string): PyModule | undefined {
  if (!silent().has(name) || saysSomething(name)) return undefined;
  const state = deferred();
  if (state.deferredRunning === 0 && !isPlain(state)) return undefined;
  if (state.showsLoggers && WITH_LOGGER.includes(name)) return undefined;
  const module = standIn(name);
  state.waiting.set(name, { module, since: Date.now() * 1e6 });
  return module;
}

/**
 * The package for `import package.module`, if the package can wait and only shows a module that the library has elsewhere (deferredNames.ts):
 * it is looked for when the program asks the package for it.
 */
export function importPackageLater(name: string): PyModule | undefined {
  const package_ = name.slice(0, Math.max(0, name.indexOf('.')));
  if (!SHOWN.has(name) || !silent().has(package_)) return undefined;
  const there = rt.modules.get(package_);
  if (there === undefined) return importLater(package_);
  return there !== null && unloadedName(there) !== undefined ? there : undefined;
}

/** The name of the module that a package shows under this one, where the package need not run for it. */
export const shownName = (name: string): string | undefined =>
  importPackageLater(name) === undefined ? undefined : SHOWN.get(name);

/** `warnings` complains of options that it does not understand. */
const saysSomething = (name: string): boolean =>
  name === 'warnings' && (rt.state.get('sys options') as SysOptions | undefined)?.warnOptions.length !== 0;

/** The module that `from name import …` in the library does not need yet: one that waits, or can. */
export function waitingModule(given: string): PyModule | undefined {
  const name = shownName(given) ?? given;
  const loaded = rt.modules.get(name);
  if (loaded === undefined) return importLater(name);
  return loaded !== null && unloadedName(loaded) !== undefined && deferred().waiting.has(name) ? loaded : undefined;
}

/** Gives a module of the library a variable whose value is looked for when somebody asks for it. */
export function bindLater(globals: PyDict, name: string, make: () => Py, keptBy?: string): void {
  const map = globals.map as ModuleMap;
  (map.pending ??= new Map()).set(name, make);
  deferred().bindings.push({ map, name, keptBy });
}

/** Whether what a module of the library defines just now may wait. */
export function mayDefine(): boolean {
  const state = deferred();
  return rt.dialect === 3 && (state.deferredRunning > 0 || isPlain(state));
}

/** Whether there is somebody who looks at all that a module keeps account of. */
export const isShown = (keptBy: string | undefined): boolean => keptBy === 'logging' && deferred().showsLoggers;

/** Runs something when a module that waits has run. */
export function runAfter(module: string, run: () => void): void {
  const { after } = deferred();
  const known = after.get(module);
  if (known === undefined) after.set(module, [run]);
  else known.push(run);
}

/** Called when a module of the library has run. What then is to be done may need what is being made just now. */
export function hasRunNow(module: string): void {
  const { after, due, making } = deferred();
  const runs = after.get(module) ?? [];
  after.delete(module);
  if (making > 0) due.push(...runs);
  else for (const run of runs) run();
}

/** Makes what has waited: it is the library that runs, as it did when its module ran. */
export function runningPart<T>(make: () => T): T {
  const state = deferred();
  state.libraryRunning++;
  state.deferredRunning++;
  state.making++;
  try {
    return unseen(make);
  } finally {
    state.making--;
    state.libraryRunning--;
    state.deferredRunning--;
    if (state.making === 0) while (state.due.length > 0) state.due.shift()!();
  }
}

/** Whether the library finds itself: no finder or `__import__` of the program's, and no file that hides one of its modules. */
function isPlain(state: Deferred): boolean {
  if (rt.builtins.$__import__ !== importFunction) return false;
  const sys = rt.modules.get('sys');
  const finders = findAttr(sys, 'meta_path');
  if (!(finders instanceof PyList) || finders.items.length > 0) return false;
  const path: Py = findAttr(sys, 'path');
  if (!(path instanceof PyList)) return false;
  return pathEntries(path).every((entry) => isInLibrary(`${entry}/`) || !hides(entry, state));
}

function hides(entry: string, { folders }: Deferred): boolean {
  const folder = processPath(entry === '' ? '.' : entry);
  try {
    const changed = statSync(folder).mtimeMs;
    let known = folders.get(folder);
    if (known?.changed !== changed) {
      known = { changed, hides: readdirSync(folder).some((file) => isModuleOfLibrary(folder, file)) };
      folders.set(folder, known);
    }
    return known.hides;
  } catch {
    // There is no such folder.
    return false;
  }
}

/** Whether a file or folder is a module of a name that the library has too. */
const isModuleOfLibrary = (folder: string, file: string): boolean =>
  file.endsWith('.py')
    ? comesInTheWay(file.slice(0, -'.py'.length))
    : comesInTheWay(file) && existsSync(join(folder, file, '__init__.py'));

/** Where a module that has waited finds what it imports, whatever the program has made of `sys.path` since; else null. */
export const deferredPath = (): readonly string[] | null =>
  deferred().deferredRunning > 0 ? [String(rt.state.get('library path'))] : null;

/** Runs the text of a library module. */
export function runningLibrary<T>(name: string, run: (since: number | undefined) => T): T {
  const state = deferred();
  const waited = state.waiting.get(name);
  state.waiting.delete(name);
  const step = waited === undefined ? 0 : 1;
  state.libraryRunning++;
  state.deferredRunning += step;
  try {
    return run(waited?.since);
  } finally {
    state.libraryRunning--;
    state.deferredRunning -= step;
  }
}

/** Whether a module of the library is running just now: what is set then is not the program's. */
export const isLibraryRunning = (): boolean => deferred().libraryRunning > 0;

/** Defines what a module that has run has left for later. */
export function defineRest(name: string): void {
  const module = rt.modules.get(name) as PyModule | undefined;
  if (module === undefined) return;
  const { map } = module.namespace;
  if (map instanceof ModuleMap) for (const variable of [...(map.pending?.keys() ?? [])]) map.get(variable);
}

/** Called before the program sees or changes what modules that wait have not seen yet: they run first. */
export function runDeferred(): void {
  const state = deferred();
  if (!isAnythingLeft(state)) return;
  while (state.waiting.size > 0 || state.bindings.length > 0) {
    for (const [name, { module }] of state.waiting) runWaiting(state, name, module);
    for (const { map, name } of state.bindings.splice(0)) map.get(name);
  }
}

const isAnythingLeft = ({ waiting, bindings, libraryRunning }: Deferred): boolean =>
  libraryRunning === 0 && (waiting.size > 0 || bindings.length > 0);

function runWaiting(state: Deferred, name: string, module: PyModule): void {
  if (unloadedName(module) !== undefined) void module.namespace;
  state.waiting.delete(name);
}

/** Called before something is registered for the end of the program. */
export function runDeferredExits(): void {
  const state = deferred();
  // A module of the library that registers something as it runs is one of those.
  if (state.waiting.size > 0 && state.libraryRunning === 0) runThese(state, AT_EXIT);
}

/** Called before a text of the program or a module that looks at whatever loggers there are: none waits from now on. */
export function showLoggers(): void {
  const state = deferred();
  state.showsLoggers = true;
  runThese(state, WITH_LOGGER);
  for (const { map, name, keptBy } of state.bindings) if (keptBy === 'logging') map.get(name);
}

function runThese(state: Deferred, names: readonly string[]): void {
  for (const name of names) {
    const found = state.waiting.get(name);
    if (found !== undefined) runWaiting(state, name, found.module);
  }
}

/** Attributes that programs change often, and no module looks at while it runs. */
const UNSEEN: Readonly<Record<string, readonly string[]>> = {
  sys: 'stdin stdout stderr argv path excepthook displayhook ps1 ps2 tracebacklimit'.split(' '),
  warnings: ['filters', 'showwarning', '_showwarnmsg_impl'],
};

/** Called before an attribute of a module is set or deleted. */
export function beforeModuleChange(module: PyModule, attribute: string): void {
  if (!isAnythingLeft(deferred())) return;
  const name = unloadedName(module) ?? module.namespace?.get('__name__');
  const file = unloadedName(module) === undefined ? module.namespace?.get('__file__') : undefined;
  if ((typeof file === 'string' && !isLibraryFile(file)) || UNSEEN[name]?.includes(attribute)) return;
  runDeferred();
}
