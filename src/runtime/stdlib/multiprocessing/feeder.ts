/**
 * The thread that feeds a queue's pipe in CPython, from the first `put` of a process on. Here `put` needs no thread: what is left of it is
 * what programs see, its object in `threading` and its lines in the package's log.
 */
import { moduleState } from '../../object/context.js';
import type { Py } from '../../object/object.js';
import { type HelperThread, helperThread } from '../../threads/helpers.js';
import { type Finalize, finalizeAtExit } from './finalize.js';
import { debug } from './log.js';
import { mp } from './state.js';

/** When it is told to end, and waited for, at the end of a process. */
const CLOSE_PRIORITY = 10;
const JOIN_PRIORITY = -5;

export class Feeder {
  private readonly thread: HelperThread;
  closing: Finalize | null;
  joining: Finalize | null = null;

  /** @param isJoined whether the end of the process waits for it */
  constructor(isJoined: boolean) {
    debug('Queue._start_thread()');
    debug('doing self._thread.start()');
    this.thread = helperThread({ name: 'QueueFeederThread', daemon: true });
    debug('starting thread to feed data to pipe');
    debug('... done self._thread.start()');
    if (isJoined) this.joining = finalizeAtExit(() => this.waitFor(), JOIN_PRIORITY);
    this.closing = finalizeAtExit(() => this.tell(), CLOSE_PRIORITY);
  }

  /** Its object in `threading`, which is loaded for it. */
  shown(): Py {
    return this.thread.shown();
  }

  private tell(): void {
    debug('telling queue thread to quit');
    debug('feeder thread got sentinel -- exiting');
    this.thread.end();
  }

  private waitFor(): void {
    debug('joining queue thread');
    debug('... queue thread joined');
  }

  /** Once only: tells it that there is nothing to come. */
  close(): void {
    if (take(this.closing)) this.tell();
    this.closing = null;
  }

  join(): void {
    if (take(this.joining)) this.waitFor();
    this.joining = null;
  }

  cancelJoin(): void {
    take(this.joining);
    this.joining = null;
  }
}

/** Whether it is still to be done; whoever has taken it does it. */
const take = (finalizer: Finalize | null): boolean => finalizer !== null && mp().finalizers.delete(finalizer.key);

/** How many queues a forked process has taken over, as long as its log has not told of them. */
const inherited = () => moduleState('inherited queues', () => ({ count: 0 }));

export function noteInheritedQueue(): void {
  inherited().count++;
}

export function tellOfInheritedQueues(): void {
  const state = inherited();
  for (; state.count > 0; state.count--) debug('Queue._after_fork()');
}
