/** Random choices that a seed repeats. */

/** A generator of numbers in [0, 1): mulberry32. */
function stream(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class Random {
  constructor(seed) {
    this.next = stream(Math.imul(seed, 2654435761) ^ 0x5bd1e995);
  }
  /** An integer from `low` to `high`, both included. */
  int(low, high) {
    return low + Math.floor(this.next() * (high - low + 1));
  }
  chance(probability) {
    return this.next() < probability;
  }
  pick(items) {
    return items[Math.floor(this.next() * items.length)];
  }
  /** One of the values of `[weight, value]` pairs. */
  weighted(pairs) {
    let at = this.next() * pairs.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of pairs) {
      at -= weight;
      if (at < 0) return value;
    }
    return pairs.at(-1)[1];
  }
  /** `make` called so many times. */
  list(low, high, make) {
    return Array.from({ length: this.int(low, high) }, (_, i) => make(i));
  }
}
