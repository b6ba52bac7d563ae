/**
 * Python 2's files: what the `file` type does, without Python's view of it (`file2Type.ts`).
 *
 * They are C's streams: a block of the file system's size is read ahead or written at a time, and iteration reads ahead 8 KiB of its own.
 */
import { errnoFrom, ioError, plainOsError } from '../builtins/osError.js';
import { isTerminal } from '../kernel/terminal.js';
import { ValueError } from '../object/errors.js';
import { type Py, PyObject } from '../object/object.js';
import { closeDescriptor, fileAt } from './descriptors.js';
import { host, type OutputBlock } from './host.js';
import { UniversalNewlines } from './newlines.js';
import { addUnclosed, inheritWriter, removeUnclosed, type Unclosed } from './unclosed.js';
import { joinBytes } from './values.js';
import { linePieces, splitLines } from './linePieces.js';

const LINE_FEED = 10;
const DEFAULT_BLOCK = 4096;
const TERMINAL_BLOCK = 1024;
const ITERATION_BLOCK = 8192;

/** How writes are held back. */
type Buffering = 'none' | 'lines' | 'blocks';

export class PyFile2 extends PyObject implements Unclosed {
  fd = -1;
  isClosed = true;
  name: Py = null;
  mode = 'r';
  softspace = 0;
  encoding: Py = null;
  errors: Py = null;
  isReadable = false;
  isWritable = false;
  /** Closing leaves the descriptor open (the standard streams). */
  isStandard = false;
  newlines: UniversalNewlines | undefined = undefined;
  /** Of a file that is connected to a command: waits for its end; what `close` then gives. */
  ended: (() => Py) | undefined = undefined;
  /** With universal newlines: lines that came with the last one read. */
  readonly splitAhead: string[] = [];

  private buffering: Buffering = 'blocks';
  private blockSize = DEFAULT_BLOCK;
  private memory: Uint8Array | undefined = undefined;
  private block: OutputBlock | undefined = undefined;
  private held = 0;
  private readAhead: Uint8Array = EMPTY;
  private at = 0;
  /** What was read ahead was read by iteration: other ways of reading would miss it. */
  private isIterating = false;

  /** Takes a descriptor; `buffering` as the argument of `open()`, -1 for the default. */
  open(fd: number, name: Py, mode: string, buffering: number): void {
    this.fd = fd;
    this.isClosed = false;
    this.name = name;
    this.mode = mode;
    const isUpdating = mode.includes('+');
    this.isReadable = isUpdating || mode.startsWith('r') || mode.startsWith('U');
    this.isWritable = isUpdating || !this.isReadable;
    if (mode.includes('U')) this.newlines = new UniversalNewlines(true);
    this.readAhead = EMPTY;
    this.at = this.held = 0;
    this.isIterating = false;
    this.setBuffering(buffering);
  }

  private setBuffering(buffering: number): void {
    if (buffering === 0) this.buffering = 'none';
    else if (buffering > 0) {
      this.buffering = buffering === 1 ? 'lines' : 'blocks';
      if (buffering > 1) this.blockSize = buffering;
    } else if (this.isWritable && fileAt(this.fd).isTerminal()) {
      this.buffering = 'lines';
      this.blockSize = TERMINAL_BLOCK;
    }
  }

  /** Where the bytes of a standard stream wait. */
  useBlock(): void {
    if (this.buffering === 'none') return;
    this.block = host().outputBlock(this.fd, this.blockSize);
    this.memory = this.block.bytes;
  }

  /** Bytes that were read ahead. */
  get ahead(): number {
    return this.readAhead.length - this.at;
  }

  /** A whole line has been read ahead. */
  holdsLine(): boolean {
    return this.readAhead.includes(LINE_FEED, this.at);
  }

  checkOpen(): void {
    if (this.isClosed) throw ValueError('I/O operation on closed file');
  }

  checkReadable(): void {
    this.checkOpen();
    if (!this.isReadable) throw plainOsError('File not open for reading');
    if (this.isIterating && this.at < this.readAhead.length) {
      throw ValueError('Mixing iteration and read methods would lose data');
    }
    this.isIterating = false;
  }

  checkWritable(): void {
    this.checkOpen();
    if (!this.isWritable) throw plainOsError('File not open for writing');
  }

  // Writing

  write(bytes: Uint8Array): void {
    if (this.at < this.readAhead.length) this.dropAhead();
    if (this.buffering === 'none') {
      this.writeFully(bytes);
      return;
    }
    let start = 0;
    if (this.held + bytes.length >= this.blockSize) start = this.writeBlocks(bytes);
    this.keep(bytes.subarray(start));
    if (this.buffering === 'lines') this.flushLines();
  }

  /** Fills the block and writes it, then whole blocks straight from `bytes`. Returns how many bytes are dealt with. */
  private writeBlocks(bytes: Uint8Array): number {
    if (this.block !== undefined && this.writeLines(bytes)) return bytes.length;
    let start = 0;
    if (this.held > 0) {
      start = this.blockSize - this.held;
      this.keep(bytes.subarray(0, start));
      this.flushHeld();
    }
    const whole = bytes.length - start - ((bytes.length - start) % this.blockSize);
    if (whole > 0) this.writeFully(bytes.subarray(start, start + whole));
    return start + whole;
  }

  /** A standard stream passes whole lines on, and keeps the rest. Returns false where that cannot be. */
  private writeLines(bytes: Uint8Array): boolean {
    const held = this.memory!.subarray(0, this.held);
    const split = splitLines(held, bytes);
    if (split === null || split.rest.length >= this.blockSize) return false;
    for (const piece of linePieces(split.lines)) this.writeFully(piece);
    this.setHeld(0);
    this.keep(split.rest);
    return true;
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.memory ??= new Uint8Array(this.blockSize);
    this.memory.set(bytes, this.held);
    this.setHeld(this.held + bytes.length);
  }

  private setHeld(count: number): void {
    if (this.block !== undefined) this.block.setLength(count);
    else if (count > 0 !== this.held > 0) (count > 0 ? addUnclosed : removeUnclosed)(this);
    this.held = count;
  }

  /** A terminal gets everything up to the last line end. */
  private flushLines(): void {
    const end = this.memory === undefined ? 0 : this.memory.subarray(0, this.held).lastIndexOf(LINE_FEED) + 1;
    if (end === 0) return;
    const memory = this.memory!;
    const { held } = this;
    this.writeFully(memory.subarray(0, end));
    memory.copyWithin(0, end, held);
    this.setHeld(held - end);
  }

  /** What could not be written is not tried again, as in C. */
  private writeFully(bytes: Uint8Array): void {
    try {
      raisingIoError(() => {
        const file = fileAt(this.fd);
        for (let at = 0; at < bytes.length; ) at += file.write(bytes.subarray(at));
      });
    } catch (error) {
      this.setHeld(0);
      throw error;
    }
  }

  flushHeld(): void {
    const { held } = this;
    if (held === 0) return;
    this.writeFully(this.memory!.subarray(0, held));
    this.setHeld(0);
  }

  /** Called when the fields of a forked process's copy are in place. */
  restored$(): void {
    inheritWriter(this, this.held > 0);
  }

  heldFor(): number {
    return this.fd;
  }

  // Reading

  private fill(size: number): boolean {
    this.flushHeld();
    const target = new Uint8Array(size);
    const count = raisingIoError(() => fileAt(this.fd).read(target));
    this.readAhead = target.subarray(0, count);
    this.at = 0;
    return count > 0;
  }

  /** `read(n)` in bytes; a negative n reads all. */
  read(count: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let left = count < 0 ? Number.POSITIVE_INFINITY : count;
    let size = count < 0 ? ITERATION_BLOCK : this.blockSize;
    while (left > 0) {
      if (this.at === this.readAhead.length && !this.fill(Math.max(size, Number.isFinite(left) ? left : 0))) break;
      const part = this.readAhead.subarray(this.at, this.at + left);
      this.at += part.length;
      left -= part.length;
      parts.push(part);
      if (count < 0 && size < 1 << 20) size *= 2;
    }
    return parts.length === 0 ? EMPTY : joinBytes(parts).slice();
  }

  /** One line with its end; a negative limit is none. */
  readLine(limit: number, blockSize = this.blockSize): Uint8Array {
    const parts: Uint8Array[] = [];
    let left = limit < 0 ? Number.POSITIVE_INFINITY : limit;
    while (left > 0) {
      if (this.at === this.readAhead.length && !this.fill(blockSize)) break;
      const found = this.readAhead.indexOf(LINE_FEED, this.at) + 1;
      const stop = Math.min(this.readAhead.length, this.at + left);
      const isWhole = found > 0 && found <= stop;
      const part = this.readAhead.subarray(this.at, isWhole ? found : stop);
      this.at += part.length;
      left -= part.length;
      parts.push(part);
      if (isWhole) break;
    }
    return parts.length === 0 ? EMPTY : joinBytes(parts);
  }

  /** The next line of an iteration. */
  nextLine(): Uint8Array {
    this.checkOpen();
    if (!this.isReadable) throw plainOsError('File not open for reading');
    this.isIterating = true;
    return this.readLine(-1, ITERATION_BLOCK);
  }

  // Position

  private dropAhead(): void {
    const unread = this.readAhead.length - this.at;
    this.readAhead = EMPTY;
    this.at = 0;
    if (unread > 0) fileAt(this.fd).seek(-unread, 1);
  }

  tell(): number {
    const unread = this.isIterating ? 0 : this.readAhead.length - this.at;
    return raisingIoError(() => fileAt(this.fd).seek(0, 1)) - unread + this.held;
  }

  seek(offset: number, whence: number): void {
    this.flushHeld();
    const unread = this.isIterating ? 0 : this.readAhead.length - this.at;
    raisingIoError(() => fileAt(this.fd).seek(whence === 1 ? offset - unread : offset, whence));
    this.readAhead = EMPTY;
    this.at = 0;
    this.isIterating = false;
  }

  truncate(size: number): void {
    const position = this.tell();
    this.flushHeld();
    raisingIoError(() => fileAt(this.fd).truncate(size < 0 ? position : size));
  }

  close(): void {
    if (this.isClosed) return;
    try {
      this.flushHeld();
    } finally {
      this.isClosed = true;
      this.setHeld(0);
      if (!this.isStandard) raisingIoError(() => closeDescriptor(this.fd));
    }
  }
}

const EMPTY = new Uint8Array();

/** Runs a system call; Python 2's files raise IOError. */
export function raisingIoError<T>(run: () => T, shown?: Py): T {
  try {
    return run();
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined ? error : ioError(errno, shown);
  }
}

/** A standard stream. */
export function file2(fd: number, name: string, mode: string, unbuffered: boolean): PyFile2 {
  const file = new PyFile2();
  file.open(fd, name, mode, unbuffered ? 0 : -1);
  file.isStandard = true;
  const coding = host().environ.get('PYTHONIOENCODING');
  if (coding !== undefined && coding !== '') {
    const [encoding, errors] = coding.split(':') as [string, string | undefined];
    file.encoding = encoding;
    file.errors = errors ?? null;
  } else if (isTerminal(fd)) file.encoding = 'UTF-8';
  if (fd !== 0) file.useBlock();
  return file;
}
