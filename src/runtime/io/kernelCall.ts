/**
 * Waiting for the kernel's answer without stopping the other threads of the process.
 *
 * A thread that waits is made to call the built-in function again from its start (threads/scheduler.ts); the call that
 * it has under way is found again by the object that it is about.
 */

import type { PendingCall } from '../kernel/client.js';
import { KernelError } from '../kernel/errors.js';
import { existingScheduler, scheduler, WouldBlock } from '../threads/scheduler.js';
import type { Steps } from '../threads/steps.js';
import { fail } from './openFile.js';

/** The result of a call about `about`, begun unless this thread has begun it already. Errors carry the system's `code`. */
export function awaitCall<T>(about: object, begin: () => PendingCall<T>): T {
  const s = existingScheduler();
  return resultOf(s === undefined || s.threads.length === 0 ? begin() : awaitAnswer(about, begin, Infinity)!);
}

/** The same call once its answer is there; null if that takes longer than the time given: it stays under way. */
export function awaitAnswer<T>(about: object, begin: () => PendingCall<T>, timeoutMs: number): PendingCall<T> | null {
  const s = scheduler();
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
  return inTime ? pending : null;
}

/** Whether the current thread waits for a call about `about`: then its built-in function is being called again. */
export const isAwaiting = (about: object): boolean => existingScheduler()?.current.calls.has(about) === true;

/** Waits for the answer, in steps. */
export function* answerOf<T>(pending: PendingCall<T>): Steps<T> {
  try {
    yield { source: pending.source, deadline: Infinity };
  } finally {
    if (!pending.done()) pending.cancel();
  }
  return resultOf(pending);
}

/** Waits for the answer; the kernel's errors become those of system calls. */
export function resultOf<T>(pending: PendingCall<T>): T {
  try {
    return pending.result();
  } catch (error) {
    if (error instanceof KernelError) fail(error.code);
    throw error;
  }
}
