/**
 * Which of the smallest ints a table of ints holds, a bit for each. Where keys come and go, a table fills with positions of
 * removed ones, and to see that a key is not there means to pass them all.
 */

const LEAST = -32;
const BEYOND = 64;

/** Whether there is a bit for this key. */
export const isSmall = (key: number): boolean => key < BEYOND && key >= LEAST;

export class SmallInts {
  private negative = 0;
  private low = 0;
  private high = 0;

  /** Whether the small `key` is there. */
  protected hasSmall(key: number): boolean {
    return (((key < 0 ? this.negative : key < 32 ? this.low : this.high) >>> (key & 31)) & 1) === 1;
  }

  /** The small `key` was put in, or taken out. */
  protected flipSmall(key: number): void {
    const bit = 1 << (key & 31);
    if (key < 0) this.negative ^= bit;
    else if (key < 32) this.low ^= bit;
    else this.high ^= bit;
  }

  /** Whether `other` has all small keys that are here. */
  protected isSmallWithin(other: SmallInts): boolean {
    return (this.low & ~other.low) === 0 && (this.high & ~other.high) === 0 && (this.negative & ~other.negative) === 0;
  }

  protected copySmall(other: SmallInts): void {
    this.negative = other.negative;
    this.low = other.low;
    this.high = other.high;
  }
}
