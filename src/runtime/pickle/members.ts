/** `Pickler`, `Unpickler`, `dump(s)` and `load(s)` as Python sees them. */
import { findAttr, getAttr, lookup } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { AttributeError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { identity } from '../object/hash.js';
import { defineMembers, getter } from '../object/install.js';
import { bufferOf } from '../object/buffer.js';
import { iter } from '../object/iterate.js';
import { asSize, intValue } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyMethod, PyStaticMethod, PyTuple } from '../object/values.js';
import { loadDotted } from '../import/importFunction.js';
import { PicklingError, UnpicklingError } from './errors.js';
import { type Faults, faults } from './faults.js';
import { findGlobal } from './globals.js';
import { DEFAULT_PROTOCOL, HIGHEST_PROTOCOL } from './opcodes.js';
import { type PicklerHooks, Pickling } from './pickler.js';
import { PlainStates } from './plainInstances.js';
import { Source } from './source.js';
import { type UnpicklerHooks, Unpickling } from './unpickler.js';

export class PyPickler extends PyObject {
  pickling: Pickling = undefined as unknown as Pickling;
  file: Py = null;
  write: Py = null;
}

export class PyUnpickler extends PyObject {
  unpickling: Unpickling = undefined as unknown as Unpickling;
}

const MODULE = '_pickle';
export const picklerType: PyType = builtinType({ name: 'Pickler', js: PyPickler, module: MODULE, hasDict: false });
export const unpicklerType: PyType = builtinType({
  name: 'Unpickler',
  js: PyUnpickler,
  module: MODULE,
  hasDict: false,
});

/** The protocol meant by an argument: None is the default, a negative one the highest. */
export function protocolOf(protocol: Py, isC2 = false): number {
  if (protocol === undefined || protocol === null) return rt.dialect === 2 ? 0 : DEFAULT_PROTOCOL;
  const highest = rt.dialect === 2 ? 2 : HIGHEST_PROTOCOL;
  const n = asSize(protocol);
  if (n < 0) return highest;
  if (n > highest) throw ValueError(isC2 ? tooNew(n) : `pickle protocol must be <= ${highest}`);
  return n;
}

const tooNew = (protocol: number): string =>
  `pickle protocol ${protocol} asked for; the highest available protocol is 2`;

function bufferCallback(callback: Py, protocol: number): Py {
  if (callback === undefined || callback === null) return undefined;
  if (protocol < 5) throw ValueError('buffer_callback needs protocol >= 5');
  return callback;
}

/** Those of a pickler that asks nobody; `callback` is the program's `buffer_callback`. */
const hooksFor = (callback: Py, protocol: number): PicklerHooks => ({
  persistentId: undefined,
  reducerOverride: undefined,
  dispatchTable: undefined,
  bufferCallback: bufferCallback(callback, protocol),
});

/** @param isC2 as Python 2's `cPickle` does */
export function dumps(o: Py, protocol: Py, fixImports: Py, callback: Py, isC2 = false): Uint8Array {
  const p = protocolOf(protocol, isC2);
  const hooks = hooksFor(callback, p);
  const pickling = new Pickling(p, fixImports === undefined || truthy(fixImports), hooks);
  if (p >= 2) pickling.plain = new PlainStates();
  pickling.isC2 = isC2;
  if (isC2) pickling.offset = 1;
  const data = pickling.dump(o);
  pickling.memo.release();
  return data;
}

/** A `bytes`, or in Python 2 a `str`. */
export const asBytes = (data: Uint8Array): Py =>
  rt.dialect === 2 ? Buffer.from(data).toString('latin1') : new PyBytes(data);

export function writerOf(file: Py): Py {
  const write = findAttr(file, 'write');
  if (write === undefined) throw TypeError("file must have a 'write' attribute");
  return write;
}

export function dump(o: Py, file: Py, protocol: Py, fixImports: Py, callback: Py, isC2 = false): null {
  const p = protocolOf(protocol, isC2);
  const write = writerOf(file);
  const data = dumps(o, p, fixImports, callback, isC2);
  call(write, [asBytes(data)]);
  return null;
}

export const sourceOfFile = (file: Py): Source => new Source(null, file);

export interface LoadOptions {
  fix_imports: Py;
  encoding: Py;
  errors: Py;
  buffers: Py;
}

/** `find_class` of an unpickler that nobody changed. */
export function findClass(module: string, name: string, protocol: number, fixImports: boolean): Py {
  let from = module;
  let what = name;
  if (protocol < 3 && fixImports && rt.dialect === 3) {
    const compat = loadDotted('_compat_pickle');
    const both = (getAttr(compat, 'NAME_MAPPING') as PyDict).get(new PyTuple([from, what]));
    if (both instanceof PyTuple) [from, what] = both.items as [string, string];
    else from = (getAttr(compat, 'IMPORT_MAPPING') as PyDict).get(from) ?? from;
  }
  // Only protocol 4 has dotted names.
  if (protocol < 4 && what.includes('.')) return plainAttribute(from, what);
  return findGlobal(from, what);
}

function plainAttribute(module: string, name: string): Py {
  const holder = rt.modules.get(module) ?? loadDotted(module);
  return getAttr(holder, name);
}

/**
 * What an unpickler asks of its options, or of the `Unpickler` that it is the inside of. A class: a literal with a getter
 * would be of a hidden class of its own each time, which V8 keeps with all that it can reach.
 */
class LoadHooks implements UnpicklerHooks {
  readonly fixImports: boolean;
  readonly encoding: string;
  readonly errors: string;
  readonly buffers: Py;
  constructor(
    o: LoadOptions,
    private readonly self: Py,
  ) {
    this.fixImports = o.fix_imports === undefined || truthy(o.fix_imports);
    this.encoding = o.encoding ?? 'ASCII';
    this.errors = o.errors ?? 'strict';
    this.buffers = o.buffers === undefined || o.buffers === null ? null : iter(o.buffers);
  }
  get persistentLoad(): Py {
    return this.self === undefined ? undefined : persistentLoad(this.self);
  }
  findClass(module: string, name: string, protocol: number): Py {
    const own = this.self === undefined ? undefined : getAttr(this.self, 'find_class');
    return own === undefined || (own instanceof PyMethod && own.func === unpicklerType.namespace.get('find_class'))
      ? findClass(module, name, protocol, this.fixImports)
      : call(own, [module, name]);
  }
}

export const loads = (source: Source, o: LoadOptions, self?: Py, whatIsWrong: Faults = faults): Unpickling =>
  new Unpickling(source, new LoadHooks(o, self), whatIsWrong);

function persistentLoad(self: Py): Py {
  const found = findAttr(self, 'persistent_load');
  const isOwn = lookup(self.c$, 'persistent_load') === unpicklerType.namespace.get('persistent_load');
  return isOwn && self.$persistent_load === undefined ? undefined : found;
}

// ---------------------------------------------------------------- Pickler

function initPickler(self: Py, file: Py, protocol: Py, fixImports: Py, callback: Py): null {
  const p = protocolOf(protocol);
  self.file = file;
  preparePickler(self, writerOf(file), p, fixImports, callback);
  return null;
}

/** @param write is called with what a pickler pickles. */
export function preparePickler(self: PyPickler, write: Py, protocol: Py, fixImports?: Py, callback?: Py): void {
  const p = protocolOf(protocol);
  self.write = write;
  const hooks = hooksFor(callback, p);
  self.pickling = new Pickling(p, fixImports === undefined || truthy(fixImports), hooks);
}

const opened = (self: PyPickler): Pickling => {
  if (self.pickling === undefined) {
    throw PicklingError(`Pickler.__init__() was not called by ${self.c$.name}.__init__()`);
  }
  return self.pickling;
};

/** `Pickler.dump` */
export function dumpTo(self: Py, o: Py): null {
  const pickling = opened(self);
  const { hooks } = pickling;
  hooks.persistentId = ownHook(self, 'persistent_id', picklerType);
  hooks.reducerOverride = findAttr(self, 'reducer_override');
  hooks.dispatchTable = findAttr(self, 'dispatch_table');
  call(self.write, [asBytes(pickling.dump(o))]);
  return null;
}

/** An attribute of the object or a subclass; undefined where only the type's own is there. */
function ownHook(self: Py, name: string, type: PyType): Py {
  const found = lookup(self.c$, name);
  if (found === type.namespace.get(name) && !Object.hasOwn(self, `h$${name}`) && !Object.hasOwn(self, `$${name}`)) {
    return self[`x$${name}`];
  }
  return findAttr(self, name);
}

class PyMemoProxy extends PyObject {
  constructor(readonly owner: Py) {
    super();
  }
}
const picklerMemoType = builtinType({
  name: 'PicklerMemoProxy',
  js: class extends PyMemoProxy {},
  module: MODULE,
  subclassable: false,
});
const unpicklerMemoType = builtinType({
  name: 'UnpicklerMemoProxy',
  js: class extends PyMemoProxy {},
  module: MODULE,
  subclassable: false,
});

/** An attribute that instances may set, kept out of sight. */
export const settable = (name: string, fallback: (self: Py) => Py) =>
  getter(
    (self) => self[`x$${name}`] ?? fallback(self),
    (self, value) => {
      Object.defineProperty(self, `x$${name}`, { value, writable: true, configurable: true, enumerable: false });
    },
    (self) => {
      delete self[`x$${name}`];
    },
  );

const missing = (self: Py, name: string): never => {
  throw AttributeError(`'${self.c$.name}' object has no attribute '${name}'`);
};

defineMembers(picklerType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  __init__: method('(file, protocol=None, fix_imports=True, buffer_callback=None)', initPickler, 'Pickler'),
  dump: method('(obj, /)', dumpTo),
  clear_memo: method('()', (self: PyPickler) => {
    opened(self).memo.clear();
    opened(self).memoized.length = 0;
    return null;
  }),
  persistent_id: settable('persistent_id', () => noPersistentId()),
  dispatch_table: settable('dispatch_table', (self) => missing(self, 'dispatch_table')),
  bin: getter((self) => (opened(self).isBinary ? 1 : 0)),
  fast: getter(
    (self) => (opened(self).fast ? 1 : 0),
    (self, value) => {
      opened(self).fast = truthy(value);
    },
  ),
  memo: getter(
    (self) => new picklerMemoType.ctor(self),
    (self, value) => setPicklerMemo(self, value),
  ),
}));

const noPersistentId = (): Py => fn('(obj, /)', () => null, 'persistent_id');

/** The memo of another pickler, or a dict of id to (number, object). */
function setPicklerMemo(self: PyPickler, value: Py): void {
  const pickling = opened(self);
  const entries: [number, Py][] = [];
  if (value instanceof PyMemoProxy) entries.push(...[...opened(value.owner).memoized.entries()]);
  else if (value instanceof PyDict) {
    for (const pair of value.valueList()) {
      if (!(pair instanceof PyTuple) || pair.items.length !== 2) throw TypeError("'memo' values must be 2-item tuples");
      entries.push([pair.items[0], pair.items[1]]);
    }
  } else throw TypeError(`'memo' attribute must be a PicklerMemoProxy object or dict, not ${value.c$.name}`);
  pickling.memo.clear();
  pickling.memoized.length = 0;
  for (const [at, o] of entries) {
    pickling.memo.set(o, at);
    pickling.memoized[at] = o;
  }
}

defineMembers(picklerMemoType, () => ({
  clear: method('()', (self: PyMemoProxy) => {
    opened(self.owner).memo.clear();
    opened(self.owner).memoized.length = 0;
    return null;
  }),
  copy: method('()', (self: PyMemoProxy) => picklerMemoCopy(self)),
  __reduce__: method(
    '()',
    (self: PyMemoProxy) => new PyTuple([rt.builtins.$dict, new PyTuple([picklerMemoCopy(self)])]),
  ),
}));

function picklerMemoCopy(self: PyMemoProxy): PyDict {
  const copy = new PyDict();
  opened(self.owner).memoized.forEach((o, at) => copy.set(identity(Object(o)), new PyTuple([at, o])));
  return copy;
}

// ---------------------------------------------------------------- Unpickler

export const loading = (self: PyUnpickler): Unpickling => {
  if (self.unpickling === undefined) {
    throw UnpicklingError(`Unpickler.__init__() was not called by ${self.c$.name}.__init__()`);
  }
  return self.unpickling;
};

defineMembers(unpicklerType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  __init__: method(
    '(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=())',
    (self: PyUnpickler, file: Py, fix_imports: Py, encoding: Py, errors: Py, buffers: Py) => {
      self.unpickling = loads(sourceOfFile(file), { fix_imports, encoding, errors, buffers }, self);
      return null;
    },
    'Unpickler',
  ),
  load: method('()', (self: PyUnpickler) => loading(self).load()),
  find_class: method('(module_name, global_name, /)', (self: PyUnpickler, module: Py, name: Py) =>
    findClass(module, name, loading(self).protocol, loading(self).hooks.fixImports),
  ),
  persistent_load: settable('persistent_load', () => noPersistentLoad()),
  memo: getter(
    (self) => new unpicklerMemoType.ctor(self),
    (self, value) => {
      loading(self).memo = unpicklerMemo(value);
    },
  ),
}));

/** The memo of another unpickler, or a dict of numbers to objects. */
function unpicklerMemo(value: Py): Py[] {
  if (value instanceof PyMemoProxy) return loading(value.owner).memo.slice();
  if (!(value instanceof PyDict))
    throw TypeError(`'memo' attribute must be an UnpicklerMemoProxy object or dict, not ${typeOf(value).name}`);
  const memo: Py[] = [];
  for (const [at, o] of value.entryList()) {
    if (intValue(at) === undefined) throw TypeError('memo key must be integers');
    if (asSize(at) < 0) throw ValueError('memo key must be positive integers.');
    memo[asSize(at)] = o;
  }
  return memo;
}

const noPersistentLoad = (): Py =>
  fn(
    '(pid, /)',
    () => {
      throw faults.noPersistentLoad();
    },
    'persistent_load',
  );

defineMembers(unpicklerMemoType, () => ({
  clear: method('()', (self: PyMemoProxy) => {
    loading(self.owner).memo.length = 0;
    return null;
  }),
  copy: method('()', (self: PyMemoProxy) => {
    const copy = new PyDict();
    loading(self.owner).memo.forEach((o, at) => copy.set(at, o));
    return copy;
  }),
}));

export const bytesSource = (data: Py): Source => new Source(bufferOf(data));
