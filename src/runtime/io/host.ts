/**
 * What surrounds the one Python process that a thread runs: its place in the file system, its environment, its input.
 *
 * Whoever starts the process puts a `Host` in place (`setHost`); without one the defaults make a program of its own.
 */
import { readSync } from 'node:fs';
import { moduleState, rt } from '../object/context.js';

/** Memory for output that is waiting to be written; somebody else may find and deliver it when the process is killed. */
export interface OutputBlock {
  readonly bytes: Uint8Array;
  /** Says how many bytes from the start are waiting. */
  setLength(lengthBytes: number): void;
}

export interface Host {
  /** umask; undefined while it is that of the real process. */
  umask: number | undefined;
  /** Variables as text, bytes that are no UTF-8 as lone surrogates (`surrogateescape`). */
  readonly environ: Map<string, string>;
  /** Up to `maxBytes` of the standard input as soon as there are any; empty at its end. */
  readStdin(maxBytes: number): Uint8Array;
  /** Memory for the output buffers of descriptors 1 and 2. */
  outputBlock(fd: number, capacityBytes: number): OutputBlock;
  /** A descriptor of the operating system that is this process's alone: somebody else closes it when the process is killed. */
  noteFile(native: number): void;
  /** It is about to be closed, or not the process's alone any more. */
  forgetFile(native: number): void;
  /** A file that the kernel keeps open for several processes is not used here any more. */
  dropFile(keptId: number): void;
  /** Descriptor 1 or 2, as the process began with it, is closed here. */
  leaveStream(fd: number): void;
  /** Something was written that nobody can read any more: may end the process. */
  pipeBroke(): void;
  /** Sleeps; may return early when there is something to look at, and may throw (a signal's handler does). */
  sleep(ms: number): void;
}

/** The running process's host. */
export function host(): Host {
  return moduleState('file host', () => defaultHost());
}

/** Puts the host of a new process in place. */
export function setHost(given: Host): void {
  rt.state.set('file host', given);
}

/** Everything done in this thread itself. */
export function defaultHost(given: Partial<Host> = {}): Host {
  return {
    umask: undefined,
    environ: environment(),
    readStdin,
    outputBlock: (_fd, capacityBytes) => ({ bytes: new Uint8Array(capacityBytes), setLength: () => {} }),
    noteFile: () => {},
    forgetFile: () => {},
    dropFile: () => {},
    leaveStream: () => {},
    pipeBroke: () => {},
    sleep: pause,
    ...given,
  };
}

function environment(): Map<string, string> {
  const environ = new Map<string, string>();
  const given = (rt.state.get('environ') as Record<string, string> | undefined) ?? process.env;
  for (const [name, value] of Object.entries(given)) if (value !== undefined) environ.set(name, value);
  return environ;
}

function readStdin(maxBytes: number): Uint8Array {
  const bytes = new Uint8Array(maxBytes);
  for (;;) {
    try {
      return bytes.subarray(0, readSync(0, bytes, 0, maxBytes, null));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EOF') return bytes.subarray(0, 0);
      if (code !== 'EAGAIN') throw error;
      pause(RETRY_MS);
    }
  }
}

/** How long to wait before a descriptor that takes or gives nothing is tried again. */
export const RETRY_MS = 1;

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
