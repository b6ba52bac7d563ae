/** Classes of the module. Programs add to them (`SyncManager.register`), so each process makes its own. */
import { createClass } from '../../../object/classes.js';
import { rt } from '../../../object/context.js';
import { docLater } from '../../../object/install.js';
import { BuiltinInfo, libraryFunctionPrototype, type PyFunction } from '../../../object/function.js';
import type { Py } from '../../../object/object.js';
import type { Members, PyType } from '../../../object/type.js';
import { typeType } from '../../../object/type.js';
import { PyClassMethod, PyGetSet, PyStaticMethod } from '../../../object/values.js';

export const MODULE = 'multiprocessing.managers';

/** A class with these members, as if it were written in the module. */
export function libraryClass(name: string, bases: PyType[], members: Members, module = MODULE): PyType {
  const namespace = new Map<string, Py>([['__module__', module], ...Object.entries(members)]);
  const cls = createClass(typeType.current, name, bases, namespace);
  for (const [key, value] of Object.entries(members)) adopt(cls, key, value);
  if (rt.dialect === 3 && members.__doc__ === undefined) docLater(cls);
  return cls;
}

/** Gives nameless functions their name and owner: to the program they are written in Python. */
export function adopt(cls: PyType, name: string, value: Py): void {
  if (value instanceof PyGetSet) {
    if (value.name === '') value.name = name;
    value.owner ??= cls;
    return;
  }
  const f = value instanceof PyClassMethod || value instanceof PyStaticMethod ? value.func : value;
  const info = (f as PyFunction | null)?.builtin;
  if (!(info instanceof BuiltinInfo)) return;
  if (info.name === '') info.name = name;
  info.owner ??= cls;
  if (info.owner !== cls) return;
  info.role = 'python';
  Object.setPrototypeOf(f, libraryFunctionPrototype);
}
