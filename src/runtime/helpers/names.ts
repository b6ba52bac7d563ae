/** Variables that are not there, and names that have to be looked up. */
import { rt } from '../object/context.js';
import { isInstanceOf, KeyError, NameError, TypeError, UnboundLocalError } from '../object/errors.js';
import { attributeKey, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { special } from '../object/attributes.js';
import { typeOf } from '../object/typeof.js';
import { isOwnBuiltins } from '../object/builtinsModule.js';
import type { Unit } from '../unit.js';

/** Stands in a local variable that has no value, where undefined means something else. */
export const unbound = Object.freeze({ __proto__: null });

/** A name of a text's own statements: a local of `exec`, then as a global. */
export function loadName(unit: Unit, name: string): Py {
  const local = unit.locals === null ? undefined : itemOf(unit.locals, name);
  return local !== undefined ? local : loadGlobal(unit, name);
}

/**
 * A global or builtin by name, where the plain read found nothing.
 * @param locals names of local variables, each followed by its value or undefined.
 */
export function loadGlobal(unit: Unit, name: string, locals?: readonly Py[]): Py {
  const value = findGlobal(unit, name);
  if (value !== undefined) return value;
  const error = nameError(name);
  if (locals !== undefined) error.unboundLocals = locals.filter((_, i) => i % 2 === 0 && locals[i + 1] === undefined);
  throw error;
}

/** The same in a function of Python 2. */
export function loadGlobalInFunction2(unit: Unit, name: string): Py {
  const value = findGlobal(unit, name);
  if (value === undefined) throw Object.assign(NameError(`global name '${name}' is not defined`), { x$name: name });
  return value;
}

function findGlobal(unit: Unit, name: string): Py {
  const { globals } = unit;
  const value = globals.c$.isHeap ? mappingGet(globals, name) : globals.get(name);
  if (value !== undefined) return value;
  const { builtins } = unit;
  if (builtins !== unit.usualBuiltins) {
    if (isOwnBuiltins(builtins)) return mappingGet(builtins, name);
    unit.usualBuiltins = builtins;
  }
  const key = attributeKey(name);
  return unit.hasPlainGlobals ? rt.builtins[key] : ((unit.names as Py)[key] ?? rt.builtins[key]);
}

/** The name in a `__builtins__` or `globals` that may be anything; undefined where it is not there. */
export function mappingGet(mapping: Py, name: string): Py {
  return rt.dialect === 2 && !(mapping instanceof PyDict) ? undefined : itemOf(mapping, name);
}

function itemOf(mapping: Py, name: string): Py {
  if (mapping instanceof PyDict && !mapping.c$.isHeap) return mapping.get(name);
  const getItem = special(mapping, '__getitem__');
  if (getItem === undefined) {
    throw TypeError(`'${typeOf(mapping).name}' object is not subscriptable`);
  }
  try {
    return getItem(mapping, name);
  } catch (error) {
    if (isInstanceOf(error, KeyError)) return undefined;
    throw error;
  }
}

function nameError(name: string): Py {
  return Object.assign(NameError(`name '${name}' is not defined`), { x$name: name });
}

export const storeName = (unit: Unit, name: string, value: Py): void =>
  storeIn(unit.locals ?? unit.globals, name, value);
export const storeGlobal = (unit: Unit, name: string, value: Py): void => storeIn(unit.globals, name, value);

function storeIn(target: Py, name: string, value: Py): void {
  if (target instanceof PyDict && !target.c$.isHeap) target.set(name, value);
  else special(target, '__setitem__')!(target, name, value);
}

export const deleteName = (unit: Unit, name: string): void => deleteIn(unit.locals ?? unit.globals, name);
export const deleteGlobal = (unit: Unit, name: string): void => deleteIn(unit.globals, name);

function deleteIn(target: Py, name: string): void {
  if (!(target instanceof PyDict) || target.c$.isHeap) deleteFromMapping(target, name);
  else if (target.delete(name) === undefined) throw nameError(name);
}

function deleteFromMapping(mapping: Py, name: string): void {
  try {
    special(mapping, '__delitem__')!(mapping, name);
  } catch (error) {
    throw isInstanceOf(error, KeyError) ? nameError(name) : error;
  }
}

/** `del name` of a module variable: it must have a value. */
export function checkGlobal(value: Py, name: string): void {
  if (value === undefined) throw nameError(name);
}

export function unboundLocal(name: string): never {
  const text =
    rt.dialect === 2
      ? `local variable '${name}' referenced before assignment`
      : `cannot access local variable '${name}' where it is not associated with a value`;
  throw UnboundLocalError(text);
}

export function unboundFree(name: string): never {
  const text =
    rt.dialect === 2
      ? `free variable '${name}' referenced before assignment in enclosing scope`
      : `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
  throw Object.assign(NameError(text), { x$name: name });
}

/** `del name` in a class body. */
export function deleteClassName(namespace: Py, name: string): void {
  if (namespace.get(name) === undefined) throw nameError(name);
  namespace.delete(name);
}
