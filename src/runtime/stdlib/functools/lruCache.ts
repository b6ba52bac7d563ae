/**
 * `functools._lru_cache_wrapper`: remembers what a function returned.
 * Spec: https://docs.python.org/3/library/functools.html#functools.lru_cache
 */

import { directMethod } from '../../builtins/direct.js';
import { callKeywords } from '../../helpers/calls.js';
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
  /** The results by key; in a bounded cache their places in `results`. */
  readonly cache = new PyDict();
  readonly mark = new KeywordMark();
  /** What a bounded cache has in each place. */
  readonly keys: Py[] = [];
  readonly results: Py[] = [];
  /** The places that were used just before and just after each; those of the ends mean nothing. */
  readonly before: number[] = [];
  readonly after: number[] = [];
  oldest = -1;
  newest = -1;
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
  /** How it is called with keywords: different names and their values in turn. */
  callPairs(args: readonly Py[], pairs: readonly Py[]): Py {
    if (this.typed || this.limit === 0) return invoke(this, args, new Map(pairsOf(pairs)));
    const key = keywordKey(args, pairs);
    const known = recall(this, key);
    return known !== undefined ? known : remember(this, key, callKeywords(this.f, args as Py[], pairs as Py[]));
  }

  /** Notes that a place was used, which has one before it already. */
  use(place: number): void {
    const { before, after, newest } = this;
    if (place === newest) return;
    const next = after[place]!;
    if (place === this.oldest) this.oldest = next;
    else {
      after[before[place]!] = next;
      before[next] = before[place]!;
    }
    after[newest] = place;
    before[place] = newest;
    this.newest = place;
  }

  /** Keeps a result in a place of its own, in that of the oldest where there are enough. */
  keep(key: Py, result: Py): void {
    let place: number;
    if (this.keys.length >= this.limit) {
      // To find a key may mean to ask Python code, which may use the cache.
      do this.cache.delete(this.keys[(place = this.oldest)]);
      while (place !== this.oldest);
      this.use(place);
      this.keys[place] = key;
      this.results[place] = result;
    } else {
      place = this.keys.push(key) - 1;
      this.results.push(result);
      this.before.push(this.newest);
      this.after.push(-1);
      if (this.newest < 0) this.oldest = place;
      else this.after[this.newest] = place;
      this.newest = place;
    }
    this.cache.set(key, place);
  }

  clear(): void {
    this.cache.clear();
    for (const all of [this.keys, this.results, this.before, this.after]) all.length = 0;
    this.oldest = -1;
    this.newest = -1;
    this.hits = 0;
    this.misses = 0;
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
  } else if (!self.typed) return keywordKey(args, [...kwargs!].flat());
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
function keywordKey(args: readonly Py[], pairs: readonly Py[]): PyTuple {
  const parts: Py[] = [PLAIN_MARK, args.length];
  for (let i = 0; i < args.length; i++) parts.push(args[i]);
  for (let i = 0; i < pairs.length; i++) parts.push(pairs[i]);
  return hashed(parts);
}

function* pairsOf(pairs: readonly Py[]): Generator<[string, Py]> {
  for (let i = 0; i < pairs.length; i += 2) yield [pairs[i], pairs[i + 1]];
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
  const known = self.cache.get(key);
  if (known === undefined) {
    self.misses++;
    return undefined;
  }
  self.hits++;
  if (self.limit === Infinity) return known;
  self.use(known);
  return self.results[known];
}

function remember(self: PyLruCache, key: Py, result: Py): Py {
  if (self.limit === Infinity) self.cache.set(key, result);
  else if (!self.cache.has(key)) self.keep(key, result);
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
      self.clear();
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
