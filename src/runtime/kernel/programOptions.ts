/** What a child program of the kernel's is started with. */

/** Tells a program of our own which descriptors beyond the standard ones it has been given: Node opens some for itself. */
export const DESCRIPTORS = 'PYMP_DESCRIPTORS';

/** What a descriptor of the program is: the kernel's own, a new pipe, nothing, or an open descriptor of this (real) process. */
export type ProgramStdio =
  | 'inherit'
  | 'pipe'
  | 'ignore'
  | number
  /** A pipe in the arena (address of its ring) that the program reads from, or writes to. */
  | {
      readonly ring: number;
      readonly isRead: boolean;
      /** One of a pair of sockets: the ring of the other direction, which stays open as long as the program runs; else 0. */
      readonly held: number;
    };

export interface ProgramOptions {
  /** A path, or a name to be looked up in PATH. */
  readonly file: string;
  /** All arguments, the first one is the program's own name. */
  readonly args: readonly string[];
  readonly cwd: string | null;
  /** null: the environment of the kernel. */
  readonly env: Readonly<Record<string, string>> | null;
  /** By descriptor, from 0 on. */
  readonly stdio: readonly ProgramStdio[];
  /** In a session (and so a process group) of its own. */
  readonly newSession: boolean;
  /** It takes the place of the process that starts it, and gets the signals that are sent to that. */
  readonly replaces: boolean;
  readonly uid: number | null;
  readonly gid: number | null;
  /** null: that of the kernel. */
  readonly umask: number | null;
  /** Signals that the program is to ignore from its start; all others have their default action. */
  readonly ignored: readonly number[];
}
