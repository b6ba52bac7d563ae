/**
 * `_tracemalloc`: how much memory the process uses beyond what it did at `start()`, as V8 counts it (garbage included that nobody has
 * collected yet). Which line took it is not known, so snapshots are refused.
 * Spec: https://docs.python.org/3/library/tracemalloc.html
 */
import { settleCollection } from '../object/garbage.js';
import { getHeapStatistics } from 'node:v8';
import { moduleState } from '../object/context.js';
import { NotImplementedError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { PyTuple } from '../object/values.js';

interface Tracing {
  /** Frames that a trace would have; 0 while there is no tracing. */
  limit: number;
  baseBytes: number;
  peakBytes: number;
}

const tracing = (): Tracing => moduleState('tracemalloc', () => ({ limit: 0, baseBytes: 0, peakBytes: 0 }));

function usedBytes(): number {
  settleCollection();
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

function start(frames: Py = 1): null {
  const state = tracing();
  const limit = Number(intValue(frames));
  if (!(limit >= 1 && limit <= 65535)) throw ValueError('the number of frames must be in range [1; 65535]');
  if (state.limit === 0) Object.assign(state, { limit, baseBytes: usedBytes(), peakBytes: 0 });
  return null;
}

/** Bytes now, and the most there were whenever somebody looked. */
function tracedMemory(): PyTuple {
  const state = tracing();
  if (state.limit === 0) return new PyTuple([0, 0]);
  const now = Math.max(0, usedBytes() - state.baseBytes);
  state.peakBytes = Math.max(state.peakBytes, now);
  return new PyTuple([now, state.peakBytes]);
}

function refuse(): never {
  throw NotImplementedError(
    'pymp does not know which line took memory; tracemalloc.get_traced_memory() says how much is used',
  );
}

export default function _tracemalloc(): Members {
  const reset = (): null => {
    tracing().peakBytes = 0;
    return null;
  };
  return {
    start: fn('(nframe=1, /)', start),
    stop: fn('()', () => {
      tracing().limit = 0;
      return null;
    }),
    is_tracing: fn('()', () => tracing().limit > 0),
    get_traceback_limit: fn('()', () => Math.max(1, tracing().limit)),
    get_traced_memory: fn('()', tracedMemory),
    get_tracemalloc_memory: fn('()', () => 0),
    reset_peak: fn('()', reset),
    clear_traces: fn('()', () => {
      tracing().baseBytes = usedBytes();
      return reset();
    }),
    _get_traces: fn('()', refuse),
    _get_object_traceback: fn('(obj, /)', () => null),
  };
}
