/**
 * Open files of the system, as descriptors refer to them (POSIX: open file descriptions).
 *
 * Errors are thrown with Node's `code`; whoever calls for Python turns them into OSError (`system`).
 */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { isTerminal } from '../kernel/terminal.js';
import { takeFetched } from './fetched.js';
import { host, RETRY_MS } from './host.js';

export const SEEK_SET = 0;
export const SEEK_CUR = 1;
export const SEEK_END = 2;

/** Throws an error of the system. */
export function fail(code: string): never {
  throw Object.assign(new Error(code), { code });
}

/** Something that descriptors can refer to: a file, a standard stream, a pipe in shared memory, a socket. */
export abstract class OpenFile {
  /** Descriptors of this process that refer to it. */
  refs = 0;
  /** Reads and writes give up (EAGAIN) instead of waiting. */
  isNonBlocking = false;
  /** Descriptor of the operating system, -1 if it has none. */
  abstract readonly native: number;
  /** Reads at most `into.length` bytes. Returns how many; 0 at the end. */
  abstract read(into: Uint8Array): number;
  /** Writes some of the bytes, at least one. Returns how many. */
  abstract write(bytes: Uint8Array): number;
  /** Moves to an offset and returns the new position. ESPIPE if it cannot. */
  seek(_offset: number, _whence: number): number {
    return fail('ESPIPE');
  }
  truncate(_sizeBytes: number): void {
    fail('EINVAL');
  }
  abstract stat(): fs.BigIntStats;
  isTerminal(): boolean {
    return false;
  }
  /** Called when the last descriptor is closed. */
  abstract close(): void;
}

/** A file of the operating system on its way to another process. */
export interface SharedFile {
  readonly native: number;
  readonly appends: boolean;
  readonly access: number;
  readonly offset: number;
  readonly position: number;
  /** The kernel's number for it, 0 where nobody closes it before the program ends. */
  readonly keptId: number;
}

/** How long to wait before something that cannot be waited for is tried again: longer with each time, as far as nobody notices. */
export class RetryPause {
  #ms = 0;
  nextMs(): number {
    this.#ms = Math.min(this.#ms + RETRY_MS, MAX_RETRY_MS);
    return this.#ms;
  }
}

const MAX_RETRY_MS = 10;

/** A file of the operating system. */
export class SystemFile extends OpenFile {
  /** The offset that the operating system keeps, as far as reads and writes through here moved it. */
  protected offset = 0;
  /** Where to read and write; -1: where the operating system's own offset is, which is only left for a seek elsewhere. */
  private position = -1;
  private kind: 'file' | 'device' | 'stream' | undefined = undefined;
  private isShared = false;
  /** The number under which the kernel keeps it open for the processes that have it; 0 if it does not. */
  keptId = 0;
  /** Others may move the operating system's offset. */
  private offsetMoves = false;
  /** What else is to be done when it is closed here (locks are given up). */
  closing: (() => void) | undefined = undefined;

  /** A file that this process has opened for itself. */
  static opened<File extends SystemFile>(file: File): File {
    host().noteFile(file.native);
    return file;
  }

  constructor(
    public native: number,
    /** Writes go to the end of the file. */
    readonly appends = false,
    /** O_RDONLY, O_WRONLY or O_RDWR. */
    readonly access = 0,
  ) {
    super();
  }

  /**
   * Another process is about to use it as well: from now on it is not closed here, and its offset may have moved.
   * Returns what the other process needs.
   */
  share(): SharedFile {
    if (!this.isShared) host().forgetFile(this.native);
    this.isShared = true;
    this.offsetMoves = true;
    return {
      native: this.native,
      appends: this.appends,
      access: this.access,
      offset: this.offset,
      position: this.position,
      keptId: this.keptId,
    };
  }

  /** Whether no other process has it as well. */
  get isOwn(): boolean {
    return !this.isShared;
  }

  /** The file in the other process. */
  static adopt({ native, appends, access, offset, position, keptId }: SharedFile): SystemFile {
    const file = new this(native, appends, access);
    file.isShared = true;
    file.offsetMoves = true;
    file.offset = offset;
    file.position = position;
    file.keptId = keptId;
    return file;
  }

  /** The descriptor of the operating system for a program that is to use it as well, with the offset where it is here. */
  lend(): number {
    if (this.position >= 0 && this.kindOf() === 'file') {
      if (this.position !== nativeOffset(this.native)) this.reopenAt(this.position);
      this.position = -1;
    }
    this.offsetMoves = true;
    return this.native;
  }

  /** The operating system's offset can only be moved by using the file: it is opened anew, at its start, and then read or passed over. */
  private reopenAt(position: number): void {
    const flags = this.access | (this.appends ? fs.constants.O_APPEND : 0);
    const native = fs.openSync(`/proc/self/fd/${this.native}`, flags);
    if (position > 0) passOver(native, position);
    this.replaceNative(native);
    this.offset = position;
  }

  /** From now on it is another descriptor of the operating system. */
  protected replaceNative(native: number): void {
    this.closeNative();
    this.native = native;
    if (!this.isShared) host().noteFile(native);
  }

  private closeNative(): void {
    if (this.isShared) {
      if (this.keptId !== 0) host().dropFile(this.keptId);
      this.keptId = 0;
      return;
    }
    host().forgetFile(this.native);
    fs.closeSync(this.native);
  }

  read(into: Uint8Array): number {
    return this.retried(() => {
      const count = fs.readSync(this.native, into, 0, into.length, this.position < 0 ? null : this.position);
      this.advance(count);
      return count;
    });
  }

  write(bytes: Uint8Array): number {
    return this.retried(() => {
      const at = this.position < 0 ? null : this.position;
      const count = fs.writeSync(this.native, bytes, 0, bytes.length, at);
      if (this.appends) this.moveToEnd();
      else this.advance(count);
      return count;
    });
  }

  private advance(count: number): void {
    if (this.position < 0) this.offset += count;
    else this.position += count;
  }

  private moveToEnd(): void {
    const end = Number(this.stat().size);
    if (this.position < 0) this.offset = end;
    else this.position = end;
  }

  /** Runs a read or write until it does something, unless the file is said not to wait. */
  protected retried(run: () => number): number {
    const pause = new RetryPause();
    for (;;) {
      try {
        return run();
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === 'EOF') return 0;
        if (code === 'EPIPE') host().pipeBroke();
        if (code !== 'EAGAIN' || this.isNonBlocking) throw error;
        host().sleep(pause.nextMs());
      }
    }
  }

  override seek(offset: number, whence: number): number {
    const kind = this.kindOf();
    if (kind === 'stream') fail('ESPIPE');
    if (kind === 'device') return 0;
    const from = whence === SEEK_SET ? 0 : whence === SEEK_CUR ? this.tell() : Number(this.stat().size);
    if (whence < SEEK_SET || whence > SEEK_END || from + offset < 0) fail('EINVAL');
    const target = from + offset;
    if (target !== this.tell() || this.position >= 0) this.position = target;
    return target;
  }

  private tell(): number {
    if (this.position >= 0) return this.position;
    return this.offsetMoves ? (nativeOffset(this.native) ?? this.offset) : this.offset;
  }

  private kindOf(): 'file' | 'device' | 'stream' {
    if (this.kind === undefined) {
      const status = fs.fstatSync(this.native);
      if (status.isFile() || status.isBlockDevice() || status.isDirectory()) this.kind = 'file';
      else this.kind = status.isCharacterDevice() && !isTerminal(this.native) ? 'device' : 'stream';
    }
    return this.kind;
  }

  override truncate(sizeBytes: number): void {
    fs.ftruncateSync(this.native, sizeBytes);
  }

  stat(): fs.BigIntStats {
    return fs.fstatSync(this.native, { bigint: true });
  }

  override isTerminal(): boolean {
    return isTerminal(this.native);
  }

  close(): void {
    this.closing?.();
    this.closeNative();
  }
}

/** Descriptors 1 and 2: their offset belongs to all who write there, and the kernel closes them when nobody has them any more. */
export class StandardOutput extends SystemFile {
  override get isOwn(): boolean {
    return false;
  }
  override close(): void {
    host().leaveStream(this.native);
  }
}

/** Descriptor 0, which only the kernel may read. */
export class StandardInput extends SystemFile {
  /** What was read for a thread, to be had by the next reads. */
  readonly fetched: Uint8Array[] = [];
  constructor() {
    super(0);
  }
  override read(into: Uint8Array): number {
    if (this.fetched.length === 0) this.fetched.push(host().readStdin(into.length));
    const count = takeFetched(this.fetched, into);
    this.offset += count;
    return count;
  }
  override close(): void {}
}

/** Moves the offset of a descriptor on. `dd` can do it without reading or writing anything. */
function passOver(native: number, bytes: number): void {
  spawnSync('dd', ['bs=1', `skip=${bytes}`, 'count=0'], { stdio: [native, 'ignore', 'ignore'] });
}

/** Where the operating system's offset of a descriptor stands; undefined where that cannot be asked. */
function nativeOffset(native: number): number | undefined {
  try {
    const text = fs.readFileSync(`/proc/self/fdinfo/${native}`, 'latin1');
    return Number(/^pos:\s*(\d+)/.exec(text)?.[1]);
  } catch {
    return undefined;
  }
}
