/** Bytes being written: one growing array, little-endian numbers, strings in the shortest of three forms. */
import { unitAt } from '../text/units.js';

const LOOP_CHARS = 24;

/** One integer of 64 bits and its bytes, lowest first. */
const word = new BigInt64Array(1);
const wordBytes = new Uint8Array(word.buffer);

export class Writer {
  bytes: Uint8Array;
  length = 0;
  private view: DataView;
  private buffer: Buffer;

  constructor(sizeBytes = 1024) {
    this.bytes = new Uint8Array(sizeBytes);
    this.view = new DataView(this.bytes.buffer);
    this.buffer = Buffer.from(this.bytes.buffer);
  }

  /** What has been written; valid until more is. */
  get written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  /** Makes room for `sizeBytes` more. Everything below that writes calls it first. */
  reserve(sizeBytes: number): void {
    if (this.length + sizeBytes > this.bytes.length) this.grow(sizeBytes);
  }

  private grow(sizeBytes: number): void {
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + sizeBytes));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
    this.view = new DataView(larger.buffer);
    this.buffer = Buffer.from(larger.buffer);
  }

  u8(value: number): void {
    if (this.length === this.bytes.length) this.grow(1);
    this.bytes[this.length++] = value;
  }

  u16(value: number): void {
    this.reserve(2);
    this.view.setUint16(this.length, value, true);
    this.length += 2;
  }

  i32(value: number): void {
    this.reserve(4);
    this.view.setInt32(this.length, value, true);
    this.length += 4;
  }

  f64(value: number): void {
    this.reserve(8);
    this.view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  /** A non-negative integer, seven bits a byte, lowest first. */
  count(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      this.bytes[this.length++] = (rest & 0x7f) | 0x80;
      rest = rest > 0x7fffffff ? Math.floor(rest / 128) : rest >>> 7;
    }
    this.bytes[this.length++] = rest;
  }

  raw(data: Uint8Array): void {
    const { length } = data;
    this.reserve(length);
    if (length <= 32) for (let i = 0; i < length; i++) this.bytes[this.length + i] = data[i]!;
    else this.bytes.set(data, this.length);
    this.length += length;
  }

  /** Zeros up to the next multiple of `sizeBytes`. */
  align(sizeBytes: number): void {
    this.reserve(sizeBytes);
    while (this.length % sizeBytes !== 0) this.bytes[this.length++] = 0;
  }

  /** A tag, the number of ints, and the ints, each in `size` bytes (1: unsigned). */
  ints(tag: number, items: readonly number[], size: 1 | 4): void {
    this.u8(tag);
    this.count(items.length);
    this.align(size);
    this.reserve(items.length * size);
    if (size === 1) {
      const { bytes, length } = this;
      for (let i = 0; i < items.length; i++) bytes[length + i] = items[i]!;
    } else {
      const block = new Int32Array(this.bytes.buffer, this.length, items.length);
      for (let i = 0; i < block.length; i++) block[i] = items[i]!;
    }
    this.length += items.length * size;
  }

  /** A tag, the number of doubles, and the doubles. */
  doubles(tag: number, values: readonly number[]): void {
    const block = this.doubleBlock(tag, values.length);
    for (let i = 0; i < block.length; i++) block[i] = values[i]!;
  }

  /** The same for boxed doubles. */
  floats(tag: number, items: readonly { readonly v: number }[]): void {
    const block = this.doubleBlock(tag, items.length);
    for (let i = 0; i < block.length; i++) block[i] = items[i]!.v;
  }

  private doubleBlock(tag: number, length: number): Float64Array {
    this.u8(tag);
    this.count(length);
    this.align(8);
    this.reserve(length * 8);
    const block = new Float64Array(this.bytes.buffer, this.length, length);
    this.length += length * 8;
    return block;
  }

  /** A string: its length times two, plus one when it is UTF-16, then one or two bytes a unit. */
  text(value: string): void {
    const { length } = value;
    this.reserve(2 * length + 9);
    const start = this.length;
    if (length <= LOOP_CHARS) {
      const { bytes } = this;
      bytes[start] = length * 2;
      let at = start + 1;
      let union = 0;
      for (let i = 0; i < length; i++) {
        const unit = unitAt(value, i);
        union |= unit;
        bytes[at++] = unit;
      }
      if (union < 256) {
        this.length = at;
        return;
      }
    } else if (isLatin1(value)) {
      this.count(length * 2);
      this.buffer.latin1Write(value, this.length, length);
      this.length += length;
      return;
    }
    this.count(length * 2 + 1);
    this.buffer.ucs2Write(value, this.length, length * 2);
    this.length += length * 2;
  }

  /** An integer of any size: number of bytes, then two's complement. */
  bigint(value: bigint): void {
    const data = bigintBytes(value);
    this.count(data.length);
    this.raw(data);
  }
}

// Node's Buffer has these, its type declarations do not.
declare global {
  interface Buffer {
    latin1Write(text: string, offset: number, length: number): number;
    ucs2Write(text: string, offset: number, length: number): number;
    utf8Write(text: string, offset: number, length: number): number;
    latin1Slice(start: number, end: number): string;
    ucs2Slice(start: number, end: number): string;
    utf8Slice(start: number, end: number): string;
  }
}

/** A regular expression looks at the flat string faster than a loop over its units does. */
const BEYOND_LATIN1 = /[^\x00-\xff]/;
export const isLatin1 = (text: string): boolean => !BEYOND_LATIN1.test(text);

/** Two's complement, lowest byte first, as few bytes as will hold the sign. Zero is no bytes. */
export function bigintBytes(value: bigint): Uint8Array {
  if (value === 0n) return new Uint8Array(0);
  if (BigInt.asIntN(64, value) === value) {
    word[0] = value;
    let used = 8;
    while (used > 1 && isSignOnly(wordBytes[used - 1]!, wordBytes[used - 2]!)) used--;
    return wordBytes.slice(0, used);
  }
  const magnitude = value < 0n ? ~value : value;
  const bits = magnitude.toString(16).length * 4;
  const room = Math.ceil((bits + 1) / 8);
  let hex = BigInt.asUintN(room * 8, value)
    .toString(16)
    .padStart(room * 2, '0');
  if (hex.length % 2 === 1) hex = `0${hex}`;
  const data = new Uint8Array(Buffer.from(hex, 'hex')).reverse();
  let { length } = data;
  while (length > 1 && isSignOnly(data[length - 1]!, data[length - 2]!)) length--;
  return data.subarray(0, length);
}

/** The top byte only repeats the sign of the one below. */
const isSignOnly = (top: number, below: number): boolean =>
  (top === 0 && below < 0x80) || (top === 0xff && below >= 0x80);

export function bigintFromBytes(data: Uint8Array): bigint {
  const { length } = data;
  if (length === 0) return 0n;
  if (length <= 8) {
    word[0] = data[length - 1]! > 127 ? -1n : 0n;
    for (let i = 0; i < length; i++) wordBytes[i] = data[i]!;
    return word[0];
  }
  const hex = Buffer.from(data).reverse().toString('hex');
  return BigInt.asIntN(data.length * 8, BigInt(`0x${hex}`));
}
