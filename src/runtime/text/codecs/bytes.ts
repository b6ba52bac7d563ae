/** Bytes to and from strings of one character a byte, and a growing buffer of bytes. */
import { unitAt } from '../units.js';

/** The string with one character (U+0000 to U+00FF) a byte. */
export function bytesToLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** The bytes of a string of one character a byte. */
export function latin1ToBytes(latin1: string): Uint8Array {
  const bytes = new Uint8Array(latin1.length);
  if (latin1.length < 32) for (let i = 0, size = latin1.length; i < size; i++) bytes[i] = unitAt(latin1, i);
  else Buffer.from(bytes.buffer).write(latin1, 'latin1');
  return bytes;
}

/** Collects bytes. */
export class ByteWriter {
  #bytes: Uint8Array;
  length = 0;

  constructor(expected = 16) {
    this.#bytes = new Uint8Array(Math.max(expected, 16));
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = value;
  }

  /** The last byte so far. */
  get last(): number | undefined {
    return this.length === 0 ? undefined : this.#bytes[this.length - 1];
  }

  bytes(values: Uint8Array): void {
    if (this.length + values.length > this.#bytes.length) this.#grow(values.length);
    this.#bytes.set(values, this.length);
    this.length += values.length;
  }

  #grow(by: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + by));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** What was collected; the writer may not be used after it. */
  finish(): Uint8Array {
    return this.#bytes.length === this.length ? this.#bytes : this.#bytes.slice(0, this.length);
  }
}
