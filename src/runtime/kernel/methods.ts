/** The kernel's calls: name -> arguments and result. Each is synchronous for the process that makes it. */
import type { FileLockMethods } from './fileLocks.js';
import type { Membership } from './groups.js';
import type { ProgramMethods } from './programs.js';
import type { ServantMethods } from './servants.js';
import type { SharedFileMethods } from './sharedFiles.js';
import type { SocketMethods } from './sockets.js';

export interface ProcessMethods {
  /**
   * Sends a signal to a process by its pid, virtual or real; signal 0 only asks whether it exists.
   * Errors: ESRCH, EPERM, EINVAL.
   */
  kill(pid: number, signal: number): void;
  /** The group and the session of a process (0: the caller), null if it is none that the program has started. */
  groupOf(pid: number): Membership | null;
  /** `setpgid`. Errors: EINVAL, ESRCH, EPERM. */
  setGroup(pid: number, group: number): void;
  /** `setsid`. Errors: EPERM. */
  setSession(): void;
  /** Which real signals the program handles or ignores (bit n-1 for signal n); what counts is said by the main program, and by what it has left when that has ended. */
  watchSignals(mask: number): void;
  /** Asks for SIGALRM after some ms (0: none), then every `intervalMs` (0: once). Returns what was left of the timer before. */
  setTimer(delayMs: number, intervalMs: number): { leftMs: number; intervalMs: number };
  /** The same for a signal after so much processor time of a thread, whose folder in /proc is given. */
  setCpuTimer(
    signal: number,
    thread: string,
    delayMs: number,
    intervalMs: number,
  ): { leftMs: number; intervalMs: number };
  /** Says that this process takes connections at a name: who wants one puts its end into the ring. */
  offerRing(name: string, ring: number): void;
  /** The ring that was offered under a name, 0 if there is none. */
  findRing(name: string): number;
  withdrawRing(name: string): void;
  /** Whether the process is to be interrupted now and then while it computes: its green threads get their turns then. */
  setTicks(on: boolean): void;
  /** Says that this process has stopped, as a signal told it to. */
  stopped(): void;
  /** Says that this process has closed the standard output (1) or error stream (2) that it began with. */
  leaveStream(fd: number): void;
  /** Starts threads until so many are idle, for processes that are expected soon. */
  prewarm(threads: number): void;
  /** Entries of the processes that live, by virtual pid. */
  listProcesses(): { pid: number; parentPid: number; entry: number }[];
  /** Address of the entry of a process, 0 if there is none. */
  findProcess(pid: number): number;
}

export interface StdinMethods {
  /**
   * Up to `maxBytes` of the standard input, as soon as there are any; empty at its end, null if there are none within
   * `timeoutMs` (negative: no limit).
   */
  readStdin(maxBytes: number, timeoutMs: number): Uint8Array | null;
}

export type KernelMethods = ProcessMethods &
  StdinMethods &
  ProgramMethods &
  ServantMethods &
  SharedFileMethods &
  SocketMethods &
  FileLockMethods;

/** The kernel's side of a call: it may take its time. */
export type Handlers<M, Call> = {
  [K in keyof M]: M[K] extends (...args: infer A) => infer R ? (call: Call, ...args: A) => R | Promise<R> : never;
};
