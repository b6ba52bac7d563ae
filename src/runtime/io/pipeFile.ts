/**
 * Pipes and socket pairs as open files: streams of bytes in shared memory.
 *
 * A direction is a ring (see mp/pipe.ts) whose records are pieces of the stream, so that a read may take any part. Each
 * process that has an end open holds a handle on it; when the last handle of a side is gone, the other side finds out.
 */
import * as fs from 'node:fs';
import {
  type Arena,
  attach,
  attachedPlace,
  closeHandle,
  createDirection,
  getBytes,
  handleAddress,
  isDeaf,
  isMute,
  isReadable,
  isWritable,
  MAX_STREAM_RECORD,
  openHandle,
  putRecord,
  type RingResult,
  readerSource,
  ringItems,
  takeAttached,
  type WaitSource,
  writerSource,
} from '../mp/index.js';
import { takeFetched } from './fetched.js';
import { host } from './host.js';
import { fail, OpenFile } from './openFile.js';
import { joinBytes } from './values.js';

/** What Linux gives a pipe. */
const CAPACITY_BYTES = 65536;
/** A write of up to so many bytes is never torn apart. */
const PIPE_BUF = 4096;

/** One or both directions of a stream: handles of this process, 0 for a direction that it has not. */
export class PipeFile extends OpenFile {
  readonly native = -1;
  constructor(
    private readonly arena: Arena,
    public reader: number,
    public writer: number,
    readonly isSocket = false,
  ) {
    super();
  }

  /** What was read before somebody asked for it, see threadReads.ts. */
  readonly fetched: Uint8Array[] = [];

  /** Reads what is there, to be had by the next reads; false at the end. */
  fetch(): boolean {
    if (this.reader === 0) return false;
    const result = getBytes(this.arena, this.readRing, MAX_STREAM_RECORD, 0);
    if (result === 'closed') return false;
    if (result !== 'timeout') this.fetched.push(this.arena.record.slice(0, this.arena.recordLength));
    return true;
  }

  read(into: Uint8Array): number {
    if (this.fetched.length > 0 && into.length > 0) return takeFetched(this.fetched, into);
    if (this.reader === 0) return fail(this.isSocket ? 'EINVAL' : 'EBADF');
    if (into.length === 0) return 0;
    return this.receive(into, this.isNonBlocking ? 0 : Infinity);
  }

  /** Reads with a time limit; EAGAIN when it has passed. */
  receive(into: Uint8Array, timeoutMs: number): number {
    if (this.fetched.length > 0 && into.length > 0) return takeFetched(this.fetched, into);
    if (this.reader === 0) return 0;
    const result = getBytes(this.arena, this.readRing, into.length, timeoutMs);
    if (result === 'closed') return 0;
    if (result === 'timeout') return fail('EAGAIN');
    let count = this.copyRecord(into, 0);
    // A stream knows no messages: what is there already comes with it.
    while (count < into.length && isReadable(this.arena, this.readRing)) {
      if (getBytes(this.arena, this.readRing, into.length - count, 0) !== 'done') break;
      count += this.copyRecord(into, count);
    }
    return count;
  }

  /** Waits until there is something to read; false at the end, EAGAIN when the time has passed. */
  awaitBytes(timeoutMs: number): boolean {
    if (this.fetched.length > 0) return true;
    if (this.reader === 0) return false;
    const result = getBytes(this.arena, this.readRing, 0, timeoutMs);
    if (result === 'timeout') return fail('EAGAIN');
    return result === 'done';
  }

  /** Attaches a text to the bytes that are written next, unless nobody is left to read them. */
  attach(text: string, lengthBytes: number): void {
    if (this.writer !== 0 && !this.isBroken) attach(this.arena, this.writeRing, text, lengthBytes);
  }

  /** Where the first attached text lies, counted from the next byte to be read. */
  attachedPlace(): { readonly start: number; readonly end: number } | undefined {
    if (this.reader === 0) return undefined;
    const place = attachedPlace(this.arena, this.readRing);
    const ahead = this.fetched.reduce((sum, { length }) => sum + length, 0);
    return place === undefined ? undefined : { start: place.start + ahead, end: place.end + ahead };
  }

  /** Takes it. */
  takeAttached(): string | undefined {
    return this.reader === 0 ? undefined : takeAttached(this.arena, this.readRing);
  }

  private copyRecord(into: Uint8Array, at: number): number {
    const { record, recordLength } = this.arena;
    into.set(record.subarray(0, recordLength), at);
    return recordLength;
  }

  /** What the next reads will get, up to so many bytes; waits like `receive` when there is nothing. */
  peek(size: number, timeoutMs: number): Uint8Array {
    if (this.fetched.length === 0) {
      const first = new Uint8Array(MAX_STREAM_RECORD);
      const count = this.receive(first, timeoutMs);
      if (count === 0) return first.subarray(0, 0);
      this.fetched.push(first.subarray(0, count));
    }
    while (isReadable(this.arena, this.readRing) && joinBytes(this.fetched).length < size && this.fetch());
    const all = joinBytes(this.fetched);
    this.fetched.splice(0, this.fetched.length, all);
    return all.subarray(0, size);
  }

  write(bytes: Uint8Array): number {
    if (this.writer === 0) return fail(this.isSocket ? 'EPIPE' : 'EBADF');
    return this.send(bytes, this.isNonBlocking ? 0 : Infinity);
  }

  /** Writes all bytes, or those for which there was room in time; EAGAIN if that is none. */
  send(bytes: Uint8Array, timeoutMs: number): number {
    if (this.writer === 0) return fail('EPIPE');
    if (bytes.length === 0) return 0;
    const ring = this.writeRing;
    const piece = bytes.length <= PIPE_BUF ? PIPE_BUF : MAX_STREAM_RECORD;
    let sent = 0;
    while (sent < bytes.length) {
      const end = Math.min(bytes.length, sent + piece);
      if (timeoutMs !== Infinity && !isWritable(this.arena, ring)) {
        if (sent > 0) break;
        if (timeoutMs === 0) return fail('EAGAIN');
      }
      const result: RingResult = putRecord(this.arena, ring, bytes, sent, end, timeoutMs, 'pipe send');
      if (result === 'closed') {
        host().pipeBroke();
        return fail('EPIPE');
      }
      if (result === 'timeout') {
        if (sent === 0) return fail('EAGAIN');
        break;
      }
      sent = end;
    }
    return sent;
  }

  private get readRing(): number {
    return handleAddress(this.arena, this.reader);
  }
  private get writeRing(): number {
    return handleAddress(this.arena, this.writer);
  }

  /** Addresses of the rings, 0 where there is none; for whoever is to have the ends too. */
  get rings(): { readonly read: number; readonly write: number } {
    return { read: this.reader === 0 ? 0 : this.readRing, write: this.writer === 0 ? 0 : this.writeRing };
  }

  get isReadEnd(): boolean {
    return !this.isSocket && this.writer === 0;
  }
  get isWriteEnd(): boolean {
    return !this.isSocket && this.reader === 0 && this.writer !== 0;
  }
  get isReadable(): boolean {
    return this.fetched.length > 0 || this.reader === 0 || isReadable(this.arena, this.readRing);
  }
  get isWritable(): boolean {
    return this.writer === 0 || isWritable(this.arena, this.writeRing);
  }
  /** Nothing is there to be read. */
  get isEmpty(): boolean {
    return this.fetched.length === 0 && (this.reader === 0 || ringItems(this.arena, this.readRing) === 0);
  }
  /** Nobody is left to write what could be read. */
  get isHungUp(): boolean {
    return this.reader !== 0 && isMute(this.arena, this.readRing);
  }
  /** The other side is gone: nobody is left to read what is written. */
  get isBroken(): boolean {
    return this.writer !== 0 && isDeaf(this.arena, this.writeRing);
  }

  readSource(): WaitSource {
    return readerSource(this.arena, this.readRing);
  }
  writeSource(): WaitSource {
    return writerSource(this.arena, this.writeRing);
  }

  /** Ends one or both directions, leaving the file open. */
  shutdown(how: 'read' | 'write' | 'both'): void {
    if (how !== 'write' && this.reader !== 0) {
      closeHandle(this.arena, this.reader);
      this.reader = 0;
    }
    if (how !== 'read' && this.writer !== 0) {
      closeHandle(this.arena, this.writer);
      this.writer = 0;
    }
  }

  stat(): fs.BigIntStats {
    const like = fs.fstatSync(0, { bigint: true });
    const kind = this.isSocket ? 0o140000n : 0o010000n;
    return Object.assign(Object.create(Object.getPrototypeOf(like)), like, {
      mode: kind | 0o600n,
      size: 0n,
      ino: BigInt(this.reader || this.writer),
    });
  }

  close(): void {
    this.shutdown('both');
  }
}

/** A new pipe: the end to read from and the one to write to. */
export function createPipeFiles(arena: Arena): [PipeFile, PipeFile] {
  const ring = createDirection(arena, CAPACITY_BYTES);
  const ends: [PipeFile, PipeFile] = [
    new PipeFile(arena, openHandle(arena, 'reader', ring), 0),
    new PipeFile(arena, 0, openHandle(arena, 'writer', ring)),
  ];
  arena.release(ring);
  return ends;
}

/** Two connected sockets. */
export function createSocketPair(arena: Arena): [PipeFile, PipeFile] {
  const there = createDirection(arena, 4 * CAPACITY_BYTES);
  const back = createDirection(arena, 4 * CAPACITY_BYTES);
  const open = (kind: 'reader' | 'writer', ring: number) => openHandle(arena, kind, ring);
  const pair: [PipeFile, PipeFile] = [
    new PipeFile(arena, open('reader', back), open('writer', there), true),
    new PipeFile(arena, open('reader', there), open('writer', back), true),
  ];
  arena.release(there);
  arena.release(back);
  return pair;
}
