/** What a pickler has numbered, by identity, texts by what they say. A small pickle needs no hash table for it. */

/** Up to so many are looked through one by one. */
const FEW = 8;

export class Memo {
  private keys: unknown[] = [];
  private numbers: number[] = [];
  private table: Map<unknown, number> | null = null;

  get size(): number {
    return this.table === null ? this.keys.length : this.table.size;
  }

  get(key: unknown): number | undefined {
    if (this.table !== null) return this.table.get(key);
    const { keys } = this;
    for (let i = 0; i < keys.length; i++) if (keys[i] === key) return this.numbers[i];
    return undefined;
  }

  has(key: unknown): boolean {
    return this.get(key) !== undefined;
  }

  set(key: unknown, number: number): void {
    if (this.table !== null) {
      this.table.set(key, number);
      return;
    }
    const { keys, numbers } = this;
    const at = keys.indexOf(key);
    if (at >= 0) numbers[at] = number;
    else if (keys.length < FEW) this.add(key, number);
    else {
      this.table = new Map(keys.map((known, i) => [known, numbers[i]!]));
      this.table.set(key, number);
    }
  }

  /** The same for what is known not to be there. */
  add(key: unknown, number: number): void {
    if (this.table !== null || this.keys.length === FEW) {
      this.set(key, number);
      return;
    }
    this.keys.push(key);
    this.numbers.push(number);
  }

  clear(): void {
    this.keys = [];
    this.numbers = [];
    this.table = null;
  }
}
