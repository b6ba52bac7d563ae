/** Reads what a {@link Writer} wrote. */
import { KnownTexts } from './knownTexts.js';
import { bigintFromBytes } from './writer.js';

const LOOP_CHARS = 24;

export class Reader {
  bytes: Uint8Array = EMPTY;
  at = 0;
  private view: DataView = new DataView(EMPTY.buffer);
  private buffer: Buffer = Buffer.from(EMPTY.buffer);
  /** Strings read lately, so that attribute names and dict keys come out as the same interned strings. */
  private readonly known = new KnownTexts();

  /** Starts at the beginning of `bytes`. */
  open(bytes: Uint8Array): void {
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      this.buffer = Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
    }
    this.at = 0;
  }

  u8(): number {
    return this.bytes[this.at++]!;
  }

  u16(): number {
    const value = this.view.getUint16(this.at, true);
    this.at += 2;
    return value;
  }

  i32(): number {
    const value = this.view.getInt32(this.at, true);
    this.at += 4;
    return value;
  }

  f64(): number {
    const value = this.view.getFloat64(this.at, true);
    this.at += 8;
    return value;
  }

  count(): number {
    const first = this.bytes[this.at++]!;
    if (first < 0x80) return first;
    let value = first & 0x7f;
    for (let scale = 128; ; scale *= 128) {
      const byte = this.bytes[this.at++]!;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  align(sizeBytes: number): void {
    const rest = this.at % sizeBytes;
    if (rest !== 0) this.at += sizeBytes - rest;
  }

  /** A copy. */
  raw(sizeBytes: number): Uint8Array {
    const data = this.bytes.slice(this.at, this.at + sizeBytes);
    this.at += sizeBytes;
    return data;
  }

  /** Not a copy. */
  part(sizeBytes: number): Uint8Array {
    const data = this.bytes.subarray(this.at, this.at + sizeBytes);
    this.at += sizeBytes;
    return data;
  }

  /** Ints of `size` bytes (see `Writer.ints`), their number first. */
  ints(size: 1 | 4): number[] {
    const length = this.count();
    // Filled by `push`, so that the array is one without holes.
    const items: number[] = [];
    if (size === 1) {
      const { bytes, at } = this;
      for (let i = 0; i < length; i++) items.push(bytes[at + i]!);
    } else {
      this.align(4);
      const block = this.aligned(4) ? new Int32Array(this.bytes.buffer, this.bytes.byteOffset + this.at, length) : null;
      if (block !== null) for (let i = 0; i < length; i++) items.push(block[i]!);
      else for (let i = 0; i < length; i++) items.push(this.view.getInt32(this.at + 4 * i, true));
    }
    this.at += length * size;
    return items;
  }

  /** Doubles (see `Writer.doubles`), their number first. */
  doubles(): number[] {
    const length = this.count();
    this.align(8);
    const values: number[] = [];
    const block = this.aligned(8) ? new Float64Array(this.bytes.buffer, this.bytes.byteOffset + this.at, length) : null;
    if (block !== null) for (let i = 0; i < length; i++) values.push(block[i]!);
    else for (let i = 0; i < length; i++) values.push(this.view.getFloat64(this.at + 8 * i, true));
    this.at += length * 8;
    return values;
  }

  private aligned(size: number): boolean {
    return (this.bytes.byteOffset + this.at) % size === 0;
  }

  text(): string {
    const header = this.count();
    const length = header >>> 1;
    if ((header & 1) === 1) {
      const text = this.buffer.ucs2Slice(this.at, this.at + length * 2);
      this.at += length * 2;
      return text;
    }
    const start = this.at;
    this.at += length;
    if (length > LOOP_CHARS) return this.buffer.latin1Slice(start, this.at);
    return this.known.text(this.bytes, start, length);
  }

  bigint(): bigint {
    return bigintFromBytes(this.part(this.count()));
  }
}

const EMPTY = new Uint8Array(0);
