/**
 * What `os` needs from the processes: filled in by the room that runs them (`setProcessHooks`), since only it can fork, wait and end.
 *
 * Errors are thrown with Node's `code` (`ESRCH`, `ECHILD`, …); `os` makes OSError of them.
 */

import { ControlFlow } from '../../helpers/exceptions.js';
import { fail, type OpenFile } from '../../io/openFile.js';
import { rt } from '../../object/context.js';
import { RuntimeError } from '../../object/errors.js';

export interface ProcessHooks {
  /** `os.fork()`. Returns the child's pid (0 in the child), or raises. */
  fork(): number;
  /** `os._exit(status)`: ends the process, nothing is flushed or called. */
  exit(status: number): never;
  /** Pid of the parent; 1 once that has ended. */
  parentPid(): number;
  /** Sends a signal. */
  kill(pid: number, signal: number): void;
  /** The group and the session of a process, 0 for this one. */
  groupOf(pid: number): { readonly group: number; readonly session: number };
  /** Puts a process (0: this one) into a group (0: one of its own). */
  setGroup(pid: number, group: number): void;
  /** Begins a session, and a group, of its own. */
  setSession(): void;
  /** Waits for a child: its pid and wait status, [0, 0] when WNOHANG finds none. Without `ends` only for what the options name. */
  waitPid(pid: number, options: number, ends?: boolean): { pid: number; status: number };
  /** Runs a command with `/bin/sh` and waits for it. Returns its wait status. */
  system(command: string): number;
  /** Replaces the program. */
  exec(file: string, args: readonly string[], environ: Readonly<Record<string, string>> | undefined): never;
  /** A pipe: its read end and its write end. */
  pipe(): [OpenFile, OpenFile];
}

const KEY = 'process hooks';

const DEFAULTS: ProcessHooks = {
  fork: () => {
    throw RuntimeError('os.fork() is only supported through multiprocessing');
  },
  exit: (status) => {
    throw new ControlFlow(status);
  },
  parentPid: () => rt.ppid ?? process.ppid,
  kill: (pid, signal) => {
    process.kill(pid, signal);
  },
  groupOf: () => fail('ENOSYS'),
  setGroup: () => fail('ENOSYS'),
  setSession: () => fail('ENOSYS'),
  waitPid: () => fail('ECHILD'),
  system: () => fail('ENOSYS'),
  exec: () => fail('ENOSYS'),
  pipe: () => fail('ENOSYS'),
};

export function processHooks(): ProcessHooks {
  return (rt.state.get(KEY) as ProcessHooks | undefined) ?? DEFAULTS;
}

/** Puts hooks in place; those that are left out stay what they are. */
export function setProcessHooks(hooks: Partial<ProcessHooks>): void {
  rt.state.set(KEY, { ...processHooks(), ...hooks });
}
