/**
 * `object.__reduce_ex__` and `object.__getstate__`: how an object without a reduction of its own is taken apart.
 * Spec: https://docs.python.org/3/library/pickle.html#object.__reduce_ex__
 */
import { findAttr2 } from '../builtins/attributeFunctions.js';
import { findAttr, getAttr, lookup, special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { iter } from '../object/iterate.js';
import { type Py, PyInstance } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { strValue } from '../object/number.js';
import { truthy } from '../object/truth.js';
import { objectType, type PyType, shortTypeName } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyMethod, PyTuple } from '../object/values.js';
import { cName, copyreg, notPicklable } from './copyreg.js';

/** `object.__reduce_ex__(self, protocol)`, where the class has no `__reduce__` of its own. */
export function reduceObject(self: Py, protocol: number): PyTuple {
  return protocol >= 2 ? reduceNew(self) : reduceOld(self);
}

// ---------------------------------------------------------------- protocol 2 and later

function reduceNew(self: Py): PyTuple {
  const cls = typeOf(self);
  const registry = copyreg();
  const { args, kwargs } = newArguments(self);
  const isList = self instanceof PyList;
  const isDict = self instanceof PyDict;
  const state = stateOf(self, args === null && !isList && !isDict);
  const listItems = isList ? iter(self) : null;
  const dictItems = isDict ? iter(call(getAttr(self, rt.dialect === 2 ? 'iteritems' : 'items'), [])) : null;
  if (kwargs !== null && kwargs.size > 0) {
    return new PyTuple([registry.newObjectEx, new PyTuple([cls, args, kwargs]), state, listItems, dictItems]);
  }
  return new PyTuple([registry.newObject, new PyTuple([cls, ...(args?.items ?? [])]), state, listItems, dictItems]);
}

/** What `__getnewargs_ex__` or `__getnewargs__` say. */
function newArguments(self: Py): { args: PyTuple | null; kwargs: PyDict | null } {
  const ex = rt.dialect === 3 ? methodOf(self, '__getnewargs_ex__') : undefined;
  if (ex !== undefined) {
    const result = ex(self);
    if (!(result instanceof PyTuple))
      throw TypeError(`__getnewargs_ex__ should return a tuple, not '${typeOf(result).name}'`);
    if (result.items.length !== 2)
      throw ValueError(`__getnewargs_ex__ should return a tuple of length 2, not ${result.items.length}`);
    const [args, kwargs] = result.items;
    if (!(args instanceof PyTuple)) {
      throw TypeError(
        `first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${typeOf(args).name}'`,
      );
    }
    if (!(kwargs instanceof PyDict)) {
      throw TypeError(
        `second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${typeOf(kwargs).name}'`,
      );
    }
    return { args, kwargs };
  }
  const plain = methodOf(self, '__getnewargs__');
  if (plain === undefined) return { args: null, kwargs: null };
  const args = plain(self);
  if (!(args instanceof PyTuple)) throw TypeError(`__getnewargs__ should return a tuple, not '${typeOf(args).name}'`);
  return { args, kwargs: null };
}

/** Whether an object may have another answer than its class: a `__getattribute__` decides. */
export const answersItself = (self: Py): boolean => typeOf(self).opaque;

/** A special method, which Python 2 also finds on the object itself; what a search for it raises there does not matter. */
function methodOf(self: Py, name: string): ((self: Py) => Py) | undefined {
  const direct = special(self, name);
  if (direct !== undefined || rt.dialect === 3) return direct;
  const found = findAttr2(self, name);
  return found === undefined ? undefined : () => call(found, []);
}

// ---------------------------------------------------------------- state

/** `__getstate__`, or what stands for it where there is none (Python 2). */
export function stateOf(self: Py, isRequired = false): Py {
  const cls = typeOf(self);
  if (rt.dialect === 3) {
    const hook = ownGetState(self, cls);
    return hook === undefined ? defaultState(self, isRequired) : call(hook, []);
  }
  const hook = findAttr2(self, '__getstate__');
  return hook === undefined ? defaultState(self, isRequired) : call(hook, []);
}

/** The `__getstate__` of an object that is not `object`'s. */
function ownGetState(self: Py, cls: PyType): Py {
  const usual = objectType.namespace.get('__getstate__');
  if (lookup(cls, '__getstate__') === usual && !answersItself(self)) return undefined;
  const hook = getAttr(self, '__getstate__');
  return hook instanceof PyMethod && hook.func === usual && hook.self === self ? undefined : hook;
}

/**
 * The instance's dict, None when it is empty, or a pair of it and the slots.
 * @param isRequired refuse objects that hold what neither shows.
 */
export function defaultState(self: Py, isRequired = false): Py {
  const cls = typeOf(self);
  if (isRequired && rt.dialect === 3) refuseHidden(self, cls);
  const dict = cls.hasDict && self !== null && typeof self === 'object' ? findAttr(self, '__dict__') : undefined;
  const plain = dict instanceof PyDict && (dict.size > 0 || rt.dialect === 2) ? dict : null;
  let slots: PyDict | null = null;
  for (const name of slotNames(cls)) {
    const value = findAttr(self, name);
    if (value !== undefined) (slots ??= new PyDict()).set(name, value);
  }
  return slots === null ? plain : new PyTuple([plain, slots]);
}

/** Names of all slots of the class and its bases, mangled. */
export function slotNames(cls: PyType): string[] {
  const known = cls.namespace.get('__slotnames__');
  if (known instanceof PyList) return known.items.map((name) => strValue(name) ?? '');
  const names: string[] = [];
  for (const c of cls.mro) if (c.slots !== null && c.slots.length > 0) names.push(...c.slots);
  return names;
}

/** Objects of built-in types with a layout of their own, of which the dict and slots do not tell all. */
function refuseHidden(self: Py, cls: PyType): void {
  const layout = cls.mro.find((c) => !c.isHeap && !c.addsNothing)!;
  if (layout === objectType || layout.ctor.prototype instanceof PyInstance) return;
  if (VARIABLE_SIZE.has(layout.name)) throw TypeError(`cannot pickle ${cName(cls)} objects`);
  throw notPicklable(self);
}

/** Types whose objects C allocates with a length: their error text differs. */
const VARIABLE_SIZE: ReadonlySet<string> = new Set(['code', 'memoryview', 'traceback frame', 'type']);

// ---------------------------------------------------------------- protocols 0 and 1

/** `copyreg._reduce_ex`. */
function reduceOld(self: Py): PyTuple {
  const cls: PyType = getAttr(self, '__class__');
  const base = cls.mro.find((c) => (!c.isHeap && !c.addsNothing) || makesOwn(c)) ?? objectType;
  let state: Py = null;
  if (base !== objectType) {
    if (base === cls)
      throw rt.dialect === 2
        ? TypeError(`can't pickle ${shortTypeName(base)} objects`)
        : TypeError(`cannot pickle '${shortTypeName(cls)}' object`);
    state = call(base, [self]);
  }
  const parts: Py[] = [copyreg().reconstructor, new PyTuple([cls, base, state])];
  const dict = oldState(self, cls);
  if (dict !== null && truthy(dict)) parts.push(dict);
  return new PyTuple(parts);
}

/** A class of the runtime counts although Python code could have written it. */
const makesOwn = (_cls: PyType): boolean => false;

function oldState(self: Py, cls: PyType): Py {
  const own = rt.dialect === 2 ? findAttr(self, '__getstate__') : ownGetState(self, cls);
  if (own !== undefined) return call(own, []);
  const slots = findAttr(self, '__slots__');
  if (slots !== undefined && truthy(slots)) {
    throw TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled');
  }
  return rt.dialect === 2 ? (findAttr(self, '__dict__') ?? null) : defaultState(self);
}
