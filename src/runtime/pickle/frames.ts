/** The bytes of a pickle being written: opcodes, from protocol 4 on in frames. */
import { unitAt } from '../text/units.js';
import { moduleState } from '../object/context.js';
import { Op } from './opcodes.js';
import { writtenNaN } from '../text/nan.js';

const FRAME_HEADER = 9;
const FRAME_MIN = 4;
const FRAME_TARGET = 64 * 1024;

/** One double and its bytes, lowest first. */
const double = new Float64Array(1);
const doubleBytes = new Uint8Array(double.buffer);

/** Small pickles are written one after another into memory of this size, and are parts of it. */
const POOL_BYTES = 8 * 1024;
/** With less of it left, a pickle begins a new one. */
const POOL_REST = 512;
/** Up to this size the memory of a large pickle is kept for the next one. */
const KEPT_BYTES = 256 * 1024;

const NOTHING = new Uint8Array(0);

/** The memory that is free, shared by the picklers of a process: to get it costs more than a small pickle. */
class Spare {
  pool = NOTHING;
  /** How much of the pool is taken. */
  used = 0;
  large = NOTHING;
}

const spare = () => moduleState('_pickle.spare', () => new Spare());

export class FrameWriter {
  private bytes = NOTHING;
  /** Where the pickle begins in `bytes`, and where its next byte goes. */
  private begun = 0;
  private at = 0;
  /** How far may be written without asking: nowhere while a frame has to be opened first. */
  private room = 0;
  /** Where the open frame has become long enough to end. */
  private frameEnd = Number.MAX_SAFE_INTEGER;
  private framing = false;
  /** Where the open frame's header stands; -1 while there is none. */
  private start = -1;

  /** Begins a pickle, with a PROTO opcode from protocol 2 on. */
  begin(protocol: number): void {
    const free = spare();
    if (free.pool.length - free.used >= POOL_REST) {
      this.bytes = free.pool;
      this.begun = free.used;
    } else {
      this.bytes = new Uint8Array(POOL_BYTES);
      this.begun = 0;
    }
    free.pool = NOTHING;
    this.at = this.begun;
    this.noFrame(false);
    if (protocol >= 2) this.sized(Op.PROTO, protocol, 1);
    this.noFrame(protocol >= 4);
  }

  /** All that was written; nothing more is until the next `begin`. */
  finish(): Uint8Array {
    this.closeFrame();
    this.noFrame(false);
    const { bytes, begun, at } = this;
    const free = spare();
    this.bytes = NOTHING;
    this.room = 0;
    if (bytes.length === POOL_BYTES) {
      free.pool = bytes;
      free.used = at;
      return new Uint8Array(bytes.buffer, begun, at - begun);
    }
    if (bytes.length <= KEPT_BYTES) free.large = bytes;
    return bytes.slice(begun, at);
  }

  /** There is no open frame; one is opened for what comes next if `framing`. */
  private noFrame(framing: boolean): void {
    this.framing = framing;
    this.start = -1;
    this.frameEnd = Number.MAX_SAFE_INTEGER;
    this.room = framing ? -1 : this.bytes.length;
  }

  private open(sizeBytes: number): void {
    if (this.at + sizeBytes > this.room) this.makeRoom(sizeBytes);
  }

  private makeRoom(sizeBytes: number): void {
    const opens = this.framing && this.start === -1;
    const wanted = this.at + sizeBytes + (opens ? FRAME_HEADER : 0);
    if (wanted > this.bytes.length) this.grow(wanted);
    this.room = this.bytes.length;
    if (!opens) return;
    this.start = this.at;
    this.at += FRAME_HEADER;
    this.frameEnd = this.at + FRAME_TARGET;
  }

  /** Moves the pickle to the beginning of larger memory: for `wanted` bytes counted from where it begins now, or more. */
  private grow(wanted: number): void {
    const { bytes, begun } = this;
    const free = spare();
    let larger = free.large;
    free.large = NOTHING;
    if (larger.length < wanted) larger = new Uint8Array(Math.max(bytes.length * 2, wanted));
    larger.set(bytes.subarray(begun, this.at));
    if (bytes.length === POOL_BYTES) {
      free.pool = bytes;
      free.used = begun;
    }
    this.bytes = larger;
    this.begun = 0;
    this.at -= begun;
    if (this.start !== -1) {
      this.start -= begun;
      this.frameEnd -= begun;
    }
  }

  op(code: number): void {
    this.open(1);
    this.bytes[this.at++] = code;
  }

  raw(data: Uint8Array): void {
    const { length } = data;
    this.open(length);
    const { bytes, at } = this;
    if (length <= 32) for (let i = 0; i < length; i++) bytes[at + i] = data[i]!;
    else bytes.set(data, at);
    this.at = at + length;
  }

  ascii(text: string): void {
    this.open(text.length);
    const { bytes } = this;
    let { at } = this;
    for (let i = 0, size = text.length; i < size; i++) bytes[at++] = unitAt(text, i);
    this.at = at;
  }

  /** An opcode and an unsigned number of `size` bytes, lowest first. */
  sized(code: number, value: number, size: 1 | 2 | 4 | 8): void {
    this.open(1 + size);
    const { bytes, at } = this;
    bytes[at] = code;
    if (size === 1) bytes[at + 1] = value;
    else {
      let rest = value;
      for (let i = 1; i <= size; i++) {
        bytes[at + i] = rest % 256;
        rest = Math.floor(rest / 256);
      }
    }
    this.at = at + 1 + size;
  }

  /** The opcode for an int of 32 bits, and the int. */
  int(n: number): void {
    this.open(5);
    const { bytes, at } = this;
    bytes[at + 1] = n;
    if (n >= 0 && n <= 0xff) {
      bytes[at] = Op.BININT1;
      this.at = at + 2;
      return;
    }
    bytes[at + 2] = n >> 8;
    if (n >= 0 && n <= 0xffff) {
      bytes[at] = Op.BININT2;
      this.at = at + 3;
      return;
    }
    bytes[at] = Op.BININT;
    bytes[at + 3] = n >> 16;
    bytes[at + 4] = n >> 24;
    this.at = at + 5;
  }

  /** A LONG1 of a number beyond 32 bits: two's complement in as few bytes as hold its sign. */
  long(n: number): void {
    this.open(10);
    const { bytes, at } = this;
    const magnitude = n < 0 ? -1 - n : n;
    let size = 5;
    for (let limit = 0x8000000000; magnitude >= limit; limit *= 256) size++;
    bytes[at] = Op.LONG1;
    bytes[at + 1] = size;
    for (let i = 2, rest = n; i < size + 2; i++) {
      bytes[at + i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    this.at = at + 2 + size;
  }

  /** An opcode and a double, highest byte first. */
  double(code: number, value: number): void {
    this.open(9);
    const { bytes, at } = this;
    bytes[at] = code;
    double[0] = writtenNaN(value);
    for (let i = 1; i <= 8; i++) bytes[at + i] = doubleBytes[8 - i]!;
    this.at = at + 9;
  }

  /** An opcode, the length in `sizeBytes`, and a short text; false, and nothing written, when it is not all ASCII. */
  asciiData(code: number, sizeBytes: 1 | 4, text: string): boolean {
    const { length } = text;
    this.open(1 + sizeBytes + length);
    const { bytes } = this;
    const start = this.at + 1 + sizeBytes;
    let all = 0;
    for (let i = 0; i < length; i++) {
      const unit = unitAt(text, i);
      all |= unit;
      bytes[start + i] = unit;
    }
    if (all > 127) return false;
    this.sized(code, length, sizeBytes);
    this.at += length;
    return true;
  }

  /** A header (opcode and length) and data; long data stands outside the frames. */
  data(code: number, sizeBytes: 1 | 4 | 8, data: Uint8Array): void {
    const { framing } = this;
    const bypass = data.length >= FRAME_TARGET;
    if (bypass) {
      this.closeFrame();
      this.noFrame(false);
    }
    this.sized(code, data.length, sizeBytes);
    this.raw(data);
    if (bypass) this.noFrame(framing);
  }

  /** Between two objects a frame that has become long enough ends. */
  boundary(): void {
    if (this.at >= this.frameEnd) this.closeFrame();
  }

  private closeFrame(): void {
    const { bytes, start } = this;
    if (!this.framing || start === -1) return;
    const length = this.at - start - FRAME_HEADER;
    if (length >= FRAME_MIN) {
      bytes[start] = Op.FRAME;
      for (let i = 1, rest = length; i <= 8; i++, rest = Math.floor(rest / 256)) bytes[start + i] = rest % 256;
    } else {
      bytes.copyWithin(start, start + FRAME_HEADER, this.at);
      this.at -= FRAME_HEADER;
    }
    this.noFrame(true);
  }
}
