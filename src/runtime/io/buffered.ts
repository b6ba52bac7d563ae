/**
 * The buffer of BufferedReader, BufferedWriter and BufferedRandom.
 *
 * One piece of memory holds either what was read ahead or what is waiting to be written, never both. When the raw file is asked
 * to read or write, and for how much, is as in CPython: through a pipe others can see it.
 */

import { wouldBlock } from './blocked.js';
import { ValueError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyBufferedIOBase } from './base.js';
import { isPlainFileIO } from './fileio.js';
import type { OutputBlock } from './host.js';
import { linePieces, splitLines } from './linePieces.js';
import * as raws from './rawCalls.js';
import { addUnclosed, inheritWriter, removeUnclosed, type Unclosed } from './unclosed.js';
import { joinBytes } from './values.js';

const LINE_FEED = 10;
const BLOCKED = 'write could not complete without blocking';

export class PyBuffered extends PyBufferedIOBase implements Unclosed {
  /** The raw file; undefined before `__init__` and after `detach()`. */
  raw: Py = undefined;
  wasDetached = false;
  isReader = false;
  isWriter = false;
  bufferSize = 0;
  /** Allocated at first use. */
  private memory: Uint8Array | undefined = undefined;
  private block: OutputBlock | undefined = undefined;
  /** Bytes read ahead are memory[start..end). */
  private start = 0;
  private end = 0;
  /** Bytes to be written are memory[0..held). */
  private held = 0;

  attach(raw: Py, bufferSize: number, block?: OutputBlock): void {
    if (bufferSize <= 0) throw ValueError('buffer size must be strictly positive');
    this.raw = raw;
    this.bufferSize = bufferSize;
    this.memory = block?.bytes;
    this.block = block;
    this.start = this.end = this.held = 0;
  }

  private get buffer(): Uint8Array {
    return (this.memory ??= new Uint8Array(this.bufferSize));
  }

  checkAttached(): void {
    if (this.raw !== undefined) return;
    throw ValueError(this.wasDetached ? 'raw stream has been detached' : 'I/O operation on uninitialized object');
  }

  /** Raises ValueError `text` when the raw file is closed. */
  checkOpen(text: string): void {
    this.checkAttached();
    if (raws.rawIsClosed(this.raw)) throw ValueError(text);
  }

  /** Bytes that were read ahead. */
  get ahead(): number {
    return this.end - this.start;
  }

  // Reading

  private take(count: number): Uint8Array {
    const bytes = this.buffer.slice(this.start, this.start + count);
    this.start += count;
    return bytes;
  }

  /** Reads ahead into the empty buffer. Returns false at the end of the file, null when nothing is there yet. */
  private fill(): boolean | null {
    this.start = this.end = 0;
    const count = raws.rawReadInto(this.raw, this.buffer);
    if (count === null) return null;
    this.end = count;
    return count > 0;
  }

  /** `read(n)`: exactly n bytes unless the file ends; null when there are none yet. */
  read(count: number): Uint8Array | null {
    if (count <= this.ahead) return this.take(count);
    const result = new Uint8Array(count);
    const blocked = this.readFully(result);
    if (blocked.count === count) return result;
    if (blocked.count === 0 && blocked.isBlocked) return null;
    return result.slice(0, blocked.count);
  }

  /** Fills memory as far as the file goes. */
  private readFully(target: Uint8Array): { count: number; isBlocked: boolean } {
    let at = Math.min(this.ahead, target.length);
    target.set(this.buffer.subarray(this.start, this.start + at));
    this.start += at;
    if (at === target.length) return { count: at, isBlocked: false };
    this.flushWrites();
    this.start = this.end = 0;
    const { bufferSize } = this;
    while (at < target.length) {
      const whole = target.length - at - ((target.length - at) % bufferSize);
      if (whole > 0) {
        const count = raws.rawReadInto(this.raw, target.subarray(at, at + whole));
        if (count === null || count === 0) return { count: at, isBlocked: count === null };
        at += count;
        continue;
      }
      const filled = this.fill();
      if (filled !== true) return { count: at, isBlocked: filled === null };
      const count = Math.min(this.ahead, target.length - at);
      target.set(this.buffer.subarray(this.start, this.start + count), at);
      this.start += count;
      at += count;
    }
    return { count: at, isBlocked: false };
  }

  /** `read()`: all that is left; null when there is nothing yet. */
  readAll(): Uint8Array | null {
    const first = this.take(this.ahead);
    this.start = this.end = 0;
    this.flushWrites();
    const rest = raws.rawReadAll(this.raw);
    if (rest === null) return first.length === 0 ? null : first;
    return first.length === 0 ? rest : joinBytes([first, rest]);
  }

  /** `read1(n)`: what is there, after at most one read. */
  read1(size: number): Uint8Array {
    const count = size < 0 ? this.bufferSize : size;
    if (count === 0) return new Uint8Array();
    if (this.ahead > 0) return this.take(Math.min(count, this.ahead));
    this.flushWrites();
    this.start = this.end = 0;
    const target = new Uint8Array(count);
    const got = raws.rawReadInto(this.raw, target);
    return got === count ? target : target.slice(0, got ?? 0);
  }

  /** `readinto` and `readinto1`; null when nothing is there yet. */
  readInto(target: Uint8Array, once: boolean): number | null {
    if (!once) {
      const { count, isBlocked } = this.readFully(target);
      return count === 0 && isBlocked ? null : count;
    }
    if (this.ahead === 0) {
      this.flushWrites();
      if (target.length > this.bufferSize) return raws.rawReadInto(this.raw, target);
      const filled = this.fill();
      if (filled !== true) return filled === null ? null : 0;
    }
    const count = Math.min(this.ahead, target.length);
    target.set(this.buffer.subarray(this.start, this.start + count));
    this.start += count;
    return count;
  }

  /** `peek()`: what was read ahead, after one read if that is nothing. */
  peek(): Uint8Array {
    if (this.ahead === 0) {
      this.flushWrites();
      this.fill();
    }
    return this.buffer.slice(this.start, this.end);
  }

  /** A whole line has been read ahead. */
  holdsLine(): boolean {
    return this.ahead > 0 && this.buffer.subarray(this.start, this.end).includes(LINE_FEED);
  }

  /** `readline(limit)`; a negative limit is none. */
  readLine(limit: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let left = limit < 0 ? Number.POSITIVE_INFINITY : limit;
    while (left > 0) {
      if (this.ahead === 0) {
        this.flushWrites();
        if (this.fill() !== true) break;
      }
      const stop = Math.min(this.end, this.start + left);
      const found = this.buffer.indexOf(LINE_FEED, this.start) + 1;
      const isWhole = found > 0 && found <= stop;
      const part = this.take((isWhole ? found : stop) - this.start);
      if (isWhole && parts.length === 0) return part;
      parts.push(part);
      if (isWhole) break;
      left -= part.length;
    }
    return parts.length === 0 ? new Uint8Array() : joinBytes(parts);
  }

  // Writing

  private setHeld(count: number): void {
    if (this.block !== undefined) this.block.setLength(count);
    else if (count > 0 !== this.held > 0) (count > 0 ? addUnclosed : removeUnclosed)(this);
    this.held = count;
  }

  /** `write`: puts bytes into the buffer, or through it when they are more than it holds. */
  write(bytes: Uint8Array): void {
    this.dropAhead();
    if (bytes.length <= this.bufferSize - this.held && bytes.length < this.bufferSize) {
      this.buffer.set(bytes, this.held);
      this.setHeld(this.held + bytes.length);
      return;
    }
    if (this.block !== undefined && this.writeLines(bytes)) return;
    this.flushBefore(bytes);
    let at = 0;
    while (bytes.length - at > this.bufferSize) {
      const count = raws.rawWrite(this.raw, bytes.subarray(at));
      if (count === null) this.keepBlocked(bytes, at);
      else at += count;
    }
    this.buffer.set(bytes.subarray(at));
    this.setHeld(bytes.length - at);
  }

  /** A standard stream passes whole lines on, and keeps the rest. Returns false where that cannot be. */
  private writeLines(bytes: Uint8Array): boolean {
    const split = splitLines(this.buffer.subarray(0, this.held), bytes);
    if (split === null || split.rest.length > this.bufferSize) return false;
    const { lines, rest } = split;
    let written: number;
    try {
      written = this.writePieces(lines);
    } catch (error) {
      // What the file does not take is lost, as what is written past the buffer is.
      this.setHeld(0);
      throw error;
    }
    if (written < lines.length) this.keepBlocked(Buffer.concat([lines.subarray(written), rest]), 0);
    this.buffer.set(rest);
    this.setHeld(rest.length);
    return true;
  }

  /** Writes lines until the raw file takes no more without waiting. Returns how many bytes it took. */
  private writePieces(lines: Uint8Array): number {
    let written = 0;
    for (const piece of linePieces(lines)) {
      for (let at = 0; at < piece.length; ) {
        const count = raws.rawWrite(this.raw, piece.subarray(at));
        if (count === null) return written;
        at += count;
        written += count;
      }
    }
    return written;
  }

  /** Empties the buffer; where the raw file takes nothing, keeps what fits of the new bytes and raises BlockingIOError. */
  private flushBefore(bytes: Uint8Array): void {
    if (this.writeOut()) return;
    const room = this.bufferSize - this.held;
    const kept = Math.min(room, bytes.length);
    this.buffer.set(bytes.subarray(0, kept), this.held);
    this.setHeld(this.held + kept);
    if (kept < bytes.length) throw wouldBlock(BLOCKED, kept);
  }

  private keepBlocked(bytes: Uint8Array, at: number): never {
    const rest = bytes.subarray(at, at + this.bufferSize);
    this.buffer.set(rest);
    this.setHeld(rest.length);
    throw wouldBlock(BLOCKED, at + rest.length);
  }

  /** Writes the held bytes to the raw file. Returns false if it takes no more without waiting. */
  private writeOut(): boolean {
    const { held } = this;
    let at = 0;
    try {
      while (at < held) {
        const count = raws.rawWrite(this.raw, this.buffer.subarray(at, held));
        if (count === null) return false;
        at += count;
      }
    } finally {
      if (at > 0) {
        if (at < held) this.buffer.copyWithin(0, at, held);
        this.setHeld(held - at);
      }
    }
    return true;
  }

  /** Writes out what is held. BlockingIOError if the raw file does not take it now. */
  flushWrites(): void {
    if (this.held > 0 && !this.writeOut()) throw wouldBlock(BLOCKED, 0);
  }

  /** `flush()`: also gives up what was read ahead, so that the raw file stands where the program thinks. */
  flush(): void {
    this.flushWrites();
    if (this.isWriter) this.dropAhead();
  }

  flushHeld(): void {
    this.flushWrites();
  }

  /** Called when the fields of a forked process's copy are in place. */
  restored$(): void {
    inheritWriter(this, this.held > 0);
  }

  heldFor(): number {
    return isPlainFileIO(this.raw) ? this.raw.fd : -1;
  }

  private dropAhead(): void {
    if (this.ahead > 0) raws.rawSeek(this.raw, -this.ahead, 1);
    this.start = this.end = 0;
  }

  // Position

  tell(): number {
    return raws.rawTell(this.raw) - this.ahead + this.held;
  }

  seek(offset: number, whence: number): number {
    if (whence !== 2 && this.isReader && this.held === 0) {
      const inBuffer = this.seekInBuffer(offset, whence);
      if (inBuffer !== undefined) return inBuffer;
    }
    this.flushWrites();
    const target = whence === 1 ? offset - this.ahead : offset;
    const position = raws.rawSeek(this.raw, target, whence);
    this.start = this.end = 0;
    return position;
  }

  /** Moves within what was read ahead, without the raw file. Returns the new position, undefined if it is elsewhere. */
  private seekInBuffer(offset: number, whence: number): number | undefined {
    if (this.end === 0) return undefined;
    const rawPosition = raws.rawTell(this.raw);
    const current = rawPosition - this.ahead;
    const step = whence === 0 ? offset - current : offset;
    if (step < -this.start || step > this.ahead) return undefined;
    this.start += step;
    return current + step;
  }

  /** Forgets the raw file. */
  detach(): Py {
    const { raw } = this;
    this.raw = undefined;
    this.wasDetached = true;
    removeUnclosed(this);
    return raw;
  }

  /** Forgets what is held, after the file was closed. */
  forget(): void {
    this.setHeld(0);
    this.start = this.end = 0;
    if (this.block === undefined) this.memory = undefined;
  }
}
