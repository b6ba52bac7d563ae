/** Reads one block of a stream of bzip2. It may stop at any group of symbols, and goes on there when more bytes have come. */
import { type BitReader, NEEDS_MORE } from './bits.js';
import { GROUP, MOST_TABLES, RUN_B } from './format.js';

/** Thrown for what is no stream of bzip2. */
export const INVALID = Symbol('invalid');

const LONGEST = 20;

/** Codes of one table, by their length. */
interface Table {
  /** The largest code of each length, or -1. */
  readonly limit: Int32Array;
  /** What to add to a code of each length for its place in `symbols`. */
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
}

export class Block {
  readonly checksum: number;
  private readonly origin: number;
  private readonly recent: number[] = [];
  private readonly tables: Table[] = [];
  private readonly selectors: number[] = [];
  private readonly last: Uint8Array;
  private length = 0;
  private group = 0;
  private run = 0;
  private digit = 1;

  /** Reads what is before the symbols; throws NEEDS_MORE where that is not all there. */
  constructor(
    private readonly input: BitReader,
    size: number,
  ) {
    this.checksum = input.read(32) | 0;
    // Blocks that were shuffled have not been made since 1997.
    if (input.bit() === 1) throw INVALID;
    this.origin = input.read(24);
    this.readUsed();
    const tables = input.read(3);
    const count = input.read(15);
    if (tables < 2 || tables > MOST_TABLES || count === 0) throw INVALID;
    this.readSelectors(tables, count);
    for (let i = 0; i < tables; i++) this.tables.push(readTable(input, this.recent.length + 2));
    this.last = new Uint8Array(size);
  }

  private readUsed(): void {
    const halves = this.input.read(16);
    for (let high = 0; high < 16; high++) {
      if (((halves >> (15 - high)) & 1) === 0) continue;
      const used = this.input.read(16);
      for (let low = 0; low < 16; low++) if (((used >> (15 - low)) & 1) === 1) this.recent.push(high * 16 + low);
    }
    if (this.recent.length === 0) throw INVALID;
  }

  private readSelectors(tables: number, count: number): void {
    const order = Array.from({ length: tables }, (_, i) => i);
    for (let i = 0; i < count; i++) {
      let at = 0;
      while (this.input.bit() === 1) if (++at >= tables) throw INVALID;
      const [chosen] = order.splice(at, 1);
      order.unshift(chosen!);
      this.selectors.push(chosen!);
    }
  }

  /** Reads symbols up to the end of the block; throws NEEDS_MORE, and goes on with the same group when called again. */
  readSymbols(): void {
    for (; ; this.group++) {
      const selector = this.selectors[this.group];
      if (selector === undefined) throw INVALID;
      const start = this.input.at;
      const symbols: number[] = [];
      const end = this.recent.length + 1;
      try {
        while (symbols.length < GROUP && symbols.at(-1) !== end)
          symbols.push(readSymbol(this.input, this.tables[selector]!));
      } catch (error) {
        if (error === NEEDS_MORE) this.input.at = start;
        throw error;
      }
      for (const symbol of symbols) this.take(symbol);
      if (symbols.at(-1) === end) return;
    }
  }

  private take(symbol: number): void {
    if (symbol <= RUN_B) {
      this.run += (symbol + 1) * this.digit;
      this.digit *= 2;
      if (this.run > this.last.length) throw INVALID;
      return;
    }
    if (this.run > 0) {
      if (this.length + this.run > this.last.length) throw INVALID;
      this.last.fill(this.recent[0]!, this.length, this.length + this.run);
      this.length += this.run;
      this.run = 0;
    }
    this.digit = 1;
    if (symbol > this.recent.length) return;
    if (this.length >= this.last.length) throw INVALID;
    const [byte] = this.recent.splice(symbol - 1, 1);
    this.recent.unshift(byte!);
    this.last[this.length++] = byte!;
  }

  /** The bytes of the block, whose runs still are shortened. */
  sorted(): Uint8Array {
    const { last, length } = this;
    if (this.origin >= length) throw INVALID;
    const starts = new Int32Array(257);
    for (let i = 0; i < length; i++) starts[last[i]! + 1]!++;
    for (let i = 0; i < 256; i++) starts[i + 1]! += starts[i]!;
    const next = new Int32Array(length);
    for (let i = 0; i < length; i++) next[starts[last[i]!]!++] = i;
    const bytes = new Uint8Array(length);
    for (let i = 0, at = next[this.origin]!; i < length; i++, at = next[at]!) bytes[i] = last[at]!;
    return bytes;
  }
}

function readTable(input: BitReader, size: number): Table {
  const lengths: number[] = [];
  let length = input.read(5);
  for (let i = 0; i < size; i++) {
    for (; input.bit() === 1; ) length += input.bit() === 1 ? -1 : 1;
    if (length < 1 || length > LONGEST) throw INVALID;
    lengths.push(length);
  }
  const limit = new Int32Array(LONGEST + 1).fill(-1);
  const base = new Int32Array(LONGEST + 1);
  const symbols = new Uint16Array(size);
  let code = 0;
  let placed = 0;
  for (let n = 1; n <= LONGEST; n++) {
    base[n] = placed - code;
    for (let symbol = 0; symbol < size; symbol++) {
      if (lengths[symbol] !== n) continue;
      symbols[placed++] = symbol;
      limit[n] = code++;
    }
    code <<= 1;
  }
  return { limit, base, symbols };
}

function readSymbol(input: BitReader, { limit, base, symbols }: Table): number {
  let code = 0;
  for (let n = 1; n <= LONGEST; n++) {
    code = (code << 1) | input.bit();
    if (limit[n]! >= code) return symbols[code + base[n]!]!;
  }
  throw INVALID;
}
