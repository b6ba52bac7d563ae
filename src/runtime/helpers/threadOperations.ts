/**
 * Operations of threaded code that may come to a method written in Python: attributes, items, operators, comparisons, truth, text.
 *
 * As `threadCall`, each gives its result, or undefined where a method may wait: then the thread has to run `threadRest`. What comes to no
 * method in Python is done as ordinary code does it.
 */
import { getAttrSlow, lookup, setAttr, special } from '../object/attributes.js';
import { AttributeError, isInstanceOf } from '../object/errors.js';
import { iterate } from '../object/iterate.js';
import { attributeKey, type Py, rawKey } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { NotImplemented, PyFloat, PyProperty } from '../object/values.js';
import type { Thread } from '../threads/generators.js';
import * as arithmetic from './arithmetic.js';
import * as comparison from './comparison.js';
import { formatValue } from './strings.js';
import { delItem, getItem, setItem } from './subscript.js';
import { begin, later, threadApply, threadRest } from './threads.js';

type Method = (...args: Py[]) => Py;

const isOfHeap = (o: Py): boolean => typeof o === 'object' && o !== null && o.c$.isHeap;
const inPython = (f: Py): boolean => typeof f === 'function' && f.info !== undefined;

/** The special method of an instance of a class written in Python, if it is written in Python itself. */
export function methodInPython(o: Py, name: string): Method | undefined {
  if (!isOfHeap(o)) return undefined;
  const f = special(o, name);
  return inPython(f) ? f : undefined;
}

/** The call's result as `finish` has it. */
function finished(f: Py, args: Py[], finish: (result: Py) => Py): Py | undefined {
  const result = begin(f, args, null);
  return result === undefined ? later(finishing(threadRest(), finish)) : finish(result);
}

function* finishing(rest: Thread, finish: (result: Py) => Py): Thread {
  return finish(yield* rest);
}

const nothing = () => null;

/** `o.name`, where `descriptor` is what the class has under that name: a property, or another object with `__get__`. */
export function threadProperty(descriptor: Py, o: Py, name: string): Py | undefined {
  if (!(descriptor instanceof PyProperty)) {
    const get = methodInPython(descriptor, '__get__');
    // What has no `__set__` is hidden by an attribute of the instance.
    if (get === undefined || Object.hasOwn(o, attributeKey(name))) return o[attributeKey(name)];
    return orHook(begin(get, [descriptor, o, o.c$], null), o, name);
  }
  const { fget } = descriptor;
  return inPython(fget) ? orHook(begin(fget, [o], null), o, name) : o[attributeKey(name)];
}

/** An AttributeError of what has been begun gives `__getattr__` its turn. */
function orHook(result: Py | undefined, o: Py, name: string): Py | undefined {
  const hook = o.c$.getattrHook;
  return result !== undefined || hook === undefined ? result : later(hooked(threadRest(), hook, o, name));
}

function* hooked(rest: Thread, hook: (o: Py, name: string) => Py, o: Py, name: string): Thread {
  try {
    return yield* rest;
  } catch (error) {
    if (isInstanceOf(error, AttributeError)) return hook(o, name);
    throw error;
  }
}

/** `o.name` where no property of that name is found: `__getattr__`, if that is all there is to ask. */
export function threadGetAttr(o: Py, name: string): Py | undefined {
  const f = methodInPython(o, '__getattr__');
  const isAbsent =
    f !== undefined && !o.c$.opaque && o[attributeKey(name)] === undefined && o[rawKey(name)] === undefined;
  return isAbsent ? begin(f, [o, name], null) : getAttrSlow(o, name);
}

/** `o.name = value`. */
export function threadSetAttr(o: Py, name: string, value: Py): Py | undefined {
  if (isOfHeap(o)) {
    const own = methodInPython(o, '__setattr__');
    if (own !== undefined) return finished(own, [o, name, value], nothing);
    const found = lookup(o.c$, name);
    if (found instanceof PyProperty) {
      if (inPython(found.fset)) return finished(found.fset, [o, value], nothing);
    } else {
      const set = methodInPython(found, '__set__');
      if (set !== undefined) return finished(set, [found, o, value], nothing);
    }
  }
  setAttr(o, name, value);
  return null;
}

export function threadGetItem(o: Py, key: Py): Py | undefined {
  const f = methodInPython(o, '__getitem__');
  return f === undefined ? getItem(o, key) : begin(f, [o, key], null);
}

export function threadSetItem(o: Py, key: Py, value: Py): Py | undefined {
  const f = methodInPython(o, '__setitem__');
  if (f !== undefined) return finished(f, [o, key, value], nothing);
  setItem(o, key, value);
  return null;
}

export function threadDelItem(o: Py, key: Py): Py | undefined {
  const f = methodInPython(o, '__delitem__');
  if (f !== undefined) return finished(f, [o, key], nothing);
  delItem(o, key);
  return null;
}

export function threadContains(item: Py, container: Py): boolean | undefined {
  const f = methodInPython(container, '__contains__');
  return f === undefined ? comparison.containsItem(item, container) : finished(f, [container, item], truthy);
}

/** As JavaScript's. */
export function threadTruthy(o: Py): boolean | undefined {
  const f = methodInPython(o, '__bool__');
  if (f !== undefined) return finished(f, [o], (result) => (typeof result === 'boolean' ? result : truthy(o)));
  const length = isOfHeap(o) && special(o, '__bool__') !== undefined ? undefined : methodInPython(o, '__len__');
  return length === undefined
    ? truthy(o)
    : finished(length, [o], (result) => (typeof result === 'number' && result >= 0 ? result > 0 : truthy(o)));
}

/** An iterator over `o`. */
export function threadIterate(o: Py): Py | undefined {
  const f: Py = methodInPython(o, '__iter__');
  return f === undefined ? iterate(o) : finished(f, [o], iterate);
}

/** A value in an f-string. */
export function threadFormat(value: Py, conversion: number, spec: string): Py | undefined {
  if (!isOfHeap(value)) return formatValue(value, conversion, spec);
  const f = conversion < 0 ? methodInPython(value, '__format__') : undefined;
  if (f !== undefined)
    return finished(f, [value, spec], (text) =>
      typeof text === 'string' ? text : formatValue(value, conversion, spec),
    );
  const plain = conversion < 0 && spec !== '' ? undefined : textMethod(value, conversion < 0 ? AS_STR : conversion);
  if (plain === undefined) return formatValue(value, conversion, spec);
  return finished(plain, [value], (text) =>
    typeof text === 'string'
      ? formatValue(text, conversion === AS_ASCII ? AS_STR : -1, spec)
      : formatValue(value, conversion, spec),
  );
}

const AS_STR = 115;
const AS_ASCII = 97;

/** What makes the text of an object, if that is written in Python: `__str__`, or `__repr__` where there is none. */
export function textMethod(o: Py, conversion = AS_STR): Method | undefined {
  if (conversion === AS_ASCII || !isOfHeap(o)) return undefined;
  if (conversion !== AS_STR) return methodInPython(o, '__repr__');
  const f: Py = special(o, '__str__');
  if (inPython(f)) return f;
  return f?.builtin?.owner?.name === 'object' ? methodInPython(o, '__repr__') : undefined;
}

const UNARY: Readonly<Record<string, [name: string, run: (o: Py) => Py]>> = {
  neg: ['__neg__', arithmetic.neg],
  pos: ['__pos__', arithmetic.pos],
  invert: ['__invert__', arithmetic.invert],
};

export function threadUnary(op: string, o: Py): Py | undefined {
  const [name, run] = UNARY[op]!;
  const f = methodInPython(o, name);
  return f === undefined ? run(o) : begin(f, [o], null);
}

type Binary = (a: Py, b: Py) => Py;
/** By the helper's name: the methods' names without underscores. */
const METHODS: Readonly<Record<string, string>> = { matMul: 'matmul', floorDiv: 'floordiv', trueDiv: 'truediv' };

/** `a op b`, or `a op= b` for helpers that begin with an i. */
export function threadBinary(helper: string, a: Py, b: Py): Py | undefined {
  const run = (arithmetic as unknown as Record<string, Binary>)[helper]!;
  if (!isOfHeap(a) && !isOfHeap(b)) return run(a, b);
  const isInPlace = !(helper in PLAIN);
  const plain = isInPlace ? helper[1]!.toLowerCase() + helper.slice(2) : helper;
  const name = METHODS[plain] ?? plain;
  const asked: [Method, Py, Py][] = [];
  const inPlace = isInPlace ? special(a, `__i${name}__`) : undefined;
  if (inPlace !== undefined) asked.push([inPlace, a, b]);
  asked.push(...sides(a, b, `__${name}__`, `__r${name}__`));
  // Those of sequences are more than calls of their methods.
  const isPlain = asked.every(([f, self]) => inPython(f) || typeof self === 'number' || self instanceof PyFloat);
  return isPlain && asked.some(([f]) => inPython(f)) ? later(inTurn(asked, () => run(a, b))) : run(a, b);
}

const PLAIN: Readonly<Record<string, true>> = Object.fromEntries(
  [
    'add',
    'sub',
    'mul',
    'matMul',
    'trueDiv',
    'div',
    'mod',
    'pow',
    'lshift',
    'rshift',
    'or',
    'xor',
    'and',
    'floorDiv',
  ].map((name) => [name, true]),
);

/** The methods of the two sides in the order in which they are asked. */
function sides(a: Py, b: Py, direct: string, reflected: string): [Method, Py, Py][] {
  const found: [Method, Py, Py][] = [];
  const f = special(a, direct);
  if (f !== undefined) found.push([f, a, b]);
  const g = a?.c$ === b?.c$ ? undefined : special(b, reflected);
  if (g === undefined) return found;
  const goesFirst = f !== undefined && a?.c$ !== undefined && b.c$?.mro.includes(a.c$) && special(a, reflected) !== g;
  if (goesFirst) found.unshift([g, b, a]);
  else found.push([g, b, a]);
  return found;
}

/** The first answer that is one; else what `rest` says. */
function* inTurn(asked: readonly [Method, Py, Py][], rest: () => Py): Thread {
  for (const [f, self, other] of asked) {
    const result = yield* threadApply(f, [self, other], null);
    if (result !== NotImplemented) return result;
  }
  return rest();
}

const COMPARED: Readonly<Record<string, [direct: string, reflected: string]>> = {
  eq: ['__eq__', '__eq__'],
  ne: ['__ne__', '__ne__'],
  lt: ['__lt__', '__gt__'],
  le: ['__le__', '__ge__'],
  gt: ['__gt__', '__lt__'],
  ge: ['__ge__', '__le__'],
};

/** A comparison, by its helper's name: `eq`, or `eqTest` for one that gives a JavaScript boolean. */
export function threadCompare(helper: string, a: Py, b: Py): Py | undefined {
  const run = (comparison as unknown as Record<string, Binary>)[helper]!;
  if (!isOfHeap(a) && !isOfHeap(b)) return run(a, b);
  const op = helper.slice(0, 2);
  const [direct, reflected] = COMPARED[op]!;
  const own = sides(a, b, direct, reflected).filter(([f]) => inPython(f));
  const otherwise = () => (op === 'eq' ? a === b : op === 'ne' ? a !== b : run(a, b));
  if (own.length > 0) return later(compared(own, helper.length > 2, otherwise));
  // Without `__ne__` of its own a class has the opposite of its `__eq__`.
  const equal = op === 'ne' ? methodInPython(a, '__eq__') : undefined;
  if (equal === undefined) return run(a, b);
  return finished(equal, [a, b], (result) => (result === NotImplemented ? run(a, b) : !truthy(result)));
}

function* compared(asked: readonly [Method, Py, Py][], isTest: boolean, rest: () => Py): Thread {
  const result = yield* inTurn(asked, rest);
  return isTest ? truthy(result) : result;
}
