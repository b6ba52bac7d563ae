/**
 * The shared arena: one growable buffer in which all processes allocate.
 *
 * Shape:   addresses are cell indexes (see layout.ts). A block has a header of two cells: the size class
 *          and a reference count.
 * Growth:  the buffer grows in place, but a view keeps the length it was made with (views that track
 *          the length are 42 times slower), so each thread remakes its views when it meets an address beyond them.
 * Errors:  `ArenaFull` when the buffer cannot grow further.
 * Threads: every operation may be called from any thread; one `Arena` object belongs to one thread.
 */
import { ENTRY_CELLS, Entry, HEADER_CELLS, Header } from './layout.js';
import { LockBusy, lockRobust, unlockRobust } from './robust.js';
import { cellsOfClass, sizeClass } from './sizeClass.js';
import { Spinning } from './spinning.js';

const BLOCK_HEADER_CELLS = 2;
const PAGE_BYTES = 65536;
const FIRST_BYTES = 4 * PAGE_BYTES;
const MIN_GROWTH_BYTES = 16 * PAGE_BYTES;
/** Tried in turn: what can be reserved depends on the limits of the address space. */
const MAX_BYTES = [2 ** 32 - PAGE_BYTES, 2 ** 31, 2 ** 29];

/** The resizable part of ES2024's SharedArrayBuffer, which Node 20 has. */
type Growable = SharedArrayBuffer & { readonly maxByteLength: number; grow(sizeBytes: number): void };
const GrowableBuffer = SharedArrayBuffer as unknown as new (
  sizeBytes: number,
  options: { maxByteLength: number },
) => Growable;

export class ArenaFull extends Error {
  constructor(readonly sizeBytes: number) {
    super(`cannot allocate ${sizeBytes} bytes of shared memory`);
  }
}

/** What the language runtime on top may hook into a wait. */
export interface BlockHooks {
  /** A signal is pending. May throw: the wait is then given up and the exception passes through it. */
  interrupt(): void;
  /**
   * Other threads of the same process could run instead of sleeping. Called before a sleep with the
   * awaited cell; returns true if it ran something, or has slept itself (the cell is then looked at again), false if
   * there is nothing to run, so that the process may sleep; 'timeout' if the deadline has passed already. Waits inside
   * the hook do not call it again.
   */
  park: ((cell: number, expected: number, remainingMs: number) => boolean | 'timeout') | null;
  /** Position in the program text, for reports; asked only when a wait really sleeps. */
  position: (() => { file: string; line: number } | null) | null;
  /** A wait has gone on for half a second and more: there is time to tidy up. Returns whether the wait may be over by that. */
  idle: (() => boolean) | null;
}

export class Arena {
  i32!: Int32Array;
  u8!: Uint8Array;
  f64!: Float64Array;
  /** Number of robust locks held by this thread. */
  heldDepth = 0;
  readonly spinning = new Spinning();
  /** How many other threads this one has woken since it waited last. */
  woken = 0;
  /** Where a record taken from a queue is put; reused. */
  record = new Uint8Array(1024);
  recordLength = 0;
  /** Set when this process sleeps. */
  hasSlept = false;
  /** True while the `park` hook runs. */
  isParked = false;
  /** Address of the statistics of this thread's process, 0 if none are kept. */
  readonly stats: number;
  hooks: BlockHooks = { interrupt: () => {}, park: null, position: null, idle: null };
  readonly #toFree: number[] = [];
  readonly #strings = new Map<string, number>();

  /** False in the kernel, which must not wait for a thread that it may be ending; see `LockBusy`. */
  mayWait = true;

  /** @param self address of the entry of the process that this thread runs. */
  constructor(
    readonly buffer: SharedArrayBuffer,
    readonly self: number,
  ) {
    this.refresh();
    this.stats = this.i32[self + Entry.stats]!;
  }

  /** Remakes the views over the whole buffer. */
  refresh(): void {
    const sizeBytes = this.buffer.byteLength;
    this.i32 = new Int32Array(this.buffer, 0, sizeBytes >>> 2);
    this.u8 = new Uint8Array(this.buffer, 0, sizeBytes);
    this.f64 = new Float64Array(this.buffer, 0, sizeBytes >>> 3);
  }

  /** Makes sure that the views cover `cells` cells from `address` on; call it for an address that another thread made. */
  reach(address: number, cells = 0): void {
    if (address + cells > this.i32.length) this.refresh();
  }

  /** Remakes the views if the buffer has grown since. */
  refreshIfGrown(): void {
    if (this.u8.length !== this.buffer.byteLength) this.refresh();
  }

  /** Allocates a zeroed block with a reference count of one. Returns its address. */
  alloc(sizeBytes: number): number {
    const address = this.allocRaw(sizeBytes);
    this.i32.fill(0, address, address + ((sizeBytes + 3) >>> 2));
    return address;
  }

  /** Like `alloc`, but the content is whatever was there. */
  allocRaw(sizeBytes: number): number {
    if (sizeBytes > MAX_BYTES[0]!) throw new ArenaFull(sizeBytes);
    const kind = sizeClass(Math.ceil(sizeBytes / 4) + BLOCK_HEADER_CELLS);
    lockRobust(this, Header.allocLock);
    try {
      return this.#takeFree(kind) || this.#extend(kind, sizeBytes);
    } finally {
      unlockRobust(this, Header.allocLock);
    }
  }

  /** Gives a block back, whatever its reference count. */
  free(address: number): void {
    this.#toFree.push(address);
    try {
      lockRobust(this, Header.allocLock);
    } catch (error) {
      if (error instanceof LockBusy) return; // the next call frees it as well
      throw error;
    }
    for (let next = this.#toFree.pop(); next !== undefined; next = this.#toFree.pop()) this.#giveBack(next);
    unlockRobust(this, Header.allocLock);
  }

  /** Adds a reference to a block. */
  retain(address: number): void {
    this.reach(address);
    Atomics.add(this.i32, address - 1, 1);
  }

  /** Drops a reference. Returns true if it was the last: the caller then frees what the block refers to, and the block. */
  release(address: number): boolean {
    this.reach(address);
    return Atomics.sub(this.i32, address - 1, 1) === 1;
  }

  /** Usable size of a block in bytes, at least what was asked for. */
  blockBytes(address: number): number {
    return (cellsOfClass(this.i32[address - 2]!) - BLOCK_HEADER_CELLS) * 4;
  }

  /** Address of a text in the arena, the same for the same text: cells [length in bytes, UTF-8 ...]. */
  intern(text: string): number {
    let address = this.#strings.get(text);
    if (address === undefined) {
      address = writeString(this, text);
      this.#strings.set(text, address);
    }
    return address;
  }

  /** The same for a text that will not come again. */
  writeText(text: string): number {
    return writeString(this, text);
  }

  /** Reads what `intern` wrote, in any thread; '' for address 0. */
  stringAt(address: number): string {
    if (address === 0) return '';
    this.reach(address, 1);
    const sizeBytes = this.i32[address]!;
    this.reach(address + 1, (sizeBytes + 3) >>> 2);
    return Buffer.from(this.buffer, (address + 1) * 4, sizeBytes).toString('utf8');
  }

  #takeFree(kind: number): number {
    const { i32 } = this;
    // A block of up to twice the size is taken rather than new memory.
    const last = kind < 16 ? kind : Math.min(kind + 4, 127);
    for (let k = kind; k <= last; k++) {
      const head = i32[Header.freeLists + k]!;
      if (head === 0) continue;
      this.reach(head);
      this.reach(head, cellsOfClass(this.i32[head - 2]!) - BLOCK_HEADER_CELLS);
      // One store takes the block out, so a thread that ends anywhere in here leaves the list whole.
      this.i32[Header.freeLists + k] = this.i32[head]!;
      this.i32[head - 1] = 1;
      return head;
    }
    return 0;
  }

  #extend(kind: number, sizeBytes: number): number {
    const cells = cellsOfClass(kind);
    const start = this.i32[Header.top]!;
    const end = start + cells;
    if (end * 4 > this.buffer.byteLength) this.#grow(end * 4, sizeBytes);
    this.reach(end);
    const address = start + BLOCK_HEADER_CELLS;
    this.i32[address - 2] = kind;
    this.i32[address - 1] = 1;
    this.i32[Header.top] = end;
    return address;
  }

  #grow(neededBytes: number, sizeBytes: number): void {
    const now = this.buffer.byteLength;
    const wanted = Math.max(neededBytes, now + Math.max(MIN_GROWTH_BYTES, now >>> 2));
    const target = Math.min(Math.ceil(wanted / PAGE_BYTES) * PAGE_BYTES, (this.buffer as Growable).maxByteLength);
    if (target < neededBytes) throw new ArenaFull(sizeBytes);
    try {
      (this.buffer as Growable).grow(target);
    } catch {
      throw new ArenaFull(sizeBytes);
    }
    this.refresh();
  }

  #giveBack(address: number): void {
    this.reach(address);
    const head = Header.freeLists + this.i32[address - 2]!;
    this.i32[address] = this.i32[head]!;
    this.i32[head] = address;
  }
}

/** Makes a new arena, with an entry for the kernel, which is the process that the returned object belongs to. */
export function createArena(options: { firstPid: number; processors: number }): Arena {
  const buffer = reserve();
  const cells = new Int32Array(buffer);
  const kernelEntry = HEADER_CELLS + BLOCK_HEADER_CELLS;
  cells[kernelEntry - 2] = sizeClass(ENTRY_CELLS + BLOCK_HEADER_CELLS);
  cells[kernelEntry - 1] = 1;
  cells[kernelEntry + Entry.pid] = 0;
  cells[Header.top] = HEADER_CELLS + cellsOfClass(cells[kernelEntry - 2]!);
  cells[Header.nextPid] = options.firstPid;
  cells[Header.processors] = options.processors;
  cells[Header.kernelEntry] = kernelEntry;
  const arena = new Arena(buffer, kernelEntry);
  arena.mayWait = false;
  return arena;
}

function reserve(): SharedArrayBuffer {
  for (const maxByteLength of MAX_BYTES) {
    try {
      return new GrowableBuffer(FIRST_BYTES, { maxByteLength });
    } catch {}
  }
  throw new ArenaFull(FIRST_BYTES);
}

function writeString(arena: Arena, text: string): number {
  const bytes = Buffer.from(text, 'utf8');
  const address = arena.alloc(4 + bytes.length);
  arena.i32[address] = bytes.length;
  arena.u8.set(bytes, (address + 1) * 4);
  return address;
}
