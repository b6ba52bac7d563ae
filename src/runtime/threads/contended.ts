/**
 * Locks between threads of a process. They are not fair: whoever gives one back and takes it again at once would keep the others out as long
 * as it likes, since they get to run while it computes, and it computes with the lock held. So who has waited for a time slice comes next.
 */
import { scheduler, SLICE_MS } from './scheduler.js';

export interface Contended {
  /** Since when somebody has found it held (`performance.now()`), as far as anybody has looked; 0: nobody. */
  wantedSince: number;
}

/** Waits until a lock is free. Returns false when the time is over. */
export function waitUntilFree(lock: Contended, isFree: () => boolean, timeoutMs: number): boolean {
  const s = scheduler();
  const ready = (): boolean => {
    if (isFree()) return true;
    if (lock.wantedSince === 0) lock.wantedSince = performance.now();
    return false;
  };
  return s.waitFor({ ready, deadline: s.deadlineAfter(timeoutMs) });
}

/** Called when a lock has become free that somebody has found held. */
export function giveWay(lock: Contended): void {
  if (performance.now() - lock.wantedSince < SLICE_MS) return;
  lock.wantedSince = 0;
  scheduler().giveWay();
}
