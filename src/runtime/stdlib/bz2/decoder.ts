/** Reads one stream of bzip2, whose bytes come in pieces. */
import { BitReader, NEEDS_MORE } from './bits.js';
import { Block, INVALID } from './block.js';
import { BLOCK, BLOCK_STEP, combine, END, makeChecksums } from './format.js';

export class Decoder {
  /** The stream has come to its end; what came after it is `unused`. */
  ended = false;
  unused: Uint8Array = new Uint8Array(0);
  private readonly input = new BitReader();
  private readonly checksums = makeChecksums();
  private size = 0;
  private checksum = 0;
  private block: Block | undefined = undefined;

  push(bytes: Uint8Array): void {
    this.input.push(bytes);
  }

  /** The bytes of the next block; undefined at the end, and where more are needed. Throws INVALID. */
  next(): Uint8Array | undefined {
    while (!this.ended) {
      const start = this.input.at;
      try {
        if (this.block === undefined) this.readHead();
        else {
          this.block.readSymbols();
          return this.finish(this.block);
        }
      } catch (error) {
        if (error !== NEEDS_MORE) throw error;
        if (this.block === undefined) this.input.at = start;
        return undefined;
      }
    }
    return undefined;
  }

  private readHead(): void {
    const { input } = this;
    if (this.size === 0) {
      for (const letter of 'BZh') if (input.read(8) !== letter.charCodeAt(0)) throw INVALID;
      const level = input.read(8) - 48;
      if (level < 1 || level > 9) throw INVALID;
      this.size = level * BLOCK_STEP;
      return;
    }
    const magic = [input.read(24), input.read(24)];
    if (magic[0] === BLOCK[0] && magic[1] === BLOCK[1]) this.block = new Block(input, this.size);
    else if (magic[0] === END[0] && magic[1] === END[1]) {
      if ((input.read(32) | 0) !== this.checksum) throw INVALID;
      this.ended = true;
      this.unused = input.rest();
    } else throw INVALID;
  }

  private finish(block: Block): Uint8Array {
    this.block = undefined;
    const bytes = lengthened(block.sorted());
    let crc = -1;
    for (let i = 0; i < bytes.length; i++) crc = (crc << 8) ^ this.checksums[((crc >>> 24) ^ bytes[i]!) & 255]!;
    if (~crc !== block.checksum) throw INVALID;
    this.checksum = combine(this.checksum, block.checksum);
    return bytes;
  }
}

/** After four equal bytes comes the number of those that follow. */
function lengthened(bytes: Uint8Array): Uint8Array {
  let size = 0;
  const each = (visit: (byte: number, count: number) => void) => {
    let equal = 0;
    for (let i = 0; i < bytes.length; i++) {
      if (equal === 4) {
        visit(bytes[i - 1]!, bytes[i]!);
        equal = 0;
        continue;
      }
      equal = equal > 0 && bytes[i] === bytes[i - 1] ? equal + 1 : 1;
      visit(bytes[i]!, 1);
    }
  };
  each((_, count) => (size += count));
  const result = new Uint8Array(size);
  let at = 0;
  each((byte, count) => {
    result.fill(byte, at, at + count);
    at += count;
  });
  return result;
}
