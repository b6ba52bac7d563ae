/** Calls that wait until something in the kernel is so; looked at again whenever anything may have changed. */
import type { OpenCall } from './processes.js';

interface Wait {
  readonly call: OpenCall;
  readonly isReady: () => boolean;
  end(ready: boolean): void;
}

export class Waits {
  readonly #waits = new Set<Wait>();

  /**
   * Fulfilled with true once `isReady` holds, or with false after `timeoutMs` (negative: never). In a cancelled call it stays
   * pending for ever, so that what would have been taken is there for the next.
   */
  until(call: OpenCall, isReady: () => boolean, timeoutMs: number): Promise<boolean> | boolean {
    if (isReady()) return true;
    if (timeoutMs === 0) return false;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | null = null;
      const wait: Wait = {
        call,
        isReady,
        end: (ready) => {
          if (timer !== null) clearTimeout(timer);
          this.#waits.delete(wait);
          resolve(ready);
        },
      };
      if (timeoutMs > 0) timer = setTimeout(() => wait.end(false), timeoutMs);
      this.#waits.add(wait);
    });
  }

  /** Something may have changed. What a wait's caller then takes is gone for the next wait, so each is looked at in a turn of its own. */
  readonly poke = (): void => {
    for (const wait of this.#waits) {
      if (wait.call.cancelled) this.#waits.delete(wait);
      else if (wait.isReady()) {
        wait.end(true);
        setImmediate(this.poke);
        return;
      }
    }
  };
}
