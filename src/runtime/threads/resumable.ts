/** Calls that are made again from the start when a suspended thread goes on, and what they keep meanwhile. */
import { scheduler, WouldBlock } from './scheduler.js';

/** Runs one of these calls: `begin` makes what it keeps while its thread waits; `about` names the function. */
export function resumable<S extends object, T>(about: object, begin: () => S, run: (state: S) => T): T {
  const { calls } = scheduler().current;
  const state = (calls.get(about) as S | undefined) ?? begin();
  calls.set(about, state);
  try {
    const result = run(state);
    calls.delete(about);
    return result;
  } catch (error) {
    if (!(error instanceof WouldBlock)) calls.delete(about);
    throw error;
  }
}
