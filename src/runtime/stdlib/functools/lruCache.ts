/**
 * `functools._lru_cache_wrapper`: remembers what a function returned.
 * Spec: https://docs.python.org/3/library/functools.html#functools.lru_cache
 */

import { directMethod } from '../../builtins/direct.js';
import { threadApply } from '../../helpers/threads.js';
import { findAttr, special } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import { TypeError } from '../../object/errors.js';
import { bucketHash } from '../../object/equality.js';
import { method } from '../../object/fn.js';
import { asSize, intValue } from '../../object/number.js';
import { type Py, PyInstance, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyInstanceMethod, PyTuple } from '../../object/values.js';
import type { Thread } from '../../threads/generators.js';
import { declareType } from '../moduleTypes.js';

/** Stands between positional and keyword arguments in a key. */
class KeywordMark extends PyInstance {}

/** The same in a key of plain values, which are found faster; a call whose first argument is this text has a key of the other kind. */
const PLAIN_MARK = '\0keywords';

const DIRECT = Symbol('direct');

export class PyLruCache extends PyObject {
  readonly cache = new PyDict();
  readonly mark = new KeywordMark();
  hits = 0;
  misses = 0;
  constructor(
    readonly f: Py,
    /** How many results are kept; Infinity for all. */
    readonly limit: number,
    readonly typed: boolean,
    readonly infoType: Py,
  ) {
    super();
  }
  /** Made when it is first wanted; under a symbol, so that it does not travel to a forked process. */
  private [DIRECT]: ((...args: Py[]) => Py) | undefined = undefined;
  /** How it is called without keywords. */
  get direct(): (...args: Py[]) => Py {
    return (this[DIRECT] ??= (...args) => invoke(this, args, null));
  }

  /** How a thread calls it: it may have to wait for the function. */
  *callInThread(args: Py[], keywords: Map<string, Py> | null): Thread {
    if (this.limit === 0) {
      this.misses++;
      return yield* threadApply(this.f, args, keywords);
    }
    const key = makeKey(this, args, keywords);
    const known = recall(this, key);
    return known !== undefined ? known : remember(this, key, yield* threadApply(this.f, args, keywords));
  }
}

/** One int or str stands for itself, since nothing else is equal to it and hashed faster. */
function makeKey(self: PyLruCache, args: readonly Py[], kwargs: Map<string, Py> | null): Py {
  const plain = kwargs === null || kwargs.size === 0;
  if (plain && !self.typed) {
    if (args.length === 1 && (typeof args[0] === 'number' || typeof args[0] === 'string')) return args[0];
    if (args[0] !== PLAIN_MARK) return hashed(args as Py[]);
  } else if (!self.typed) return keywordKey(args, kwargs!);
  const parts = [...args];
  if (plain && !self.typed) parts.push(self.mark);
  if (!plain) {
    parts.push(self.mark);
    for (const [name, value] of kwargs) parts.push(name, value);
  }
  if (self.typed) {
    for (const arg of args) parts.push(typeOf(arg));
    if (!plain) for (const value of kwargs.values()) parts.push(typeOf(value));
  }
  return hashed(parts);
}

/** The number of arguments tells where the names begin. */
function keywordKey(args: readonly Py[], kwargs: Map<string, Py>): PyTuple {
  const parts: Py[] = [PLAIN_MARK, args.length, ...args];
  for (const [name, value] of kwargs) parts.push(name, value);
  return hashed(parts);
}

/** A key that is asked for its hash once only, though it is looked up several times. */
function hashed(parts: Py[]): PyTuple {
  const key = new PyTuple(parts);
  key.knownHash = bucketHash(key);
  return key;
}

function invoke(self: PyLruCache, args: readonly Py[], kwargs: Map<string, Py> | null): Py {
  if (self.limit === 0) {
    self.misses++;
    return callKw(self.f, args, kwargs);
  }
  const key = makeKey(self, args, kwargs);
  const known = recall(self, key);
  if (known !== undefined) return known;
  return remember(self, key, kwargs === null ? call(self.f, args) : callKw(self.f, args, kwargs));
}

/** The result that is known; undefined where the function has to be called. */
function recall(self: PyLruCache, key: Py): Py | undefined {
  const { limit, cache } = self;
  const isBounded = limit !== Infinity;
  const known = isBounded ? cache.find(key) : cache.get(key);
  if (known === undefined) {
    self.misses++;
    return undefined;
  }
  self.hits++;
  return isBounded ? cache.slotToEnd(known) : known;
}

function remember(self: PyLruCache, key: Py, result: Py): Py {
  const { limit, cache } = self;
  if (limit === Infinity) cache.set(key, result);
  else if (!cache.has(key)) {
    if (cache.size >= limit) cache.takeEnd(false);
    cache.set(key, result);
  }
  return result;
}

function make(cls: PyType, f: Py, maxsize: Py, typed: Py, infoType: Py): Py {
  const callable = typeof f === 'function' || special(f, '__call__') !== undefined;
  if (!callable) throw TypeError('the first argument must be callable');
  let limit = Infinity;
  if (maxsize !== null) {
    if (intValue(maxsize) === undefined) throw TypeError('maxsize should be integer or None');
    limit = Math.max(0, asSize(maxsize));
  }
  const isTyped = typed === true || (typeof typed === 'number' && typed !== 0);
  return new cls.ctor(f, limit, isTyped, infoType);
}

export const lruCacheType: PyType = declareType({
  name: '_lru_cache_wrapper',
  module: 'functools',
  js: PyLruCache,
  hasDict: true,
  doc: 'Create a cached callable that wraps another function.\n\nuser_function:      the function being cached\n\nmaxsize:  0         for no caching\n          None      for unlimited cache size\n          n         for a bounded cache\n\ntyped:    False     cache f(3) and f(3.0) as identical calls\n          True      cache f(3) and f(3.0) as distinct calls\n\ncache_info_type:    namedtuple class with the fields:\n                        hits misses currsize maxsize\n',
  signature: '(user_function, maxsize, typed, cache_info_type)',
  make,
  members: () => ({
    __call__: directMethod(
      '(self, /, *args, **kwargs)',
      (self: PyLruCache, ...args: Py[]) => invoke(self, args, null),
      invoke,
      '__call__',
    ),
    cache_info: method('()', (self: PyLruCache) =>
      call(self.infoType, [self.hits, self.misses, self.limit === Infinity ? null : self.limit, self.cache.size]),
    ),
    cache_clear: method('()', (self: PyLruCache) => {
      self.hits = 0;
      self.misses = 0;
      self.cache.clear();
      return null;
    }),
    __get__: method('(instance, owner=None, /)', (self: PyLruCache, instance: Py) =>
      instance === null || instance === undefined ? self : new PyInstanceMethod(self, instance),
    ),
    __reduce__: method('()', (self: PyLruCache) => findAttr(self, '__qualname__') ?? null),
    __copy__: method('()', (self: PyLruCache) => self),
    __deepcopy__: method('(memo, /)', (self: PyLruCache) => self),
  }),
});
