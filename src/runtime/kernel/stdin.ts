/**
 * The standard input, read in the kernel so that a process that waits for it can still be interrupted and ended.
 *
 * Nothing is read before somebody asks, and then at most one chunk, so that a child program that inherits the
 * descriptor finds the rest. A pipe is opened anew, so that the descriptor that others share stays blocking.
 */
import { constants, fstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty, ReadStream } from 'node:tty';
import type { OpenCall } from './processes.js';
import { Waits } from './waits.js';

const CHUNK_BYTES = 65536;
const STDIN = 0;

export class Stdin {
  #stream: Socket | null = null;
  #rest: Uint8Array = new Uint8Array(0);
  #ended = false;
  readonly #waits = new Waits();

  /** Up to `maxBytes` (0: only to see whether there are any, or the end), as soon as there are any; empty at the end of the input, null after `timeoutMs` (negative: no limit). */
  async read(call: OpenCall, maxBytes: number, timeoutMs: number): Promise<Uint8Array | null> {
    if (isPlainFile()) return readFile(maxBytes);
    if (this.#rest.length === 0 && !this.#ended) this.#open().resume();
    if (!(await this.#waits.until(call, () => this.#rest.length > 0 || this.#ended, timeoutMs))) return null;
    if (maxBytes === 0) return new Uint8Array(0);
    const bytes = this.#rest.slice(0, maxBytes);
    this.#rest = this.#rest.subarray(maxBytes);
    // The end of a terminal's input is not for ever: the next read asks again.
    if (bytes.length === 0 && isatty(STDIN)) this.#reopen();
    return bytes;
  }

  #reopen(): void {
    this.#ended = false;
    this.#stream?.destroy();
    this.#stream = null;
  }

  #open(): Socket {
    if (this.#stream !== null) return this.#stream;
    const receive = (bytes: Uint8Array) => this.#receive(bytes);
    const stream = isatty(STDIN) ? new ReadStream(STDIN).on('data', receive) : openPipe(receive);
    const finish = () => {
      this.#ended = true;
      this.#waits.poke();
    };
    stream.on('end', finish).on('error', finish);
    this.#stream = stream;
    return stream;
  }

  #receive(bytes: Uint8Array): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    this.#stream?.pause();
    this.#waits.poke();
  }
}

function openPipe(receive: (bytes: Uint8Array) => void): Socket {
  const onread = {
    buffer: Buffer.alloc(CHUNK_BYTES),
    callback: (length: number, buffer: Uint8Array) => {
      receive(buffer.subarray(0, length));
      return false;
    },
  };
  const options = { fd: ownDescriptor(), readable: true, writable: false, onread };
  return new Socket(options as ConstructorParameters<typeof Socket>[0]);
}

/**
 * The same pipe with a file status of its own; the descriptor itself where that cannot be had: a socket, and a pipe with a name, whose end
 * is not told to who opens it after the last writer has gone.
 */
function ownDescriptor(): number {
  try {
    if (!readlinkSync('/proc/self/fd/0').startsWith('pipe:')) return STDIN;
    return openSync('/proc/self/fd/0', constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return STDIN;
  }
}

function isPlainFile(): boolean {
  try {
    const status = fstatSync(STDIN);
    return status.isFile() || (status.isCharacterDevice() && !isatty(STDIN));
  } catch {
    return true;
  }
}

function readFile(maxBytes: number): Uint8Array {
  const buffer = Buffer.alloc(Math.min(maxBytes, CHUNK_BYTES));
  return new Uint8Array(buffer.subarray(0, readSync(STDIN, buffer, 0, buffer.length, null)));
}
