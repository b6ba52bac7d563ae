/** The two ends of a connection that both belong to the program, as streams of bytes: what one writes, the other reads. */
import { Duplex } from 'node:stream';
import { KernelError } from './errors.js';

/** Linux: what a socket of the family AF_UNIX takes before its writer waits. */
const ROOM_BYTES = 212_992;

class LinkedStream extends Duplex {
  other!: LinkedStream;
  /** A write of the other end that waits until something was read. */
  #waiting: ((error?: Error) => void) | null = null;

  constructor() {
    super({ readableHighWaterMark: ROOM_BYTES });
  }

  override _read(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error) => void): void {
    const { other } = this;
    if (other.destroyed) done(new KernelError('EPIPE', 'broken pipe'));
    else if (other.push(chunk)) done();
    else other.#waiting = done;
  }

  override _final(done: () => void): void {
    if (!this.other.destroyed) this.other.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    const { other } = this;
    this.#waiting?.(new KernelError('EPIPE', 'broken pipe'));
    this.#waiting = null;
    if (!other.destroyed && !other.readableEnded && !this.writableFinished) other.push(null);
    done(error);
  }
}

export function linkedStreams(): [Duplex, Duplex] {
  const [one, other] = [new LinkedStream(), new LinkedStream()];
  one.other = other;
  other.other = one;
  return [one, other];
}
