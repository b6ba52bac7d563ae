/** Finding and loading one module: built in, on a path, or from the library. */
import { readFileSync } from 'node:fs';
import { call, callMethod } from '../object/call.js';
import { findAttr, getAttr, setAttr } from '../object/attributes.js';
import { builtinsNamespace } from '../object/builtinsModule.js';
import { moduleState, rt } from '../object/context.js';
import { libraryFunctionPrototype } from '../object/function.js';
import { isModuleInPython } from '../object/inPython.js';
import { ModuleMap } from '../object/namespace.js';
import { normalInt } from '../object/number.js';
import { attributeKey, type Py } from '../object/object.js';
import type { PyDict } from '../object/table.js';
import { PyList, PyModule, PyTuple } from '../object/values.js';
import { newModule } from '../builtins/module.js';
import { libraryBuiltins } from '../stdlib/builtins.js';
import { compileText, type SourceText } from '../execute.js';
import { loadUnit, runUnit } from '../unitRegistry.js';
import { builtinModule } from '../stdlib/index.js';
import { speedUps } from '../stdlib/speedUps.js';
import { withoutHandlers } from '../process/signals.js';
import { loadDotted, noModule } from './importFunction.js';
import { newNamespaceLoader, newNamespacePath } from './namespacePackage.js';
import { newSpec } from './spec.js';
import { mayDefineLater } from './deferredNames.js';
import { deferredPath, hasRunNow, showLoggers, runningLibrary } from './deferred.js';
import { isInLibrary } from './library.js';
import { isLeftOut, whyMissing } from './missing.js';
import { findOwnSource, type OwnSource, revisionOf } from './ownSources.js';
import { adjustModule, adjustModule2 } from './adjust.js';
import { isLibraryFile, isLibraryFile2, libraryStamp } from './library.js';
import { finderOf } from './pathHooks.js';
import { absolutePath, isFile, isFolder, pathEntries, processPath } from './paths.js';
import { isHiddenFromProgram, sourceName, WHOLE_2 } from './twins.js';

/** What is loaded here. */
export type FoundHere =
  | { readonly kind: 'builtin'; readonly members: () => Record<string, Py> }
  | OwnSource
  | { readonly kind: 'namespace'; readonly paths: readonly string[] };

/** What was found for a name; a spec by a finder that is not ours. */
export type Found = FoundHere | { readonly kind: 'spec'; readonly spec: Py };

/** Loads `name` (whose parent is loaded). undefined when it is not found and `quiet`. */
export function findAndLoad(name: string, quiet = false): Py {
  const whole = rt.dialect === 2 ? WHOLE_2.get(name) : undefined;
  if (whole !== undefined && !rt.modules.has(whole)) {
    loadDotted(whole);
    const part = rt.modules.get(name);
    if (part !== undefined) return part;
  }
  const dot = name.lastIndexOf('.');
  const parent = dot < 0 ? null : rt.modules.get(name.slice(0, dot));
  const path: Py = parent === null ? null : findAttr(parent, '__path__');
  const foreign = viaMetaPath(name, path === undefined ? null : path);
  if (foreign !== undefined) return foreign;
  const found = find(name, path === null || path === undefined ? null : pathEntries(path));
  if (found === undefined) {
    if (quiet) return undefined;
    throw noModule(missingText(name), name);
  }
  return found.kind === 'spec' ? loadFromSpec(name, found.spec) : load(name, found);
}

function missingText(name: string): string {
  if (rt.dialect === 2) return `No module named ${name.slice(name.lastIndexOf('.') + 1)}`;
  return `No module named '${name}'${whyMissing(name)}`;
}

/** Finders that the program put into `sys.meta_path` come first. */
function viaMetaPath(name: string, path: Py): Py {
  if (deferredPath() !== null) return undefined;
  const finders = findAttr(rt.modules.get('sys'), 'meta_path');
  if (!(finders instanceof PyList) || finders.items.length === 0) return undefined;
  for (const finder of [...finders.items]) {
    const findSpec = findAttr(finder, 'find_spec');
    if (findSpec === undefined) continue;
    const spec = call(findSpec, [name, path, null]);
    if (spec === null) continue;
    return loadFromSpec(name, spec);
  }
  return undefined;
}

/** Loads through a spec's loader (`create_module`, `exec_module`). */
export function loadFromSpec(name: string, spec: Py): Py {
  const loader = getAttr(spec, 'loader');
  let module: Py = null;
  if (loader !== null && findAttr(loader, 'create_module') !== undefined)
    module = callMethod(loader, 'create_module', spec);
  if (module === null) module = newModule(name);
  if (module instanceof PyModule) describeModule(module, name, spec);
  rt.modules.set(name, module);
  try {
    if (loader !== null) callMethod(loader, 'exec_module', module);
  } catch (error) {
    rt.modules.delete(name);
    throw error;
  }
  return rt.modules.get(name) ?? module;
}

export function describeModule(module: PyModule, name: string, spec: Py): void {
  const { namespace } = module;
  namespace.set('__name__', name);
  namespace.set('__loader__', getAttr(spec, 'loader'));
  namespace.set('__spec__', spec);
  namespace.set('__package__', findAttr(spec, 'parent') ?? '');
  const locations = findAttr(spec, 'submodule_search_locations');
  if (locations !== undefined && locations !== null) {
    namespace.set('__path__', locations);
    if (getAttr(spec, 'loader') === null) beNamespace(namespace, spec, locations);
  }
  const origin = findAttr(spec, 'origin');
  if (findAttr(spec, 'has_location') === true && typeof origin === 'string') namespace.set('__file__', origin);
}

/** What the last part of a name begins with under which the library's own file of a module of ours is loaded. */
export const OWN_FILE = '_file_';

export const ownFile = (name: string): FoundHere => ({
  kind: 'source',
  file: `${String(rt.state.get('library path'))}/${name.replace(OWN_FILE, '').replaceAll('.', '/')}.py`,
  packagePath: null,
});

/** Looks for `name` among the built-in modules and on `path` (null: `sys.path`). */
export function find(name: string, path: readonly string[] | null): Found | undefined {
  const source = sourceName(name);
  const tail = source.slice(source.lastIndexOf('.') + 1);
  const isHidden = isHiddenFromProgram(name);
  const builtin = isHidden ? undefined : (builtinModule(name) ?? builtinModule(source));
  const isCore = builtin !== undefined && path === null;
  if (isCore && builtin.always) return { kind: 'builtin', members: builtin.members };
  const namespaces: string[] = [];
  for (const entry of path ?? deferredPath() ?? pathEntries(findAttr(rt.modules.get('sys'), 'path'))) {
    const base = `${absolutePath(entry === '' ? '.' : entry)}/${tail}`;
    if (isLibraryPath(entry)) {
      if (isHidden) continue;
      if (tail.startsWith(OWN_FILE)) return ownFile(source);
      const own2 = rt.dialect === 2 ? findInLibrary2(name) : undefined;
      if (own2 !== undefined) return own2;
      const own = builtin === undefined ? findOwnSource(source) : undefined;
      if (own !== undefined) return own;
      if (isLeftOut(source)) continue;
    }
    if (builtin !== undefined && isLibraryPath(entry)) return { kind: 'builtin', members: builtin.members };
    const finder = rt.dialect === 3 && !isLibraryPath(entry) ? finderOf(entry) : undefined;
    if (finder !== undefined) {
      const spec = callMethod(finder, 'find_spec', name);
      if (spec === null) continue;
      if (getAttr(spec, 'loader') !== null) return { kind: 'spec', spec };
      namespaces.push(...pathEntries(getAttr(spec, 'submodule_search_locations')));
      continue;
    }
    if (isFile(`${base}/__init__.py`)) return { kind: 'source', file: `${base}/__init__.py`, packagePath: base };
    if (isFile(`${base}.py`)) return { kind: 'source', file: `${base}.py`, packagePath: null };
    if (rt.dialect === 3 && isFolder(base)) namespaces.push(base);
  }
  if (builtin !== undefined) return { kind: 'builtin', members: builtin.members };
  return namespaces.length > 0 ? { kind: 'namespace', paths: namespaces } : undefined;
}

/** One of the modules that only Python 2 has, or that are not the same there. */
function findInLibrary2(name: string): Found | undefined {
  if (name !== sourceName(name)) return undefined;
  const base = `${String(rt.state.get('library path 2'))}/${name.replaceAll('.', '/')}`;
  if (isFile(`${base}.py`)) return { kind: 'source', file: `${base}.py`, packagePath: null };
  const file = `${base}/__init__.py`;
  return isFile(file) ? { kind: 'source', file, packagePath: base } : undefined;
}

/** The library's own folder is the last on the path: what the program has beside it wins. */
const isLibraryPath = (entry: string) => isInLibrary(`${entry}/`);

/** Makes the module, puts it into `sys.modules`, and runs it. */
export function load(name: string, found: FoundHere, module: PyModule = newModule(name)): Py {
  const isLibrary = found.kind === 'builtin' || (found.kind === 'source' && isLibraryFile(found.file));
  if (!isLibrary) return loadFound(name, found, module);
  if (name === 'logging.config') showLoggers();
  return runningLibrary(name, (since) => {
    // No handler of a signal sees it half done: often it is a module that CPython has loaded long before.
    const loaded = withoutHandlers(() => loadFound(name, found, module));
    hasRunNow(name);
    // What it counts from is when the program imported it.
    if (since !== undefined && name === 'logging') module.namespace.set('_startTime', normalInt(BigInt(since)));
    return loaded;
  });
}

function loadFound(name: string, found: FoundHere, module: PyModule): Py {
  const { namespace } = module;
  const isPackage = found.kind === 'namespace' || (found.kind === 'source' && found.packagePath !== null);
  const parent = isPackage ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
  namespace.set('__package__', parent);
  if (found.kind === 'builtin') {
    rt.state.set(`builtin module ${name}`, true);
    rt.modules.set(name, module);
    const file = fileThere(name);
    if (file === null && rt.dialect === 3) namespace.set('__spec__', newSpec(name, 'built-in', null, false));
    offerMembers(namespace, name, found.members());
    if (file !== null) locate(namespace, name, file);
    if (namespace.has('__path__')) namespace.set('__package__', name);
    afterModuleLoad.current?.(name, module);
    return module;
  }
  const locations =
    found.kind === 'namespace'
      ? rt.dialect === 3
        ? newNamespacePath(found.paths)
        : new PyList([...found.paths])
      : isPackage
        ? new PyList([(found as { packagePath: string }).packagePath])
        : null;
  if (locations !== null) namespace.set('__path__', locations);
  const spec = locate(namespace, name, found.kind === 'source' ? found.file : null, locations);
  rt.modules.set(name, module);
  if (found.kind === 'source') runSource(module, name, found, spec);
  afterModuleLoad.current?.(name, module);
  return rt.modules.get(name) ?? module;
}

/** The library's file of a module that is written in TypeScript here and in Python there, else null. */
function fileThere(name: string): string | null {
  if (!isModuleInPython(sourceName(name))) return null;
  const base = `${String(rt.state.get('library path'))}/${sourceName(name).replaceAll('.', '/')}`;
  return [`${base}.py`, `${base}/__init__.py`].find(isFile) ?? null;
}

/** Says in the module where it is from. Returns its spec, which Python 2 does not have. */
function locate(
  namespace: PyDict,
  name: string,
  file: string | null,
  locations: Py = namespace.get('__path__') ?? null,
) {
  if (file !== null) namespace.set('__file__', file);
  if (rt.dialect === 2) return null;
  const spec = newSpec(name, file, locations, file !== null);
  if (file === null && locations !== null) beNamespace(namespace, spec, locations);
  namespace.set('__spec__', spec);
  namespace.set('__loader__', getAttr(spec, 'loader'));
  if (file !== null) namespace.set('__cached__', null);
  return spec;
}

/** A package without a file of its own. */
function beNamespace(namespace: PyDict, spec: Py, locations: Py): void {
  const loader = newNamespaceLoader(locations);
  setAttr(spec, 'loader', loader);
  namespace.set('__loader__', loader);
  namespace.set('__file__', null);
}

/** Called with each module that has been loaded; wired by a forked child. */
export const afterModuleLoad: { current: ((name: string, module: PyModule) => void) | null } = { current: null };

/** Under this key a module's members may hold makers of others, which are made when they are first asked for. */
export const LATER = Symbol('members made later');
export type LaterMembers = ReadonlyMap<string, () => Py>;

/** A function becomes a variable when it is first asked for: most never are. */
function offerMembers(
  namespace: PyDict,
  module: string,
  members: Record<string, Py> & { [LATER]?: LaterMembers },
): void {
  const map = namespace.map as ModuleMap;
  const pending = (map.pending = new Map([...(map.pending ?? []), ...(members[LATER] ?? [])]));
  for (const name of Object.keys(members)) {
    const value = ownedBy(members[name], module, name);
    if (typeof value === 'function' && !name.startsWith('__')) pending.set(name, () => value);
    else namespace.set(name, value);
  }
}

/** The name under which a program has what a module gives: the library may have been the first to load it. */
const ownerName = (module: string): string => (module === '@builtins' ? '__builtin__' : sourceName(module));

/** Functions of a built-in module know its name and their own. Those of a module that is a Python file there look as if written in it. */
function ownedBy(value: Py, module: string, name: string): Py {
  const info = typeof value === 'function' ? value.builtin : undefined;
  if (info === undefined || (info.owner !== null && info.name !== '')) return value;
  info.owner ??= ownerName(module);
  if (info.name === '') info.name = name;
  if (isModuleInPython(String(info.owner))) Object.setPrototypeOf(value, libraryFunctionPrototype);
  return value;
}

const running = () => moduleState('modules whose text runs', () => new Set<string>());

/** Whether the module of that name is being made: not all of its names are there yet. */
export const isBeingMade = (name: string): boolean => running().has(name);

function runSource(module: PyModule, name: string, { file, runsAs, rewrite, begin }: OwnSource, spec: Py): void {
  if (spec !== null) spec.$_initializing = true;
  running().add(name);
  try {
    if (runsAs !== undefined) module.namespace.set('__name__', runsAs);
    const read = () => (rewrite === undefined ? decodeFile(file) : rewrite(decodeFile(file)));
    // The dialects may not rewrite it alike, nor may the next version of this.
    const variant = rewrite === undefined ? runsAs : `${runsAs}${rt.dialect}${revisionOf(rewrite)}`;
    execSource(module, isLibraryFile(file) ? read : read(), file, variant, begin);
    if (runsAs !== undefined) module.namespace.set('__name__', name);
    if (isLibraryFile(file)) speedUps[name]?.(module);
  } catch (error) {
    rt.modules.delete(name);
    throw error;
  } finally {
    running().delete(name);
    if (spec !== null) spec.$_initializing = false;
  }
}

/** A module of the library that runs as Python 3 in a Python 2 program. */
const isLibrary3In2 = (file: string): boolean => rt.dialect === 2 && isLibraryFile(file) && !isLibraryFile2(file);

/** Reads a Python file by its own encoding; raises SyntaxError when it cannot be. */
export function decodeFile(file: string): string {
  const path = processPath(file);
  if (isLibrary3In2(file)) return readFileSync(path, 'utf8');
  const decode = rt.state.get('decode source') as (bytes: Uint8Array, file: string) => string;
  return decode(readFileSync(path), file);
}

/** What the library's modules see as builtins in a Python 2 program. */
function builtinsOfLibrary(): object {
  if (rt.libraryBuiltins === undefined) {
    rt.libraryBuiltins = Object.create(rt.builtins);
    const members = libraryBuiltins();
    for (const name of Object.keys(members)) rt.libraryBuiltins[attributeKey(name)] = members[name];
  }
  return rt.libraryBuiltins;
}

/**
 * Compiles a module's text and runs it in the module.
 * @param variant tells texts apart that come from one file.
 * @param begin called before it runs.
 */
export function execSource(
  module: PyModule,
  source: SourceText,
  file: string,
  variant = '',
  begin?: (module: PyModule) => void,
): void {
  const isLibrary3 = isLibrary3In2(file);
  const compiled = compileText(source, {
    filename: file,
    mode: 'exec',
    globalsMode: 'module',
    ...(isLibraryFile(file) ? { stamp: libraryStamp(file) + variant } : {}),
    ...(isLibraryFile(file) && mayDefineLater(String(module.namespace.get('__name__'))) ? { definesLater: true } : {}),
    ...(isLibrary3 ? { dialect: 3 as const } : {}),
  });
  const { names } = module.namespace.map as ModuleMap;
  if (isLibrary3) Object.setPrototypeOf(names, builtinsOfLibrary());
  const { main } = loadUnit(compiled, module.namespace, names);
  module.namespace.set('__builtins__', builtinsNamespace());
  if (main.doc !== null) module.namespace.set('__doc__', main.doc);
  const ownName = (): string => String(module.namespace.get('__name__'));
  begin?.(module);
  whileRuns.current(ownName(), () => runUnit(main));
  if (!isLibraryFile(file)) return;
  const adjust = isLibraryFile2(file) ? adjustModule2 : adjustModule;
  // By the name that it has given itself.
  adjust(ownName(), module);
}

/** Runs a module's code; set by whoever has something ready for one of the library only that long. */
export const whileRuns: { current: (name: string, run: () => void) => void } = { current: (_name, run) => run() };

export { PyTuple };
