/**
 * The writing half of the text layer over a buffer.
 *
 * Text that was written waits until it is more than a chunk, and goes to the buffer in such pieces: what others see through a pipe, and
 * when, is as in CPython.
 */
import { unitAt } from '../text/units.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { normalizeEncoding } from '../text/codecs/registry.js';
import { PyTextIOBase } from './base.js';
import { isPlainBuffered } from './bufferedTypes.js';
import { makeEncoder, type PartEncoder } from './decoding.js';
import { isPlainFileIO } from './fileio.js';
import type { OutputBlock } from './host.js';
import { type NewlineMode, newlineMode } from './newlines.js';
import { addUnclosed, inheritWriter, removeUnclosed, type Unclosed } from './unclosed.js';
import { refused } from './unsupported.js';
import { bytesResult } from './values.js';

/** Text is read and written in pieces of so many bytes. */
export const CHUNK_BYTES = 8192;
/** Shorter pieces are copied by a loop: a call into Node takes longer. */
const SHORT = 6;

const { utf8Write } = Buffer.prototype as unknown as {
  utf8Write(this: Uint8Array, text: string, offset: number, length: number): number;
};

export abstract class PyTextWriter extends PyTextIOBase implements Unclosed {
  /** undefined before `__init__` and after `detach()`. */
  buffer: Py = undefined;
  wasDetached = false;
  encoding = '';
  errors = 'strict';
  newline: NewlineMode = newlineMode(null);
  lineBuffering = false;
  writeThrough = false;
  isSeekable = false;
  chunkSize = CHUNK_BYTES;

  private encoder: PartEncoder | undefined = undefined;
  private isEncoderAtStart = true;
  /** The encoding writes ASCII characters as they are; 'utf8' also for all others. */
  private plainEncoding: 'ascii' | 'utf8' | undefined = undefined;

  /** Encoded text that waits is pending[0..pendingLength). */
  private pending: Uint8Array | undefined = undefined;
  private pendingLength = 0;
  private block: OutputBlock | undefined = undefined;

  /** What was read ahead is no longer what follows. */
  protected abstract forgetRead(): void;

  protected startWriting(buffer: Py, block: OutputBlock | undefined): void {
    this.buffer = buffer;
    this.wasDetached = false;
    this.block = block;
    this.pending = block?.bytes;
    this.pendingLength = 0;
  }

  protected setCoding(encoding: string, errors: string, newline: NewlineMode): void {
    this.encoding = encoding;
    this.errors = errors;
    this.newline = newline;
    this.encoder = undefined;
    const kind = normalizeEncoding(encoding);
    this.plainEncoding = kind === 'utf_8' ? 'utf8' : kind === 'ascii' || kind === 'latin_1' ? 'ascii' : undefined;
  }

  /** A file that has something in it already gets no byte order mark. */
  protected startEncoder(): void {
    this.isEncoderAtStart = true;
    if (!this.isSeekable || this.plainEncoding !== undefined) return;
    if (!truthy(callMethod(this.buffer, 'writable'))) return;
    this.isEncoderAtStart = callMethod(this.buffer, 'tell') === 0;
  }

  /** Called after a seek: only the beginning of the file gets a byte order mark. */
  resetEncoder(isStart: boolean): void {
    this.isEncoderAtStart = isStart;
  }

  checkAttached(): void {
    if (this.buffer !== undefined) return;
    throw ValueError(
      this.wasDetached ? 'underlying buffer has been detached' : 'I/O operation on uninitialized object',
    );
  }

  checkOpen(): void {
    this.checkAttached();
    if (this.isClosed()) throw ValueError('I/O operation on closed file.');
  }

  protected isClosed(): boolean {
    const { buffer } = this;
    return isPlainBuffered(buffer) ? buffer.raw.isClosed : truthy(getAttr(buffer, 'closed'));
  }

  /** Writes text. */
  write(text: string): void {
    const { newline } = this;
    const data = newline.written !== undefined && text.includes('\n') ? text.replaceAll('\n', newline.written) : text;
    const added = this.addPlain(data);
    if (!added) this.addEncoded(this.encode(data));
    const isLine = this.lineBuffering && (data.includes('\n') || data.includes('\r'));
    if (this.pendingLength >= this.chunkSize || isLine || this.writeThrough) this.flushPending();
    if (isLine) this.flushBuffer();
    this.forgetRead();
  }

  private encode(text: string): Uint8Array {
    if (!isWritable(this)) throw refused('not writable');
    this.encoder ??= makeEncoder(this.encoding, this.errors);
    const bytes = this.encoder(text, this.isEncoderAtStart);
    this.isEncoderAtStart = false;
    return bytes;
  }

  /** Puts text straight into the waiting bytes. Returns false, having changed nothing, where that is not so simple. */
  private addPlain(text: string): boolean {
    const { length } = text;
    const { pending, pendingLength, plainEncoding } = this;
    if (plainEncoding === undefined || pending === undefined || this.encoder === undefined) return false;
    let end = pendingLength;
    if (length <= SHORT) {
      if (end + length > pending.length) return false;
      for (let i = 0; i < length; i++) {
        const code = unitAt(text, i);
        if (code > 127) return false;
        pending[end++] = code;
      }
    } else {
      if (end + length * 3 > pending.length) return false;
      end += utf8Write.call(pending, text, end, length * 3);
      if (end - pendingLength !== length && (plainEncoding === 'ascii' || !text.isWellFormed())) return false;
    }
    if (pendingLength > 0 && end - pendingLength >= this.chunkSize) return this.overflow(pendingLength, end);
    this.setPending(end);
    return true;
  }

  /** Where waiting text can be put as it is, from `waitingBytes` on; undefined where more is to be done. */
  plainRoom(): Uint8Array | undefined {
    const isPlain =
      this.plainEncoding !== undefined && this.encoder !== undefined && this.newline.written === undefined;
    return isPlain && !this.lineBuffering && !this.writeThrough ? this.pending : undefined;
  }

  get waitingBytes(): number {
    return this.pendingLength;
  }

  /** The text waits from now on that was put into `plainRoom` up to `end`. Returns false, having changed nothing, if it is to go to the buffer. */
  putUntil(end: number): boolean {
    if (end < 0 || end >= this.chunkSize) return false;
    this.setPending(end);
    this.forgetRead();
    return true;
  }

  /** What was waiting goes to the buffer first, then the new bytes wait in its place. */
  private overflow(start: number, end: number): true {
    const { pending } = this;
    this.flushPending();
    pending!.copyWithin(0, start, end);
    this.setPending(end - start);
    return true;
  }

  private addEncoded(bytes: Uint8Array): void {
    if (bytes.length >= this.chunkSize) {
      this.flushPending();
      this.passOn(bytes);
      return;
    }
    this.roomFor(this.pendingLength + bytes.length).set(bytes, this.pendingLength);
    this.setPending(this.pendingLength + bytes.length);
  }

  /** Memory for so many waiting bytes, with some to spare for short texts. */
  private roomFor(size: number): Uint8Array {
    const { pending } = this;
    if (pending !== undefined && pending.length >= size) return pending;
    const larger = new Uint8Array(Math.max(size, this.chunkSize + (this.chunkSize >> 1)));
    if (pending !== undefined) larger.set(pending.subarray(0, this.pendingLength));
    this.pending = larger;
    return larger;
  }

  private setPending(length: number): void {
    if (this.block !== undefined) this.block.setLength(length);
    else if (length > 0 !== this.pendingLength > 0) (length > 0 ? addUnclosed : removeUnclosed)(this);
    this.pendingLength = length;
  }

  private passOn(bytes: Uint8Array): void {
    const { buffer } = this;
    if (isPlainBuffered(buffer)) {
      buffer.checkOpen('write to closed file');
      buffer.write(bytes);
    } else callMethod(buffer, 'write', bytesResult(bytes.slice()));
  }

  /** Hands the waiting text to the buffer. */
  flushPending(): void {
    const length = this.pendingLength;
    if (length === 0) return;
    try {
      this.passOn(this.pending!.subarray(0, length));
    } finally {
      // What the buffer did not take is lost, as in CPython.
      this.setPending(0);
    }
  }

  private flushBuffer(): void {
    const { buffer } = this;
    if (isPlainBuffered(buffer)) buffer.flush();
    else callMethod(buffer, 'flush');
  }

  flushHeld(): void {
    this.flushPending();
    this.flushBuffer();
  }

  heldFor(): number {
    const { buffer } = this;
    if (isPlainBuffered(buffer)) return buffer.heldFor();
    return isPlainFileIO(buffer) ? buffer.fd : -1;
  }

  /** A copy of the bytes that wait. */
  protected waiting(): Uint8Array {
    return this.pending === undefined ? new Uint8Array() : this.pending.slice(0, this.pendingLength);
  }

  /** Takes bytes to wait that another process's file holds; it is that process that writes them out in the end. */
  protected takeWaiting(bytes: Uint8Array): void {
    inheritWriter(this, bytes.length > 0);
    if (bytes.length === 0) return;
    this.roomFor(bytes.length).set(bytes);
    this.pendingLength = bytes.length;
  }

  /** Forgets what waits, once the file is closed. */
  forget(): void {
    this.setPending(0);
  }
}

function isWritable(self: PyTextWriter): boolean {
  const { buffer } = self;
  if (isPlainBuffered(buffer)) return buffer.isWriter;
  const writable = findAttr(buffer, 'writable');
  return writable === undefined || truthy(callMethod(buffer, 'writable'));
}
