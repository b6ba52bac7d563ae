/** Patterns of `match` (PEP 634). */
import { findAttr, special } from '../object/attributes.js';
import { call } from '../object/call.js';
import { TypeError } from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyList, PyTuple } from '../object/values.js';
import { length as lengthOfObject } from '../builtins/len.js';
import { isInstanceCheck } from '../builtins/isinstance.js';
import { contains, getItem } from './subscript.js';

/**
 * The parts of a sequence of `count` items, or with a star at `star` of at least `count`, the starred ones as a list.
 * null when the subject is no sequence or its length is wrong. `skipsRest`: nobody wants the starred ones.
 */
export function matchSequence(subject: Py, count: number, star: number, skipsRest = false): Py[] | null {
  if (!isSequence(subject)) return null;
  const lengthOf = special(subject, '__len__');
  // A star alone matches whatever length there is.
  if (lengthOf === undefined && star === 0 && count === 0) return [new PyList([])];
  if (lengthOf === undefined) throw TypeError(`object of type '${typeOf(subject).name}' has no len()`);
  const length = Number(lengthOf(subject));
  if (star < 0 ? length !== count : length < count) return null;
  if (skipsRest) return endsOf(subject, length, star, count - star);
  const items = subject instanceof PyList || subject instanceof PyTuple ? toArray(subject) : itemsOf(subject, length);
  if (star < 0) return items;
  const after = count - star;
  return [
    ...items.slice(0, star),
    new PyList(items.slice(star, items.length - after)),
    ...items.slice(items.length - after),
  ];
}

/** The first `before` items and the last `after`, with a place between them: `[x, *_, y]` asks for no other. */
function endsOf(subject: Py, length: number, before: number, after: number): Py[] {
  const items: Py[] = [];
  for (let i = 0; i < before; i++) items.push(getItem(subject, i));
  items.push(null);
  for (let i = length - after; i < length; i++) items.push(getItem(subject, i));
  return items;
}

function itemsOf(subject: Py, length: number): Py[] {
  const items: Py[] = [];
  for (let i = 0; i < length; i++) items.push(getItem(subject, i));
  return items;
}

function isSequence(subject: Py): boolean {
  if (typeof subject === 'string' || subject instanceof PyBytes || subject instanceof PyByteArray) return false;
  if (
    typeof subject === 'object' &&
    subject !== null &&
    !subject.c$.isHeap &&
    (subject instanceof PyList || subject instanceof PyTuple)
  )
    return true;
  return collectionOf(subject) === 'sequence';
}

const isMapping = (subject: Py): boolean => collectionOf(subject) === 'mapping';

const BUILT_IN: Readonly<Record<string, 'sequence' | 'mapping'>> = {
  list: 'sequence',
  tuple: 'sequence',
  range: 'sequence',
  memoryview: 'sequence',
  dict: 'mapping',
  mappingproxy: 'mapping',
};

/** What the first class of the MRO that is either says. */
function collectionOf(subject: Py): 'sequence' | 'mapping' | undefined {
  for (const cls of typeOf(subject).mro) {
    const kind = cls.collection ?? (cls.isHeap ? undefined : BUILT_IN[cls.name]);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Values of the keys, then (with `rest`) a dict of the others; null when a key is missing. */
export function matchMapping(subject: Py, keys: Py[], rest: boolean): Py[] | null {
  if (!isMapping(subject)) return null;
  if (keys.length > 0 && lengthOfObject(subject) < keys.length) return null;
  const get = findAttr(subject, 'get');
  const missing = new PyTuple([]);
  const values: Py[] = [];
  const seen = new PyDict();
  for (const key of keys) {
    if (seen.has(key)) throw duplicateKey(key);
    seen.set(key, true);
    const value =
      get === undefined ? (contains(subject, key) ? getItem(subject, key) : missing) : call(get, [key, missing]);
    if (value === missing) return null;
    values.push(value);
  }
  if (rest) {
    const others = new PyDict();
    for (const key of toArray(call(findAttr(subject, 'keys'), []))) others.set(key, getItem(subject, key));
    for (const key of keys) others.delete(key);
    values.push(others);
  }
  return values;
}

import { ValueError } from '../object/errors.js';
import { repr } from '../object/text.js';
const duplicateKey = (key: Py) => ValueError(`mapping pattern checks duplicate key (${repr(key)})`);

/** Types whose single positional sub-pattern is the value itself. */
const SELF_MATCHING = new Set([
  'bool',
  'bytearray',
  'bytes',
  'dict',
  'float',
  'frozenset',
  'int',
  'list',
  'set',
  'str',
  'tuple',
]);

/** Values of the positional and keyword sub-patterns, or null. */
export function matchClass(subject: Py, cls: Py, positional: number, names: readonly string[]): Py[] | null {
  if (!(cls instanceof PyType)) throw TypeError('called match pattern must be a class');
  if (!isInstanceCheck(subject, cls)) return null;
  const values: Py[] = [];
  const seen = new Set<string>();
  const take = (name: string): boolean => {
    if (seen.has(name)) throw TypeError(`${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = findAttr(subject, name);
    if (value === undefined) return false;
    values.push(value);
    return true;
  };
  if (positional > 0) {
    const args = findAttr(cls, '__match_args__');
    const own = args === undefined && cls.mro.some((c) => !c.isHeap && SELF_MATCHING.has(c.name));
    if (own) {
      if (positional > 1) throw tooMany(cls, 1, positional);
      values.push(subject);
    } else {
      const list = matchArgs(cls, args);
      if (list.length < positional) throw tooMany(cls, list.length, positional);
      for (const name of list.slice(0, positional)) {
        if (typeof name !== 'string')
          throw TypeError(`__match_args__ elements must be strings (got ${typeOf(name).name})`);
        if (!take(name)) return null;
      }
    }
  }
  for (const name of names) if (!take(name)) return null;
  return values;
}

function matchArgs(cls: PyType, args: Py): Py[] {
  if (args === undefined) return [];
  if (!(args instanceof PyTuple))
    throw TypeError(`${cls.name}.__match_args__ must be a tuple (got ${typeOf(args).name})`);
  return args.items;
}

const tooMany = (cls: PyType, allowed: number, given: number) =>
  TypeError(`${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${given} given)`);
