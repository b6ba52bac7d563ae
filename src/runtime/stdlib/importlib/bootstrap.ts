/**
 * `importlib._bootstrap`: the import system's own functions, over the one that is built in.
 * Spec: https://docs.python.org/3/library/importlib.html
 */

import { newModule } from '../../builtins/module.js';
import { importFunction, loadDotted } from '../../import/importFunction.js';
import { describeModule, find } from '../../import/load.js';
import { newNamespacePath } from '../../import/namespacePackage.js';
import { builtinImporterType, moduleSpecType, newSpec } from '../../import/spec.js';
import { findAttr, getAttr, setAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { ImportError, TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { type Py, PyInstance } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyClassMethod, PyList, PyModule, PyTuple } from '../../object/values.js';

class PyFrozenImporter extends PyInstance {}
const frozenImporterType: PyType = builtinType({
  name: 'FrozenImporter',
  js: PyFrozenImporter,
  module: '_frozen_importlib',
  hasDict: true,
});
defineMembers(frozenImporterType, () => ({
  find_spec: new PyClassMethod(fn('(cls, fullname, path=None, target=None)', () => null)),
}));

/** `.b` seen from `a.c` is `a.b`. */
function resolveName(name: string, package_: string, level: number): string {
  const parts = package_.split('.');
  if (parts.length < level) throw ImportError('attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}

function checkName(name: Py, package_: Py, level: number): void {
  if (typeof name !== 'string') throw TypeError(`module name must be str, not ${typeOf(name).qualname}`);
  if (level < 0) throw ValueError('level must be >= 0');
  if (level > 0) {
    if (typeof package_ !== 'string') throw TypeError('__package__ not set to a string');
    if (package_ === '') throw ImportError('attempted relative import with no known parent package');
  }
  if (name === '' && level === 0) throw ValueError('Empty module name');
}

function importByName(name: Py, package_: Py, level: Py): Py {
  const n = level === undefined ? 0 : Number(level);
  checkName(name, package_ ?? null, n);
  return loadDotted(n > 0 ? resolveName(name, package_, n) : name);
}

/** The spec of a module that is not loaded: by the finders of the program, then the built-in import. */
export function findSpec(name: string, path: Py, target: Py = null): Py {
  const finders = findAttr(rt.modules.get('sys'), 'meta_path');
  for (const finder of finders instanceof PyList ? [...finders.items] : []) {
    const hook = findAttr(finder, 'find_spec');
    const spec = hook === undefined ? null : call(hook, [name, path, target]);
    if (spec !== null) return spec;
  }
  return findSpecOnPath(name, path);
}

/** The built-in import's own answer. */
export function findSpecOnPath(name: string, path: Py): Py {
  const found = find(name, path === null || path === undefined ? null : toArray(path));
  if (found === undefined) return null;
  if (found.kind === 'spec') return found.spec;
  if (found.kind === 'builtin') return newSpec(name, 'built-in', null, false);
  if (found.kind === 'namespace') return newSpec(name, null, newNamespacePath(found.paths), false);
  return newSpec(name, found.file, found.packagePath === null ? null : new PyList([found.packagePath]), true);
}

function moduleFromSpec(spec: Py): Py {
  const loader = getAttr(spec, 'loader');
  let module: Py = null;
  if (loader !== null && findAttr(loader, 'create_module') !== undefined)
    module = callMethod(loader, 'create_module', spec);
  else if (loader !== null && findAttr(loader, 'exec_module') !== undefined) {
    throw ImportError('loaders that define exec_module() must also define create_module()');
  }
  if (module === null) module = newModule(getAttr(spec, 'name'));
  describe(spec, module);
  return module;
}

function describe(spec: Py, module: Py): Py {
  if (module instanceof PyModule) describeModule(module, getAttr(spec, 'name'), spec);
  else
    for (const [name, field] of [
      ['__name__', 'name'],
      ['__loader__', 'loader'],
      ['__package__', 'parent'],
    ] as const)
      setAttr(module, name, getAttr(spec, field));
  return module;
}

/** Runs a spec's loader in a module that is there already (`reload`). */
function exec(spec: Py, module: Py): Py {
  const name = getAttr(spec, 'name');
  if (rt.modules.get(name) !== module) {
    throw Object.assign(ImportError(`module ${repr(name)} not in sys.modules`), { x$name: name });
  }
  const loader = getAttr(spec, 'loader');
  if (loader === null && getAttr(spec, 'submodule_search_locations') === null) {
    throw Object.assign(ImportError('missing loader'), { x$name: name });
  }
  describe(spec, module);
  if (loader !== null)
    callMethod(
      loader,
      findAttr(loader, 'exec_module') === undefined ? 'load_module' : 'exec_module',
      findAttr(loader, 'exec_module') === undefined ? name : module,
    );
  return rt.modules.get(name) ?? module;
}

function load(spec: Py): Py {
  const module = moduleFromSpec(spec);
  const name = getAttr(spec, 'name');
  rt.modules.set(name, module);
  try {
    return exec(spec, module);
  } catch (error) {
    rt.modules.delete(name);
    throw error;
  }
}

function specFromLoader(name: Py, loader: Py, origin: Py, isPackage: Py): Py {
  const from = origin ?? findAttr(loader, '_ORIGIN') ?? null;
  if (origin === undefined && loader !== null && findAttr(loader, 'get_filename') !== undefined) {
    const external = importByName('importlib._bootstrap_external', null, 0);
    const make = getAttr(external, 'spec_from_file_location');
    return call(make, [name, callMethod(loader, 'get_filename', name)]) === null
      ? null
      : specAt(name, callMethod(loader, 'get_filename', name), loader, isPackage);
  }
  let package_ = isPackage;
  if (package_ === undefined || package_ === null) {
    package_ =
      loader !== null && findAttr(loader, 'is_package') !== undefined ? callMethod(loader, 'is_package', name) : false;
  }
  return specAt(name, from, loader, package_, false);
}

/** A spec with this loader. */
export function specAt(name: Py, origin: Py, loader: Py, isPackage: Py, hasLocation = true): Py {
  const spec = newSpec(name, origin, isPackage === true ? new PyList([]) : null, hasLocation);
  setAttr(spec, 'loader', loader);
  if (hasLocation && isPackage === true && typeof origin === 'string') {
    setAttr(spec, 'submodule_search_locations', new PyList([origin.slice(0, Math.max(0, origin.lastIndexOf('/')))]));
  }
  return spec;
}

export default (): Record<string, Py> => ({
  ModuleSpec: moduleSpecType,
  BuiltinImporter: builtinImporterType,
  FrozenImporter: frozenImporterType,
  __import__: importFunction,
  _gcd_import: fn('(name, package=None, level=0)', importByName),
  _find_and_load: fn('(name, import_)', (name: Py) => importByName(name, null, 0)),
  _handle_fromlist: fn('(module, fromlist, import_, *, recursive=False)', (module: Py, fromlist: Py) => {
    const name = getAttr(module, '__name__');
    return importFunction(name, undefined, undefined, new PyTuple(toArray(fromlist)));
  }),
  _find_spec: fn('(name, path, target=None)', (name: string, path: Py, target: Py) =>
    findSpec(name, path, target ?? null),
  ),
  _resolve_name: fn('(name, package, level)', (name: string, package_: string, level: number) =>
    resolveName(name, package_, level),
  ),
  _sanity_check: fn('(name, package, level)', (name: Py, package_: Py, level: number) => {
    checkName(name, package_, level);
    return null;
  }),
  _exec: fn('(spec, module)', exec),
  _load: fn('(spec)', load),
  _init_module_attrs: fn('(spec, module, *, override=False)', describe),
  _call_with_frames_removed: fn('(f, *args, **kwds)', (f: Py, args: Py[], kwds: ReadonlyMap<string, Py>) =>
    kwds.size === 0 ? call(f, args) : callMethod(f, '__call__', ...args),
  ),
  _verbose_message: fn('(message, *args, verbosity=1)', () => null),
  module_from_spec: fn('(spec)', moduleFromSpec),
  spec_from_loader: fn('(name, loader, *, origin=None, is_package=None)', specFromLoader),
  _ERR_MSG_PREFIX: 'No module named ',
});
