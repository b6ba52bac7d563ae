/** Keys of JSON objects that come again are the same text, whose hash V8 knows. */
import { unitAt } from '../../text/units.js';

const SLOTS = 1024;
/** Longer ones are not looked for. */
const LONGEST = 64;
const FNV_PRIME = 0x01000193;
export const HASH_START = 0x811c9dc5 | 0;

/** The hash of a text up to a character, and with it. */
export const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, FNV_PRIME);

export class KnownKeys {
  private readonly known: (string | undefined)[] = new Array(SLOTS).fill(undefined);
  /** The hashes of those that came last: one is kept when it comes for the second time. */
  private readonly seen = new Int32Array(SLOTS);

  /** The part of `text` from `start` to `end`, which has this hash. */
  key(text: string, start: number, end: number, hash: number): string {
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const last = this.known[slot];
    if (last !== undefined && isAt(last, text, start, end)) return last;
    const key = text.slice(start, end);
    if (this.seen[slot] !== hash || key.length > LONGEST) {
      this.seen[slot] = hash;
      return key;
    }
    return this.keep(slot, key);
  }

  /** As a name of V8's own: a part would keep the whole text. */
  private keep(slot: number, key: string): string {
    const holder: Record<string, null> = Object.create(null);
    holder[key] = null;
    const [name] = Object.keys(holder);
    this.known[slot] = name;
    return name!;
  }
}

function isAt(key: string, text: string, start: number, end: number): boolean {
  const { length } = key;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (unitAt(key, i) !== unitAt(text, start + i)) return false;
  return true;
}
