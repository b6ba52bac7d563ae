/** The kernel never waits for a lock of the arena: it tries again when its event loop has turned. */
import { setImmediate } from 'node:timers/promises';
import { LockBusy } from '../mp/index.js';

/** Does something that may find a lock busy, as often as needed. It must be harmless to begin it again. */
export async function untilFree<T>(attempt: () => T): Promise<T> {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof LockBusy)) throw error;
    }
    await setImmediate();
  }
}
