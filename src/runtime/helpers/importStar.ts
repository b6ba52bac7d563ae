/** `from module import *`. */
import { findAttr, getAttr, special } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, IndexError, isInstanceOf, TypeError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyModule, PyTuple } from '../object/values.js';
import { ModuleMap } from '../object/namespace.js';
import { bindLater } from '../import/deferred.js';
import type { Unit } from '../unit.js';
import { isOfLibrary, isPending } from './imports.js';

/** `__all__`, or every name without an underscore, into `namespace` (a class body's) or the globals. */
export function importStar(unit: Unit, module: Py, namespace: Py): void {
  const target = namespace ?? unit.locals ?? unit.globals;
  const all = findAttr(module, '__all__');
  const names = all === undefined ? publicNames(module) : namesIn(all);
  for (const name of names) {
    if (strValue(name) === undefined)
      throw badName(module, name, all === undefined ? 'Key in %s.__dict__' : 'Item in %s.__all__');
    if (target !== unit.globals || !givesLater(unit, module, name)) target.set(name, getAttr(module, name));
  }
}

/** In the library, a name whose value waits may wait under this one too. */
function givesLater(unit: Unit, module: Py, name: string): boolean {
  if (!isOfLibrary(unit) || !(module instanceof PyModule) || rt.dialect === 2) return false;
  const { map } = unit.globals as { map: unknown };
  if (!(map instanceof ModuleMap) || map.isMade(name) || !isPending(module, name)) return false;
  bindLater(unit.globals, name, () => getAttr(module, name));
  return true;
}

function publicNames(module: Py): Py[] {
  const dict = findAttr(module, '__dict__');
  if (dict === undefined) throw ImportError('from-import-* object has no __dict__ and no __all__');
  const names = dict instanceof PyDict ? dict.keyList() : toArray(callMethod(dict, 'keys'));
  return names.filter((name: Py) => !strValue(name)?.startsWith('_'));
}

/** Whatever has items counts, not what can be iterated over. */
function namesIn(all: Py): Py[] {
  if ((all instanceof PyList || all instanceof PyTuple) && !all.c$.isHeap) return all.items;
  const item = special(all, '__getitem__');
  if (item === undefined) throw TypeError(`'${typeOf(all).name}' object does not support indexing`);
  const names: Py[] = [];
  try {
    for (let i = 0; ; i++) names.push(item(all, i));
  } catch (error) {
    if (!isInstanceOf(error, IndexError)) throw error;
  }
  return names;
}

function badName(module: Py, name: Py, place: string): Py {
  if (rt.dialect === 2) return TypeError("attribute name must be string, not '" + typeOf(name).name + "'");
  const owner = getAttr(module, '__name__');
  if (strValue(owner) === undefined) return TypeError(`module __name__ must be a string, not ${typeOf(owner).name}`);
  return TypeError(`${place.replace('%s', owner)} must be str, not ${typeOf(name).name}`);
}
