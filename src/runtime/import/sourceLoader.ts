/**
 * Loaders of source files: `SourceFileLoader` and the classes that it is made of. Nothing is kept as bytecode.
 * Spec: https://docs.python.org/3/library/importlib.html#importlib.abc.SourceLoader
 */
import { readFileSync } from 'node:fs';
import { system } from '../builtins/osError.js';
import { codeFromText, execute } from '../execute.js';
import { getAttr } from '../object/attributes.js';
import { bufferOf } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { ImportError, OSError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict } from '../object/namespace.js';
import { type Py, PyInstance } from '../object/object.js';
import { str } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyBytes, PyModule } from '../object/values.js';
import { importModule } from './importFunction.js';
import { sourceText } from '../sourceText.js';
import { execSource, loadFromSpec } from './load.js';
import { processPath } from './paths.js';
import { fileLoaderType, newSpec, setField, sourceLoaderType } from './spec.js';

class PyLoaderBasics extends PyInstance {}
const module = '_frozen_importlib_external';
export const sourceLoaderBase: PyType = builtinType({
  name: 'SourceLoader',
  js: PyLoaderBasics,
  module,
  hasDict: true,
});

/** Text of the source of module `name`. */
function sourceOf(self: Py, name: Py): string {
  const path = callMethod(self, 'get_filename', name);
  let data: Py;
  try {
    data = callMethod(self, 'get_data', path);
  } catch (error) {
    throw Object.assign(ImportError('source not available through get_data()'), { x$name: name, cause: error });
  }
  return decode(bufferOf(data).slice(), str(path));
}

export function decode(bytes: Uint8Array, file: string): string {
  const decoder = rt.state.get('decode source') as (bytes: Uint8Array, file: string) => string;
  return decoder(bytes, file).replace(/\r\n?/g, '\n');
}

/** `source_to_code` of a subclass decides, if there is one. */
function codeOf(self: Py, name: Py): Py {
  const path = callMethod(self, 'get_filename', name);
  return callMethod(self, 'source_to_code', callMethod(self, 'get_data', path), path);
}

const OVERRIDABLE = ['get_code', 'source_to_code', 'get_data', 'get_source'];

/** Whether a class of the program replaces a step between the file and the code. */
const isPlain = (self: Py): boolean =>
  OVERRIDABLE.every((name) => self.c$.mro.find((c: PyType) => c.namespace.has(name))?.isHeap !== true);

const loaderMembers = () => ({
  create_module: method('(spec)', () => null),
  exec_module: method('(module)', (self: Py, target: Py) => {
    const name = getAttr(target, '__name__');
    if (target instanceof PyModule && isPlain(self))
      execSource(target, sourceOf(self, name), str(callMethod(self, 'get_filename', name)));
    else execute(callMethod(self, 'get_code', name), getAttr(target, '__dict__'), null, 'exec');
    return null;
  }),
  load_module: method('(fullname)', (self: Py, name: Py) =>
    loadFromSpec(name, withLoader(newSpec(name, self.$path ?? null, null, true), self)),
  ),
  is_package: method('(fullname)', (self: Py, name: Py) => {
    const file = str(callMethod(self, 'get_filename', name))
      .split('/')
      .pop()!;
    return file.replace(/\.[^.]*$/, '') === '__init__' && String(name).split('.').pop() !== '__init__';
  }),
  get_source: method('(fullname)', sourceOf),
  get_code: method('(fullname)', codeOf),
  source_to_code: method('(data, path, *, _optimize=-1)', (_self: Py, data: Py, path: Py) => {
    const text = typeof data === 'string' ? data : decode(bufferOf(data).slice(), str(path));
    return codeFromText(sourceText(text, 'source'), { filename: str(path), mode: 'exec', globalsMode: 'dict' });
  }),
  path_mtime: method('(path)', () => {
    throw OSError();
  }),
});

/** A loader of one module is asked about no other. */
function checkName(self: Py, name: Py): void {
  if (name === undefined || name === null || name === self.$name) return;
  throw Object.assign(ImportError(`loader for ${self.$name} cannot handle ${name}`), { x$name: name });
}

function withLoader(spec: Py, loader: Py): Py {
  setField(spec, 'loader', loader);
  return spec;
}

defineMembers(sourceLoaderBase, loaderMembers);

defineMembers(sourceLoaderType, loaderMembers);

defineMembers(fileLoaderType, () => ({
  __init__: method('(fullname, path)', (self: Py, name: Py, path: Py) => {
    setField(self, 'name', name);
    setField(self, 'path', path);
    return null;
  }),
  __dict__: getter((self) => instanceDict(self)),
  __eq__: method(
    '(other)',
    (self: Py, other: Py) =>
      other !== null && self.c$ === other.c$ && self.$name === other.$name && self.$path === other.$path,
  ),
  get_filename: method('(name=None)', (self: Py, name: Py) => {
    checkName(self, name);
    return self.$path;
  }),
  get_resource_reader: method('(name=None)', (self: Py, name: Py) => {
    checkName(self, name);
    return callMethod(importModule('importlib.resources.readers', null, ['FileReader'], 0), 'FileReader', self);
  }),
  get_data: method('(path)', (_self: Py, path: Py) =>
    system(() => new PyBytes(new Uint8Array(readFileSync(processPath(str(path))))), path),
  ),
}));
