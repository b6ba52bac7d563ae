/** Calls with keywords and stars. */
import { dict, isPlainDict } from '../builtins/dict.js';
import { listItems } from '../builtins/len.js';
import { call, call0, call1, call2, call3, callKw } from '../object/call.js';
import { applyBody, bindBuiltinPairs, bindPairs } from '../object/bindPairs.js';
import type { Keywords } from '../object/binding.js';
import { keywordName } from '../object/keywordNames.js';
import { findAttr, special } from '../object/attributes.js';
import { badInit } from '../object/direct.js';
import { rt } from '../object/context.js';
import { PyType, typeType } from '../object/type.js';
import { TypeError } from '../object/errors.js';
import { isStopIteration, toArray } from '../object/iterate.js';
import { iterateSized } from '../builtins/len.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { str } from '../object/text.js';
import { typeOf } from '../object/typeof.js';
import { bindMethod, PyList, PyMethod, PyStrBox, PyTuple, PyUnicode } from '../object/values.js';
import { getItem } from './subscript.js';

/** `f(*args, name=value, **mapping)`; `pairs` is name, value, …, where a null name is `**value`. */
export function callKeywords(f: Py, args: Py[], pairs: Py[]): Py {
  let target = f;
  let given = args;
  if (f instanceof PyMethod && f.self !== undefined) {
    target = f.func;
    given = [f.self, ...args];
  }
  if (typeof target === 'function') {
    const flat = pairs[0] === null && pairs.length === 2 ? flatPairs(pairs[1]) : pairs;
    if (flat !== null && flat.length === 0) return applyBody(target, given);
    const { info, builtin } = target;
    if (flat !== null && info !== undefined) {
      const bound = bindPairs(info, given, flat);
      if (bound !== null) return applyBody(info.body, bound);
    } else if (flat !== null && builtin !== undefined) {
      const bound = bindBuiltinPairs(builtin, given, flat);
      if (bound !== null) return applyBody(builtin.impl, bound);
    }
  }
  if (f instanceof PyType && f.direct?.isPlain === true) {
    const { info } = f.initHook;
    const instance = new f.ctor();
    const bound = bindPairs(info, [instance, ...args], pairs);
    if (bound !== null) {
      const result = applyBody(info.body, bound);
      return result === null ? instance : badInit(result);
    }
  }
  if (f instanceof PyType && pairs[0] !== null && isMadeByNew(f)) {
    const { builtin } = f.newHook;
    const bound = bindBuiltinPairs(builtin, [f, ...args], pairs);
    if (bound !== null) return applyBody(builtin.impl, bound);
  }
  const isBuiltin = isBuiltinObject(f);
  if (isBuiltin && f.callPairs !== undefined) {
    const flat = pairs[0] === null && pairs.length === 2 ? flatPairs(pairs[1]) : pairs;
    if (flat !== null && haveNames(flat)) return f.callPairs(args, flat);
  }
  const hook: Py = isBuiltin ? special(f, '__call__') : undefined;
  if (hook?.builtin !== undefined && pairs[0] !== null) {
    const bound = bindBuiltinPairs(hook.builtin, [f, ...args], pairs);
    if (bound !== null) return applyBody(hook.builtin.impl, bound);
  }
  if (f === dict && args.length === 0 && rt.dialect === 3 && !pairs.includes(null)) return dictOf(pairs);
  return callKw(f, args, mergeKeywords(pairs, f));
}

/** A built-in class that has been called before, and whose instances are as its `__new__` makes them. */
const isMadeByNew = ({ isHeap, initHook, newHook, c$ }: PyType): boolean =>
  !isHeap && initHook === null && c$ === typeType.current && newHook.builtin?.signature.positional[0] === 'cls';

/** An instance of a built-in class, which may be called by its `__call__`. */
const isBuiltinObject = (f: Py): boolean =>
  typeof f === 'object' && f !== null && !f.c$.isHeap && !(f instanceof PyMethod || f instanceof PyType);

/** Whether all of name, value, … is what a keyword argument can be, with at least one. */
function haveNames(pairs: readonly Py[]): boolean {
  for (let i = 0; i < pairs.length; i += 2) if (typeof pairs[i] !== 'string') return false;
  return pairs.length > 0;
}

/** `dict(name=value, …)`. */
function dictOf(pairs: readonly Py[]): PyDict {
  const made = new PyDict();
  for (let i = 0; i < pairs.length; i += 2) made.set(pairs[i], pairs[i + 1]);
  return made;
}

/** The entries of `**mapping` as name, value, …; null where it takes more to read them. */
function flatPairs(mapping: Py): readonly Py[] | null {
  if (Array.isArray(mapping)) return mapping;
  return isPlainDict(mapping) ? mapping.flatList() : null;
}

/** The keywords of a call up to a `**mapping` that is read before the next one is evaluated, as name, value, … */
export const readKeywords = (f: Py, pairs: Py[]): Py[] => [...collectKeywords(pairs, f)].flat();

/** Keywords in order. `f` names the function in messages. */
export function mergeKeywords(pairs: Py[], f: Py): Keywords {
  const keywords = collectKeywords(pairs, f);
  // In Python 2 it is functions written in Python that look at the names, one after the other.
  if (rt.dialect === 2) return keywords;
  for (const name of keywords.keys())
    if (typeof name !== 'string' && isCallable(f)) throw TypeError('keywords must be strings');
  return keywords;
}

const isCallable = (f: Py): boolean => typeof f === 'function' || special(f, '__call__') !== undefined;

function collectKeywords(pairs: Py[], f: Py): Keywords {
  const keywords: Keywords = new Map();
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i];
    if (name === null) addMapping(keywords, pairs[i + 1], f);
    else if (keywords.has(name)) throw duplicate(f, name);
    else keywords.set(name, pairs[i + 1]);
  }
  return keywords;
}

function addMapping(keywords: Keywords, mapping: Py, f: Py): void {
  if (Array.isArray(mapping)) {
    for (let i = 0; i < mapping.length; i += 2) addKeyword(keywords, mapping[i], mapping[i + 1], f);
    return;
  }
  if (isPlainDict(mapping)) {
    for (const [key, value] of mapping.entryList()) addKeyword(keywords, key, value, f);
    return;
  }
  const keys = mapping === null ? undefined : findAttr(mapping, 'keys');
  if (keys === undefined) {
    throw TypeError(`${describe(f)} argument after ** must be a mapping, not ${typeOf(mapping).name}`);
  }
  for (const key of toArray(call(keys, []))) addKeyword(keywords, key, getItem(mapping, key), f);
}

function addKeyword(keywords: Keywords, key: Py, value: Py, f: Py): void {
  const name = key instanceof PyStrBox ? keywordName(key) : key;
  if (keywords.has(name) || (name instanceof PyUnicode && keywords.has(name.value))) throw duplicate(f, str(name));
  keywords.set(name, value);
}

const duplicate = (f: Py, name: string) =>
  TypeError(`${describe(f)} got multiple values for keyword argument '${name}'`);

/** A callable in messages: `module.name()`. */
function describe(f: Py): string {
  const target = f instanceof PyMethod ? f.func : f;
  if (rt.dialect === 2) return describe2(target);
  if (typeof target === 'function' && target.info !== undefined) {
    const info = target.info;
    return `${info.code.unit.moduleName}.${info.qualname ?? info.code.qualname}()`;
  }
  const name = findAttr(target, '__qualname__');
  if (typeof name !== 'string') return str(f);
  const module = findAttr(target, '__module__');
  return typeof module === 'string' && module !== 'builtins' ? `${module}.${name}()` : `${name}()`;
}

/** The same in Python 2: no module, and what is no function is a constructor or an object. */
function describe2(target: Py): string {
  if (typeof target === 'function' && target.info !== undefined)
    return `${target.info.name ?? target.info.code.name}()`;
  if (typeof target === 'function' && target.builtin !== undefined) return `${target.builtin.name}()`;
  if (target instanceof PyType && target.oldStyle) return `${target.name} constructor`;
  const type = typeOf(target);
  return `${type.name} ${type.oldStyle ? 'instance' : 'object'}`;
}

/** Calls what a look-up for a method has found: the class's own `method` of `self`, or else the attribute `value`. */
export function callFound(self: Py, method: Py, value: Py, args: readonly Py[]): Py {
  return method !== undefined ? method(self, ...args) : call(value, [...args]);
}

/** The same with keywords: `pairs` is name, value, …, the name null for `**value`. */
export function callFoundKeywords(self: Py, method: Py, value: Py, args: readonly Py[], pairs: Py[]): Py {
  if (method === undefined) return callKeywords(value, args as Py[], pairs);
  const flat = pairs[0] === null && pairs.length === 2 ? flatPairs(pairs[1]) : pairs;
  if (flat !== null && flat.length === 0) return callPlain(method, self, args);
  const { info, builtin } = method;
  if (flat !== null && info !== undefined) {
    const bound = bindPairs(info, withSelf(self, args), flat);
    if (bound !== null) return applyBody(info.body, bound);
  } else if (flat !== null && builtin !== undefined) {
    const bound = bindBuiltinPairs(builtin, withSelf(self, args), flat);
    if (bound !== null) return applyBody(builtin.impl, bound);
  }
  return callKeywords(bindMethod(method, self), args as Py[], pairs);
}

/** A call whose `**mapping` was empty. */
function callPlain(method: Py, self: Py, args: readonly Py[]): Py {
  switch (args.length) {
    case 0:
      return method(self);
    case 1:
      return method(self, args[0]);
    case 2:
      return method(self, args[0], args[1]);
    case 3:
      return method(self, args[0], args[1], args[2]);
    default:
      return method(self, ...args);
  }
}

function withSelf(self: Py, args: readonly Py[]): Py[] {
  switch (args.length) {
    case 0:
      return [self];
    case 1:
      return [self, args[0]];
    case 2:
      return [self, args[0], args[1]];
    default:
      return [self, ...args];
  }
}

/** The items of `*value` in the arguments of a call to `f`. */
export function starArgs(value: Py, f: Py): Py[] {
  // What came as `*args` and is only handed on.
  if (Array.isArray(value)) return value;
  if (value instanceof PyTuple || value instanceof PyList) return toArray(value);
  if (value !== null && typeof value === 'object' && value.nx !== undefined && value.isIterable !== false)
    return drain(value);
  let it: { nx(): Py };
  try {
    it = iterateSized(value);
  } catch (error) {
    if (!isNotIterable(error)) throw error;
    throw TypeError(`${describe(f)} argument after * must be an iterable, not ${typeOf(value).name}`);
  }
  return drain(it);
}

/**
 * The items of `*value` in a call with keywords (`pairs`, as `callKeywords` takes them): the mappings among them are read
 * before the value is gone through, into `pairs` itself.
 */
export function starArgsAfter(value: Py, f: Py, pairs: Py[]): Py[] {
  if (Array.isArray(value)) return value;
  // What is read without asking anybody can be read in any order.
  if ((value instanceof PyTuple || value instanceof PyList) && !asksPython(pairs)) return toArray(value);
  if (pairs.some((name, i) => name === null && i % 2 === 0)) readMappings(pairs, f);
  return starArgs(value, f);
}

/** Whether there is a mapping among the pairs that is more than a dict. */
function asksPython(pairs: readonly Py[]): boolean {
  for (let i = 0; i < pairs.length; i += 2) {
    const mapping = pairs[i + 1];
    if (pairs[i] === null && !Array.isArray(mapping) && !isPlainDict(mapping)) return true;
  }
  return false;
}

/** Puts what the mappings hold in their places. In Python 2 it shows later that a name is given twice. */
function readMappings(pairs: Py[], f: Py): void {
  if (rt.dialect === 2) {
    const keywords: Keywords = new Map();
    addMapping(keywords, pairs.at(-1), f);
    pairs.splice(-2, 2, ...[...keywords].flat());
    return;
  }
  const keywords = collectKeywords(pairs, f);
  pairs.splice(0, pairs.length, ...[...keywords].flat());
}

function drain(it: { nx(): Py }): Py[] {
  const items: Py[] = [];
  for (let item = it.nx(); item !== undefined; item = it.nx()) items.push(item);
  return items;
}

const isNotIterable = (error: Py) =>
  error?.c$?.qualname === 'TypeError' && /object is not iterable$/.test(error.args.items[0] ?? '');

/** The items of `*value` in a set display. */
export const setItems = (value: Py): Py[] => toArray(value);

/** The items of `*value` in another display, or among several arguments. */
export function starItems(value: Py): Py[] {
  if (Array.isArray(value)) return value;
  try {
    return listItems(value);
  } catch (error) {
    if (!isNotIterable(error)) throw error;
    throw TypeError(`Value after * must be an iterable, not ${typeOf(value).name}`);
  }
}

export { call, call0, call1, call2, call3, isStopIteration };
