/** `type.__call__`: making an instance with `__new__` and `__init__`. */
import { lookup } from './attributes.js';
import type { Keywords } from './binding.js';
import { call, callKw } from './call.js';
import { TypeError } from './errors.js';
import type { Py } from './object.js';
import { bindFrom } from './attributes.js';
import { rt } from './context.js';
import { directMaker, initResult, isMadeByOthers, type Maker, noArguments } from './direct.js';
import { objectType, type PyType, typeType } from './type.js';
import { isInstance, typeOf } from './typeof.js';
import { PyStaticMethod } from './values.js';

/** Whether `cls.__new__(cls)` is known to be no more than a bare instance. */
export const isMadeBare = (cls: PyType): boolean =>
  cls.isHeap &&
  cls.newHook !== undefined &&
  cls.newHook === objectNew(cls) &&
  cls.abstractMethods === undefined &&
  cls.c$ === typeType.current;

/** `cls(*args, **keywords)`. */
export function construct(cls: PyType, args: readonly Py[], keywords: Keywords | null): Py {
  if (cls.newHook === undefined) resolveHooks(cls);
  if (--cls.directCountdown === 0) cls.direct = directOf(cls);
  const init = cls.initHook;
  if (cls.newHook === objectNew(cls)) {
    if (cls.abstractMethods !== undefined) refuseAbstract(cls);
    // Iterators of built-in types are only made by what they iterate over.
    if (isMadeByOthers(cls)) throw TypeError(`cannot create '${cls.name}' instances`);
    if (init === null) {
      if (args.length > 0 || (keywords !== null && keywords.size > 0)) throw noArguments(cls);
      return new cls.ctor();
    }
    const instance = new cls.ctor();
    const result = keywords === null ? callInit(init, instance, args) : callInitKw(init, cls, instance, args, keywords);
    if (result !== null) throw initResult(result);
    return instance;
  }
  return initialised(cls, callKw(cls.newHook, [cls, ...args], keywords), args, keywords);
}

/** Calls `__init__` on what `__new__` made, if that is an instance of the class. */
function initialised(cls: PyType, instance: Py, args: readonly Py[], keywords: Keywords | null): Py {
  // `type(x)` makes nothing.
  const isQuestion = cls === typeType.current && args.length === 1;
  if (!isQuestion && isInstance(instance, cls)) {
    const actual = typeOf(instance);
    if (actual.newHook === undefined) resolveHooks(actual);
    const hook = actual.initHook;
    if (hook !== null) {
      const result = callInitKw(hook, actual, instance, args, keywords);
      if (result !== null) throw initResult(result);
    }
  }
  return instance;
}

const afterNew = (cls: PyType, instance: Py, args: ArrayLike<Py>): Py =>
  initialised(cls, instance, Array.prototype.slice.call(args), null);

/** What calls `cls` without keywords from now on; undefined where that is more than one function can know. */
function directOf(cls: PyType): Maker | undefined {
  if (cls !== typeType.current) return directMaker(cls, typeCall(), afterNew) ?? undefined;
  if (rt.dialect === 2) return undefined;
  return (...args: Py[]) => (args.length === 1 ? typeOf(args[0]) : construct(cls, args, null));
}

/** `type.__call__` itself. */
const typeCall = (): Py => typeType.current.proto.m$__call__;

function callInit(init: Py, instance: Py, args: readonly Py[]): Py {
  if (typeof init !== 'function') return call(init, [instance, ...args]);
  switch (args.length) {
    case 0:
      return init(instance);
    case 1:
      return init(instance, args[0]);
    case 2:
      return init(instance, args[0], args[1]);
    case 3:
      return init(instance, args[0], args[1], args[2]);
    default:
      return init(instance, ...args);
  }
}

/** The same with named arguments, which the function that stands for another kind of callable does not take. */
function callInitKw(init: Py, cls: PyType, instance: Py, args: readonly Py[], keywords: Keywords | null): Py {
  if (typeof init !== 'function' || init.bound === undefined) return callKw(init, [instance, ...args], keywords);
  return callKw(bindFrom(init.bound, instance, cls), args, keywords);
}

/** `object.__new__` as it stands in the namespace of `object`. */
function objectNew(_cls: PyType): Py {
  const own = objectType.namespace.get('__new__');
  return own instanceof PyStaticMethod ? own.func : own;
}

/** Finds `__new__` and `__init__` once; `initHook` is null when only `object.__init__` is there. */
function resolveHooks(cls: PyType): void {
  const found = lookup(cls, '__new__');
  const maker = found instanceof PyStaticMethod ? found.func : bindFrom(found, null, cls);
  const init = lookup(cls, '__init__');
  if (init === undefined || init === objectType.namespace.get('__init__')) cls.initHook = null;
  else if (typeof init === 'function') cls.initHook = init;
  else {
    const hook = (self: Py, ...args: Py[]) => call(bindFrom(init, self, cls), args);
    cls.initHook = Object.assign(hook, { bound: init });
  }
  cls.newHook = maker;
}

export function refuseAbstract(cls: PyType): never {
  if (rt.dialect === 2)
    throw TypeError(
      `Can't instantiate abstract class ${cls.name} with abstract methods ${[...cls.abstractMethods].sort().join(', ')}`,
    );
  const names = [...cls.abstractMethods].sort().map((name: string) => `'${name}'`);
  const plural = names.length === 1 ? '' : 's';
  throw TypeError(
    `Can't instantiate abstract class ${cls.name} without an implementation for abstract method${plural} ${names.join(', ')}`,
  );
}
