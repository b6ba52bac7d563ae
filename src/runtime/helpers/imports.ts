/** Import statements. The import system itself is `runtime/import/`. */
import { findAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, ModuleNotFoundError, PyBaseException } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { isOwnBuiltins } from '../object/builtinsModule.js';
import { ModuleMap } from '../object/namespace.js';
import { PyModule, PyTuple } from '../object/values.js';
import type { Unit } from '../unit.js';
import { bindLater, waitingModule } from '../import/deferred.js';
import { mappingGet } from './names.js';
import { importModule } from '../import/importFunction.js';
import { unloadedName } from '../import/standIn.js';
import { nameForLibrary } from '../import/twins.js';

function doImport(unit: Unit, name: string, fromlist: Py, level: number): Py {
  const given = unit.builtins;
  const f = isOwnBuiltins(given) ? mappingGet(given, '__import__') : rt.builtins.$__import__;
  if (f === undefined) throw ImportError('__import__ not found');
  if (rt.dialect === 2 && unit.compiled.dialect === 3) return importForLibrary(unit, name, fromlist, level);
  return call(f, [name, unit.globals, unit.locals ?? null, fromlist, level]);
}

/** An import in a module of the library, which is Python 3, in a Python 2 program. */
function importForLibrary(unit: Unit, name: string, fromlist: Py, level: number): Py {
  const names = fromlist === null ? [] : toArray(fromlist);
  try {
    return importModule(level === 0 ? nameForLibrary(name) : name, unit.globals, names, level);
  } catch (error) {
    if (!(error instanceof PyBaseException) || error.c$ !== ImportError.type) throw error;
    throw Object.assign(ModuleNotFoundError(...error.args.items), { x$name: (error as Py).x$name });
  }
}

/** In Python 2 a plain import looks beside the importing module first. */
const defaultLevel = (unit: Unit) =>
  rt.dialect === 2 && unit.compiled.dialect !== 3 && !unit.future.includes('absolute_import') ? -1 : 0;

/** `import a.b.c`: binds `a`. */
export const importName = (unit: Unit, name: string): Py => doImport(unit, name, null, defaultLevel(unit));

/** `import a.b.c as d`: binds `c`. */
export function importAs(unit: Unit, name: string): Py {
  let module = doImport(unit, name, null, defaultLevel(unit));
  const [, ...rest] = name.split('.');
  for (const part of rest) module = importedName(module, part);
  return module;
}

export function importFrom(unit: Unit, name: string, names: string[], level: number): Py {
  const waiting = isOfLibrary(unit) && level === 0 ? waitingModule(name) : undefined;
  if (waiting !== undefined) return waiting;
  return doImport(unit, name, new PyTuple(names), level === 0 ? defaultLevel(unit) : level);
}

/** A text of Python 3's library. */
export const isOfLibrary = (unit: Unit): boolean =>
  unit.compiled.stamp !== undefined && (rt.dialect === 3 || unit.compiled.dialect === 3);

/** The same for a variable of a module: in the library, one that comes from a module that waits is not there before it is asked for. */
export function importedLater(unit: Unit, module: Py, name: string, variable: string): Py {
  const canWait = isOfLibrary(unit) && module instanceof PyModule;
  if (!canWait || (unloadedName(module) === undefined && !isPending(module, name))) return importedName(module, name);
  bindLater(unit.globals, variable, () => importedName(module, name));
  return undefined;
}

/** Whether a module has a name whose value waits. */
export function isPending(module: PyModule, name: string): boolean {
  const { map } = module.namespace as { map: unknown };
  return map instanceof ModuleMap && map.pending?.has(name) === true && !map.isMade(name);
}

/** A name out of an imported module: an attribute, or a submodule. */
export function importedName(module: Py, name: string): Py {
  const value = findAttr(module, name);
  if (value !== undefined) return value;
  const moduleName = findAttr(module, '__name__');
  if (typeof moduleName === 'string') {
    const submodule = rt.modules.get(`${moduleName}.${name}`);
    if (submodule !== undefined) return submodule;
  }
  throw cannotImport(module, moduleName, name);
}

function cannotImport(module: Py, moduleName: Py, name: string): Py {
  const file = module instanceof PyModule ? (module as Py).$__file__ : undefined;
  const shown = typeof moduleName === 'string' ? moduleName : '<unknown module name>';
  let text = `cannot import name '${name}' from '${shown}' (${typeof file === 'string' ? file : 'unknown location'})`;
  if (rt.dialect === 2) text = `cannot import name ${name}`;
  else if (initializing(module)) {
    text = `cannot import name '${name}' from partially initialized module '${shown}' (most likely due to a circular import) (${typeof file === 'string' ? file : 'unknown location'})`;
  }
  const error = ImportError(text);
  return Object.assign(error, { x$name: shown, x$path: file ?? null, x$name_from: name });
}

function initializing(module: Py): boolean {
  const spec = findAttr(module, '__spec__');
  return spec !== undefined && spec !== null && findAttr(spec, '_initializing') === true;
}

/** A name of `__future__`: the feature's description, from the module itself. */
export function futureFeature(unit: Unit, name: string): Py {
  return importedName(doImport(unit, '__future__', new PyTuple([name]), 0), name);
}
