/**
 * Waiting for the kernel's answer without stopping the other threads of the process.
 *
 * A thread that waits is made to call the built-in function again from its start (threads/scheduler.ts); the call that
 * it has under way is found again by the object that it is about.
 */

import type { PendingCall } from '../kernel/client.js';
import { KernelError } from '../kernel/errors.js';
import { existingScheduler, scheduler, WouldBlock } from '../threads/scheduler.js';
import { fail } from './openFile.js';

/**
 * The result of a call about `about`, begun unless this thread has begun it already. Errors carry the system's `code`:
 * EAGAIN when it has not come within the time, and the call stays under way.
 */
export function awaitCall<T>(about: object, begin: () => PendingCall<T>, timeoutMs = Infinity): T {
  const timed = timeoutMs !== Infinity;
  const s = timed ? scheduler() : existingScheduler();
  if (s === undefined || (!timed && s.threads.length === 0)) return resultOf(begin());
  const { calls } = s.current;
  const pending = (calls.get(about) as PendingCall<T> | undefined) ?? begin();
  calls.set(about, pending);
  let inTime: boolean;
  try {
    inTime = s.waitFor({
      ready: () => pending.done(),
      deadline: s.deadlineAfter(timeoutMs),
      sources: [pending.source],
    });
  } catch (error) {
    if (!(error instanceof WouldBlock)) {
      calls.delete(about);
      pending.cancel();
    }
    throw error;
  }
  calls.delete(about);
  return inTime ? resultOf(pending) : fail('EAGAIN');
}

/** Whether the current thread waits for a call about `about`: then its built-in function is being called again. */
export const isAwaiting = (about: object): boolean => existingScheduler()?.current.calls.has(about) === true;

/** Waits for the answer; the kernel's errors become those of system calls. */
export function resultOf<T>(pending: PendingCall<T>): T {
  try {
    return pending.result();
  } catch (error) {
    if (error instanceof KernelError) fail(error.code);
    throw error;
  }
}
