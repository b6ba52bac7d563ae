/**
 * How long the calls of a function by threads take.
 *
 * In the form for threads a call is a generator, which lets other threads run whenever its time is over; ordinary code is many times
 * faster, and keeps them waiting. So a function that only computes is called as ordinary code once many calls of it have been short, until
 * one is not: then it has the form for threads for a while. (Of one that calls itself the small cases become quick, then larger ones.)
 * One that has waited in such a call does more than compute, and has the form for threads for ever.
 * Units: milliseconds.
 */

/** So many calls that begin within a short time show that most are short. */
const CALLS = 50;
const WITHIN_MS = 25;
/** As long as a thread may keep others waiting: most of its time slice. */
const LONG_MS = 4;
/** So many calls have the form for threads after a long one. */
const CALLS_AFTER_LONG = 500;
/** What a thread may use up of its fuel in a millisecond. */
const FUEL_PER_MS = 100;

export class Pace {
  /** Calls in the form for threads that have begun; at `CALLS` the function is quick. */
  #calls = 0;
  #since = 0;

  /** Whether the next call can be made as ordinary code makes it. It is counted if not. */
  isQuick(): boolean {
    if (this.#calls === CALLS) return true;
    if (++this.#calls === 1) this.#since = performance.now();
    if (this.#calls === CALLS && performance.now() - this.#since > WITHIN_MS) this.#calls = 0;
    return false;
  }

  /** An ordinary call has come to a wait. */
  waits(): void {
    this.#calls = -Infinity;
  }

  /** An ordinary call has ended. Returns the fuel that it is worth. */
  took(ms: number): number {
    if (ms > LONG_MS) this.#calls = Math.min(this.#calls, -CALLS_AFTER_LONG);
    return Math.ceil(ms * FUEL_PER_MS);
  }
}
