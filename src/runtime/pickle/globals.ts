/** Functions and classes are pickled as the name of a module and a dotted name in it; here they are named and found. */

import { sourceName } from '../import/twins.js';
import { loadDotted } from '../import/importFunction.js';
import { SHOWN } from '../import/deferredNames.js';
import { findAttr, getAttr, isAttributeError } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { AttributeError, ImportError, isInstanceOf, KeyError } from '../object/errors.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { PyModule } from '../object/values.js';
import { PicklingError } from './errors.js';

export interface GlobalName {
  readonly module: string;
  readonly name: string;
}

/**
 * The name under which another process will find `o`; PicklingError if it would not find it.
 * @param given what `__reduce__` returned, when that was a string.
 * @param isC2 whether it is for Python 2's `cPickle` (or a message), and not for `pickle`.
 */
export function globalName(o: Py, given?: string, isC2 = true): GlobalName {
  const name = given ?? strValue(ownName(o)) ?? '';
  const path = name.includes('.') ? name.split('.') : [name];
  if (path.includes('<locals>')) throw AttributeError(`Can't get local object ${repr(name)}`);
  const module = seenModule(o, moduleOf(o, path), path);
  const holder = importHolder(o, module);
  let found: Py = holder;
  for (const part of path) {
    found = findAttr(found, part);
    if (found === undefined) throw notFound(o, module, name, isC2);
  }
  if (found !== o) throw PicklingError(`Can't pickle ${repr(o)}: it's not the same object as ${module}.${name}`);
  return { module, name };
}

/** Python 2's `cPickle` tries to take a function apart when its name leads nowhere, and then fails for its type. */
function notFound(o: Py, module: string, name: string, isC2: boolean): Py {
  if (rt.dialect === 3) return PicklingError(`Can't pickle ${repr(o)}: attribute lookup ${name} on ${module} failed`);
  if (!isC2) return PicklingError(`Can't pickle ${repr(o)}: it's not found as ${module}.${name}`);
  if (typeof o === 'function')
    return PicklingError("Can't pickle <type 'function'>: attribute lookup __builtin__.function failed");
  return PicklingError(`Can't pickle ${repr(o)}: attribute lookup ${module}.${name} failed`);
}

const ownName = (o: Py): Py => (rt.dialect === 3 ? findAttr(o, '__qualname__') : undefined) ?? getAttr(o, '__name__');

function importHolder(o: Py, module: string): Py {
  const loaded = rt.modules.get(module);
  if (loaded !== undefined && loaded !== null) return loaded;
  try {
    return loadDotted(module);
  } catch (error) {
    if (!isInstanceOf(error, ImportError)) throw error;
    throw PicklingError(`Can't pickle ${repr(o)}: import of module ${repr(module)} failed`);
  }
}

/** `__module__`, or the first loaded module that has the object under that name. */
export function moduleOf(o: Py, path: readonly string[]): string {
  const declared = findAttr(o, '__module__');
  if (declared !== undefined && declared !== null) return strValue(declared) ?? String(declared);
  for (const [name, module] of rt.modules.entryList()) {
    if (name === '__main__' || name === '__mp_main__' || !(module instanceof PyModule) || typeof name !== 'string')
      continue;
    if (path.reduce((at: Py, part) => (at === undefined ? undefined : quietAttr(at, part)), module) === o) return name;
  }
  return '__main__';
}

/** In Python 2 a class of the library's own `@threading`, say, is found in the program's `threading` too, if that has it. */
function seenModule(o: Py, module: string, path: readonly string[]): string {
  const seen = sourceName(module);
  if (seen === module) return module;
  const holder = rt.modules.get(seen) ?? quietly(() => loadDotted(seen));
  return path.reduce((at: Py, part) => (at === undefined ? undefined : quietAttr(at, part)), holder) === o
    ? seen
    : module;
}

function quietly(find: () => Py): Py {
  try {
    return find();
  } catch {
    return undefined;
  }
}

/** A module's `__getattr__` may raise anything. */
const quietAttr = (o: Py, name: string): Py => quietly(() => findAttr(o, name));

/** The object of that name; imports its module. ImportError, AttributeError as in CPython. */
export function findGlobal(module: string, name: string): Py {
  let at = rt.modules.get(module);
  if (at === undefined || at === null) {
    const loaded = loadDotted(module);
    // `collections.abc` is what it stands for where nobody has looked at `sys.modules` yet.
    at = rt.modules.get(module) ?? (SHOWN.has(module) ? loaded : undefined);
    if (at === undefined) throw KeyError(module);
  }
  if (!name.includes('.')) return lastStep(at, name, at);
  let parent = at;
  for (const part of name.split('.')) {
    if (part === '<locals>') throw AttributeError(`Can't get local attribute ${repr(name)} on ${repr(at)}`);
    const found = findAttr(parent, part);
    if (found === undefined) throw AttributeError(`Can't get attribute ${repr(name)} on ${repr(at)}`);
    parent = found;
  }
  return parent;
}

function lastStep(holder: Py, name: string, shown: Py): Py {
  const found = findAttr(holder, name);
  if (found === undefined) {
    throw AttributeError(
      rt.dialect === 2
        ? `'module' object has no attribute '${name}'`
        : `Can't get attribute ${repr(name)} on ${repr(shown)}`,
    );
  }
  return found;
}

export { isAttributeError };
