/**
 * `itertools`.
 * Spec: https://docs.python.org/3/library/itertools.html
 */
import { filter } from '../builtins/filter.js';
import { map } from '../builtins/map.js';
import { zip } from '../builtins/zip.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { combinations, combinationsWithReplacement, permutations, product } from './itertools/combinatoric.js';
import * as finite from './itertools/finite.js';
import * as selecting from './itertools/selecting.js';
import { groupby, grouper } from './itertools/groupby.js';
import { count, cycle, repeat } from './itertools/infinite.js';
import { tee, teeType } from './itertools/tee.js';

const COMMON = (): Record<string, Py> => ({
  __doc__: 'Functional tools for creating and using iterators.',
  chain: finite.chain,
  combinations,
  combinations_with_replacement: combinationsWithReplacement,
  compress: selecting.compress,
  count,
  cycle,
  dropwhile: selecting.dropwhile,
  groupby,
  _grouper: grouper,
  islice: finite.islice,
  permutations,
  product,
  repeat,
  starmap: selecting.starmap,
  takewhile: selecting.takewhile,
  tee,
  _tee: teeType,
});

/** Python 3's own names; Python 2 programs get them too through library modules, which are Python 3's. */
const PYTHON3 = (): Record<string, Py> => ({
  accumulate: finite.accumulate,
  batched: finite.batched,
  filterfalse: selecting.filterfalse,
  pairwise: finite.pairwise,
  zip_longest: finite.zipLongest('zip_longest'),
});

const PYTHON2 = (): Record<string, Py> => ({
  ifilter: filter,
  ifilterfalse: selecting.filterfalse,
  imap: map,
  izip: zip,
  izip_longest: finite.zipLongest('izip_longest'),
});

export default (): Record<string, Py> => ({ ...COMMON(), ...PYTHON3(), ...(rt.dialect === 2 ? PYTHON2() : {}) });
