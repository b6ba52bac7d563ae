/**
 * What a package without `__init__.py` has for its path and its loader.
 * Spec: https://docs.python.org/3/library/importlib.html#importlib.machinery.NamespaceLoader
 */
import { builtin } from '../builtins/registry.js';
import { call, callMethod } from '../object/call.js';
import { contains, getItem, setItem } from '../builtins/subscript.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { iter } from '../object/iterate.js';
import { instanceDict } from '../object/namespace.js';
import { type Py, PyInstance } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyList } from '../object/values.js';
import { importModule } from './importFunction.js';
import { setField } from './spec.js';

const module = '_frozen_importlib_external';

class PyNamespacePath extends PyInstance {
  list = new PyList([]);
}

/** The folders of a namespace package, in the order of `sys.path`. */
export const namespacePathType: PyType = builtinType({
  name: '_NamespacePath',
  js: PyNamespacePath,
  module,
  hasDict: true,
});

export class PyNamespaceLoader extends PyInstance {}
export const namespaceLoaderType: PyType = builtinType({
  name: 'NamespaceLoader',
  js: PyNamespaceLoader,
  module,
  hasDict: true,
});

export function newNamespacePath(folders: readonly string[]): Py {
  const path = new PyNamespacePath();
  path.list = new PyList([...folders]);
  return path;
}

export function newNamespaceLoader(path: Py): Py {
  const loader = new PyNamespaceLoader();
  setField(loader, '_path', path);
  return loader;
}

defineMembers(namespacePathType, () => ({
  __init__: method('(name, path, path_finder)', (self: PyNamespacePath, _name: Py, path: Py) => {
    self.list = call(builtin('list'), [path]) as PyList;
    return null;
  }),
  __iter__: method('()', (self: PyNamespacePath) => iter(self.list)),
  __len__: method('()', (self: PyNamespacePath) => self.list.items.length),
  __getitem__: method('(index)', (self: PyNamespacePath, index: Py) => getItem(self.list, index)),
  __setitem__: method('(index, path)', (self: PyNamespacePath, index: Py, path: Py) => {
    setItem(self.list, index, path);
    return null;
  }),
  __contains__: method('(item)', (self: PyNamespacePath, item: Py) => contains(self.list, item)),
  append: method('(item)', (self: PyNamespacePath, item: Py) => {
    self.list.items.push(item);
    return null;
  }),
  __repr__: method('()', (self: PyNamespacePath) => `_NamespacePath(${repr(self.list)})`),
  __dict__: getter((self) => instanceDict(self)),
}));

defineMembers(namespaceLoaderType, () => ({
  __init__: method('(name, path, path_finder)', (self: Py, name: Py, path: Py, finder: Py) => {
    setField(self, '_path', call(namespacePathType, [name, path, finder]));
    return null;
  }),
  __dict__: getter((self) => instanceDict(self)),
  is_package: method('(fullname)', () => true),
  get_source: method('(fullname)', () => ''),
  get_code: method('(fullname)', () => call(builtin('compile'), ['', '<string>', 'exec'])),
  create_module: method('(spec)', () => null),
  exec_module: method('(module)', () => null),
  get_resource_reader: method('(module)', (self: Py) =>
    callMethod(
      importModule('importlib.resources.readers', null, ['NamespaceReader'], 0),
      'NamespaceReader',
      self.$_path,
    ),
  ),
}));
