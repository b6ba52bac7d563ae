/** A connection's channel over a pipe in the arena. */
import { closePipeEnd, type PipeEnd, pollPipe, receiveRecord, sendRecord, type WaitSource } from '../../mp/index.js';
import { existingScheduler } from '../../threads/scheduler.js';
import type { Channel } from './connection.js';
import { type Hold, holdFor } from './forgotten.js';
import { endSource } from './pipeEnds.js';
import { arena } from './support.js';

export class PipeChannel implements Channel {
  readonly isForeign = false;
  private hold: Hold | null = null;
  constructor(readonly end: PipeEnd) {}
  /** The end of a program's own connection, which is closed when the program forgets it. */
  static held(end: PipeEnd): PipeChannel {
    const channel = new PipeChannel(end);
    channel.hold = holdFor(channel, () => closePipeEnd(arena(), end));
    return channel;
  }
  send(bytes: Uint8Array, length: number): boolean {
    return sendRecord(arena(), this.end, bytes, 0, length) === 'done';
  }
  receive(): boolean {
    this.awaitMessage(Infinity);
    return receiveRecord(arena(), this.end) === 'done';
  }
  poll(limitMs: number): boolean {
    return this.awaitMessage(limitMs) ?? pollPipe(arena(), this.end, limitMs);
  }
  /** Lets the threads of the process run until there is a message. Returns whether there is; undefined if there are no threads. */
  private awaitMessage(limitMs: number): boolean | undefined {
    const s = existingScheduler();
    if (s === undefined || s.threads.length === 0 || limitMs === 0) return undefined;
    const ready = () => pollPipe(arena(), this.end, 0);
    return s.waitFor({ ready, deadline: s.deadlineAfter(limitMs), sources: [this.source()] });
  }
  source(): WaitSource {
    return endSource(arena(), this.end);
  }
  /** The end stays open, whatever becomes of this object. */
  keep(): void {
    if (this.hold !== null) this.hold.isOver = true;
  }
  close(): void {
    this.keep();
    closePipeEnd(arena(), this.end);
  }
}
