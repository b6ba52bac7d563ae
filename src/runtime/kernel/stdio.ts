/**
 * The kernel's own standard streams.
 *
 * Opening Node's `process.stdout` makes a pipe non-blocking, for every thread and every child program, and the constructor of a
 * Worker opens it. So the kernel's thread gets streams that write to the descriptor themselves.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';

const RETRY_MS = 1;

/** Replaces `process.stdout` and `process.stderr` of this thread. To be called before the first Worker is made. */
export function detachStdio(): void {
  for (const [name, fd] of [
    ['stdout', 1],
    ['stderr', 2],
  ] as const) {
    let stream: Writable | undefined;
    Object.defineProperty(process, name, {
      configurable: true,
      enumerable: true,
      get: () => (stream ??= descriptorStream(fd)),
    });
  }
}

/** The streams that processes write to. */
export const OUTPUTS = [1, 2] as const;

/** Closes an output that no process has any more: who reads it learns that it has ended. */
export function closeOutput(fd: number): void {
  closeSync(fd);
  // The number stays taken: this gets the lowest that is free.
  openSync('/dev/null', 'w');
}

/** Writes all bytes, however often the descriptor takes only some or none. A closed pipe is silently given up. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as { code?: string }).code !== 'EAGAIN') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

function descriptorStream(fd: number): Writable {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      writeAll(fd, chunk);
      done();
    },
  });
  return Object.assign(stream, { fd, isTTY: false });
}
