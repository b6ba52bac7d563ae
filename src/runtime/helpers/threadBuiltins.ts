/** Built-in functions and types that a thread calls, where they come to Python code at once: a special method, or a key function. */
import type { Keywords } from '../object/binding.js';
import { callKw } from '../object/call.js';
import { fn } from '../object/fn.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyList } from '../object/values.js';
import { collected } from '../threads/consume.js';
import type { Thread } from '../threads/generators.js';
import { methodInPython, textMethod, threadProperty, threadSetAttr } from './threadOperations.js';
import { threadApply, threadRest } from './threads.js';

/** Those that are their argument's special method, and whether what that gives can stand for the argument. */
const METHODS: Readonly<Record<string, string>> = {
  len: '__len__',
  hash: '__hash__',
  abs: '__abs__',
  iter: '__iter__',
  int: '__int__',
  float: '__float__',
  bool: '__bool__',
  repr: '__repr__',
  str: '__str__',
  round: '__round__',
};
/** Those that call their `key` for each item, once and in order. */
const WITH_KEY: ReadonlySet<string> = new Set(['sorted', 'min', 'max', 'sort']);

/** The call as a thread makes it; undefined where there is no Python code in it that a thread can wait in. */
export function builtinInThread(f: Py, name: string, args: Py[], keywords: Keywords | null): Thread | undefined {
  if (keywords !== null)
    return WITH_KEY.has(name) && keywords.has('key')
      ? withKeys(f, name, args, keywords)
      : textsIn(f, name, args, keywords);
  const method = args.length === 1 ? METHODS[name] : undefined;
  if (method !== undefined) {
    const [o] = args;
    const own = name === 'str' ? textMethod(o) : methodInPython(o, method);
    return own === undefined ? undefined : converted(f, name, o, own);
  }
  switch (name) {
    case 'print':
    case 'format':
      return textsIn(f, name, args, keywords);
    case 'getattr':
      return attribute(args);
    case 'setattr':
      return args.length === 3 && typeof args[1] === 'string' ? stored(args[0], args[1], args[2]) : undefined;
    case 'reduce':
      return args.length > 1 && args[0]?.info !== undefined ? reduced(args) : undefined;
    default:
      return undefined;
  }
}

/** What the method gives, as the function has it; where that is of a wrong kind, the function says so. */
function* converted(f: Py, name: string, o: Py, method: Py): Thread {
  const value = yield* threadApply(method, [o], null);
  switch (name) {
    case 'abs':
    case 'round':
      return value;
    case 'repr':
    case 'str':
      return typeof value === 'string' ? value : callKw(f, [o], null);
    case 'bool':
      return typeof value === 'boolean' ? value : callKw(f, [o], null);
    case 'float':
      return value instanceof Object ? callKw(f, [value], null) : callKw(f, [o], null);
    case 'iter':
      return callKw(f, [value], null);
    default:
      if (typeof value !== 'number' && typeof value !== 'bigint') return callKw(f, [o], null);
      return name === 'len' && value < 0 ? callKw(f, [o], null) : name === 'hash' ? callKw(f, [value], null) : value;
  }
}

/** Texts for those arguments whose texts are made by Python code. */
function textsIn(f: Py, name: string, args: readonly Py[], keywords: Keywords | null): Thread | undefined {
  const isMade =
    (name === 'print' || (name === 'format' && typeof args[0] === 'string')) &&
    args.some((arg) => textMethod(arg) !== undefined);
  return isMade ? printed(f, args, keywords) : undefined;
}

function* printed(f: Py, args: readonly Py[], keywords: Keywords | null): Thread {
  const texts: Py[] = [];
  for (const arg of args) {
    const make = textMethod(arg);
    const text: Py = make === undefined ? arg : yield* threadApply(make, [arg], null);
    texts.push(typeof text === 'string' ? text : arg);
  }
  return callKw(f, texts, keywords);
}

function attribute([o, name, ...rest]: Py[]): Thread | undefined {
  const descriptor = typeof name === 'string' && rest.length === 0 && o !== null ? o[`p$${name}`] : undefined;
  if (descriptor === undefined) return undefined;
  const value = threadProperty(descriptor, o, name);
  return value === undefined ? threadRest() : given(value);
}

function stored(o: Py, name: string, value: Py): Thread {
  return threadSetAttr(o, name, value) === undefined ? threadRest() : given(null);
}

// biome-ignore lint/correctness/useYield: a thread that need not wait.
function* given(value: Py): Thread {
  return value;
}

function* reduced([f, items, ...start]: Py[]): Thread {
  const values = [...toArray((yield* collected([items]))[0])];
  if (values.length + start.length === 0) return callKw(f, [], null);
  let result: Py = start.length > 0 ? start[0] : values.shift();
  for (const value of values) result = yield* threadApply(f, [result, value], null);
  return result;
}

/** The keys are made first; then they are given out in the same order. */
function withKeys(f: Py, name: string, args: Py[], keywords: Keywords): Thread | undefined {
  const key = keywords.get('key');
  const source = name === 'sort' || args.length === 1 ? args[0] : undefined;
  return source === undefined || key?.info === undefined ? undefined : sortedByKeys(f, name, args, keywords, key);
}

function* sortedByKeys(f: Py, name: string, args: Py[], keywords: Keywords, key: Py): Thread {
  const items = toArray((yield* collected([args[0]]))[0]);
  const keys: Py[] = [];
  for (const item of items) keys.push(yield* threadApply(key, [item], null));
  let next = 0;
  const known = fn('(item, /)', () => keys[next++], 'key');
  return callKw(f, [name === 'sort' ? args[0] : new PyList(items)], new Map([...keywords, ['key', known]]));
}
