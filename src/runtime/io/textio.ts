/**
 * The text layer over a buffer: what `open()` in text mode gives does its work here, reading in this file, writing in textWriter.ts.
 */

import { plainOsError } from '../builtins/osError.js';
import { findAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { TypeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { cpIndexToUnit, cpLength, isBmp } from '../text/codePoints.js';
import { PyBuffered } from './buffered.js';
import { isPlainBuffered } from './bufferedTypes.js';
import { makeDecoder, type PartDecoder } from './decoding.js';
import type { OutputBlock } from './host.js';
import { lineEnd, newlineMode, UniversalNewlines } from './newlines.js';
import { PyTextWriter } from './textWriter.js';
import { refused } from './unsupported.js';
import { returnedBytes } from './values.js';

const NONE = new Uint8Array();

/** What was known when a chunk was read, so that `tell()` can count from there. */
interface Snapshot {
  /** Decoder's state before the chunk. */
  readonly rest: Uint8Array;
  readonly flags: number;
  readonly pendingCr: boolean;
  /** The decoder's rest and the chunk. */
  readonly input: Uint8Array;
}

const canRead1 = (buffer: Py): boolean => buffer instanceof PyBuffered || findAttr(buffer, 'read1') !== undefined;

export class PyTextIOWrapper extends PyTextWriter {
  hasRead1 = false;
  tellsPositions = false;

  private decoder: PartDecoder | undefined = undefined;
  private newlines: UniversalNewlines | undefined = undefined;

  /** Text that was read; what is before `at` was given out. */
  text = '';
  at = 0;
  /** Characters of `text` that were decoded before the last chunk. */
  carried = 0;
  snapshot: Snapshot | undefined = undefined;
  /** How often it was printed to before its class had its members in place. */
  printedUntouched = 0;

  /** @param block memory for the waiting text, at least a chunk and a half */
  attach(buffer: Py, encoding: string, errors: string, newline: string | null, block?: OutputBlock): void {
    this.startWriting(buffer, block);
    this.hasRead1 = canRead1(buffer);
    this.configure(encoding, errors, newline);
    this.findPosition();
  }

  private findPosition(): void {
    const { buffer } = this;
    this.isSeekable = isPlainBuffered(buffer) ? buffer.raw.canSeek() : truthy(callMethod(buffer, 'seekable'));
    this.tellsPositions = this.isSeekable;
    this.startEncoder();
  }

  /** Sets how text is coded and lines end; the decoder starts anew. */
  configure(encoding: string, errors: string, newline: string | null): void {
    this.setCoding(encoding, errors, newlineMode(newline));
    this.decoder = undefined;
    this.newlines = this.newline.isUniversal ? new UniversalNewlines(this.newline.translatesRead) : undefined;
  }

  protected override forgetRead(): void {
    if (this.snapshot !== undefined || this.text !== '') this.dropText();
    if (this.decoder !== undefined) this.decoder.reset();
  }

  flush(): void {
    this.tellsPositions = this.isSeekable;
    this.flushHeld();
  }

  private isReadableBuffer(): boolean {
    const { buffer } = this;
    return isPlainBuffered(buffer) ? buffer.isReader : truthy(callMethod(buffer, 'readable'));
  }

  private startReading(): PartDecoder {
    if (this.decoder === undefined) {
      if (!this.isReadableBuffer()) throw refused('not readable');
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
    const end = cpIndexToUnit(rest, Math.min(count, cpLength(rest)));
    const taken = rest.slice(0, end);
    this.at += taken.length;
    return { text: taken, count: [...taken].length };
  }

  /** A whole line has been read ahead. */
  holdsLine(): boolean {
    return this.text.includes('\n', this.at);
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
    return { unread: this.text.slice(this.at), waiting: this.waiting() };
  }

  /** Goes on where a text file of another process, with this buffer's original, was. */
  resume(
    buffer: Py,
    from: { encoding: string; errors: string; newline: string | null; unread: string; waiting: Uint8Array },
  ): void {
    this.startWriting(buffer, undefined);
    this.configure(from.encoding, from.errors, from.newline);
    if (this.isClosed()) return;
    this.hasRead1 = canRead1(buffer);
    this.findPosition();
    this.text = from.unread;
    this.takeWaiting(from.waiting);
  }

  detach(): Py {
    const { buffer } = this;
    this.buffer = undefined;
    this.wasDetached = true;
    return buffer;
  }
}
