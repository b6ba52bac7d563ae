/**
 * What of a pool is at work: its workers, and the rings through which they get tasks and give results. It knows nothing of the object that the
 * program has, so that it can be ended when the program has forgotten that (forgottenPools.ts).
 */
import { closeHandle, closeRing, createRing, getRecord, openHandle } from '../../mp/index.js';
import { hasLogger, noteSemLocks } from './log.js';
import { type CrewOptions, type MakeProcess, PoolCrew, slotsSize } from './poolCrew.js';
import { PoolLaunch } from './poolLaunch.js';
import { noteFinalizing, PoolHandlers, poolSemaphores } from './poolLog.js';
import { arena } from './support.js';

export type PoolState = 'RUN' | 'CLOSE' | 'TERMINATE';

const SIGTERM = 15;
/** How long workers without a task have to end by themselves: a thread that is ended from outside has to be made anew. */
const GRACE_MS = 5;
/** The same where they write into the log that they end. */
const LOGGED_GRACE_MS = 200;

export class PoolCore {
  state: PoolState = 'RUN';
  /** Addresses of the rings. */
  readonly tasks: number;
  readonly results: number;
  readonly crew: PoolCrew;
  readonly launch: PoolLaunch;
  threads: PoolHandlers | null = null;
  /** The rings are given back. */
  isReleased = false;
  private handles: number[];
  hasEnded = false;

  constructor(options: CrewOptions) {
    const shared = arena();
    this.tasks = createRing(shared);
    this.results = createRing(shared);
    const slots = shared.alloc(slotsSize(options.processes));
    this.handles = [
      openHandle(shared, 'ring', this.tasks),
      openHandle(shared, 'ring', this.results),
      openHandle(shared, 'block', slots),
    ];
    for (const address of [this.tasks, this.results, slots]) shared.release(address);
    this.crew = new PoolCrew(options, this.tasks, this.results, slots);
    this.launch = new PoolLaunch(this.crew, this.tasks);
  }

  /** Makes the workers. */
  begin(make: MakeProcess): void {
    noteSemLocks(this.tasks, poolSemaphores());
    try {
      this.crew.fill(make);
    } catch (error) {
      this.state = 'TERMINATE';
      this.crew.abandon();
      this.release();
      throw error;
    }
    this.threads = new PoolHandlers();
  }

  /** Ends what there still is, once. @param jobs how many are not done */
  end(jobs: number): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    noteFinalizing();
    this.state = 'TERMINATE';
    this.threads?.end(jobs);
    // After a join there is nothing left, and what the rings were may be something else by now.
    if (this.isReleased) return;
    const shared = arena();
    this.crew.endStrangers();
    while (getRecord(shared, this.tasks, 0) === 'done') {}
    closeRing(shared, this.tasks);
    this.crew.endHeld(-SIGTERM);
    // When all results are there, a worker may be on its way from the last one. It gets a moment.
    this.crew.terminate(jobs === 0 ? (hasLogger() ? LOGGED_GRACE_MS : GRACE_MS) : 0);
    this.release();
  }

  release(): void {
    for (const handle of this.handles) closeHandle(arena(), handle);
    this.handles = [];
    this.isReleased = true;
  }
}
