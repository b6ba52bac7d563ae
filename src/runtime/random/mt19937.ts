/**
 * The Mersenne Twister as CPython runs it: the same seeds give the same sequences, bit for bit.
 *
 * Algorithm: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform
 *            pseudo-random number generator" (1998), with the authors' initialisation by an array (2002).
 * Spec:      https://docs.python.org/3/library/random.html
 */
const SIZE = 624;
const SHIFT = 397;
const UPPER_BIT = 0x80000000;
const LOWER_BITS = 0x7fffffff;
const MATRIX = 0x9908b0df;
/** Where a float is put that is made alone. */
const ALONE = SIZE / 2;

/** Words in a state: the vector, then how much of it is used up. */
export const STATE_LENGTH = SIZE + 1;

export class MersenneTwister {
  readonly #state = new Uint32Array(SIZE);
  /** The floats that `random()` gives for the words from each even place on, while {@link #ready} says that they are made. */
  readonly #floats = new Float64Array(ALONE + 1);
  #index = SIZE;
  /** Below this place the floats are made: all of them or none. */
  #ready = 0;

  /** `seed(n)` for an int: its absolute value counts, all bits of it. */
  seed(value: number | bigint): void {
    const magnitude = typeof value === 'bigint' ? (value < 0n ? -value : value) : Math.abs(value);
    this.seedWords(wordsOf(magnitude));
  }

  /** Seeds from 32-bit words, the least significant first. */
  seedWords(key: ArrayLike<number>): void {
    const state = this.#state;
    this.#seedWord(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      const previous = state[i - 1]!;
      state[i] = (state[i]! ^ Math.imul(previous ^ (previous >>> 30), 1664525)) + key[j]! + j;
      i += 1;
      j += 1;
      if (i >= SIZE) {
        state[0] = state[SIZE - 1]!;
        i = 1;
      }
      if (j >= key.length) j = 0;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      const previous = state[i - 1]!;
      state[i] = (state[i]! ^ Math.imul(previous ^ (previous >>> 30), 1566083941)) - i;
      i += 1;
      if (i >= SIZE) {
        state[0] = state[SIZE - 1]!;
        i = 1;
      }
    }
    state[0] = UPPER_BIT;
  }

  #seedWord(seed: number): void {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < SIZE; i++) {
      const previous = state[i - 1]!;
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
    this.#index = SIZE;
  }

  /** The next 32 random bits, unsigned. */
  next(): number {
    if (this.#index >= SIZE) this.#refill();
    return temper(this.#state[this.#index++]!) >>> 0;
  }

  #refill(): void {
    const state = this.#state;
    // Three stretches, so that no index has to be reduced.
    let i = 0;
    for (; i < SIZE - SHIFT; i++) state[i] = state[i + SHIFT]! ^ twist(state[i]!, state[i + 1]!);
    for (; i < SIZE - 1; i++) state[i] = state[i + SHIFT - SIZE]! ^ twist(state[i]!, state[i + 1]!);
    state[i] = state[SHIFT - 1]! ^ twist(state[i]!, state[0]!);
    this.#index = 0;
    this.#ready = 0;
  }

  /** `random()`: a float in [0, 1) with 53 random bits. */
  random(): number {
    const index = this.#index;
    if (index >= this.#ready || (index & 1) !== 0) return this.#floats[this.#make()]!;
    this.#index = index + 2;
    return this.#floats[index >> 1]!;
  }

  /**
   * Makes the next float and says where it is: together with those of all words that are left, which is quicker than one
   * by one, unless it begins at an odd place. (It does not give the float itself, so that `random` has nothing but raw doubles.)
   */
  #make(): number {
    if (this.#index >= SIZE) this.#refill();
    const index = this.#index;
    const floats = this.#floats;
    if ((index & 1) !== 0) {
      const high = this.next();
      floats[ALONE] = toFloat(high, this.next());
      return ALONE;
    }
    const state = this.#state;
    for (let i = index; i < SIZE; i += 2) floats[i >> 1] = toFloat(temper(state[i]!), temper(state[i + 1]!));
    this.#ready = SIZE;
    this.#index = index + 2;
    return index >> 1;
  }

  /** `getrandbits(bits)` for `bits` >= 0: a number while it is a safe integer, else a bigint. */
  getRandBits(bits: number): number | bigint {
    if (bits === 0) return 0;
    if (bits <= 32) return this.next() >>> (32 - bits);
    const first = this.next();
    if (bits <= 53) return first + (this.next() >>> (64 - bits)) * 4294967296;
    let value = BigInt(first);
    for (let done = 32; done < bits; done += 32) {
      const rest = bits - done;
      const word = rest < 32 ? this.next() >>> (32 - rest) : this.next();
      value |= BigInt(word) << BigInt(done);
    }
    return value <= MAX_SAFE ? Number(value) : value;
  }

  /** A uniform integer in [0, limit), as Python 3's `randrange`, `choice`, `shuffle` and `sample` draw it. */
  randBelow(limit: number | bigint): number | bigint {
    if (limit <= 0) return 0;
    const bits = typeof limit === 'number' && limit < 4294967296 ? 32 - Math.clz32(limit) : limit.toString(2).length;
    let value = this.getRandBits(bits);
    while (value >= limit) value = this.getRandBits(bits);
    return value;
  }

  /** The state as `getstate()` shows it: {@link STATE_LENGTH} integers. */
  getState(): number[] {
    return [...this.#state, this.#index];
  }

  /** Takes a state of {@link STATE_LENGTH} integers; returns whether the last one was in range, else changes nothing. */
  setState(state: ArrayLike<number>): boolean {
    const index = state[SIZE]!;
    if (!(index >= 0 && index <= SIZE)) return false;
    for (let i = 0; i < SIZE; i++) this.#state[i] = state[i]!;
    this.#index = index;
    this.#ready = 0;
    return true;
  }

  /** Python 2's `jumpahead(n)`, after the hashing that the `random` module does itself. */
  jumpAhead(n: bigint): void {
    const state = this.#state;
    for (let i = SIZE - 1; i > 1; i--) {
      const j = Number(n % BigInt(i));
      [state[i], state[j]] = [state[j]!, state[i]!];
    }
    for (let i = 0; i < SIZE; i++) state[i] = state[i]! + i + 1;
    this.#index = SIZE;
  }
}

function temper(state: number): number {
  let word = state;
  word ^= word >>> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return word ^ (word >>> 18);
}

const toFloat = (high: number, low: number): number => ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992;

function twist(upper: number, lower: number): number {
  const mixed = (upper & UPPER_BIT) | (lower & LOWER_BITS);
  return (mixed >>> 1) ^ (-(lower & 1) & MATRIX);
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** The 32-bit words of a non-negative integer, the least significant first; at least one. */
function wordsOf(value: number | bigint): number[] {
  if (typeof value === 'number' && value < 4294967296) return [value];
  const words: number[] = [];
  const hex = value.toString(16);
  for (let end = hex.length; end > 0; end -= 8) words.push(Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16));
  return words;
}
