/** What the package knows of the process that it runs in. */
import { moduleState, rt } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { PySet } from '../../object/table.js';
import type { ProgramOptions } from '../../process/payload.js';
import type { Finalize } from './finalize.js';
import type { PyPopen } from './popen.js';
import type { PyProcess } from './process.js';

export type StartMethod = 'fork' | 'spawn' | 'forkserver';

export interface MpState {
  /** `current_process()` and `parent_process()`; made by `process.ts` on first use. */
  current: PyProcess | null;
  parent: Py;
  /** Processes made here so far: the last number of their names. */
  counter: number;
  /** Those that were started and not yet found ended; programs see the set itself (`_children`). */
  readonly children: PySet;
  /** The start method, once it has been chosen. */
  method: StartMethod | null;
  /** The `Popen` for which objects are being encoded. */
  spawning: PyPopen | null;
  /** `_inheriting`: the main module of a spawned child is being imported. */
  inheriting: boolean;
  readonly finalizers: Map<number, Finalize>;
  finalizerCount: number;
  afterFork: { readonly object: WeakRef<Py>; readonly run: Py }[];
  exiting: boolean;
  /** There has been something that CPython has its resource tracker for: a process not forked, a lock for one. */
  needsTracker: boolean;
  /** Starts the tracker's process, where the program can see that. */
  startTracker: (() => void) | null;
  /** `set_forkserver_preload`. */
  preload: Py[];
  /** `set_executable`. */
  executable: Py;
  /** `context.reducer`, where the program has set one. */
  reducer: Py;
}

export const mp = (): MpState =>
  moduleState('multiprocessing', () => ({
    current: null,
    parent: null,
    counter: 0,
    children: new PySet(),
    method: null,
    spawning: null,
    inheriting: false,
    finalizers: new Map<number, Finalize>(),
    finalizerCount: 0,
    afterFork: [],
    exiting: false,
    needsTracker: false,
    startTracker: null,
    preload: ['__main__'],
    executable: null,
    reducer: null,
  }));

/** There is something that CPython tells its resource tracker of. */
export function noteResource(): void {
  const state = mp();
  state.needsTracker = true;
  state.startTracker?.();
}

/** The start method that `Process` uses: the one chosen, else that of the command line, else fork. */
export function startMethod(): StartMethod {
  return mp().method ?? (rt.state.get('program options') as ProgramOptions | undefined)?.startMethod ?? 'fork';
}
