/** Built-in functions about attributes, identity and calls. */
import { findAttr, getAttr, setAttr, special } from '../object/attributes.js';
import { delAttr } from '../object/deletion.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { Exception, isInstanceOf, TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { hashOf, identity } from '../object/hash.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { objectType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyMethod, PyModule } from '../object/values.js';
import { callMethod } from '../object/call.js';
import { PyDict } from '../object/table.js';
import { quick } from './direct.js';
import { callerFrame, takeCallerFrame } from './frame.js';
import { attributeName, claimedClasses } from './object.js';

const usualGetattr = fn(
  '(object, name, default=None, /)',
  (o: Py, name: Py, fallback: Py) => {
    const text = attributeName(name, 'getattr');
    if (fallback === undefined) return getAttr(o, text);
    const value = findAttr(o, text);
    return value === undefined ? fallback : value;
  },
  'getattr',
);

export const getattr = quick(usualGetattr, function (o: Py, name: Py, fallback: Py) {
  const given = arguments.length;
  if (typeof name !== 'string' || (given !== 2 && given !== 3)) return usualGetattr(...arguments);
  if (given === 2) return getAttr(o, name);
  const value = findAttr(o, name);
  return value === undefined ? fallback : value;
});

const usualSetattr = fn(
  '(obj, name, value, /)',
  (o: Py, name: Py, value: Py) => {
    setAttr(o, attributeName(name), value);
    return null;
  },
  'setattr',
);

export const setattr = quick(usualSetattr, function (o: Py, name: Py, value: Py) {
  if (typeof name !== 'string' || arguments.length !== 3) return usualSetattr(...arguments);
  setAttr(o, name, value);
  return null;
});

export const delattr = fn(
  '(obj, name, /)',
  (o: Py, name: Py) => {
    delAttr(o, attributeName(name));
    return null;
  },
  'delattr',
);

const usualHasattr = fn(
  '(obj, name, /)',
  (o: Py, name: Py) => {
    const text = attributeName(name, 'hasattr');
    return rt.dialect === 2 ? hasAttribute2(o, text) : findAttr(o, text) !== undefined;
  },
  'hasattr',
);

export const hasattr = quick(usualHasattr, function (o: Py, name: Py) {
  if (typeof name !== 'string' || arguments.length !== 2 || rt.dialect === 2) return usualHasattr(...arguments);
  return findAttr(o, name) !== undefined;
});

const hasAttribute2 = (o: Py, name: string): boolean => findAttr2(o, name) !== undefined;

/** An attribute as Python 2's `hasattr` finds it: one that raises whatever exception is none. */
export function findAttr2(o: Py, name: string): Py {
  try {
    return findAttr(o, name);
  } catch (error) {
    if (isInstanceOf(error, Exception)) return undefined;
    throw error;
  }
}

/** Small numbers, strings and the like are values in JavaScript: their id is made from what they are. */
export const id = fn(
  '(obj, /)',
  (o: Py) => {
    if (o !== null && (typeof o === 'object' || typeof o === 'function')) return identity(o);
    if (o === null) return 0x7f0000000010;
    // Ranges that the ids of objects do not reach.
    if (typeof o === 'number' && Math.abs(o) < 0x800000000) return 0x560000000000 + (o + 0x800000000) * 16;
    if (typeof o === 'boolean') return o ? 0x7f0000000030 : 0x7f0000000050;
    return 0x1000000000000 + Math.abs(Number(hashOf(o)) % 0x800000000000) * 16;
  },
  'id',
);

const usualHash = fn('(obj, /)', (o: Py) => hashOf(o), 'hash');

export const hash = quick(usualHash, function (o: Py) {
  return arguments.length === 1 ? hashOf(o) : usualHash(...arguments);
});

const isCallable = (o: Py): boolean =>
  typeof o === 'function' || o instanceof PyType || o instanceof PyMethod || special(o, '__call__') !== undefined;
const usualCallable = fn('(obj, /)', isCallable, 'callable');

export const callable = quick(usualCallable, function (o: Py) {
  return arguments.length === 1 ? isCallable(o) : usualCallable(...arguments);
});

export const vars = fn(
  '(object=None, /)',
  (o: Py) => {
    if (o === undefined) return callerFrame().locals();
    takeCallerFrame();
    const dict = o === null ? undefined : findAttr(o, '__dict__');
    if (dict === undefined) throw TypeError('vars() argument must have __dict__ attribute');
    return dict;
  },
  'vars',
);

export const dir = fn(
  '(object=None, /)',
  (o: Py) => {
    const names: Py[] = o === undefined ? variableNames() : dirNames(o);
    const isText = names.every((name) => typeof name === 'string');
    const list = new PyList(isText ? names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) : names);
    if (!isText) callMethod(list, 'sort');
    return list;
  },
  'dir',
);

function variableNames(): Py[] {
  const variables = callerFrame().locals();
  return variables instanceof PyDict && !variables.c$.isHeap
    ? variables.keyList()
    : toArray(callMethod(variables, 'keys'));
}

/** What `object` has only in Python 3. */
const NOT_IN_OBJECT_2: ReadonlySet<Py> = new Set(
  '__dir__ __eq__ __ge__ __getstate__ __gt__ __init_subclass__ __le__ __lt__ __ne__'.split(' '),
);

function dirNames(o: Py): Py[] {
  takeCallerFrame();
  if (o !== null && typeOf(o).oldStyle) return dirOfInstance(o);
  const hook = special(o, '__dir__');
  // Python 2's `object` and `type` have none.
  if (hook !== undefined && (rt.dialect === 3 || o instanceof PyModule || (hook as Py).info !== undefined))
    return toArray(hook(o));
  return foundNames(o);
}

/** The names of an old-style instance, whose `__getattr__` is asked for the function that gives them. */
function dirOfInstance(o: Py): Py[] {
  const hook = special(o, '__dir__');
  if (hook === undefined || hook === objectType.proto.m$__dir__) return foundNames(o);
  const names = hook(o);
  if (!(names instanceof PyList)) throw TypeError(`__dir__() must return a list, not ${typeOf(names).name}`);
  return [...names.items];
}

/** What there is in the object and in its classes. */
function foundNames(o: Py): Py[] {
  const names = new Set<Py>();
  const dict = o === null ? undefined : findAttr(o, '__dict__');
  if (dict !== undefined) for (const name of toArray(dict)) names.add(name);
  if (rt.dialect === 2 && !(o instanceof PyType) && !(o instanceof PyModule)) addListed(o, names);
  const of = o instanceof PyType ? o : typeOf(o);
  for (const cls of o instanceof PyType ? o.mro : claimedClasses(o)) {
    if (cls === objectType && of.oldStyle) continue;
    for (const name of cls.namespace.keys())
      if (cls !== objectType || rt.dialect === 3 || !NOT_IN_OBJECT_2.has(name)) names.add(name);
  }
  if (of.oldStyle) names.delete('__dict__');
  return [...names];
}

/** Python 2 takes names from two lists besides. */
function addListed(o: Py, names: Set<Py>): void {
  for (const attribute of ['__members__', '__methods__']) {
    const listed = findAttr(o, attribute);
    if (listed instanceof PyList) for (const name of listed.items) if (typeof name === 'string') names.add(name);
  }
}

export const globals = fn('()', () => callerFrame().globals, 'globals');
export const locals = fn('()', () => callerFrame().locals(), 'locals');

export { call, repr, rt };
