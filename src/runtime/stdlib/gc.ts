/**
 * `gc`: the collector is JavaScript's own; `collect()` makes it run now.
 * Spec: https://docs.python.org/3/library/gc.html
 */
import { moduleState } from '../object/context.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyList, PyTuple } from '../object/values.js';
import { collect } from './weakref/reference.js';

interface GcState {
  enabled: boolean;
  debug: number;
  threshold: number[];
  collections: number;
}
const state = () =>
  moduleState<GcState>('gc', () => ({ enabled: true, debug: 0, threshold: [2000, 10, 0], collections: 0 }));

const switchTo = (enabled: boolean) =>
  fn('()', () => {
    state().enabled = enabled;
    return null;
  });

function collectGeneration(generation: Py): number {
  const n = generation === undefined ? 2 : asSize(generation);
  if (n < 0 || n > 2) throw ValueError('invalid generation');
  state().collections++;
  return collect();
}

function setThreshold(values: Py[]): null {
  if (values.length < 1 || values.length > 3) throw TypeError('gc.set_threshold requires 1 to 3 arguments');
  values.forEach((value, i) => (state().threshold[i] = asSize(value)));
  return null;
}

const statistics = () =>
  new PyList(
    [0, 1, 2].map((i) =>
      PyDict.of([
        ['collections', i === 2 ? state().collections : 0],
        ['collected', 0],
        ['uncollectable', 0],
      ]),
    ),
  );
const isTracked = (o: Py) =>
  o !== null &&
  ((typeof o === 'object' && !/^(float|complex|bytes|int|str|range)$/.test(o.c$.name)) || typeof o === 'function');

export default (): Record<string, Py> => ({
  __doc__: 'The garbage collector of the JavaScript engine.',
  enable: switchTo(true),
  disable: switchTo(false),
  isenabled: fn('()', () => state().enabled),
  collect: fn('(generation=2)', collectGeneration),
  get_count: fn('()', () => new PyTuple([0, 0, 0])),
  get_debug: fn('()', () => state().debug),
  set_debug: fn('(flags, /)', (flags: Py) => {
    state().debug = asSize(flags);
    return null;
  }),
  get_threshold: fn('()', () => new PyTuple([...state().threshold])),
  set_threshold: fn('(*thresholds)', setThreshold),
  get_stats: fn('()', statistics),
  get_objects: fn('(generation=None)', () => new PyList([])),
  get_referrers: fn('(*objs)', () => new PyList([])),
  get_referents: fn('(*objs)', () => new PyList([])),
  is_tracked: fn('(obj, /)', isTracked),
  is_finalized: fn('(obj, /)', () => false),
  freeze: fn('()', () => null),
  unfreeze: fn('()', () => null),
  get_freeze_count: fn('()', () => 0),
  garbage: new PyList([]),
  callbacks: new PyList([]),
  DEBUG_STATS: 1,
  DEBUG_COLLECTABLE: 2,
  DEBUG_UNCOLLECTABLE: 4,
  DEBUG_SAVEALL: 32,
  DEBUG_LEAK: 38,
});
