/**
 * The entries of a small dict whose keys are all str, looked through one by one. A `Map` of so few takes twice the memory and
 * several times as long to make.
 */
import { EntryArrays } from './entryArrays.js';
import type { Py } from './object.js';

/** So many entries are looked through in little more time than a `Map` takes to find one. */
export const MOST_TEXTS = 8;
/** Up to so many there is no difference. */
const AT_ONCE = 4;
/** After so many questions it is worth making a `Map` of those that are more. */
const OFTEN = 100;

export class TextDict extends EntryArrays {
  private questions = 0;

  constructor(
    keys: Py[] = [undefined],
    vals: Py[] = [undefined],
    /** Whether others have the same array of keys: copies, dicts from the same display. */
    private sharesKeys = false,
  ) {
    super(keys, vals);
  }

  protected get removed(): undefined {
    return undefined;
  }

  protected reindex(): void {
    this.sharesKeys = false;
  }

  /** Counts a question, of one that takes long as several. True once a `Map` would answer the next ones better. */
  isAskedOften(): boolean {
    this.questions += this.used > MOST_TEXTS ? this.used : 1;
    return this.questions > OFTEN && this.used > AT_ONCE;
  }

  /** The number of the key's entry, or 0. */
  find(key: string): number {
    const { keys } = this;
    for (let entry = 1; entry < keys.length; entry++) if (keys[entry] === key) return entry;
    return 0;
  }

  /** Sets the value of a key. False, and nothing has happened, if there is no room for it. */
  set(key: string, value: Py): boolean {
    const entry = this.find(key);
    if (entry !== 0) {
      this.vals[entry] = value;
      return true;
    }
    if (this.keys.length > MOST_TEXTS) {
      if (this.used >= MOST_TEXTS) return false;
      this.compact();
      this.sharesKeys = false;
    } else this.ownKeys();
    this.keys.push(key);
    this.vals.push(value);
    this.used++;
    return true;
  }

  private ownKeys(): void {
    if (this.sharesKeys) this.keys = this.keys.slice();
    this.sharesKeys = false;
  }

  override remove(entry: number): Py {
    this.ownKeys();
    return super.remove(entry);
  }

  copy(): TextDict {
    this.sharesKeys = true;
    const result = new TextDict(this.keys, this.vals.slice(), true);
    result.used = this.used;
    return result;
  }
}
