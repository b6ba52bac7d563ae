/**
 * The text layer over a buffer: what `open()` in text mode gives does its work here.
 *
 * Text that was written waits until it is more than a chunk, and goes to the buffer in such pieces: what others see through a pipe, and
 * when, is as in CPython.
 */

import { plainOsError } from '../builtins/osError.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { TypeError, ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { normalizeEncoding } from '../text/codecs/registry.js';
import { cpIndexToUnit, isBmp } from '../text/codePoints.js';
import { PyTextIOBase } from './base.js';
import { PyBuffered } from './buffered.js';
import { isPlainBuffered } from './bufferedTypes.js';
import { makeDecoder, makeEncoder, type PartDecoder, type PartEncoder } from './decoding.js';
import { isPlainFileIO } from './fileio.js';
import type { OutputBlock } from './host.js';
import { lineEnd, type NewlineMode, newlineMode, UniversalNewlines } from './newlines.js';
import { addUnclosed, removeUnclosed, type Unclosed } from './unclosed.js';
import { unsupported } from './unsupported.js';
import { bytesResult, returnedBytes } from './values.js';

/** Text is read and written in pieces of so many bytes. */
export const CHUNK_BYTES = 8192;
const NONE = new Uint8Array();
/** Shorter pieces are copied by a loop: a call into Node takes longer. */
const SHORT = 6;

const { utf8Write } = Buffer.prototype as unknown as {
  utf8Write(this: Uint8Array, text: string, offset: number, length: number): number;
};

/** What was known when a chunk was read, so that `tell()` can count from there. */
interface Snapshot {
  /** Decoder's state before the chunk. */
  readonly rest: Uint8Array;
  readonly flags: number;
  readonly pendingCr: boolean;
  /** The decoder's rest and the chunk. */
  readonly input: Uint8Array;
}

export class PyTextIOWrapper extends PyTextIOBase implements Unclosed {
  /** undefined before `__init__` and after `detach()`. */
  buffer: Py = undefined;
  wasDetached = false;
  encoding = '';
  errors = 'strict';
  newline: NewlineMode = newlineMode(null);
  lineBuffering = false;
  writeThrough = false;
  isSeekable = false;
  hasRead1 = false;
  tellsPositions = false;
  chunkSize = CHUNK_BYTES;

  private decoder: PartDecoder | undefined = undefined;
  private newlines: UniversalNewlines | undefined = undefined;
  private encoder: PartEncoder | undefined = undefined;
  private isEncoderAtStart = true;
  /** The encoding writes ASCII characters as they are; 'utf8' also for all others. */
  private plainEncoding: 'ascii' | 'utf8' | undefined = undefined;

  /** Text that was read; what is before `at` was given out. */
  text = '';
  at = 0;
  /** Characters of `text` that were decoded before the last chunk. */
  carried = 0;
  snapshot: Snapshot | undefined = undefined;

  /** Encoded text that waits is pending[0..pendingLength). */
  private pending: Uint8Array | undefined = undefined;
  private pendingLength = 0;
  private block: OutputBlock | undefined = undefined;

  /** @param block memory for the waiting text, at least a chunk and a half */
  attach(buffer: Py, encoding: string, errors: string, newline: string | null, block?: OutputBlock): void {
    this.buffer = buffer;
    this.wasDetached = false;
    this.block = block;
    this.pending = block?.bytes;
    this.pendingLength = 0;
    this.hasRead1 = buffer instanceof PyBuffered || findAttr(buffer, 'read1') !== undefined;
    this.configure(encoding, errors, newline);
    this.isSeekable = isPlainBuffered(buffer) ? buffer.raw.canSeek() : truthy(callMethod(buffer, 'seekable'));
    this.tellsPositions = this.isSeekable;
    this.startEncoder();
  }

  /** Sets how text is coded and lines end; the decoder starts anew. */
  configure(encoding: string, errors: string, newline: string | null): void {
    this.encoding = encoding;
    this.errors = errors;
    this.newline = newlineMode(newline);
    this.decoder = undefined;
    this.encoder = undefined;
    this.newlines = this.newline.isUniversal ? new UniversalNewlines(this.newline.translatesRead) : undefined;
    const kind = normalizeEncoding(encoding);
    this.plainEncoding = kind === 'utf_8' ? 'utf8' : kind === 'ascii' || kind === 'latin_1' ? 'ascii' : undefined;
  }

  /** A file that has something in it already gets no byte order mark. */
  private startEncoder(): void {
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
    const { buffer } = this;
    const isClosed = isPlainBuffered(buffer) ? buffer.raw.isClosed : truthy(getAttr(buffer, 'closed'));
    if (isClosed) throw ValueError('I/O operation on closed file.');
  }

  // Writing

  /** Writes text. */
  write(text: string): void {
    const { newline } = this;
    const data = newline.written !== undefined && text.includes('\n') ? text.replaceAll('\n', newline.written) : text;
    const added = this.addPlain(data);
    if (!added) this.addEncoded(this.encode(data));
    const isLine = this.lineBuffering && (data.includes('\n') || data.includes('\r'));
    if (this.pendingLength >= this.chunkSize || isLine || this.writeThrough) this.flushPending();
    if (isLine) this.flushBuffer();
    if (this.snapshot !== undefined || this.text !== '') this.dropText();
    if (this.decoder !== undefined) this.decoder.reset();
  }

  private encode(text: string): Uint8Array {
    if (!isWritable(this)) throw unsupported('not writable');
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
        const code = text.charCodeAt(i);
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
    this.passOn(this.pending!.subarray(0, length));
    this.setPending(0);
  }

  private flushBuffer(): void {
    const { buffer } = this;
    if (isPlainBuffered(buffer)) buffer.flush();
    else callMethod(buffer, 'flush');
  }

  flush(): void {
    this.tellsPositions = this.isSeekable;
    this.flushPending();
    this.flushBuffer();
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

  // Reading

  private isReadableBuffer(): boolean {
    const { buffer } = this;
    return isPlainBuffered(buffer) ? buffer.isReader : truthy(callMethod(buffer, 'readable'));
  }

  private startReading(): PartDecoder {
    if (this.decoder === undefined) {
      if (!this.isReadableBuffer()) throw unsupported('not readable');
      this.decoder = makeDecoder(this.encoding, this.errors);
    }
    return this.decoder;
  }

  checkReadable(): void {
    this.startReading();
  }

  /** Decodes the next chunk and appends it to `text`. Returns false at the end of the file. */
  private readChunk(): boolean {
    const decoder = this.startReading();
    const { newlines } = this;
    const known = this.tellsPositions ? decoder.state() : undefined;
    const chunk = this.nextBytes();
    const isFinal = chunk.length === 0;
    const pendingCr = newlines?.pendingCr ?? false;
    const decoded = decoder.decode(chunk, isFinal);
    const part = newlines === undefined ? decoded : newlines.process(decoded, isFinal);
    if (known !== undefined) {
      const [rest, flags] = known;
      const input = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      this.snapshot = { rest, flags, pendingCr, input };
    }
    this.text = this.at < this.text.length ? this.text.slice(this.at) + part : part;
    this.at = 0;
    this.carried = this.text.length - part.length;
    return !isFinal || part !== '';
  }

  private nextBytes(): Uint8Array {
    const { buffer, chunkSize } = this;
    if (isPlainBuffered(buffer)) {
      buffer.checkOpen('read of closed file');
      return buffer.read1(chunkSize);
    }
    const name = this.hasRead1 ? 'read1' : 'read';
    const data = callMethod(buffer, name, chunkSize);
    const bytes = returnedBytes(data);
    if (bytes === undefined) {
      throw TypeError(`underlying ${name}() should have returned a bytes-like object, not '${typeOf(data).name}'`);
    }
    return bytes;
  }

  /** Forgets what was read ahead. */
  dropText(): void {
    this.text = '';
    this.at = 0;
    this.snapshot = undefined;
  }

  /** `read()`: all that is left. */
  readAll(): string {
    const decoder = this.startReading();
    const { buffer, newlines } = this;
    this.flushPending();
    const bytes = isPlainBuffered(buffer) ? buffer.readAll() : this.foreignReadAll();
    const decoded = decoder.decode(bytes ?? NONE, true);
    const rest = newlines === undefined ? decoded : newlines.process(decoded, true);
    const result = this.text.slice(this.at) + rest;
    this.dropText();
    return result;
  }

  private foreignReadAll(): Uint8Array | null {
    const data = callMethod(this.buffer, 'read');
    if (data === null) return null;
    const bytes = returnedBytes(data);
    if (bytes === undefined) {
      throw TypeError(`underlying read() should have returned a bytes-like object, not '${typeOf(data).name}'`);
    }
    return bytes;
  }

  /** `read(n)`: n characters unless the file ends. */
  read(count: number): string {
    this.startReading();
    this.flushPending();
    let result = '';
    let left = count;
    for (;;) {
      const part = this.takeCharacters(left);
      result += part.text;
      left -= part.count;
      if (left <= 0 || !this.readChunk()) return result;
    }
  }

  /** Up to `count` characters of those at hand. */
  private takeCharacters(count: number): { text: string; count: number } {
    const { text, at } = this;
    const rest = at === 0 ? text : text.slice(at);
    if (isBmp(rest)) {
      const taken = rest.slice(0, count);
      this.at += taken.length;
      return { text: taken, count: taken.length };
    }
    const end = cpIndexToUnit(rest, count);
    const taken = rest.slice(0, end);
    this.at += taken.length;
    return { text: taken, count: [...taken].length };
  }

  /** The next line with its ending, '' at the end of the file. */
  readLine(): string {
    const { text, at, newline } = this;
    // The common case: the whole line is at hand, and every line ends with '\n'.
    if (newline.endsWithLf) {
      const end = text.indexOf('\n', at) + 1;
      if (end > 0) {
        this.at = end;
        return at === 0 && end === text.length ? text : text.slice(at, end);
      }
    }
    return this.readLineSlow(Number.POSITIVE_INFINITY);
  }

  /** `readline(limit)`, in characters. */
  readLineSlow(limit: number): string {
    this.flushPending();
    let scanned = 0;
    for (;;) {
      const rest = this.at === 0 ? this.text : this.text.slice(this.at);
      const end = lineEnd(rest, Math.max(0, scanned - 1), this.newline);
      const isWhole = end >= 0;
      const stop = isWhole ? end : rest.length;
      if (stop >= limit) {
        const unit = isBmp(rest) ? limit : cpIndexToUnit(rest, limit);
        if (unit <= stop) return this.takeUnits(rest, unit);
      }
      if (isWhole) return this.takeUnits(rest, end);
      scanned = rest.length;
      if (!this.readChunk()) return this.takeUnits(rest, rest.length);
    }
  }

  private takeUnits(rest: string, count: number): string {
    this.at += count;
    return count === rest.length ? rest : rest.slice(0, count);
  }

  // Position

  /** Decodes bytes that follow the place of the last `restart`, and passes over so many characters. */
  skip(input: Uint8Array, characters: number, isFinal: boolean): void {
    const decoded = this.startReading().decode(input, isFinal);
    this.text = this.newlines === undefined ? decoded : this.newlines.process(decoded, isFinal);
    if (this.text.length < characters) throw plainOsError("can't restore logical file position");
    this.at = characters;
    this.snapshot = { rest: NONE, flags: 0, pendingCr: false, input };
  }

  /** Starts anew where the buffer was moved to: the beginning of the file, or a place with that decoder state. */
  restart(isStart = true, flags = 0, pendingCr = false): void {
    this.dropText();
    this.carried = 0;
    if (this.newlines !== undefined) this.newlines.pendingCr = pendingCr;
    if (this.decoder === undefined) {
      if (isStart || !this.isReadableBuffer()) return;
      this.startReading();
    }
    if (isStart) this.decoder!.reset();
    else this.decoder!.setState(NONE, flags);
  }

  /** The endings seen so far. */
  seenNewlines(): string[] {
    return this.newlines?.found() ?? [];
  }

  /** Text that was read and not given out, and bytes that are waiting to be written. */
  held(): { unread: string; waiting: Uint8Array } {
    const waiting = this.pending === undefined ? NONE : this.pending.slice(0, this.pendingLength);
    return { unread: this.text.slice(this.at), waiting };
  }

  /** Goes on where a text file of another process, with this buffer's original, was. */
  resume(
    buffer: Py,
    from: { encoding: string; errors: string; newline: string | null; unread: string; waiting: Uint8Array },
  ): void {
    this.attach(buffer, from.encoding, from.errors, from.newline);
    this.text = from.unread;
    if (from.waiting.length === 0) return;
    this.roomFor(from.waiting.length).set(from.waiting);
    // Not noted as unclosed: it is the other process that writes it out in the end.
    this.pendingLength = from.waiting.length;
  }

  detach(): Py {
    const { buffer } = this;
    this.buffer = undefined;
    this.wasDetached = true;
    return buffer;
  }

  /** Forgets what waits, once the file is closed. */
  forget(): void {
    this.setPending(0);
  }
}

function isWritable(self: PyTextIOWrapper): boolean {
  const { buffer } = self;
  if (isPlainBuffered(buffer)) return buffer.isWriter;
  const writable = findAttr(buffer, 'writable');
  return writable === undefined || truthy(callMethod(buffer, 'writable'));
}
