/**
 * When the workers of a pool begin. All have their pids from the start, but a thread costs tens of milliseconds of a processor: one
 * begins when there is a task, others where tasks wait and a processor is free.
 */
import { ringItems } from '../../mp/index.js';
import { Header } from '../../mp/layout.js';
import { Ring } from '../../mp/ringBlocks.js';
import type { PoolCrew } from './poolCrew.js';
import { arena } from './support.js';

/** How often tasks that wait are looked at, while there are workers that have not begun. */
const PATIENCE_MS = 5;
/** So long a worker may take to begin and to get going, before another one is tried: V8 compiles beside it what its first task runs. */
const START_MS = 60;
/** So long tasks wait for processors that are all at work, times the number of workers that there are beyond the processors then. */
const CROWDED_MS = 100;

export class PoolLaunch {
  /** @param tasks address of the ring from which the workers take them */
  constructor(
    private readonly crew: PoolCrew,
    private readonly tasks: number,
  ) {}

  /** As many workers as there are tasks that nobody is about to take. */
  forWaiting(): void {
    if (this.crew.held === 0) return;
    const { i32 } = arena();
    const free = i32[this.tasks + Ring.readers]! + this.crew.starting();
    this.crew.launch(Math.max(0, ringItems(arena(), this.tasks) - free));
  }

  /** For a caller that is going to wait: one worker at once, others when the tasks turn out to take time. */
  first(): void {
    if (this.crew.held > 0 && this.crew.launched === 0) this.crew.launch(1);
  }

  /** How long a caller waits until it looks at the tasks again (`late`). */
  get patienceMs(): number {
    return this.crew.held > 0 && ringItems(arena(), this.tasks) > 0 ? PATIENCE_MS : Infinity;
  }

  /**
   * Tasks have waited for a while. Workers that sleep in their tasks need others beside them, and so do free processors; where all are at
   * work, or a worker has just begun, more threads would only be in the way.
   */
  late(): void {
    const { i32 } = arena();
    const waiting = ringItems(arena(), this.tasks);
    if (waiting === 0) return;
    const { crew } = this;
    const sinceMs = performance.now() - crew.launchedMs;
    // The caller is awake itself, and about to sleep.
    const busy = Atomics.load(i32, Header.awake) - 1 + crew.starting();
    if (busy > 0 && sinceMs < START_MS) return;
    const processors = i32[Header.processors]!;
    const { launched } = crew;
    const left = waiting - (launched - crew.atWork());
    if (busy === 0) crew.launch(left);
    else if (busy < processors) crew.launch(Math.min(left, processors - busy));
    else if (sinceMs >= CROWDED_MS * Math.max(1, launched + 1 - processors)) crew.launch(1);
  }
}
