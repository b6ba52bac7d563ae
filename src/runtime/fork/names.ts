/** Objects of the library that the child finds under the same name in its own library. */
import { SHOWN } from '../import/deferredNames.js';
import { findAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { isLibraryFunction, type PyFunction } from '../object/function.js';
import type { Py } from '../object/object.js';
import { PyType } from '../object/type.js';
import { PyModule } from '../object/values.js';
import { isLibraryModule } from './modules.js';

export interface LibraryName {
  readonly module: string;
  readonly name: string;
}

/** Where a function or class stands in the library; undefined if it is not of the library, or not to be found there. */
export function libraryName(o: Py): LibraryName | undefined {
  const { module: declared, name } = declaredName(o);
  if (typeof declared !== 'string' || typeof name !== 'string' || name.includes('<')) return undefined;
  // An `import collections.abc` that waits has put nothing under that name.
  const module = rt.modules.has(declared) ? declared : (SHOWN.get(declared) ?? declared);
  const holder = rt.modules.get(module);
  if (!(holder instanceof PyModule) || !isLibraryModule(holder, module)) return undefined;
  let found: Py = holder;
  for (const part of name.split('.')) {
    found = found instanceof PyModule ? found.namespace.get(part) : findAttr(found, part);
    if (found === undefined || found === null) return undefined;
  }
  return found === o ? { module, name } : undefined;
}

function declaredName(o: Py): { module: Py; name: Py } {
  if (o instanceof PyType) return { module: o.moduleName, name: o.qualname };
  const f = o as PyFunction;
  if (f.info !== undefined) {
    return { module: f.info.module ?? f.info.code.unit.moduleName, name: f.info.qualname ?? f.info.code.qualname };
  }
  const owner = f.builtin?.owner;
  if (owner instanceof PyType && isLibraryFunction(f)) {
    const { name } = f.builtin!;
    return { module: owner.moduleName, name: `${owner.qualname}.${name.slice(name.lastIndexOf('.') + 1)}` };
  }
  return { module: typeof owner === 'string' ? owner : builtinsName(), name: f.builtin?.name };
}

const builtinsName = (): string => (rt.dialect === 2 ? '__builtin__' : 'builtins');
