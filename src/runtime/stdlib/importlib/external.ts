/**
 * `importlib._bootstrap_external`: finders and loaders of files, over the built-in import.
 * Spec: https://docs.python.org/3/library/importlib.html#module-importlib.machinery
 */
import { builtin } from '../../builtins/registry.js';
import { namespaceLoaderType, namespacePathType } from '../../import/namespacePackage.js';
import { absolutePath, isFile, isFolder } from '../../import/paths.js';
import { decode, sourceLoaderBase } from '../../import/sourceLoader.js';
import { fileLoaderType, newLoader, setField, sourceLoaderType } from '../../import/spec.js';
import { findAttr } from '../../object/attributes.js';
import { bufferOf } from '../../object/buffer.js';
import { call, callMethod } from '../../object/call.js';
import { importModule } from '../../import/importFunction.js';
import { ImportError, isInstanceOf, NotImplementedError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { normalInt } from '../../object/number.js';
import { instanceDict } from '../../object/namespace.js';
import { type Py, PyInstance } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { builtinType, type PyType } from '../../object/type.js';
import { PyBytes, PyClassMethod, PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { findSpecOnPath, specAt } from './bootstrap.js';

const MODULE = '_frozen_importlib_external';
const MAGIC = 3571;

function plainType(name: string, members: () => Record<string, Py>, base?: PyType): PyType {
  const js = class extends ((base?.ctor as typeof PyInstance | undefined) ?? PyInstance) {};
  const type = builtinType({ name, js, module: MODULE, hasDict: true, ...(base === undefined ? {} : { base }) });
  defineMembers(type, () => ({ __dict__: getter((self) => instanceDict(self)), ...members() }));
  return type;
}

const classFn = (signature: string, impl: (...args: Py[]) => Py) => new PyClassMethod(fn(signature, impl));

const pathFinderType = plainType('PathFinder', () => ({
  find_spec: classFn('(cls, fullname, path=None, target=None)', (_cls, name: string, path: Py) => {
    const spec = findSpecOnPath(name, path ?? null);
    return spec !== null && spec.$origin === 'built-in' ? null : spec;
  }),
  invalidate_caches: new PyStaticMethod(fn('()', () => null)),
  find_distributions: classFn('(cls, *args, **kwargs)', (_cls, args: Py[]) => {
    const metadata = call(builtin('__import__'), [
      'importlib.metadata',
      null,
      null,
      new PyTuple(['MetadataPathFinder']),
    ]);
    return callMethod(metadata.$MetadataPathFinder, 'find_distributions', ...args);
  }),
}));

/** Finds modules in one folder. */
const fileFinderType = plainType('FileFinder', () => ({
  __init__: method('(path, *loader_details)', (self: Py, path: Py, details: Py[]) => {
    setField(self, 'path', path === '' || path === '.' ? absolutePath('.') : absolutePath(str(path)));
    setField(
      self,
      '_loaders',
      new PyList(details.flatMap((d) => toArray(d.items[1]).map((suffix: Py) => new PyTuple([suffix, d.items[0]])))),
    );
    return null;
  }),
  find_spec: method('(fullname, target=None)', (self: Py, name: string) => {
    const tail = name.slice(name.lastIndexOf('.') + 1);
    for (const { items } of self.$_loaders.items) {
      for (const [file, isPackage] of [
        [`${self.$path}/${tail}/__init__${items[0]}`, true],
        [`${self.$path}/${tail}${items[0]}`, false],
      ] as const) {
        if (isFile(file)) return specAt(name, file, call(items[1], [name, file]), isPackage);
      }
    }
    return null;
  }),
  invalidate_caches: method('()', () => null),
  path_hook: classFn('(cls, *loader_details)', (cls: PyType, details: Py[]) =>
    fn(
      '(path)',
      (path: Py) => {
        if (!isFolder(str(path))) throw Object.assign(ImportError('only directories are supported'), { x$path: path });
        return call(cls, [path, ...details]);
      },
      'path_hook_for_FileFinder',
    ),
  ),
  __repr__: method('()', (self: Py) => `FileFinder(${repr(self.$path)})`),
}));

const fileMembers = {
  __init__: method('(fullname, path)', (self: Py, name: Py, path: Py) => {
    setField(self, 'name', name);
    setField(self, 'path', path);
    return null;
  }),
  get_filename: method('(name=None)', (self: Py) => self.$path),
  create_module: method('(spec)', () => null),
  get_source: method('(fullname)', () => null),
  get_code: method('(fullname)', () => null),
  is_package: method('(fullname)', () => false),
};

const refusing = (what: string) =>
  method('(module)', () => {
    throw ImportError(`pymp cannot load ${what}`);
  });

const sourcelessType = plainType('SourcelessFileLoader', () => ({
  ...fileMembers,
  exec_module: refusing('bytecode files'),
}));
const extensionType = plainType('ExtensionFileLoader', () => ({
  ...fileMembers,
  exec_module: refusing('extension modules'),
}));
const appleType = plainType(
  'AppleFrameworkLoader',
  () => ({ ...fileMembers, exec_module: refusing('extension modules') }),
  extensionType,
);
const registryType = plainType('WindowsRegistryFinder', () => ({
  find_spec: classFn('(cls, fullname, path=None, target=None)', () => null),
}));

function specFromFile(name: Py, location: Py, loader: Py, locations: Py): Py {
  let path = location === undefined || location === null ? null : str(callPath(location));
  if (path === null) {
    path = '<unknown>';
    if (loader !== undefined && loader !== null && findAttr(loader, 'get_filename') !== undefined) {
      try {
        path = str(callMethod(loader, 'get_filename', name));
      } catch (error) {
        if (!isInstanceOf(error, ImportError)) throw error;
      }
    }
  } else path = absolutePath(path);
  let actual = loader;
  if (actual === undefined) {
    if (!path.endsWith('.py')) return null;
    actual = newLoader(str(name), path);
  }
  const spec = specAt(name, path, actual, false);
  let isPackage = false;
  if (locations !== undefined) {
    setField(spec, 'submodule_search_locations', locations);
    if (locations instanceof PyList && locations.items.length === 0)
      locations.items.push(path.slice(0, path.lastIndexOf('/')));
    return spec;
  }
  if (actual !== null && findAttr(actual, 'is_package') !== undefined) {
    try {
      isPackage = callMethod(actual, 'is_package', name) === true;
    } catch (error) {
      if (!isInstanceOf(error, ImportError)) throw error;
    }
  }
  if (isPackage) setField(spec, 'submodule_search_locations', new PyList([path.slice(0, path.lastIndexOf('/'))]));
  return spec;
}

function callPath(path: Py): Py {
  return typeof path === 'string' ? path : callMethod(path, '__fspath__');
}

const TAG = 'cpython-313';

function cacheFromSource(path: Py, _override: Py, optimization: Py): string {
  const text = str(callPath(path));
  const slash = text.lastIndexOf('/') + 1;
  const [base] = text.slice(slash).split(/\.(?=[^.]*$)/) as [string];
  const level = optimization === undefined || optimization === null ? '' : str(optimization);
  if (level !== '' && !/^[0-9A-Za-z]+$/.test(level)) throw ValueError(`${repr(level)} is not alphanumeric`);
  return `${text.slice(0, slash)}__pycache__/${base}.${TAG}${level === '' ? '' : `.opt-${level}`}.pyc`;
}

function sourceFromCache(path: Py): string {
  const text = str(callPath(path));
  const parts = text.split('/');
  const file = parts.pop()!;
  const folder = parts.pop();
  if (folder !== '__pycache__') throw ValueError(`__pycache__ not bottom-level directory in ${repr(text)}`);
  const dots = file.split('.').length - 1;
  if (dots < 2 || dots > 3) throw ValueError(`expected only 2 or 3 dots in ${repr(file)}`);
  return [...parts, `${file.split('.')[0]}.py`].join('/');
}

/** The source of a file of bytecode, if there is one; else the file itself. */
function sourceOfBytecode(path: string): Py {
  if (path === '') return null;
  const dot = path.lastIndexOf('.');
  if (
    dot <= 0 ||
    path
      .slice(dot + 1)
      .toLowerCase()
      .slice(-3, -1) !== 'py'
  )
    return path;
  let source: string;
  try {
    source = sourceFromCache(path);
  } catch {
    source = path.slice(0, -1);
  }
  return isFile(source) ? source : path;
}

const bytesOf = (value: number, size: number) => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i++) bytes[i] = (value / 256 ** i) & 255;
  return new PyBytes(bytes);
};
const number = (size: number) =>
  fn('(data)', (data: Py) =>
    [...bufferOf(data).slice()].slice(0, size).reduce((sum, byte, i) => sum + byte * 256 ** i, 0),
  );

/** Bytecode is none that could run here: whoever finds it takes the source beside it. */
function refuseBytecode(): never {
  throw ImportError('pymp runs no bytecode');
}

function splitPath(path: string): PyTuple {
  const slash = path.lastIndexOf('/');
  return new PyTuple(slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)]);
}

/** What a module's variables lack that was run without the import system. */
function fixUpModule(namespace: Py, name: Py, path: Py, cached: Py): null {
  const loader = namespace.get('__loader__') ?? newLoader(str(name), str(path));
  const spec = namespace.get('__spec__') ?? specFromFile(name, path, loader, undefined);
  namespace.set('__spec__', spec);
  namespace.set('__loader__', loader);
  namespace.set('__file__', path);
  namespace.set('__cached__', cached ?? null);
  return null;
}

export default (): Record<string, Py> => ({
  SOURCE_SUFFIXES: new PyList(['.py']),
  BYTECODE_SUFFIXES: new PyList(['.pyc']),
  DEBUG_BYTECODE_SUFFIXES: new PyList(['.pyc']),
  OPTIMIZED_BYTECODE_SUFFIXES: new PyList(['.pyc']),
  EXTENSION_SUFFIXES: new PyList([]),
  MAGIC_NUMBER: new PyBytes(Uint8Array.of(MAGIC & 255, MAGIC >> 8, 13, 10)),
  _RAW_MAGIC_NUMBER: MAGIC + 13 * 2 ** 16 + 10 * 2 ** 24,
  path_sep: '/',
  path_separators: '/',
  PathFinder: pathFinderType,
  FileFinder: fileFinderType,
  SourceFileLoader: sourceLoaderType,
  SourceLoader: sourceLoaderBase,
  _LoaderBasics: sourceLoaderBase,
  FileLoader: fileLoaderType,
  SourcelessFileLoader: sourcelessType,
  ExtensionFileLoader: extensionType,
  AppleFrameworkLoader: appleType,
  WindowsRegistryFinder: registryType,
  NamespaceLoader: namespaceLoaderType,
  _NamespaceLoader: namespaceLoaderType,
  _NamespacePath: namespacePathType,
  spec_from_file_location: fn('(name, location=None, *, loader=None, submodule_search_locations=None)', specFromFile),
  cache_from_source: fn('(path, debug_override=None, *, optimization=None)', cacheFromSource),
  source_from_cache: fn('(path)', sourceFromCache),
  decode_source: fn('(source_bytes)', (bytes: Py) => decode(bufferOf(bytes).slice(), '<string>')),
  _pack_uint32: fn('(x)', (x: Py) => bytesOf(Number(x), 4)),
  _unpack_uint16: number(2),
  _unpack_uint32: number(4),
  _unpack_uint64: fn('(data)', (data: Py) => normalInt(Buffer.from(bufferOf(data)).readBigUInt64LE())),
  _path_stat: fn('(path)', (path: Py) => callMethod(importModule('os', null, ['stat'], 0), 'stat', path)),
  _path_split: fn('(path)', (path: Py) => splitPath(str(path))),
  _fix_up_module: fn('(ns, name, pathname, cpathname=None)', fixUpModule),
  _classify_pyc: fn('(data, name, exc_details)', refuseBytecode),
  _validate_timestamp_pyc: fn('(data, source_mtime, source_size, name, exc_details)', refuseBytecode),
  _validate_hash_pyc: fn('(data, source_hash, name, exc_details)', refuseBytecode),
  _path_join: fn('(*parts)', (parts: Py[]) =>
    parts
      .filter((p) => p !== '')
      .map((p) => String(p).replace(/\/$/, ''))
      .join('/'),
  ),
  _path_isfile: fn('(path)', (path: Py) => isFile(str(path))),
  _get_sourcefile: fn('(bytecode_path)', (path: Py) => sourceOfBytecode(str(path))),
  _path_isdir: fn('(path)', (path: Py) => isFolder(str(path))),
  _get_supported_file_loaders: fn('()', () => new PyList([new PyTuple([sourceLoaderType, new PyList(['.py'])])])),
  _code_to_timestamp_pyc: fn('(code, mtime=0, source_size=0)', () => {
    throw NotImplementedError('pymp keeps no bytecode files');
  }),
});
