/** `importlib.machinery.ModuleSpec` for modules that the runtime itself loads. */
import { defineMembers, getter } from '../object/install.js';
import { fn, method } from '../object/fn.js';
import { type Py, PyInstance } from '../object/object.js';
import { instanceDict } from '../object/namespace.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyClassMethod, PyStaticMethod } from '../object/values.js';
import { rt } from '../object/context.js';
import { builtinModule } from '../stdlib/index.js';
import { loadFromSpec } from './load.js';

class PyModuleSpec extends PyInstance {}
export const moduleSpecType: PyType = builtinType({
  name: 'ModuleSpec',
  js: PyModuleSpec,
  module: '_frozen_importlib',
  hasDict: true,
});

class PyFileLoader extends PyInstance {}
export const fileLoaderType: PyType = builtinType({
  name: 'FileLoader',
  js: PyFileLoader,
  module: '_frozen_importlib_external',
  hasDict: true,
});
class PySourceLoader extends PyFileLoader {}
/** The loader of `.py` files, and of what is built in: enough of the protocol for `inspect`, `pkgutil` and `runpy`. */
export const sourceLoaderType: PyType = builtinType({
  name: 'SourceFileLoader',
  js: PySourceLoader,
  base: fileLoaderType,
  module: '_frozen_importlib_external',
  hasDict: true,
});
class PyBuiltinImporter extends PyInstance {}
export const builtinImporterType: PyType = builtinType({
  name: 'BuiltinImporter',
  js: PyBuiltinImporter,
  module: '_frozen_importlib',
  hasDict: true,
});

export function setField(o: Py, name: string, value: Py): void {
  Object.defineProperty(o, `$${name}`, { value, writable: true, configurable: true, enumerable: true });
}

export function newSpec(name: string, origin: Py, locations: Py, hasLocation: boolean): Py {
  const spec = new PyModuleSpec();
  const loader = origin === 'built-in' ? builtinImporterType : hasLocation ? newLoader(name, origin) : null;
  fill(spec, name, loader, origin, locations, hasLocation);
  return spec;
}

export function newLoader(name: string, path: Py): Py {
  const loader = new PySourceLoader();
  setField(loader, 'name', name);
  setField(loader, 'path', path);
  return loader;
}

function fill(spec: Py, name: Py, loader: Py, origin: Py, locations: Py, hasLocation: boolean): void {
  setField(spec, 'name', name);
  setField(spec, 'loader', loader);
  setField(spec, 'origin', origin);
  setField(spec, 'loader_state', null);
  setField(spec, 'submodule_search_locations', locations);
  setField(spec, '_uninitialized_submodules', null);
  setField(spec, '_set_fileattr', hasLocation);
  setField(spec, '_cached', null);
  setField(spec, '_initializing', false);
}

defineMembers(moduleSpecType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  __init__: method(
    '(name, loader, *, origin=None, loader_state=None, is_package=None)',
    (self: Py, name: Py, loader: Py, origin: Py, state: Py, isPackage: Py) => {
      fill(self, name, loader, origin ?? null, isPackage === true ? emptyList() : null, false);
      setField(self, 'loader_state', state ?? null);
      return null;
    },
  ),
  __dict__: getter((self) => instanceDict(self)),
  parent: getter((self) =>
    self.$submodule_search_locations === null
      ? String(self.$name).slice(0, Math.max(0, String(self.$name).lastIndexOf('.')))
      : self.$name,
  ),
  has_location: getter(
    (self) => self.$_set_fileattr,
    (self, value) => setField(self, '_set_fileattr', value),
  ),
  cached: getter(
    (self) => self.$_cached,
    (self, value) => setField(self, '_cached', value),
  ),
  __repr__: method('()', (self: Py) => {
    const parts = [`name=${repr(self.$name)}`, `loader=${repr(self.$loader)}`];
    if (self.$origin !== null) parts.push(`origin=${repr(self.$origin)}`);
    if (self.$submodule_search_locations !== null)
      parts.push(`submodule_search_locations=${repr(self.$submodule_search_locations)}`);
    return `ModuleSpec(${parts.join(', ')})`;
  }),
}));

import { PyList } from '../object/values.js';
const emptyList = () => new PyList([]);

const nothing = () => null;
defineMembers(builtinImporterType, () => ({
  find_spec: new PyClassMethod(
    fn('(cls, fullname, path=None, target=None)', (_cls: PyType, name: string) =>
      builtinModule(name)?.always === true ? newSpec(name, 'built-in', null, false) : null,
    ),
  ),
  create_module: new PyClassMethod(fn('(cls, spec)', nothing)),
  exec_module: new PyClassMethod(fn('(cls, module)', nothing)),
  load_module: new PyClassMethod(
    fn('(cls, fullname)', (_cls: PyType, name: string) => loadFromSpec(name, newSpec(name, 'built-in', null, false))),
  ),
  is_package: new PyClassMethod(fn('(cls, fullname)', () => false)),
  get_source: new PyClassMethod(fn('(cls, fullname)', nothing)),
  get_code: new PyClassMethod(fn('(cls, fullname)', nothing)),
}));

export { rt };
