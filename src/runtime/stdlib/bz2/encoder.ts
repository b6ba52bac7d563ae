/** Compresses as bzip2 does, byte for byte. */
import { BitWriter } from './bits.js';
import { BLOCK, BLOCK_STEP, combine, END, GROUP, makeChecksums, MOST_TABLES, RUN_A, RUN_B } from './format.js';
import { codeLengths } from './lengths.js';
import { sortRotations } from './rotations.js';

const LONGEST_RUN = 255;
/** What a block keeps free for the last run. */
const RESERVE = 19;
const LONGEST_CODE = 17;
const ROUNDS = 4;

export class Encoder {
  private readonly output = new BitWriter();
  private readonly checksums = makeChecksums();
  private readonly bytes: Uint8Array;
  private readonly limit: number;
  private length = 0;
  private runByte = -1;
  private runLength = 0;
  private crc = -1;
  private checksum = 0;
  private hasBegun = false;

  /** @param level from 1 to 9: blocks of so many times 100,000 bytes. */
  constructor(private readonly level: number) {
    this.limit = level * BLOCK_STEP - RESERVE;
    this.bytes = new Uint8Array(level * BLOCK_STEP);
  }

  /** The compressed bytes that there are by now. */
  add(bytes: Uint8Array): Uint8Array {
    for (let i = 0; i < bytes.length; i++) {
      if (this.length >= this.limit) this.writeBlock();
      const byte = bytes[i]!;
      if (byte !== this.runByte || this.runLength === LONGEST_RUN) this.endRun(byte);
      else this.runLength++;
    }
    if (this.length >= this.limit) this.writeBlock();
    return this.output.take();
  }

  finish(): Uint8Array {
    this.endRun(-1);
    this.writeBlock();
    for (const half of END) this.output.write(24, half);
    this.output.write(32, this.checksum);
    this.output.align();
    return this.output.take();
  }

  /** Puts the run into the block, shortened if it is of four or more; the next one begins with `next`. */
  private endRun(next: number): void {
    const { runByte, runLength } = this;
    for (let i = 0; i < runLength; i++)
      this.crc = (this.crc << 8) ^ this.checksums[((this.crc >>> 24) ^ runByte) & 255]!;
    for (let i = 0; i < Math.min(runLength, 4); i++) this.bytes[this.length++] = runByte;
    if (runLength >= 4) this.bytes[this.length++] = runLength - 4;
    this.runByte = next;
    this.runLength = next < 0 ? 0 : 1;
  }

  private writeBlock(): void {
    const { output } = this;
    if (!this.hasBegun) {
      this.hasBegun = true;
      for (const letter of `BZh${this.level}`) output.write(8, letter.charCodeAt(0));
    }
    if (this.length === 0) return;
    const block = this.bytes.slice(0, this.length);
    this.checksum = combine(this.checksum, ~this.crc);
    for (const half of BLOCK) output.write(24, half);
    output.write(32, ~this.crc);
    output.write(1, 0);
    const { order, origin } = sortRotations(block);
    output.write(24, origin);
    const used = [...new Set(block)].sort((a, b) => a - b);
    writeUsed(output, used);
    writeSymbols(output, symbolsOf(block, order, used), used.length + 2);
    this.length = 0;
    this.crc = -1;
  }
}

function writeUsed(output: BitWriter, used: readonly number[]): void {
  const halves = Array.from({ length: 16 }, (_, high) => used.filter((byte) => byte >> 4 === high));
  for (const half of halves) output.write(1, half.length > 0 ? 1 : 0);
  for (const half of halves) {
    if (half.length === 0) continue;
    for (let low = 0; low < 16; low++) output.write(1, half.some((byte) => (byte & 15) === low) ? 1 : 0);
  }
}

/** Places among the bytes met last, runs of zeros as numbers; then the end. */
function symbolsOf(block: Uint8Array, order: Int32Array, used: readonly number[]): Uint16Array {
  const symbols = new Uint16Array(block.length + 1);
  const recent = [...used];
  let length = 0;
  let zeros = 0;
  const endZeros = () => {
    for (; zeros > 0; zeros = (zeros - 1) >> 1) symbols[length++] = zeros & 1 ? RUN_A : RUN_B;
  };
  for (const start of order) {
    const byte = block[start === 0 ? block.length - 1 : start - 1]!;
    if (byte === recent[0]) {
      zeros++;
      continue;
    }
    endZeros();
    const at = recent.indexOf(byte);
    recent.splice(at, 1);
    recent.unshift(byte);
    symbols[length++] = at + 1;
  }
  endZeros();
  symbols[length++] = used.length + 1;
  return symbols.subarray(0, length);
}

function writeSymbols(output: BitWriter, symbols: Uint16Array, size: number): void {
  const { tables, selectors } = chooseTables(symbols, size);
  output.write(3, tables.length);
  output.write(15, selectors.length);
  const order = tables.map((_, i) => i);
  for (const selector of selectors) {
    const at = order.indexOf(selector);
    for (let i = 0; i < at; i++) output.write(1, 1);
    output.write(1, 0);
    order.splice(at, 1);
    order.unshift(selector);
  }
  for (const lengths of tables) writeTable(output, lengths);
  const codes = tables.map(codesOf);
  for (let i = 0; i < symbols.length; i++) {
    const table = selectors[Math.floor(i / GROUP)]!;
    output.write(tables[table]![symbols[i]!]!, codes[table]![symbols[i]!]!);
  }
}

function writeTable(output: BitWriter, lengths: readonly number[]): void {
  let current = lengths[0]!;
  output.write(5, current);
  for (const length of lengths) {
    for (; current < length; current++) output.write(2, 0b10);
    for (; current > length; current--) output.write(2, 0b11);
    output.write(1, 0);
  }
}

/** The codes of one length follow each other, from the shortest length on. */
function codesOf(lengths: readonly number[]): number[] {
  const codes = new Array<number>(lengths.length).fill(0);
  let code = 0;
  for (let n = 1; n <= LONGEST_CODE; n++, code <<= 1)
    for (let symbol = 0; symbol < lengths.length; symbol++) if (lengths[symbol] === n) codes[symbol] = code++;
  return codes;
}

/** Tables, as lengths of codes, and which of them each group of symbols takes. */
function chooseTables(symbols: Uint16Array, size: number): { tables: number[][]; selectors: number[] } {
  const counts = new Array<number>(size).fill(0);
  for (const symbol of symbols) counts[symbol]!++;
  const limits = [200, 600, 1200, 2400];
  const count = Math.min(MOST_TABLES, 2 + limits.filter((limit) => symbols.length >= limit).length);
  let tables = firstTables(counts, count, symbols.length);
  let selectors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const totals = tables.map(() => new Array<number>(size).fill(0));
    selectors = [];
    for (let start = 0; start < symbols.length; start += GROUP) {
      const group = symbols.subarray(start, start + GROUP);
      const best = cheapest(tables, group);
      selectors.push(best);
      for (const symbol of group) totals[best]![symbol]!++;
    }
    tables = totals.map((each) => codeLengths(each, LONGEST_CODE));
  }
  return { tables, selectors };
}

function cheapest(tables: readonly number[][], group: Uint16Array): number {
  let best = 0;
  let least = Infinity;
  for (let table = 0; table < tables.length; table++) {
    let cost = 0;
    for (const symbol of group) cost += tables[table]![symbol]!;
    if (cost < least) [best, least] = [table, cost];
  }
  return best;
}

/** To begin with, each table is for a range of symbols that together come about as often as those of the others. */
function firstTables(counts: readonly number[], count: number, total: number): number[][] {
  const tables: number[][] = [];
  let left = total;
  let from = 0;
  for (let part = count; part > 0; part--) {
    const wanted = Math.floor(left / part);
    let to = from - 1;
    let sum = 0;
    while (sum < wanted && to < counts.length - 1) sum += counts[++to]!;
    if (to > from && part !== count && part !== 1 && (count - part) % 2 === 1) sum -= counts[to--]!;
    const [first, last] = [from, to];
    tables[part - 1] = counts.map((_, symbol) => (symbol >= first && symbol <= last ? 0 : 15));
    from = to + 1;
    left -= sum;
  }
  return tables;
}
