/** What programs see of the threads by which CPython's pools work: their objects in `threading`, and the package's log. */
import { helperThread } from '../../threads/helpers.js';
import { rt } from '../../object/context.js';
import { debug } from './log.js';

/** How many semaphores CPython makes for a pool: those of its queues. */
export const poolSemaphores = (): number => (rt.dialect === 2 ? 4 : 6);

/** The three threads of a pool. */
export class PoolHandlers {
  private readonly threads = ['_handle_workers', '_handle_tasks', '_handle_results'].map((target) =>
    helperThread({ target, daemon: true }),
  );
  private haveEnded = false;

  /** There is nothing more to do for them. @param jobs how many are not done */
  end(jobs: number): void {
    if (this.haveEnded) return;
    this.haveEnded = true;
    for (const thread of this.threads) thread.end();
    const [running, terminated] = rt.dialect === 2 ? [0, 2] : ['RUN', 'TERMINATE'];
    debug('worker handler exiting');
    debug('task handler got sentinel');
    debug('task handler sending sentinel to result handler');
    debug('result handler got sentinel');
    debug('task handler sending sentinel to workers');
    debug('ensuring that outqueue is not full');
    debug(`result handler exiting: len(cache)=${jobs}, thread._state=${jobs === 0 ? running : terminated}`);
    debug('task handler exiting');
  }
}

/** A pool is finalized, whether there is anything left of it or not. */
export function noteFinalizing(): void {
  debug('finalizing pool');
  debug('helping task handler/workers to finish');
  debug('removing tasks from inqueue until task handler finished');
  debug('joining worker handler');
  debug('terminating workers');
  debug('joining task handler');
  debug('joining result handler');
  debug('joining pool workers');
}
