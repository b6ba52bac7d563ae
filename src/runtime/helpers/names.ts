/** Variables that are not there, and names that have to be looked up. */
import { rt } from '../object/context.js';
import { NameError, UnboundLocalError } from '../object/errors.js';
import { attributeKey, type Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { special } from '../object/attributes.js';
import type { Unit } from '../unit.js';

/** Stands in a local variable that has no value, where undefined means something else. */
export const unbound = Object.freeze({ __proto__: null });

/** A global or builtin by name, where the plain read found nothing. */
export function loadGlobal(unit: Unit, name: string): Py {
  if (unit.locals !== null) {
    const local = mappingGet(unit.locals, name);
    if (local !== undefined) return local;
  }
  const value = unit.globals.get(name);
  if (value !== undefined) return value;
  const builtins = unit.globals.get('__builtins__');
  if (builtins instanceof PyDict) {
    const found = builtins.get(name);
    if (found !== undefined) return found;
  } else {
    const found = (unit.names as Py)[attributeKey(name)] ?? rt.builtins[attributeKey(name)];
    if (found !== undefined) return found;
  }
  throw nameError(name);
}

function mappingGet(mapping: Py, name: string): Py {
  if (mapping instanceof PyDict && !mapping.c$.isHeap) return mapping.get(name);
  try {
    return special(mapping, '__getitem__')!(mapping, name);
  } catch (error) {
    if ((error as Py)?.c$?.mro?.some((c: Py) => c.name === 'KeyError')) return undefined;
    throw error;
  }
}

function nameError(name: string): Py {
  const text = rt.dialect === 2 ? `global name '${name}' is not defined` : `name '${name}' is not defined`;
  return Object.assign(NameError(rt.dialect === 2 ? text.replace(/^global /, '') : text), { x$name: name });
}

export function storeGlobal(unit: Unit, name: string, value: Py): void {
  const target = unit.locals ?? unit.globals;
  if (target instanceof PyDict && !target.c$.isHeap) target.set(name, value);
  else special(target, '__setitem__')!(target, name, value);
}

export function deleteGlobal(unit: Unit, name: string): void {
  const target = unit.locals ?? unit.globals;
  if (!(target instanceof PyDict) || target.c$.isHeap) special(target, '__delitem__')!(target, name);
  else if (target.delete(name) === undefined) throw nameError(name);
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
  throw Object.assign(UnboundLocalError(text), { x$name: name });
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
