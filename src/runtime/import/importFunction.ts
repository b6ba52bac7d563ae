/**
 * `__import__` and the machinery behind it: `sys.modules`, packages, relative names.
 * Spec: https://docs.python.org/3/reference/import.html
 */
import { asciiOf } from '../object/text.js';
import { findAttr, getAttr, setAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, KeyError, ModuleNotFoundError, TypeError, ValueError } from '../object/errors.js';
import { moduleType } from '../builtins/module.js';
import { fn } from '../object/fn.js';
import { asIndex, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { typeOf } from '../object/typeof.js';
import { toArray } from '../object/iterate.js';
import { importLater, importPackageLater, shownName } from './deferred.js';
import { findAndLoad } from './load.js';
import { nameForLibrary } from './twins.js';

export const importFunction = fn(
  '(name, globals=None, locals=None, fromlist=(), level=0)',
  (name: Py, globals: Py, _locals: Py, fromlist: Py, level: Py) => {
    const text = asciiOf(name);
    if (text === undefined) throw TypeError(`__import__() argument 1 must be str, not ${typeOf(name).name}`);
    const n = level === undefined ? (rt.dialect === 2 ? -1 : 0) : Number(asIndex(level));
    const names = fromlist === undefined || fromlist === null ? [] : toArray(fromlist);
    // A program that calls it finds the modules that its import statements find.
    return importModule(text, globals ?? (rt.dialect === 2 ? new PyDict() : null), names, n);
  },
  '__import__',
);

/** Imports `name` as seen from the module with these globals; the top package, or with a fromlist the module itself. */
export function importModule(given: string, globals: Py, fromlist: readonly Py[], level: number): Py {
  // Without globals it is the runtime that imports.
  const name = globals === null ? nameForLibrary(given) : given;
  if (fromlist.length === 0 && isAbsolute(globals, level)) {
    // By far the most frequent case: it is there already.
    const loaded = rt.modules.get(name);
    if (loaded !== undefined && loaded !== null && !name.includes('.')) return loaded;
    const waiting =
      loaded === undefined && globals !== null ? (importLater(name) ?? importPackageLater(name)) : undefined;
    if (waiting !== undefined) return waiting;
  }
  const { full, top } = resolveAndLoad(name, globals, level);
  if (fromlist.length === 0) return top;
  const module = full;
  if (findAttr(module, '__path__') !== undefined) loadSubmodules(module, fromlist);
  return module;
}

/** Whether nothing beside the importing module can be meant: Python 2 looks there first, if that is in a package. */
const isAbsolute = (globals: Py, level: number): boolean =>
  level === 0 || (level < 0 && (globals === null || packageOf(globals, false) === ''));

function resolveAndLoad(name: string, globals: Py, level: number): { full: Py; top: Py } {
  if (level > 0) {
    const absolute = resolveRelative(name, globals, level);
    const full = loadDotted(absolute);
    if (name === '') return { full, top: full };
    const topName = absolute.slice(0, absolute.length - name.length + name.split('.')[0]!.length);
    return { full, top: rt.modules.get(topName) };
  }
  if (level < 0 && globals !== null) {
    const beside = implicitRelative(name, globals);
    if (beside !== undefined) return beside;
  }
  if (name === '') throw ValueError('Empty module name');
  const full = loadDotted(name);
  return { full, top: topPackage(name) };
}

/** The package that a dotted name begins with. A forked child may have a module of the library that has not run, and not its package. */
function topPackage(name: string): Py {
  const [first, ...rest] = name.split('.');
  const there = rt.modules.get(first!);
  if (there !== undefined) return there;
  const top = loadDotted(first!);
  let owner = top;
  let path = first!;
  for (const part of rest) {
    path += `.${part}`;
    const module = loadDotted(path);
    if (findAttr(owner, part) === undefined) bindSubmodule(owner, part, module);
    owner = module;
  }
  return top;
}

/** Python 2: a module in the importing module's own package comes first. */
function implicitRelative(name: string, globals: PyDict): { full: Py; top: Py } | undefined {
  const package_ = packageOf(globals, false);
  if (package_ === '') return undefined;
  const first = `${package_}.${name.split('.')[0]}`;
  if (rt.modules.get(first) === undefined && findAndLoad(first, true) === undefined) return undefined;
  return { full: loadDotted(`${package_}.${name}`), top: rt.modules.get(first) };
}

/** Python 2 misses what was asked for, not the package that it would be in. */
function loadParent(parentName: string, name: string): Py {
  if (rt.dialect === 2 && !parentName.includes('.') && rt.modules.get(parentName) === undefined) {
    const parent = findAndLoad(parentName, true);
    if (parent === undefined) throw noModule(`No module named ${name}`, name);
    return parent;
  }
  return loadDotted(parentName);
}

/** Loads every part of a dotted name; the module of the last. */
export function loadDotted(name: string): Py {
  const found = rt.modules.get(name);
  if (found !== undefined) {
    if (found === null)
      throw noModule(
        rt.dialect === 2 ? `No module named ${name}` : `import of ${name} halted; None in sys.modules`,
        name,
      );
    return found;
  }
  if (name === '') throw ValueError('Empty module name');
  const dot = name.lastIndexOf('.');
  if (dot > 0) {
    const shown = shownName(name);
    if (shown !== undefined) return loadDotted(shown);
    const parentName = name.slice(0, dot);
    const parent = loadParent(parentName, name);
    // A forked child loads the parent only now, and that may bring the module with it.
    const path = findAttr(parent, '__path__');
    const again = rt.modules.get(name);
    if (again !== undefined) return again;
    if (path === undefined) {
      throw noModule(
        rt.dialect === 2
          ? `No module named ${name.slice(dot + 1)}`
          : `No module named '${name}'; '${parentName}' is not a package`,
        name,
      );
    }
    const module = findAndLoad(name)!;
    const owner = rt.modules.get(parentName);
    if (owner !== undefined) bindSubmodule(owner, name.slice(dot + 1), module);
    return module;
  }
  if (dot === 0 && rt.dialect === 3) throw noModule(`No module named '${name}'`, name);
  return findAndLoad(name)!;
}

function bindSubmodule(package_: Py, name: string, module: Py): void {
  // It is nothing that the program changes there (deferred.ts).
  if (package_.c$ === moduleType) package_.namespace.set(name, module);
  else setAttr(package_, name, module);
}

export function noModule(message: string, name: string): Py {
  const make = rt.dialect === 2 ? ImportError : ModuleNotFoundError;
  return Object.assign(make(message), { x$name: name });
}

function resolveRelative(name: string, globals: Py, level: number): string {
  const package_ = globals === null ? '' : packageOf(globals, true);
  if (package_ === '') {
    throw rt.dialect === 2
      ? ValueError('Attempted relative import in non-package')
      : ImportError('attempted relative import with no known parent package');
  }
  const parts = package_.split('.');
  if (level > parts.length)
    throw (rt.dialect === 2 ? ValueError : ImportError)('attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}

function packageOf(globals: PyDict, isStrict: boolean): string {
  const declared = globals.get('__package__');
  if (typeof declared === 'string') return declared;
  if (isStrict && rt.dialect === 3 && declared !== undefined && declared !== null)
    throw TypeError('package must be a string');
  const spec = globals.get('__spec__');
  if (spec !== undefined && spec !== null) {
    const parent = findAttr(spec, 'parent');
    if (typeof parent === 'string') return parent;
  }
  if (isStrict && rt.dialect === 3) warnOfFallback();
  const name = globals.get('__name__');
  if (typeof name !== 'string') {
    if (isStrict) throw KeyError("'__name__' not in globals");
    return '';
  }
  if (globals.get('__path__') !== undefined) return name;
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(0, dot);
}

function warnOfFallback(): void {
  const text = "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__";
  callMethod(importModule('warnings', null, [], 0), 'warn', text, rt.builtins.$ImportWarning, 1);
}

/** `from package import sub` loads submodules that are no attributes yet. */
function loadSubmodules(module: Py, fromlist: readonly Py[]): void {
  const package_ = getAttr(module, '__name__');
  for (const name of fromlist) {
    const text = strValue(name);
    if (text === undefined) throw TypeError(`Item in \`\`from list'' must be str, not ${typeOf(name).name}`);
    if (text === '*') {
      const all = findAttr(module, '__all__');
      if (all !== undefined) loadSubmodules(module, toArray(all));
      continue;
    }
    if (findAttr(module, text) !== undefined) continue;
    const full = `${package_}.${text}`;
    if (rt.modules.get(full) !== undefined) continue;
    const loaded = findAndLoad(full, true);
    if (loaded !== undefined) bindSubmodule(module, text, loaded);
  }
}
