/**
 * `_abc`: what `abc.ABCMeta` does for each class: abstract methods, registered subclasses, and the caches of
 * `isinstance` and `issubclass`.
 * Spec: https://docs.python.org/3/library/abc.html
 */
import { subclassesSoFar } from '../builtins/typeObject.js';
import { findAttr, lookup } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { moduleState } from '../object/context.js';
import { AssertionError, RuntimeError, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { intValue } from '../object/number.js';
import { hide, type Py } from '../object/object.js';
import { PyFrozenSet, PySet } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { PyType, typeType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyList, PyTuple } from '../object/values.js';
import { isSubclassCheck } from '../builtins/isinstance.js';
import { defineRest, isLibraryRunning } from '../import/deferred.js';

/** What an abstract base class remembers; `abc$` on the class. */
class AbcData {
  readonly registry = new Set<WeakRef<PyType>>();
  cache = new WeakSet<PyType>();
  negative = new WeakSet<PyType>();
  negativeVersion: number;
  constructor(version: number) {
    this.negativeVersion = version;
  }
}

/** Goes up with every `register()`: what was found to be no subclass may now be one. */
const counter = () => moduleState('_abc', () => ({ version: 0, libraryRegisters: false }));

function dataOf(cls: Py): AbcData {
  const data = Object.hasOwn(cls, 'abc$') ? cls.abc$ : undefined;
  if (data === undefined) throw TypeError(`_abc_init() has not been called for class ${typeOf(cls).name}`);
  return data as AbcData;
}

/** The classes registered with an abstract base class; undefined for other classes. */
export function abcRegistry(cls: PyType): PyType[] | undefined {
  if (!Object.hasOwn(cls, 'abc$')) return undefined;
  return [...dataOf(cls).registry].map((ref) => ref.deref()).filter((c) => c !== undefined);
}

/** Makes a class that comes from another process the abstract base class that it is there. */
export function restoreAbc(cls: PyType, registry: readonly PyType[]): void {
  const data = new AbcData(counter().version);
  for (const c of registry) data.registry.add(new WeakRef(c));
  hide(cls, 'abc$', data);
}

/** Bits of `__abc_tpflags__`: what `match` takes the instances for. */
const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;

function init(cls: PyType): null {
  const flags = intValue(cls.namespace.get('__abc_tpflags__'));
  if (flags !== undefined) {
    cls.namespace.delete('__abc_tpflags__');
    if (Number(flags) & SEQUENCE) cls.collection = 'sequence';
    if (Number(flags) & MAPPING) cls.collection = 'mapping';
  }
  computeAbstract(cls);
  hide(cls, 'abc$', new AbcData(counter().version));
  return null;
}

/** `__abstractmethods__`: abstract attributes of the class, and those of its bases that are still abstract. */
function computeAbstract(cls: PyType): void {
  const names = new PyFrozenSet();
  cls.namespace.forEach((value, name) => {
    if (isAbstractValue(value)) names.set(name, true);
  });
  for (const base of cls.bases) {
    const inherited = base.namespace.get('__abstractmethods__');
    if (inherited === undefined) continue;
    for (const name of inherited.keyList()) if (isAbstractValue(findAttr(cls, name))) names.set(name, true);
  }
  cls.namespace.set('__abstractmethods__', names);
  cls.abstractMethods = names.size === 0 ? undefined : names.keyList();
}

function isAbstractValue(value: Py): boolean {
  if (value === undefined || value === null || (typeof value !== 'object' && typeof value !== 'function')) return false;
  if (typeof value === 'function' && value.info !== undefined && value.$__isabstractmethod__ === undefined)
    return false;
  const flag = findAttr(value, '__isabstractmethod__');
  return flag !== undefined && truthy(flag);
}

function register(cls: PyType, subclass: Py): Py {
  if (!(subclass instanceof PyType)) throw TypeError('Can only register classes');
  // To check what the library registers, types that nobody has used yet would have to be filled in.
  if (subclass.pending === undefined || !isLibraryRunning()) {
    if (isKnown(cls, subclass)) return subclass;
    if (isSubclassCheck(cls, subclass)) throw RuntimeError('Refusing to create an inheritance cycle');
  }
  dataOf(cls).registry.add(new WeakRef(subclass));
  counter().version++;
  const kind = cls.mro.find((c) => c.collection !== undefined)?.collection;
  if (kind !== undefined) subclass.collection ??= kind;
  return subclass;
}

/** Whether there is nothing to register. */
function isKnown(cls: PyType, subclass: PyType): boolean {
  const state = counter();
  const before = state.libraryRegisters;
  state.libraryRegisters = isLibraryRunning();
  try {
    return isSubclassCheck(subclass, cls);
  } finally {
    state.libraryRegisters = before;
  }
}

function instanceCheck(cls: PyType, instance: Py): boolean {
  const data = dataOf(cls);
  const type = typeOf(instance);
  const claimed = type.isHeap || typeof instance === 'object' ? (findAttr(instance, '__class__') ?? type) : type;
  if (data.cache.has(claimed)) return true;
  if (claimed === type) {
    if (data.negativeVersion === counter().version && data.negative.has(claimed)) return false;
    return truthy(callMethod(cls, '__subclasscheck__', claimed));
  }
  return truthy(callMethod(cls, '__subclasscheck__', claimed)) || truthy(callMethod(cls, '__subclasscheck__', type));
}

function subclassCheck(cls: PyType, subclass: Py): boolean {
  if (!(subclass instanceof PyType)) throw TypeError('issubclass() arg 1 must be a class');
  const data = dataOf(cls);
  if (data.cache.has(subclass)) return true;
  const { version } = counter();
  if (data.negativeVersion < version) {
    data.negative = new WeakSet();
    data.negativeVersion = version;
  } else if (data.negative.has(subclass)) return false;
  const found = isSubclass(cls, subclass, data);
  (found ? data.cache : data.negative).add(subclass);
  return found;
}

function isSubclass(cls: PyType, subclass: PyType, data: AbcData): boolean {
  const answer = callMethod(cls, '__subclasshook__', subclass);
  if (answer === true || answer === false) return answer;
  if (answer !== NotImplemented)
    throw AssertionError('__subclasshook__ must return either False, True, or NotImplemented');
  if (subclass.mro.includes(cls)) return true;
  for (const ref of [...data.registry]) {
    const registered = ref.deref();
    if (registered === undefined) data.registry.delete(ref);
    else if (isSubclassCheck(subclass, registered)) return true;
  }
  // What other modules of the library have yet to define is registered nowhere: an answer that is no is not worth defining it.
  if (cls.namespace.get('__module__') === 'collections.abc' && !counter().libraryRegisters)
    defineRest('_collections_abc');
  const isUsual =
    lookup(cls, '__subclasses__') === undefined &&
    lookup(cls.c$, '__subclasses__') === lookup(typeType.current, '__subclasses__');
  const subclasses = isUsual ? subclassesSoFar(cls) : callMethod(cls, '__subclasses__');
  if (!(subclasses instanceof PyList)) throw TypeError('__subclasses__() must return a list');
  for (const sub of subclasses.items) if (isSubclassCheck(subclass, sub)) return true;
  return false;
}

function dump(cls: PyType): Py {
  const data = dataOf(cls);
  const registry = new PySet();
  for (const ref of data.registry) {
    const registered = ref.deref();
    if (registered !== undefined) registry.set(registered, true);
  }
  return new PyTuple([registry, new PySet(), new PySet(), data.negativeVersion]);
}

export default (): Record<string, Py> => ({
  __doc__: 'Module contains faster C implementation of abc.ABCMeta',
  get_cache_token: fn('()', () => counter().version),
  _abc_init: fn('(self, /)', init),
  _abc_register: fn('(self, subclass, /)', register),
  _abc_instancecheck: fn('(self, instance, /)', instanceCheck),
  _abc_subclasscheck: fn('(self, subclass, /)', subclassCheck),
  _get_dump: fn('(self, /)', dump),
  _reset_registry: fn('(self, /)', (cls: PyType) => {
    dataOf(cls).registry.clear();
    return null;
  }),
  _reset_caches: fn('(self, /)', (cls: PyType) => {
    const data = dataOf(cls);
    data.cache = new WeakSet();
    data.negative = new WeakSet();
    return null;
  }),
});
