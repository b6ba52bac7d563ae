/**
 * Pipes in the arena as standard streams of a child program: their bytes are carried over to the program's own pipes, and back.
 *
 * The kernel has the ends open as a process would, so the other side sees an end of the stream when the program, and
 * everybody else who had them, is gone. It never sleeps: it is told by `Atomics.waitAsync` when a ring has changed.
 */
import type { ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Arena,
  armRing,
  changeCell,
  closeHandle,
  disarmRing,
  getBytes,
  handleAddress,
  isDeaf,
  isReadable,
  isWritable,
  MAX_STREAM_RECORD,
  openHandle,
  putRecord,
} from '../mp/index.js';
import { untilFree } from './busy.js';
import { type Fifos, type PipeEnds, releaseOpening } from './fifos.js';
import type { ProgramStdio } from './programOptions.js';

interface Pump {
  readonly fd: number;
  readonly handle: number;
  readonly ring: number;
  readonly isRead: boolean;
  /** The real pipe, once there is one. */
  ends: PipeEnds | null;
}

type Ring = Extract<ProgramStdio, object>;

function ourEnd({ ours, theirs }: PipeEnds, programReads: boolean): Socket {
  closeSync(theirs);
  return new Socket({ fd: ours, readable: !programReads, writable: programReads });
}

/** ES2024's `Atomics.waitAsync`, which Node 20 has. */
const { waitAsync } = Atomics as unknown as {
  waitAsync(cells: Int32Array, at: number, expected: number, timeoutMs: number): { value: Promise<string> | string };
};
/** A wake-up may be meant for somebody else who sleeps on the same cell, so it is looked at again now and then. */
const LOOK_AGAIN_MS = 100;
const DEAF_AGAIN_MS = 1000;
const RELEASE_MS = 5;
const LAST_RELEASE_MS = 1000;

export class Pumps {
  readonly #pumps: Pump[] = [];
  /** Ends that are only kept open, by descriptor. */
  readonly #held = new Map<number, number>();
  /** Fulfilled when the program is gone, and with it who would read what is written. */
  readonly #gone: Promise<void>;
  #stop: () => void = () => {};
  #isStopped = false;
  /** What carries bytes to the program, until its handle is closed. */
  readonly #feeding: Promise<void>[] = [];
  constructor(readonly arena: Arena) {
    this.#gone = new Promise((resolve) => {
      this.#stop = resolve;
    });
  }

  /** Opens the ends; may be called again when a lock was busy. */
  open(stdio: readonly ProgramStdio[]): void {
    for (let fd = this.#pumps.length === 0 ? 0 : this.#pumps.at(-1)!.fd + 1; fd < stdio.length; fd++) {
      const kind = stdio[fd]!;
      if (typeof kind !== 'object') continue;
      this.arena.reach(kind.ring, 32);
      if (kind.held !== 0 && !this.#held.has(fd)) {
        this.arena.reach(kind.held, 32);
        this.#held.set(fd, openHandle(this.arena, kind.isRead ? 'writer' : 'reader', kind.held));
      }
      const handle = openHandle(this.arena, kind.isRead ? 'reader' : 'writer', kind.ring);
      this.#pumps.push({ fd, handle, ring: kind.ring, isRead: kind.isRead, ends: null });
    }
  }

  /** Makes the real pipes; descriptors that are one pipe stay one, so that what is written to them keeps its order. */
  async connect(fifos: Fifos): Promise<void> {
    for (const pump of [...this.#pumps]) {
      const first = this.#pumps.find(({ ring, isRead }) => ring === pump.ring && isRead === pump.isRead)!;
      if (first === pump) pump.ends = await fifos.open(pump.isRead);
      else if (first.ends !== null) {
        this.#pumps.splice(this.#pumps.indexOf(pump), 1);
        await this.#close(pump.handle);
      }
    }
  }

  /** What the program gets: its end of the real pipe, or a pipe of Node's own kind. */
  endFor({ ring, isRead }: Ring): number | 'pipe' {
    const pump = this.#pumps.find((each) => each.ring === ring && each.isRead === isRead);
    return pump?.ends?.theirs ?? 'pipe';
  }

  close(): void {
    this.#closeHeld();
    for (const { handle, ends } of this.#pumps) {
      this.#close(handle);
      if (ends === null) continue;
      closeSync(ends.ours);
      closeSync(ends.theirs);
      if (ends.name !== null) closeSync(ends.name);
    }
  }

  start(child: ChildProcess): void {
    for (const { fd, handle, isRead, ends } of this.#pumps) {
      const stream = (ends === null ? child.stdio[fd] : ourEnd(ends, isRead)) as Readable & Writable;
      const carry = isRead ? this.#toProgram(handle, stream) : this.#fromProgram(handle, stream);
      const closed = carry.catch(() => {}).then(() => this.#close(handle));
      if (ends?.name != null) carry.finally(() => this.#releaseOpenings(ends.name!)).catch(() => {});
      if (isRead) this.#feeding.push(closed);
    }
  }

  /**
   * The program has ended: who still writes to it is to find out at once. What it has written is still carried over.
   * Fulfilled when nobody is taken for a reader any more.
   */
  async stopReading(): Promise<void> {
    this.#isStopped = true;
    this.#stop();
    this.#closeHeld();
    await Promise.all(this.#feeding);
  }

  async #toProgram(handle: number, stream: Writable): Promise<void> {
    const { arena } = this;
    const ring = handleAddress(arena, handle);
    let isBroken = false;
    stream.on('error', () => {
      isBroken = true;
    });
    stream.on('close', () => {
      isBroken = true;
    });
    while (!isBroken && !this.#isStopped) {
      const result = await untilFree(() => getBytes(arena, ring, MAX_STREAM_RECORD, 0));
      if (result === 'closed') break;
      if (result === 'timeout') {
        await this.#changed(ring, 'reader');
        continue;
      }
      const bytes = arena.record.slice(0, arena.recordLength);
      const written = new Promise<void>((resolve) => stream.write(bytes, () => resolve()));
      await Promise.race([written, this.#gone]);
    }
    stream.end();
  }

  /** While the program runs; who opens its input late is seldom, and mostly at its start. */
  async #releaseOpenings(name: number): Promise<void> {
    for (let delayMs = RELEASE_MS; !this.#isStopped; delayMs = Math.min(delayMs * 4, LAST_RELEASE_MS)) {
      const timer = sleep(delayMs, undefined, { ref: false });
      await Promise.race([timer, this.#gone]);
      if (!this.#isStopped) releaseOpening(name);
    }
    closeSync(name);
  }

  async #fromProgram(handle: number, stream: Readable): Promise<void> {
    const { arena } = this;
    const ring = handleAddress(arena, handle);
    stream.on('error', () => {});
    this.#closeWhenDeaf(ring, stream);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      for (let at = 0; at < chunk.length; ) {
        const end = Math.min(chunk.length, at + MAX_STREAM_RECORD);
        const result = await untilFree(() => putRecord(arena, ring, chunk, at, end, 0));
        if (result === 'closed') {
          stream.destroy();
          return;
        }
        if (result === 'done') at = end;
        else await this.#changed(ring, 'writer');
      }
    }
  }

  /** Closes the program's pipe as soon as nobody is left to read it: the program is to find out when it writes, not with what it writes next. */
  async #closeWhenDeaf(ring: number, stream: Readable): Promise<void> {
    const { arena } = this;
    const cell = changeCell(ring, 'writer');
    while (!this.#isStopped && !stream.destroyed) {
      const { i32 } = arena;
      const seen = Atomics.load(i32, cell);
      if (isDeaf(arena, ring)) {
        stream.destroy();
        return;
      }
      await Promise.race([waitAsync(i32, cell, seen, DEAF_AGAIN_MS).value, this.#gone]);
      // It may have been meant for a writer that sleeps there.
      Atomics.notify(i32, cell, 1);
    }
  }

  /** Fulfilled when the ring may have become ready. */
  async #changed(ring: number, side: 'reader' | 'writer'): Promise<void> {
    const { arena } = this;
    const isReady = side === 'reader' ? isReadable : isWritable;
    const cell = await untilFree(() => armRing(arena, ring, side));
    const seen = Atomics.load(arena.i32, cell);
    if (!isReady(arena, ring)) {
      const change = waitAsync(arena.i32, cell, seen, LOOK_AGAIN_MS).value;
      await (side === 'reader' ? Promise.race([change, this.#gone]) : change);
    }
    await untilFree(() => disarmRing(arena, ring, side));
  }

  #closeHeld(): void {
    for (const handle of this.#held.values()) this.#close(handle);
    this.#held.clear();
  }

  async #close(handle: number): Promise<void> {
    await untilFree(() => closeHandle(this.arena, handle)).catch(() => {});
  }
}
