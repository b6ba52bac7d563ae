/**
 * Spinning before sleeping: how long a thread looks at a cell before it sleeps. It learns from how that went.
 *
 * With a processor to itself, a thread that spins sees an answer long before it could be woken. On a busy machine it keeps the one that
 * would answer from the processor: then the spin is in vain, and the sleep after it is short.
 * Units: turns of the loop; milliseconds.
 */
const MIN_TURNS = 50;
const FIRST_TURNS = 1000;
/** About as long as it takes to wake a thread on another processor. */
const MAX_TURNS = 16000;
const LONG_TURNS = MAX_TURNS / 4;
/** A sleep so short could have been a spin; after a long one there is no use in spinning. */
const SHORT_MS = 0.15;
const LONG_MS = 1;
/** So many spins in vain, none of use between them, and sleeps go by before it is tried again: more of them each time. */
const PATIENCE = 4;
const MAX_REST_BITS = 10;

export class Spinning {
  #turns = FIRST_TURNS;
  #isInVain = false;
  #timesInVain = 0;
  #rest = 0;

  /** Spins for a while; true as soon as the cell no longer holds `expected`. */
  sees(i32: Int32Array, cell: number, expected: number): boolean {
    for (let i = this.#turns; i > 0; i--) {
      if (Atomics.load(i32, cell) === expected) continue;
      this.#turns = Math.min(MAX_TURNS, this.#turns * 2);
      this.#timesInVain >>= 1;
      return true;
    }
    this.#isInVain = this.#turns >= LONG_TURNS;
    this.#turns = Math.max(MIN_TURNS, this.#turns >> 2);
    return false;
  }

  /** A sleep is over. */
  slept(ms: number): void {
    const isInVain = this.#isInVain && ++this.#timesInVain > PATIENCE;
    this.#isInVain = false;
    if (ms > LONG_MS) this.#turns = MIN_TURNS;
    else if (isInVain) {
      this.#turns = MIN_TURNS;
      this.#rest = 1 << Math.min(MAX_REST_BITS, this.#timesInVain);
    } else if (this.#rest > 0) this.#rest--;
    else if (ms < SHORT_MS) this.#turns = Math.min(MAX_TURNS, this.#turns * 4);
  }
}
