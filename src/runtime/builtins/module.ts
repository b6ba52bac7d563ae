/** `types.ModuleType`. */
import { getAttr } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { builtinsModule } from '../object/builtinsModule.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { noteModuleChange } from '../import/changes.js';
import { beforeModuleChange } from '../import/deferred.js';
import { toArray } from '../object/iterate.js';
import { dictOver, ModuleMap } from '../object/namespace.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr, str } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyModule, PyStaticMethod } from '../object/values.js';
import { call } from '../object/call.js';

export const moduleType: PyType = builtinType({ name: 'module', js: PyModule, hasDict: true });

/** A module whose variables can become those of a unit. `members` are set at once. */
export function newModule(
  name: string,
  doc: Py = null,
  members: Record<string, Py> = {},
  cls: PyType = moduleType,
): PyModule {
  const module = new cls.ctor() as PyModule;
  initModule(module, name, doc);
  for (const key of Object.keys(members)) module.namespace.set(key, members[key]);
  return module;
}

export function initModule(module: PyModule, name: Py, doc: Py): void {
  Object.defineProperty(module, 'namespace', {
    value: dictOver(new ModuleMap(module, rt.builtins ?? null)),
    writable: true,
    configurable: true,
  });
  const { namespace } = module;
  namespace.set('__name__', name);
  namespace.set('__doc__', doc);
  namespace.set('__package__', null);
  if (rt.dialect === 3) {
    namespace.set('__loader__', null);
    namespace.set('__spec__', null);
  }
}

function ensure(module: PyModule): PyDict {
  if (module.namespace === undefined) {
    Object.defineProperty(module, 'namespace', {
      value: dictOver(new ModuleMap(module, rt.builtins ?? null)),
      writable: true,
      configurable: true,
    });
  }
  return module.namespace;
}

function reprModule2({ namespace }: PyModule): string {
  const name = namespace?.get('__name__');
  const file = namespace?.get('__file__');
  const shown = typeof name === 'string' ? `'${name}'` : "'?'";
  return typeof file === 'string' ? `<module ${shown} from '${file}'>` : `<module ${shown} (built-in)>`;
}

/** By the spec, else by where the file or the loader is. */
function reprModule(module: PyModule): string {
  const { namespace } = module;
  const spec = namespace?.get('__spec__') ?? null;
  if (spec !== null && truthy(spec)) return `<module ${reprOfSpec(spec)}>`;
  const name = namespace?.get('__name__');
  const file = namespace?.get('__file__');
  const loader = namespace?.get('__loader__') ?? null;
  const shown = repr(name ?? '?');
  if (file !== undefined) return `<module ${shown} from ${repr(file)}>`;
  if (loader !== null) return `<module ${shown} (${repr(loader)})>`;
  return `<module ${shown}${builtinModule(name) || module === builtinsModule() ? ' (built-in)' : ''}>`;
}

function reprOfSpec(spec: Py): string {
  const name = repr(getAttr(spec, 'name') ?? '?');
  const origin = getAttr(spec, 'origin');
  if (origin !== null)
    return truthy(getAttr(spec, 'has_location')) ? `${name} from ${repr(origin)}` : `${name} (${str(origin)})`;
  const loader = getAttr(spec, 'loader');
  if (loader === null) return name;
  if (shortTypeName(typeOf(loader)) === 'NamespaceLoader')
    return `${name} (namespace) from ${repr(new PyList(toArray(getAttr(loader, '_path'))))}`;
  return `${name} (${repr(loader)})`;
}

const builtinModule = (name: Py) => typeof name === 'string' && rt.state.has(`builtin module ${name}`);

defineMembers(moduleType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, *args, **kwargs)',
      (cls: PyType) => {
        const module = new cls.ctor();
        ensure(module);
        return module;
      },
      '__new__',
    ),
  ),
  __init__: method('(name, doc=None)', (self: PyModule, name: Py, doc: Py = null) => {
    if (typeof name !== 'string') throw TypeError(`module() argument 'name' must be str, not ${typeOf(name).name}`);
    initModule(self, name, doc);
    if (rt.dialect === 2) self.namespace.delete('__package__');
    return null;
  }),
  __repr__: method('()', (module: PyModule) => (rt.dialect === 2 ? reprModule2 : reprModule)(module)),
  __dict__: getter((module: PyModule) => ensure(module)),
  __setattr__: method('(name, value, /)', (self: PyModule, name: Py, value: Py) => {
    moduleType.setattrHook(self, name, value);
    return null;
  }),
  __delattr__: method('(name, /)', (self: PyModule, name: Py) => {
    moduleType.delattrHook!(self, name);
    return null;
  }),
  __annotations__: getter(
    (module: PyModule) => {
      let found = ensure(module).get('__annotations__');
      if (found === undefined) ensure(module).set('__annotations__', (found = new PyDict()));
      return found;
    },
    (module: PyModule, value: Py) => {
      ensure(module).set('__annotations__', value);
    },
  ),
  __dir__: method('()', (self: PyModule) => {
    const dict = getAttr(self, '__dict__');
    if (!(dict instanceof PyDict)) throw TypeError(`${typeOf(self).name}.__dict__ is not a dictionary`);
    const hook = ensure(self).get('__dir__');
    return hook === undefined ? new PyList(ensure(self).keyList()) : call(hook, []);
  }),
}));
// Every store and deletion goes through the module's namespace.
moduleType.setattrHook = (module: PyModule, name: string, value: Py) => {
  beforeModuleChange(module, name);
  // The class is no variable of the module: it may become one with properties.
  if (name === '__class__') {
    lookup(objectType, name).set(module, value);
    return;
  }
  if (module.c$.isHeap && genericDescriptor(module, name, value)) return;
  noteModuleChange(module, name);
  ensure(module).set(name, value);
};
moduleType.delattrHook = (module: PyModule, name: string) => {
  beforeModuleChange(module, name);
  if (ensure(module).delete(name) === undefined) throw noSuch(module, name);
};

/** A subclass of module may have properties. */
function genericDescriptor(module: PyModule, name: string, value: Py): boolean {
  const found = module.c$.mro.find((c) => c.isHeap && c.namespace.has(name))?.namespace.get(name);
  const set = found === undefined || found === null ? undefined : special(found, '__set__');
  if (set === undefined) return false;
  set(found, module, value);
  return true;
}

import { lookup, noAttribute, special } from '../object/attributes.js';
import { objectType } from '../object/type.js';
const noSuch = (module: Py, name: Py) => noAttribute(module, String(name));
export { getAttr };
