/**
 * `multiprocessing.sharedctypes`: values and arrays in shared memory.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#shared-ctypes-objects
 */

import { mul } from '../../builtins/arithmetic.js';
import { length } from '../../builtins/len.js';
import { type as typeOfTypes } from '../../builtins/typeObject.js';
import { type Plain, registerShared, type Transfer } from '../../codec/shared.js';
import { osError } from '../../builtins/osError.js';
import { errnoOf } from '../../io/errnoTable.js';
import { type Arena, closeHandle, openHandle } from '../../mp/index.js';
import { ArenaFull } from '../../mp/arena.js';
import { findAttr, genericSetAttr, getAttr, special } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { AssertionError, AttributeError, RuntimeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { asSize, intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { libraryClass, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyDict } from '../../object/table.js';
import { PyList, PyProperty, PySlice, PyTuple, PyUnicode } from '../../object/values.js';
import { arrayBase, arrayType, getItem, PyCArray, setItem } from '../ctypes/array.js';
import { cDataType, layoutOf, newData, PyCData } from '../ctypes/data.js';
import { PySimpleData, simpleTypes, typeOfCode } from '../ctypes/simple.js';
import { fieldsOf, structureType, unionType } from '../ctypes/structure.js';
import { holdFor } from './forgotten.js';
import { noteHeap } from './heapLog.js';
import { newRLock, PySemLock } from './locks.js';
import { claim } from './pipeEnds.js';
import { HANDED_ON, partsOf } from './parts.js';
import { inheritanceOnly } from './shareable.js';
import { mp } from './state.js';
import { arena } from './support.js';

const MODULE = 'multiprocessing.sharedctypes';

/** Blocks from here on are given back when nobody has them any more; smaller ones are not worth the bookkeeping. */
const COUNTED_BYTES = 1024;

/** Codes that name a type here. */
const TYPECODES = 'cubBhHiIlLfd';
const TYPECODES_3 = 'qQ';

const knownCodes = (): string => (rt.dialect === 2 ? TYPECODES : TYPECODES + TYPECODES_3);

/** The type that a code stands for; anything else as it is. */
function typeFor(given: Py): Py {
  const codeOrType = given instanceof PyUnicode ? given.value : given;
  const isCode = typeof codeOrType === 'string' && codeOrType.length === 1 && knownCodes().includes(codeOrType);
  return isCode ? typeOfCode(codeOrType) : codeOrType;
}

/** The type of so many items: what is no type of ctypes is multiplied all the same. */
function typeOfItems(type: Py, count: Py): PyType {
  const isForArrays = type instanceof PyType && type.mro.includes(cDataType);
  layoutOf(isForArrays ? type : mul(type, count));
  return type;
}

/** Errors: what CPython's file of shared memory says that cannot be so large. */
function blockOf(shared: Arena, size: number): number {
  try {
    return shared.alloc(size);
  } catch (error) {
    throw error instanceof ArenaFull ? osError(errnoOf('EFBIG')!) : error;
  }
}

/** A zeroed object in the arena. */
function sharedData(type: PyType): PyCData {
  const { size } = layoutOf(type);
  const shared = arena();
  const block = blockOf(shared, Math.max(size, 8));
  noteHeap(size);
  const made = newData(type, new DataView(shared.buffer, block * 4, size), block, 0);
  if (isCounted(block)) {
    hold(made, openHandle(shared, 'block', block));
    // The handle holds the block from here on.
    shared.release(block);
  }
  return made;
}

/** Whether it is known who has a block: of an object and of its parts alike. */
const isCounted = (block: number): boolean => arena().blockBytes(block) >= COUNTED_BYTES;

/** The handle is closed when the object and all its parts have been forgotten. */
function hold(made: PyCData, handle: number): void {
  made.holder = {};
  holdFor(made.holder, () => closeHandle(arena(), handle), arena().blockBytes(made.block));
}

function rawValue(codeOrType: Py, args: Py[]): PyCData {
  const type = typeFor(codeOrType);
  layoutOf(type);
  const made = sharedData(type);
  special(made, '__init__')!(made, ...args);
  return made;
}

function rawArray(codeOrType: Py, sizeOrInitializer: Py): PyCData {
  const given = typeFor(codeOrType);
  const size = intValue(sizeOrInitializer);
  if (size !== undefined) {
    const element = typeOfItems(given, sizeOrInitializer);
    if (size < 0) throw ValueError(`Array length must be >= 0, not ${size}`);
    return sharedData(arrayType(element, asSize(sizeOrInitializer), MODULE));
  }
  const count = Number(length(sizeOrInitializer));
  const element = typeOfItems(given, count);
  const made = sharedData(arrayType(element, count, MODULE)) as PyCArray;
  toArray(sizeOrInitializer).forEach((item: Py, i: number) => {
    setItem(made, i, isArguments(element, item) ? call(element, toArray(item)) : item);
  });
  return made;
}

/** Items of an array of structures may be given as their fields' values. */
const isArguments = (element: PyType, item: Py) =>
  !(item instanceof PyCData) && (element.mro.includes(structureType) || element.mro.includes(unionType));

/** Memory of the arena travels as its address; an object in memory of its own by value. */
function encodeData(self: PyCData, transfer: Transfer): Plain {
  const { view } = self;
  if (!self.isShared)
    return [0, 0, new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength).slice()];
  if (transfer === 'message' && mp().spawning === null) {
    throw RuntimeError(`${typeOf(self).name} objects should only be shared between processes through inheritance`);
  }
  // Held by the message until it arrives; a forked process has the handle already.
  const isHeld = transfer !== 'fork' && isCounted(self.block);
  if (isHeld) arena().retain(self.block);
  return [self.block, self.offset, view.byteLength, isHeld];
}

function decodeData(data: Plain, cls: PyType): PyCData {
  const [block, offset, content, isHeld] = data as [number, number, number | Uint8Array, boolean];
  if (typeof content !== 'number') return newData(cls, new DataView(content.slice().buffer));
  const shared = arena();
  shared.reach(block, 1);
  const made = newData(cls, new DataView(shared.buffer, block * 4 + offset, content), block, offset);
  if (isCounted(block)) hold(made, claim(shared, 'block', block) || openHandle(shared, 'block', block));
  if (isHeld) shared.release(block);
  return made;
}

/** What the class of an array in shared memory is made of again: that of its elements has a name. Undefined: it has one itself. */
function elementAndLength(value: PyCData): Py {
  const cls = typeOf(value);
  const [element, count] = [cls.namespace.get('_type_'), cls.namespace.get('_length_')];
  if (!value.isShared || element === undefined || arrayType(element, count, MODULE) !== cls) return undefined;
  return new PyTuple([element, count]);
}

const classOf = (given: Py): PyType | null =>
  given instanceof PyTuple ? arrayType(given.items[0], given.items[1], MODULE) : given;

for (const type of [...simpleTypes(), arrayBase, structureType, unionType]) {
  registerShared(type, {
    kind: `ctypes.${type.name}`,
    inMessages: true,
    ...(type === arrayBase ? { classInMessages: elementAndLength } : {}),
    encode: (value: PyCData, transfer) => encodeData(value, transfer),
    decode: (data, _parts, cls) => decodeData(data, classOf(cls) ?? type),
  });
}

/** An object of shared memory with a lock. */
class PySynchronized extends PyObject {
  obj: PyCData = null as unknown as PyCData;
  lock: Py = null;

  acquire(): void {
    if (this.lock instanceof PySemLock) this.lock.acquire(Infinity);
    else callMethod(this.lock, 'acquire');
  }
  release(): void {
    if (this.lock instanceof PySemLock) this.lock.release();
    else callMethod(this.lock, 'release');
  }
}

/** Items of arrays whose lock is one of ours are reached without a call through Python. */
class PySynchronizedArray extends PySynchronized {
  override item$(index: Py): Py {
    const { obj, lock } = this;
    if (typeof index !== 'number' || !(lock instanceof PySemLock)) return undefined;
    lock.acquire(Infinity);
    try {
      return (obj as PyCArray).item$(index);
    } finally {
      lock.release();
    }
  }

  override put$(index: Py, value: Py): boolean {
    const { obj, lock } = this;
    if (typeof index !== 'number' || !(lock instanceof PySemLock)) return false;
    lock.acquire(Infinity);
    try {
      return (obj as PyCArray).put$(index, value);
    } finally {
      lock.release();
    }
  }
}

const synchronizedBase: PyType = libraryClass({
  name: 'SynchronizedBase',
  js: PySynchronized,
  module: MODULE,
  hasDict: true,
});
const derived = (name: string, base = synchronizedBase, js = base.ctor as typeof PySynchronized) =>
  libraryClass({ name, js: class extends js {}, base, module: MODULE });
const synchronizedType = derived('Synchronized');
const synchronizedArray = derived('SynchronizedArray', synchronizedBase, PySynchronizedArray);
const synchronizedString = derived('SynchronizedString', synchronizedArray);
const synchronizedStructure = derived('SynchronizedStructure');

for (const type of [synchronizedType, synchronizedArray, synchronizedString, synchronizedStructure]) {
  registerShared(type, {
    kind: `mp.${type.name}`,
    makesClass: type === synchronizedStructure,
    // The names of the fields: in a forked process the structure's class may not be whole yet.
    encode: ({ obj }: PySynchronized) => (type === synchronizedStructure ? fieldNames(typeOf(obj)) : null),
    parts: (value: PySynchronized) => [value.obj, value.lock],
    decode: (names, [obj, lock]) =>
      wrapped(names === null ? type : structureWrapper(typeOf(obj), names as string[]), obj, lock),
  });
}

const fieldNames = (cls: PyType): string[] => fieldsOf(cls).map(({ name }) => name);

/** The wrapper class of a structure has its name. */
function structureWrapper(cls: PyType, names: readonly string[]): PyType {
  const made = moduleState('wrappers of structures', () => new Map<PyType, PyType>());
  let wrapper = made.get(cls);
  if (wrapper === undefined) {
    const fields = names.map((name): [string, Py] => [name, fieldProperty(name)]);
    const members = PyDict.of([['__module__', MODULE], ...fields]);
    wrapper = call(typeOfTypes, [`Synchronized${cls.name}`, new PyTuple([synchronizedStructure]), members]) as PyType;
    made.set(cls, wrapper);
  }
  return wrapper;
}

function wrapped(type: PyType, obj: PyCData, lock: Py): PySynchronized {
  return Object.assign(new (type.ctor as typeof PySynchronized)(), { obj, lock });
}

/** `synchronized(obj, lock=None, ctx=None)`. */
function synchronize(obj: PyCData, lock: Py, ctx: Py): PySynchronized {
  const guard = lock === undefined || lock === null ? newRLock(ctx) : lock;
  if (obj instanceof PySimpleData) return wrapped(synchronizedType, obj, guard);
  if (obj instanceof PyCArray) {
    const isText = findAttr(typeOf(obj), '_type_') === typeOfCode('c');
    return wrapped(isText ? synchronizedString : synchronizedArray, obj, guard);
  }
  return wrapped(structureWrapper(typeOf(obj), fieldNames(typeOf(obj))), obj, guard);
}

/** `lock=` of Value and Array: True for a new one, False for none, or the lock to use. */
function withLock(obj: PyCData, lock: Py, ctx: Py): Py {
  if (lock === false) return obj;
  if (lock === undefined || lock === null || lock === true) return synchronize(obj, null, ctx);
  if (findAttr(lock, 'acquire') === undefined) {
    throw AttributeError(
      rt.dialect === 2 ? `'${repr(lock)}' has no method 'acquire'` : `${repr(lock)} has no method 'acquire'`,
    );
  }
  return synchronize(obj, lock, ctx);
}

/** Runs something with the lock held. */
function guarded<T>(self: PySynchronized, run: () => T): T {
  self.acquire();
  try {
    return run();
  } finally {
    self.release();
  }
}

const withMembers = () => ({
  __enter__: method('()', (self: PySynchronized) => {
    self.acquire();
    return true;
  }),
  __exit__: method('(*args)', (self: PySynchronized) => {
    self.release();
    return null;
  }),
});

defineMembers(synchronizedBase, () => ({
  ...partsOf({ _lock: (self: PySynchronized) => self.lock, _obj: (self: PySynchronized) => self.obj }, HANDED_ON),
  acquire: method('(*args, **kwargs)', (self: PySynchronized, args: Py[]) => callMethod(self.lock, 'acquire', ...args)),
  release: method('()', (self: PySynchronized) => callMethod(self.lock, 'release')),
  get_lock: method('()', (self: PySynchronized) => self.lock),
  get_obj: method('()', (self: PySynchronized) => self.obj),
  ...(rt.dialect === 2 ? {} : withMembers()),
  __repr__: method('()', (self: PySynchronized) => `<${typeOf(self).name} wrapper for ${str(self.obj)}>`),
  __reduce__: inheritanceOnly(),
}));

defineMembers(synchronizedType, () => ({
  value: getter(
    (self: PySynchronized) => {
      self.acquire();
      const { view, format } = self.obj as PySimpleData;
      const value = format.read(view, 0, self.obj);
      self.release();
      return value;
    },
    (self: PySynchronized, value: Py) => {
      self.acquire();
      try {
        (self.obj as PySimpleData).format.write(self.obj.view, 0, value);
      } finally {
        self.release();
      }
    },
  ),
}));

const array = (self: PySynchronized) => self.obj as PyCArray;

defineMembers(synchronizedArray, () => ({
  __len__: method('()', (self: PySynchronized) => length(self.obj)),
  __getitem__: method('(i)', (self: PySynchronized, i: Py) => guarded(self, () => getItem(array(self), i))),
  __setitem__: method('(i, value)', (self: PySynchronized, i: Py, value: Py) =>
    guarded(self, () => setItem(array(self), i, value)),
  ),
  __getslice__: method('(start, stop)', (self: PySynchronized, start: Py, stop: Py) =>
    guarded(self, () => getItem(array(self), new PySlice(start, stop, null))),
  ),
  __setslice__: method('(start, stop, values)', (self: PySynchronized, start: Py, stop: Py, values: Py) =>
    guarded(self, () => setItem(array(self), new PySlice(start, stop, null), values)),
  ),
}));

const guardedAttribute = (name: string) =>
  getter(
    (self: PySynchronized) => guarded(self, () => getAttr(self.obj, name)),
    (self: PySynchronized, value: Py) => guarded(self, () => genericSetAttr(self.obj, name, value)),
  );
defineMembers(synchronizedString, () => ({ value: guardedAttribute('value'), raw: guardedAttribute('raw') }));

/** A field of the structure as a property of its wrapper. */
function fieldProperty(name: string): PyProperty {
  const get = fn('(self)', (self: PySynchronized) => guarded(self, () => getAttr(self.obj, name)));
  const set = fn('(self, value)', (self: PySynchronized, value: Py) => {
    guarded(self, () => genericSetAttr(self.obj, name, value));
    return null;
  });
  return Object.assign(new PyProperty(get, set, null, null), { name });
}

/** The classes of arrays are found under their names, so that they can be sent to a spawned process. */
function classNamed(name: string): Py {
  const found = /^(\w+)_Array_(\d+)$/.exec(name);
  const element = found === null ? undefined : simpleTypes().find((type) => type.name === found[1]);
  if (element === undefined) throw AttributeError(`module '${MODULE}' has no attribute '${name}'`);
  return arrayType(element, Number(found![2]), MODULE);
}

/** `Value` and `Array`. */
const locked = (): Record<string, Py> => ({
  Value: fn('(typecode_or_type, *args, lock=True, ctx=None)', (type: Py, args: Py[], lock: Py, ctx: Py) =>
    withLock(rawValue(type, args), lock, ctx),
  ),
  Array: fn(
    '(typecode_or_type, size_or_initializer, *, lock=True, ctx=None)',
    (type: Py, size: Py, lock: Py, ctx: Py) => withLock(rawArray(type, size), lock, ctx),
  ),
});

/** The same in Python 2, where they take the lock out of the keywords themselves. */
const locked2 = (): Record<string, Py> => ({
  Value: fn('(typecode_or_type, *args, **kwds)', (type: Py, args: Py[], keywords: Map<string, Py>) => {
    const lock = onlyLock(keywords);
    return withLock(rawValue(type, args), lock, null);
  }),
  Array: fn('(typecode_or_type, size_or_initializer, **kwds)', (type: Py, size: Py, keywords: Map<string, Py>) => {
    const lock = onlyLock(keywords);
    return withLock(rawArray(type, size), lock, null);
  }),
});

function onlyLock(keywords: Map<string, Py>): Py {
  const others = [...keywords.keys()].filter((name) => name !== 'lock');
  if (others.length > 0) throw ValueError(`unrecognized keyword argument(s): ${repr(new PyList(others))}`);
  return keywords.get('lock');
}

export default function sharedctypes(): Record<string, Py> {
  return {
    __all__: new PyList(['RawValue', 'RawArray', 'Value', 'Array', 'copy', 'synchronized']),
    __getattr__: fn('(name)', classNamed),
    typecode_to_type: PyDict.of([...knownCodes()].map((code) => [code, typeOfCode(code)])),
    RawValue: fn('(typecode_or_type, *args)', rawValue),
    RawArray: fn('(typecode_or_type, size_or_initializer)', rawArray),
    ...(rt.dialect === 2 ? locked2() : locked()),
    copy: fn('(obj)', (obj: PyCData) => {
      const made = sharedData(typeOf(obj));
      const bytes = new Uint8Array(obj.view.buffer, obj.view.byteOffset, obj.view.byteLength);
      new Uint8Array(made.view.buffer, made.view.byteOffset, bytes.length).set(bytes);
      return made;
    }),
    synchronized: fn('(obj, lock=None, ctx=None)', (obj: Py, lock: Py, ctx: Py) => {
      if (obj instanceof PySynchronized) throw AssertionError('object already synchronized');
      return synchronize(obj, lock, ctx);
    }),
    SynchronizedBase: synchronizedBase,
    Synchronized: synchronizedType,
    SynchronizedArray: synchronizedArray,
    SynchronizedString: synchronizedString,
  };
}
