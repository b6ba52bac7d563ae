/** The two ends of a queue's ring as connections (`queue._reader`, `queue._writer`). */
import {
  deadlineAfter,
  getRecord,
  putRecord,
  readerSource,
  ringItems,
  type WaitSource,
  waitAny,
} from '../../mp/index.js';
import { type Channel, newConnection, type PyConnection } from './connection.js';
import { arena } from './support.js';

export interface QueueEnds {
  readonly reader: PyConnection;
  readonly writer: PyConnection;
}

/** The reading end as a connection, for `connection.wait` and `poll`. */
class QueueChannel implements Channel {
  constructor(readonly ring: number) {}
  send(bytes: Uint8Array, length: number): boolean {
    return putRecord(arena(), this.ring, bytes, 0, length) === 'done';
  }
  receive(): boolean {
    return getRecord(arena(), this.ring) === 'done';
  }
  poll(limitMs: number): boolean {
    const shared = arena();
    return (
      ringItems(shared, this.ring) > 0 ||
      waitAny(shared, [this.source()], deadlineAfter(limitMs), 'queue get').length > 0
    );
  }
  source(): WaitSource {
    return readerSource(arena(), this.ring);
  }
  close(): void {}
}

/** The ends of the ring at that address. */
export function connections(ring: number): QueueEnds {
  const channel = new QueueChannel(ring);
  return { reader: newConnection(channel, true, false), writer: newConnection(channel, false, true) };
}
