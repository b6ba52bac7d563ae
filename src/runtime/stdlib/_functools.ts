/**
 * `_functools`: what `functools` takes from C in CPython.
 * Spec: https://docs.python.org/3/library/functools.html
 */
import { reduce } from '../builtins/sequence.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyKeyWrapper } from './functools/keyWrapper.js';
import { lruCacheType } from './functools/lruCache.js';
import { partialType } from './functools/partial.js';

export default function _functools(): Record<string, Py> {
  return {
    __doc__: 'Tools that operate on functions.',
    partial: partialType,
    reduce,
    cmp_to_key: fn('(mycmp)', (cmp: Py) => new PyKeyWrapper(cmp)),
    _lru_cache_wrapper: lruCacheType,
  };
}
