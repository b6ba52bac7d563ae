/** CPython's tuple hash, an xxHash over the 64-bit hashes of the items, in words of 32 bits. */

const PRIME1_HIGH = 0x9e3779b1;
const PRIME1_LOW = 0x85ebca87;
const PRIME2_HIGH = 0xc2b2ae3d;
const PRIME2_LOW = 0x27d4eb4f;
const PRIME5_HIGH = 0x27d4eb2f;
const PRIME5_LOW = 0x165667c5;
const WORD = 4294967296;

/** The same 64 bits as one integer and as two words: no big integers on the way from one to the other. */
const whole = new BigInt64Array(1);
const halves = new Int32Array(whole.buffer);

/** The high word of the product of two unsigned words. */
function highProduct(a: number, b: number): number {
  const a1 = a >>> 16;
  const a0 = a & 0xffff;
  const b1 = b >>> 16;
  const b0 = b & 0xffff;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  return a1 * b1 + Math.floor(middle / 65536) + Math.floor(((middle & 0xffff) + a0 * b1) / 65536);
}

export class TupleHash {
  private low = PRIME5_LOW;
  private high = PRIME5_HIGH;
  private count = 0;

  add(hash: number | bigint): void {
    let low: number;
    let high: number;
    if (typeof hash === 'number') {
      low = hash >>> 0;
      high = Math.floor(hash / WORD) >>> 0;
    } else {
      whole[0] = hash;
      low = halves[0]! >>> 0;
      high = halves[1]! >>> 0;
    }
    this.addProduct(low, high);
    // Rotated by 31.
    const rotated = ((this.high << 31) | (this.low >>> 1)) >>> 0;
    const bits = ((this.low << 31) | (this.high >>> 1)) >>> 0;
    this.low = Math.imul(bits, PRIME1_LOW) >>> 0;
    this.high = (highProduct(bits, PRIME1_LOW) + Math.imul(bits, PRIME1_HIGH) + Math.imul(rotated, PRIME1_LOW)) >>> 0;
    this.count++;
  }

  /** Adds an item's hash times the second prime. */
  private addProduct(low: number, high: number): void {
    const sum = this.low + (Math.imul(low, PRIME2_LOW) >>> 0);
    const product = highProduct(low, PRIME2_LOW) + Math.imul(low, PRIME2_HIGH) + Math.imul(high, PRIME2_LOW);
    this.low = sum >>> 0;
    this.high = (this.high + product + (sum >= WORD ? 1 : 0)) >>> 0;
  }

  /** The hash as one integer. Like `writeInto`, the last that is asked of it. */
  value(): number | bigint {
    this.finish();
    return joinWords(this.low, this.high | 0);
  }

  /** Its two words. */
  writeInto(out: Uint32Array): void {
    this.finish();
    out[0] = this.low;
    out[1] = this.high;
  }

  private finish(): void {
    const sum = this.low + ((this.count ^ PRIME5_LOW ^ 3527539) >>> 0);
    this.low = sum >>> 0;
    this.high = (this.high + PRIME5_HIGH + (sum >= WORD ? 1 : 0)) >>> 0;
    if (this.high === 0xffffffff && this.low === 0xffffffff) {
      this.low = MINUS_ONE;
      this.high = 0;
    }
  }
}

/** -1 says in C that there was an error: a hash that would be it is this one. */
const MINUS_ONE = 1546275796;

/** A 64-bit integer of its low word and its signed high word. */
export function joinWords(low: number, high: number): number | bigint {
  const near = high * WORD + low;
  if (Number.isSafeInteger(near)) return near;
  halves[0] = low;
  halves[1] = high;
  return whole[0]!;
}

/** Writes the low and the high word of a 64-bit integer. */
export function splitWords(value: bigint, out: Uint32Array): void {
  whole[0] = value;
  out[0] = halves[0]!;
  out[1] = halves[1]!;
}

/** Both words of a 64-bit integer in one. */
export function foldWords(value: bigint): number {
  whole[0] = value;
  return halves[0]! ^ halves[1]!;
}
