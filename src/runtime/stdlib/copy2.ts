/**
 * Python 2's `copy`.
 * Spec: https://docs.python.org/2.7/library/copy.html
 */
import { findAttr2 } from '../builtins/attributeFunctions.js';
import { findAttr, getAttr, special } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { Exception } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { identity } from '../object/hash.js';
import { asIterator, toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyAnySet, PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { type PyInstanceMethod, PyList, PyMethod, PyProgression, PyTuple } from '../object/values.js';
import { copyreg } from '../pickle/copyreg.js';
import { type Reduction, reductionOf } from '../pickle/reduction.js';
import { applyAttributes } from '../pickle/state.js';

const errorType = builtinType({
  name: 'Error',
  js: class extends Exception.type.ctor {},
  base: Exception.type,
  module: 'copy',
  hasDict: true,
});

/** Copies of what has been copied already, by identity; keeps the originals alive. */
type Copier = (value: Py) => Py;

const ATOMIC: ReadonlySet<string> = new Set([
  'float',
  'long',
  'complex',
  'unicode',
  'str',
  'ellipsis',
  'weakref.ReferenceType',
  'code',
]);

/** Values of which there is no second one. */
function isAtomic(o: Py): boolean {
  if (o === null || (typeof o !== 'object' && typeof o !== 'function')) return true;
  if (typeof o === 'function' || o instanceof PyType || o instanceof PyProgression) return true;
  return !o.c$.isHeap && ATOMIC.has(o.c$.name);
}

function copy(o: Py): Py {
  if (isAtomic(o) || (o instanceof PyTuple && !o.c$.isHeap)) return o;
  const cls: PyType = o.c$;
  const hook = cls.oldStyle ? findAttr2(o, '__copy__') : findAttr(cls, '__copy__');
  if (hook !== undefined) return call(hook, cls.oldStyle ? [] : [o]);
  if (cls.oldStyle) return copyInstance(o, (value) => value);
  if (!o.c$.isHeap) {
    if (o instanceof PyList) return new PyList([...o.items]);
    if (o instanceof PyDict || o instanceof PyAnySet) return callMethod(o, 'copy');
  }
  return rebuild(o, (value) => value, 'shallow');
}

function deepcopy(o: Py, given: Py): Py {
  const memo: PyDict = given instanceof PyDict ? given : new PyDict();
  return copyDeep(o, memo);
}

function copyDeep(o: Py, memo: PyDict): Py {
  if (isAtomic(o)) return o;
  const key = identity(o);
  const known = memo.get(key);
  if (known !== undefined) return known;
  const made = deepValue(o, memo);
  memo.set(key, made);
  const kept = memo.get(identity(memo));
  if (kept instanceof PyList) kept.items.push(o);
  else memo.set(identity(memo), new PyList([o]));
  return made;
}

function deepValue(o: Py, memo: PyDict): Py {
  const again: Copier = (value) => copyDeep(value, memo);
  if (!o.c$.isHeap) {
    if (o instanceof PyList) return deepList(o, memo, again);
    if (o instanceof PyDict && o.c$.ctor === PyDict) return deepDict(o, memo, again);
    if (o instanceof PyTuple && o.c$.ctor === PyTuple) return deepTuple(o, memo, again);
    if (o instanceof PyMethod) return new (o.constructor as typeof PyInstanceMethod)(o.func, again(o.self), o.owner);
  }
  const { oldStyle } = o.c$;
  const hook = oldStyle ? findAttr2(o, '__deepcopy__') : findAttr(o, '__deepcopy__');
  if (hook !== undefined) return call(hook, [memo]);
  return oldStyle ? copyInstance(o, again, memo) : rebuild(o, again, 'deep', memo);
}

/** An instance of an old-style class: what its `__getattr__` raises while methods are looked for does not matter. */
function copyInstance(o: Py, again: Copier, memo?: PyDict): Py {
  const getArguments = findAttr2(o, '__getinitargs__');
  const made =
    getArguments === undefined
      ? call(copyreg().newObject, [o.c$])
      : call(o.c$, toArray(call(getArguments, [])).map(again));
  memo?.set(identity(o), made);
  const hasState = findAttr2(o, '__getstate__') !== undefined;
  setState(made, again(hasState ? callMethod(o, '__getstate__') : getAttr(o, '__dict__')));
  return made;
}

function setState(made: Py, state: Py): void {
  const hook = findAttr2(made, '__setstate__');
  if (hook === undefined) applyAttributes(made, state);
  else call(hook, [state]);
}

function deepList(o: PyList, memo: PyDict, again: Copier): PyList {
  const made = new PyList([]);
  memo.set(identity(o), made);
  for (const item of [...o.items]) made.items.push(again(item));
  return made;
}

function deepDict(o: PyDict, memo: PyDict, again: Copier): PyDict {
  const made = new PyDict();
  memo.set(identity(o), made);
  for (const [key, value] of o.entryList()) made.set(again(key), again(value));
  return made;
}

/** A tuple of things that copy to themselves is itself. */
function deepTuple(o: PyTuple, memo: PyDict, again: Copier): PyTuple {
  const items = o.items.map(again);
  const known = memo.get(identity(o));
  if (known !== undefined) return known;
  return items.every((item, i) => item === o.items[i]) ? o : new PyTuple(items);
}

/** A new object as `__reduce_ex__(2)` says. */
function rebuild(o: Py, again: Copier, how: string, memo?: PyDict): Py {
  const hasWay = special(o, '__reduce_ex__') !== undefined && !typeOf(o).opaque;
  if (!hasWay && findAttr(o, '__reduce_ex__') === undefined && findAttr(o, '__reduce__') === undefined)
    throw call(errorType, [`un(${how})copyable object of type ${repr(typeOf(o))}`]);
  const r = reductionOf(o, 2) as Reduction | string;
  if (typeof r === 'string') return o;
  const made = call(r.callable, r.args.items.map(again));
  memo?.set(identity(o), made);
  if (r.state !== null) setState(made, again(r.state));
  if (r.listItems !== null) {
    const it = asIterator(r.listItems);
    for (let item = it.nx(); item !== undefined; item = it.nx()) callMethod(made, 'append', again(item));
  }
  if (r.dictItems !== null) {
    const it = asIterator(r.dictItems);
    for (let pair = it.nx(); pair !== undefined; pair = it.nx()) {
      special(made, '__setitem__')!(made, again(pair.items[0]), again(pair.items[1]));
    }
  }
  return made;
}

export default (): Record<string, Py> => ({
  __all__: new PyList(['Error', 'copy', 'deepcopy']),
  Error: errorType,
  error: errorType,
  copy: fn('(x)', copy),
  deepcopy: fn('(x, memo=None, _nil=[])', deepcopy),
});
