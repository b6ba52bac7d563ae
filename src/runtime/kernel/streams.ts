/** A Node stream of bytes, used on demand: a reader says how much it wants, and takes what is there. */
import type { Duplex, Readable, Writable } from 'node:stream';
import { KernelError } from './errors.js';

/** So much is kept for a reader that is slow, beside what the system keeps. */
const ROOM_BYTES = 1 << 19;

export class ByteStream {
  readonly #changed: () => void;
  #ended = false;
  #failure: Error | null = null;

  /** @param changed called when there may be something to read, or an end. */
  constructor(
    readonly stream: Duplex | Readable | Writable,
    changed: () => void,
  ) {
    this.#changed = changed;
    const end = () => {
      this.#ended = true;
      changed();
    };
    if ('read' in stream) {
      stream.on('end', end).on('readable', () => {
        this.#lookForEnd();
        changed();
      });
    }
    stream.on('close', end).on('error', (error) => {
      this.#failure ??= error;
      end();
    });
  }

  /** True if `take` would find bytes, the end, or an error. */
  get readable(): boolean {
    return this.#ended || this.#failure !== null || ('readableLength' in this.stream && this.stream.readableLength > 0);
  }

  /** Up to `maxBytes` of what has arrived; empty at the end. Throws the stream's error, once. */
  take(maxBytes: number): Uint8Array {
    const { stream } = this;
    const size = 'readableLength' in stream ? Math.min(maxBytes, stream.readableLength) : 0;
    if (size > 0) {
      const bytes = (stream as Readable).read(size) as Uint8Array;
      this.#lookForEnd();
      return bytes;
    }
    if (maxBytes > 0 && this.#failure !== null) {
      const failure = this.#failure;
      this.#failure = null;
      throw failure;
    }
    return new Uint8Array(0);
  }

  /** Node notices the end of a stream only in a read that finds nothing. */
  #lookForEnd(): void {
    const { stream } = this;
    if ('read' in stream && stream.readableLength === 0) stream.read(0);
  }

  /** Whether `send` would take something; true too where it would fail. */
  get hasRoom(): boolean {
    const { stream } = this;
    if (!('write' in stream) || stream.writableEnded || stream.destroyed || this.#failure !== null) return true;
    return stream.writableLength <= ROOM_BYTES / 2;
  }

  /**
   * Takes as many bytes as there is room for. `written` is fulfilled when they are handed to the system, and rejects with EPIPE, ECONNRESET:
   * what is sent next, or taken, fails too then.
   */
  send(bytes: Uint8Array): { count: number; written: Promise<void> } {
    const { stream } = this;
    const room = ROOM_BYTES - ('writableLength' in stream ? stream.writableLength : 0);
    const part = bytes.length <= room ? bytes : bytes.subarray(0, room);
    const written = this.write(part);
    const later = () => this.#changed();
    written.then(later, later);
    return { count: part.length, written };
  }

  /** Some of what was sent is not with the system yet. */
  get isUnsent(): boolean {
    return 'writableLength' in this.stream && this.stream.writableLength > 0;
  }

  /** Fulfilled when the bytes are handed to the system. Rejects with EPIPE, ECONNRESET. */
  write(bytes: Uint8Array): Promise<void> {
    const { stream } = this;
    if (!('write' in stream) || stream.writableEnded || stream.destroyed) {
      return Promise.reject(new KernelError('EPIPE', 'broken pipe'));
    }
    return new Promise((resolve, reject) => {
      stream.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** Ends the writing side: what was written is still sent. */
  end(): void {
    if ('end' in this.stream) this.stream.end();
  }

  /** Ends both sides: what was written is still sent. */
  close(): void {
    const { stream } = this;
    if ('write' in stream && !stream.destroyed && !stream.writableFinished) {
      stream.end(() => stream.destroy());
    } else stream.destroy();
  }
}
