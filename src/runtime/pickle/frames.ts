/** The bytes of a pickle being written: opcodes, from protocol 4 on in frames. */
import { unitAt } from '../text/units.js';
import { Writer } from '../codec/writer.js';
import { moduleState } from '../object/context.js';
import { Op } from './opcodes.js';
import { writtenNaN } from '../text/nan.js';

const FRAME_HEADER = 9;
const FRAME_MIN = 4;
const FRAME_TARGET = 64 * 1024;

/** Stands where no pickle is being written: nothing is ever put into it. */
const NO_WRITER = new Writer(0);

/** One double and its bytes, lowest first. */
const double = new Float64Array(1);
const doubleBytes = new Uint8Array(double.buffer);

/** Up to this size a writer's memory is kept for the next pickle. */
const KEPT_BYTES = 256 * 1024;

/** The writer that is free, shared by the picklers of a process: its memory costs more than a small pickle. */
const spare = () => moduleState<{ writer: Writer | undefined }>('_pickle.writer', () => ({ writer: undefined }));

export class FrameWriter {
  private out: Writer = NO_WRITER;
  private framing = false;
  /** Where the open frame's header stands; -1 while there is none. */
  private start = -1;

  /** Begins a pickle, with a PROTO opcode from protocol 2 on. */
  begin(protocol: number): void {
    const free = spare();
    this.out = free.writer ?? new Writer(1024);
    free.writer = undefined;
    this.out.length = 0;
    this.start = -1;
    this.framing = false;
    if (protocol >= 2) this.sized(Op.PROTO, protocol, 1);
    this.framing = protocol >= 4;
  }

  /** A copy of all that was written; nothing more is until the next `begin`. */
  finish(): Uint8Array {
    this.closeFrame();
    this.framing = false;
    const { out } = this;
    const data = out.bytes.slice(0, out.length);
    if (out.bytes.length <= KEPT_BYTES) spare().writer = out;
    this.out = NO_WRITER;
    return data;
  }

  private open(sizeBytes: number): void {
    const { out } = this;
    if (this.framing && this.start === -1) {
      this.start = out.length;
      out.reserve(FRAME_HEADER + sizeBytes);
      out.length += FRAME_HEADER;
    } else out.reserve(sizeBytes);
  }

  op(code: number): void {
    this.open(1);
    this.out.bytes[this.out.length++] = code;
  }

  raw(data: Uint8Array): void {
    this.open(data.length);
    this.out.raw(data);
  }

  ascii(text: string): void {
    this.open(text.length);
    const { bytes } = this.out;
    let at = this.out.length;
    for (let i = 0, size = text.length; i < size; i++) bytes[at++] = unitAt(text, i);
    this.out.length = at;
  }

  /** An opcode and an unsigned number of `size` bytes, lowest first. */
  sized(code: number, value: number, size: 1 | 2 | 4 | 8): void {
    this.open(1 + size);
    const { bytes } = this.out;
    let at = this.out.length;
    bytes[at++] = code;
    if (size === 1) {
      bytes[at] = value;
      this.out.length = at + 1;
      return;
    }
    let rest = value;
    for (let i = 0; i < size; i++) {
      bytes[at++] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    this.out.length = at;
  }

  /** An opcode and a double, highest byte first. */
  double(code: number, value: number): void {
    this.open(9);
    const { bytes } = this.out;
    bytes[this.out.length++] = code;
    double[0] = writtenNaN(value);
    for (let i = 7; i >= 0; i--) bytes[this.out.length++] = doubleBytes[i]!;
  }

  /** An opcode, the length in `sizeBytes`, and a short text; false, and nothing written, when it is not all ASCII. */
  asciiData(code: number, sizeBytes: 1 | 4, text: string): boolean {
    const { length } = text;
    this.open(1 + sizeBytes + length);
    const { bytes } = this.out;
    const start = this.out.length + 1 + sizeBytes;
    for (let i = 0; i < length; i++) {
      const unit = unitAt(text, i);
      if (unit > 127) return false;
      bytes[start + i] = unit;
    }
    this.sized(code, length, sizeBytes);
    this.out.length += length;
    return true;
  }

  /** A header (opcode and length) and data; long data stands outside the frames. */
  data(code: number, sizeBytes: 1 | 4 | 8, data: Uint8Array): void {
    const bypass = data.length >= FRAME_TARGET;
    const { framing } = this;
    if (bypass) {
      this.closeFrame();
      this.framing = false;
    }
    this.sized(code, data.length, sizeBytes);
    this.raw(data);
    this.framing = framing;
  }

  /** Between two objects a frame that has become long enough ends. */
  boundary(): void {
    if (this.start !== -1 && this.out.length - this.start - FRAME_HEADER >= FRAME_TARGET) this.closeFrame();
  }

  private closeFrame(): void {
    const { out, start } = this;
    if (!this.framing || start === -1) return;
    const length = out.length - start - FRAME_HEADER;
    if (length >= FRAME_MIN) {
      out.bytes[start] = Op.FRAME;
      const view = new DataView(out.bytes.buffer);
      view.setUint32(start + 1, length, true);
      view.setUint32(start + 5, Math.floor(length / 2 ** 32), true);
    } else {
      out.bytes.copyWithin(start, start + FRAME_HEADER, out.length);
      out.length -= FRAME_HEADER;
    }
    this.start = -1;
  }
}
