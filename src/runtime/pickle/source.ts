/** Where an unpickler reads from: bytes, or a Python file of which it takes no more than the pickle. */
import { findAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { bufferOf, bufferOrUndefined } from '../object/buffer.js';
import { KnownTexts } from '../codec/knownTexts.js';
import { moduleState } from '../object/context.js';
import { isInstanceOf, NotImplementedError, TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { type Faults, faults } from './faults.js';

/** How much a file is asked to show of what it has buffered. */
const PREFETCH = 128 * 1024;

/** One double and its bytes, lowest first. */
const double = new Float64Array(1);
const doubleBytes = new Uint8Array(double.buffer);

export class Source {
  bytes: Uint8Array = NOTHING;
  at = 0;
  /** Bytes at the beginning of `bytes` that were only peeked at, and have yet to be taken from the file. */
  private peeked = 0;
  private readonly read: Py = undefined;
  private readonly readline: Py = undefined;
  private peek: Py = undefined;
  /** Set by who reads. */
  faults: Faults = faults;
  readonly texts = moduleState('_pickle.texts', () => new KnownTexts());

  constructor(data: Uint8Array | null, file: Py = null) {
    if (data !== null) this.bytes = data;
    else {
      this.peek = findAttr(file, 'peek');
      this.read = findAttr(file, 'read');
      this.readline = findAttr(file, 'readline');
      if (this.read === undefined || this.readline === undefined)
        throw TypeError("file must have 'read' and 'readline' attributes");
    }
  }

  get isFile(): boolean {
    return this.read !== undefined;
  }

  u8(): number {
    if (this.at >= this.bytes.length) this.need(1);
    return this.bytes[this.at++]!;
  }

  /** The opcode; EOFError at the end. */
  opcode(): number {
    if (this.at >= this.bytes.length && !this.fetch(1)) throw this.faults.ended();
    return this.bytes[this.at++]!;
  }

  /** The next `length` bytes, not a copy. */
  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) this.need(length);
    const part = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return part;
  }

  /** The next `length` bytes, a copy. */
  copy(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) this.need(length);
    const { at } = this;
    this.at = at + length;
    return Uint8Array.prototype.slice.call(this.bytes, at, at + length);
  }

  /** An unsigned number of `size` bytes, lowest first. */
  little(size: number): number {
    if (this.at + size > this.bytes.length) this.need(size);
    let value = 0;
    for (let i = this.at + size - 1; i >= this.at; i--) value = value * 256 + this.bytes[i]!;
    this.at += size;
    return value;
  }

  /** A double, highest byte first. */
  double(): number {
    if (this.at + 8 > this.bytes.length) this.need(8);
    for (let i = 7; i >= 0; i--) doubleBytes[i] = this.bytes[this.at++]!;
    return double[0]!;
  }

  /** The next `length` bytes as a text, or undefined, and nothing taken, when they are not all ASCII or not there yet. */
  ascii(length: number): string | undefined {
    const { bytes, at } = this;
    const end = at + length;
    if (end > bytes.length) return undefined;
    let text: string | undefined;
    if (length <= SHORT) text = this.texts.ascii(bytes, at, length);
    else if (isAscii(bytes, at, end)) text = latin1Slice.call(bytes, at, end);
    if (text !== undefined) this.at = end;
    return text;
  }

  private need(length: number): void {
    if (!this.fetch(length)) throw this.faults.truncated();
  }

  /** Makes `length` bytes available from `at` on. */
  private fetch(length: number): boolean {
    if (!this.isFile) return false;
    const rest = this.bytes.subarray(this.at);
    this.skipPeeked();
    if (rest.length > 0 && this.peek === undefined) {
      const more = bufferOf(call(this.read, [length - rest.length]));
      this.bytes = Buffer.concat([rest, more]);
    } else {
      this.bytes = bufferOf(call(this.read, [length])).slice();
      this.peekAhead();
    }
    this.at = 0;
    return this.bytes.length >= length;
  }

  private peekAhead(): void {
    if (this.peek === undefined || this.bytes.length === 0) return;
    const ahead = this.buffered();
    if (ahead === undefined || ahead.length === 0) return;
    this.peeked = ahead.length;
    this.bytes = Buffer.concat([this.bytes, ahead]);
  }

  /** What the file has buffered; a file may have `peek` only to say that it cannot. */
  private buffered(): Uint8Array | undefined {
    try {
      return bufferOrUndefined(call(this.peek, [PREFETCH]));
    } catch (error) {
      if (!isInstanceOf(error, NotImplementedError)) throw error;
      this.peek = undefined;
      return undefined;
    }
  }

  /** Takes from the file what was used of the bytes peeked at. */
  skipPeeked(): void {
    if (this.peeked === 0) return;
    const used = this.at - (this.bytes.length - this.peeked);
    this.peeked = 0;
    if (used > 0) call(this.read, [used]);
  }

  /** A line without its end. */
  line(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end >= 0) return this.textTo(end);
    if (!this.isFile) return this.faults.unendedLine(this.rest());
    const rest = this.bytes.slice(this.at);
    this.at = this.bytes.length;
    this.skipPeeked();
    const more = bufferOf(call(this.readline, [])).slice();
    this.bytes = Buffer.concat([rest, more]);
    this.at = 0;
    if (this.bytes[this.bytes.length - 1] !== 10) return this.faults.unendedLine(this.rest());
    const line = this.textTo(this.bytes.length - 1);
    this.peekAheadAfterLine();
    return line;
  }

  private peekAheadAfterLine(): void {
    this.bytes = NOTHING;
    this.at = 0;
  }

  /** What is left, which has no end of line. */
  private rest(): string {
    const text = this.textTo(this.bytes.length);
    this.at = this.bytes.length;
    return text;
  }

  private textTo(end: number): string {
    const text = Buffer.from(
      this.bytes.buffer as ArrayBuffer,
      this.bytes.byteOffset + this.at,
      end - this.at,
    ).latin1Slice(0, end - this.at);
    this.at = end + 1;
    return text;
  }
}

/** Up to this length texts are looked for among those read lately. */
export const SHORT = 32;
const { latin1Slice } = Buffer.prototype;

const NOTHING = new Uint8Array(0);

function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i]! > 127) return false;
  return true;
}
