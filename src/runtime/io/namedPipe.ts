/**
 * Pipes that have a name (fifo(7)): opening one end waits for the other, reading for somebody who writes.
 *
 * A thread that waits inside the system cannot be interrupted or ended, so the system is never left to wait: a pipe is opened without
 * waiting, and asked again until it is as an open that waits would have found it.
 */
import * as fs from 'node:fs';
import { type Arena, cellSource } from '../mp/index.js';
import { Entry } from '../mp/layout.js';
import { moduleState, rt } from '../object/context.js';
import type { Sleep, Steps } from '../threads/steps.js';
import { takeFetched } from './fetched.js';
import { host } from './host.js';
import { fail, RetryPause, SystemFile } from './openFile.js';

const { O_CREAT, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = fs.constants;
const ACCESS = 3;
const CHUNK_BYTES = 65536;

/** Whether the name is that of a pipe. */
export function isNamedPipe(path: string | Buffer): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFIFO() === true;
}

export class NamedPipe extends SystemFile {
  /** What was read before it was asked for: when only a writer was looked for, or for a thread. */
  readonly fetched: Uint8Array[] = [];

  /** @param flags those of `open`. With O_NONBLOCK nothing waits, now or later. */
  static open(path: string | Buffer, flags: number): NamedPipe {
    const pipe = takeConnected(nameOf(path, flags));
    if (pipe !== undefined) return pipe;
    const steps = NamedPipe.opening(path, flags);
    try {
      let step = steps.next();
      for (; step.done !== true; step = steps.next()) host().sleep(step.value);
      return step.value;
    } finally {
      steps.return(undefined as never);
    }
  }

  /** Opens it as `open` would, but yields how many ms to wait before the other end is looked for again. */
  static *opening(path: string | Buffer, flags: number): Generator<number, NamedPipe> {
    const access = flags & ACCESS;
    const waits = (flags & O_NONBLOCK) === 0;
    const open = () => fs.openSync(path, (flags & ~O_CREAT) | O_NONBLOCK);
    const native = access === O_WRONLY && waits ? yield* untilReader(open) : open();
    const pipe = SystemFile.opened(new NamedPipe(native, false, access));
    pipe.isNonBlocking = !waits;
    if (access === O_RDONLY && waits) yield* pipe.#untilWriter();
    return pipe;
  }

  /** To read gives nothing while there is no writer, and EAGAIN when there is one that has not written yet. */
  *#untilWriter(): Generator<number, void> {
    const byte = new Uint8Array(1);
    const pause = new RetryPause();
    let hasWriter = false;
    try {
      while (fs.readSync(this.native, byte) === 0) yield pause.nextMs();
      this.fetched.push(byte);
      hasWriter = true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      hasWriter = true;
    } finally {
      if (!hasWriter) this.close();
    }
  }

  /** Reads what is there, to be had by the next reads. Returns 0 at the end, and -1 where nothing is there yet. */
  fetch(): number {
    const bytes = new Uint8Array(CHUNK_BYTES);
    try {
      const count = fs.readSync(this.native, bytes);
      if (count > 0) this.fetched.push(bytes.subarray(0, count));
      return count;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return -1;
      throw error;
    }
  }

  override read(into: Uint8Array): number {
    if (this.fetched.length === 0 || into.length === 0) return super.read(into);
    const count = takeFetched(this.fetched, into);
    // The one byte of the opening goes with what is behind it.
    if (count === 1 && into.length > 1 && this.fetch() > 0) return 1 + takeFetched(this.fetched, into.subarray(1));
    return count;
  }

  /** A program expects that its reads and writes wait: it gets the pipe opened anew, and so has this process from then on. */
  override lend(): number {
    // The program would miss the beginning.
    if (this.fetched.length > 0) fail('EOPNOTSUPP');
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
function* untilReader(open: () => number): Generator<number, number> {
  const pause = new RetryPause();
  for (;;) {
    try {
      return open();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENXIO') throw error;
    }
    yield pause.nextMs();
  }
}

/** Pipes that threads have waited for and are about to open, by their names and the end of it. */
const connected = () => moduleState('connected named pipes', () => new Map<string, NamedPipe>());

const nameOf = (path: string | Buffer, flags: number): string => `${flags & ACCESS}:${path}`;

function takeConnected(name: string): NamedPipe | undefined {
  const pipe = connected().get(name);
  if (pipe !== undefined) connected().delete(name);
  return pipe;
}

/** Waits in a thread for the other end; the open that comes next takes the pipe as it is then. */
export function* connect(path: string | Buffer, flags: number): Steps<void> {
  const steps = NamedPipe.opening(path, flags);
  try {
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) yield pollAgain(step.value);
    connected().set(nameOf(path, flags), step.value);
  } finally {
    steps.return(undefined as never);
  }
}

/** A sleep of a thread, after which what cannot wake it is looked at again. */
export function pollAgain(ms: number): Sleep {
  const { arena } = rt.host as { arena: Arena };
  const bell = arena.self + Entry.doorbell;
  return { source: cellSource(arena, bell, Atomics.load(arena.i32, bell)), deadline: performance.now() + ms };
}
