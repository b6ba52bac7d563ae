/**
 * Pipes that have a name (fifo(7)): opening one end waits for the other, reading for somebody who writes.
 *
 * A thread that waits inside the system cannot be interrupted or ended, so the system is never left to wait: a pipe is opened without
 * waiting, and asked again until it is as an open that waits would have found it.
 */
import * as fs from 'node:fs';
import { host } from './host.js';
import { fail, RetryPause, SystemFile } from './openFile.js';

const { O_CREAT, O_NONBLOCK, O_RDWR, O_WRONLY } = fs.constants;
const ACCESS = 3;

/** Whether the name is that of a pipe. */
export function isNamedPipe(path: string | Buffer): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFIFO() === true;
}

export class NamedPipe extends SystemFile {
  /** What was read when only a writer was looked for. */
  #first: number | null = null;

  /** @param flags those of `open`. With O_NONBLOCK nothing waits, now or later. */
  static open(path: string | Buffer, flags: number): NamedPipe {
    const access = flags & ACCESS;
    const open = () => fs.openSync(path, (flags & ~O_CREAT) | O_NONBLOCK);
    const waits = (flags & O_NONBLOCK) === 0;
    const native = access === O_WRONLY && waits ? untilReader(open) : open();
    const pipe = SystemFile.opened(new NamedPipe(native, false, access));
    pipe.isNonBlocking = !waits;
    if (access === fs.constants.O_RDONLY && waits) pipe.#awaitWriter();
    return pipe;
  }

  /** To read gives nothing while there is no writer, and EAGAIN when there is one that has not written yet. */
  #awaitWriter(): void {
    const byte = new Uint8Array(1);
    const pause = new RetryPause();
    try {
      while (fs.readSync(this.native, byte) === 0) host().sleep(pause.nextMs());
      this.#first = byte[0]!;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return;
      this.close();
      throw error;
    }
  }

  override read(into: Uint8Array): number {
    if (this.#first === null || into.length === 0) return super.read(into);
    into[0] = this.#first;
    this.#first = null;
    try {
      return 1 + fs.readSync(this.native, into, 1, into.length - 1, null);
    } catch {
      // Nothing more for now, or an error that the next read meets as well.
      return 1;
    }
  }

  /** A program expects that its reads and writes wait: it gets the pipe opened anew, and so has this process from then on. */
  override lend(): number {
    // The program would miss the beginning.
    if (this.#first !== null) fail('EOPNOTSUPP');
    const name = `/proc/self/fd/${this.native}`;
    // With both ends open, opening one does not wait.
    const both = fs.openSync(name, O_RDWR | O_NONBLOCK);
    try {
      this.replaceNative(fs.openSync(name, this.access));
      return this.native;
    } finally {
      fs.closeSync(both);
    }
  }
}

/** Without somebody who reads, the open of a writer is refused. */
function untilReader(open: () => number): number {
  const pause = new RetryPause();
  for (;;) {
    try {
      return open();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
      host().sleep(pause.nextMs());
    }
  }
}
