/** Weak references as objects, and the list of those whose callbacks are still to be called. */
import { call } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { PyBaseException, TypeError } from '../../object/errors.js';
import { hide, type Py, PyObject } from '../../object/object.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { toPython } from '../../helpers/exceptions.js';
import { writeUnraisable } from '../../traceback/unraisable.js';
import { collectWhenSeen, sweepGone } from '../../object/garbage.js';
import { endings } from '../../object/endings.js';
import { whenIdle } from '../../object/idle.js';

/** `weakref.ref`: `target` is empty once the object is gone. */
export class PyWeakRef extends PyObject {
  target: WeakRef<object> | null;
  /** Called with the reference when the object is gone; null when there is none or it has been called. */
  callback: Py;
  /** Kept once asked for: it must outlive the object. */
  hash: number | bigint | undefined = undefined;
  /** As it is listed among those with callbacks. */
  listed: WeakRef<PyWeakRef> | undefined = undefined;
  constructor(target: object, callback: Py) {
    super();
    this.target = new WeakRef(target);
    this.callback = callback;
  }
  /** The object, or undefined when it is gone. */
  get(): Py {
    return this.target?.deref();
  }
}

/** `weakref.proxy`: behaves as the object does. */
export class PyProxy extends PyWeakRef {}
export class PyCallableProxy extends PyProxy {}

export const referenceType: PyType = builtinType({ name: 'ReferenceType', js: PyWeakRef, module: 'weakref' });
export const proxyType: PyType = builtinType({
  name: 'ProxyType',
  js: PyProxy,
  module: 'weakref',
  subclassable: false,
});
export const callableProxyType: PyType = builtinType({
  name: 'CallableProxyType',
  js: PyCallableProxy,
  base: proxyType,
  module: 'weakref',
  subclassable: false,
});

/** So many references may have callbacks before it is looked which have lost their object. */
const FEW = 1000;

/** References with callbacks, in the order in which they were made: one that is gone itself calls nobody. */
interface Watched {
  readonly withCallback: Set<WeakRef<PyWeakRef>>;
  limit: number;
  /** Not before this `performance.now()` time is it looked again in a long wait whether their objects are gone. */
  nextLook: number;
}
const watched = () => moduleState<Watched>('weakref', () => ({ withCallback: new Set(), limit: FEW, nextLook: 0 }));

/** Of a process that waits for long, this part of the time may go into collecting garbage. */
const SHARE = 0.25;

/** Calls the callbacks that are due, in a wait that may be for them: the process has nothing else to do. Returns whether there were any. */
function collectIdly(): boolean {
  const state = watched();
  const start = performance.now();
  if (state.withCallback.size === 0 || start < state.nextLook) return false;
  const gone = collect();
  const end = performance.now();
  state.nextLook = end + (end - start) / SHARE;
  return gone > 0;
}

/** The references of an object, in the order in which they were made: `w$` on it. */
class References {
  private made: WeakRef<PyWeakRef>[] = [];
  /** With so many it is looked which are gone themselves. */
  private limit = SEVERAL;
  /** The plain ones without a callback, which all who ask for one share: of `ref`, and of `proxy`. */
  shared: WeakRef<PyWeakRef> | undefined = undefined;
  sharedProxy: WeakRef<PyProxy> | undefined = undefined;

  add(ref: PyWeakRef): WeakRef<PyWeakRef> {
    const weak = new WeakRef(ref);
    if (this.made.length >= this.limit) {
      this.made = this.made.filter((each) => each.deref() !== undefined);
      this.limit = Math.max(SEVERAL, 2 * this.made.length);
    }
    this.made.push(weak);
    return weak;
  }

  live(): PyWeakRef[] {
    return this.made.map((ref) => ref.deref()).filter((ref) => ref !== undefined && ref.target !== null) as PyWeakRef[];
  }
}

const SEVERAL = 16;

/** The references of an object; undefined when it never had one. */
const ownReferences = (o: Py): References | undefined => (Object.hasOwn(o, 'w$') ? o.w$ : undefined);

/** All live references of an object. */
export const referencesOf = (o: Py): PyWeakRef[] => ownReferences(o)?.live() ?? [];

/** The reference without a callback that an object has already, if any: one of `ref` itself, or a proxy. */
export function sharedReference(o: Py, kind: 'shared' | 'sharedProxy'): PyWeakRef | undefined {
  const ref = ownReferences(o)?.[kind]?.deref();
  return ref === undefined || ref.target === null ? undefined : ref;
}

/** Built-in classes whose instances can be referred to weakly. */
const REFERABLE = new Set([
  'set',
  'frozenset',
  'function',
  'type',
  'generator',
  'coroutine',
  'async_generator',
  'module',
  'method',
  'instancemethod',
  'builtin_function_or_method',
  'code',
  'memoryview',
  'UnionType',
  'GenericAlias',
]);
/** Some of them cannot be in Python 2. */
const NOT_REFERABLE_2 = new Set(['module', 'builtin_function_or_method', 'memoryview']);
/** Nor can these in either, which are of modules or have a `__dict__`. */
const NOT_REFERABLE = new Set([
  'classmethod',
  'collections.defaultdict',
  're.Match',
  '_sre.SRE_Match',
  'types.SimpleNamespace',
  'weakref.ReferenceType',
  'weakref.ProxyType',
  'weakref.CallableProxyType',
]);

/** Raises TypeError for what has no room for references. */
export function checkReferable(o: Py): void {
  const cls = typeOf(o);
  const fits =
    o !== null &&
    (typeof o === 'object' || typeof o === 'function') &&
    (cls.isHeap ? heapReferable(cls) : isReferableBuiltin(o, cls));
  if (!fits) throw TypeError(`cannot create weak reference to '${cls.name}' object`);
}

function isReferableBuiltin(o: Py, cls: PyType): boolean {
  if (NOT_REFERABLE.has(cls.name) || cls.moduleName === 'itertools') return false;
  if (REFERABLE.has(cls.name)) return rt.dialect === 3 || !NOT_REFERABLE_2.has(cls.name);
  if (cls.moduleName !== 'builtins') return true;
  if (o instanceof PyBaseException) return false;
  return cls.hasDict || cls.mro.some((c) => REFERABLE.has(c.name)) || o.isReferable$ === true;
}

/** A class with `__slots__` must list `__weakref__`, or have a base that gives it. */
function heapReferable(cls: PyType): boolean {
  return cls.mro.some((c) => {
    if (!c.isHeap) return REFERABLE.has(c.name);
    const slots = c.namespace.get('__slots__');
    if (slots === undefined) return !variableSized(c);
    return c.namespace.has('__weakref__') || slotNames(slots).includes('__weakref__');
  });
}

const variableSized = (cls: PyType): boolean =>
  cls.mro.some(
    (c) => !c.isHeap && (c.name === 'int' || c.name === 'tuple' || c.name === 'bytes') && c.moduleName === 'builtins',
  ) && rt.dialect === 2;
const slotNames = (slots: Py): Py[] =>
  typeof slots === 'string' ? [slots] : (slots.items ?? (slots.keyList?.() as Py[]) ?? []);

/** Notes `ref` with the object. */
export function attach(o: Py, ref: PyWeakRef): void {
  if (!Object.hasOwn(o, 'w$')) hide(o, 'w$', new References());
  const references: References = o.w$;
  const weak = references.add(ref);
  endings().afterwards.add(callBack);
  if (ref.callback === null) {
    if (ref.c$ === referenceType) references.shared = weak;
    else if (ref instanceof PyProxy) references.sharedProxy = weak;
    return;
  }
  ref.listed = weak;
  const all = watched();
  all.withCallback.add(weak);
  whenIdle(collectIdly);
  if (all.withCallback.size >= all.limit) callBackInTime(all);
}

/** A callback may make references too: they do not begin another look. */
function callBackInTime(all: Watched): void {
  let next = 2 * all.limit;
  all.limit = Infinity;
  try {
    next = sweepGone(() => all.withCallback.size, callBack, FEW);
  } finally {
    all.limit = next;
  }
}

/** Takes the callback away: it will not be called. */
export function forget(ref: PyWeakRef): void {
  ref.callback = null;
  if (ref.listed !== undefined) watched().withCallback.delete(ref.listed);
}

/** Frees what nothing refers to, with everything that its end brings about. Returns how much of it could be noticed. */
export function collect(): number {
  const all = endings();
  if (!all.hasNobody) return all.lookNow();
  collectWhenSeen();
  return 0;
}

/** Calls the callbacks of the references that have lost their object. Returns how many there were. */
function callBack(): number {
  let count = 0;
  const { withCallback } = watched();
  for (const listed of [...withCallback].reverse()) {
    const ref = listed.deref();
    if (ref === undefined) withCallback.delete(listed);
    if (ref === undefined || ref.target === null || ref.target.deref() !== undefined) continue;
    count++;
    const { callback } = ref;
    forget(ref);
    ref.target = null;
    if (callback !== null) runCallback(callback, ref);
  }
  return count;
}

function runCallback(callback: Py, ref: PyWeakRef): void {
  try {
    call(callback, [ref]);
  } catch (error) {
    writeUnraisable(toPython(error), callback);
  }
}

export { PyTuple };
