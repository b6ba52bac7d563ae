/** What `os` does with processes, by the kernel: signals, waiting for children, pipes, commands. */
import { existsSync } from 'node:fs';
import { ControlFlow } from '../helpers/exceptions.js';
import { fileAtOrUndefined } from '../io/descriptors.js';
import { host as fileHost } from '../io/host.js';
import { fail, type OpenFile } from '../io/openFile.js';
import { createPipeFiles, PipeFile } from '../io/pipeFile.js';
import { KernelError } from '../kernel/errors.js';
import type { ProgramStdio } from '../kernel/programs.js';
import { exitCodeOf, hasEnded, parentPidOf, processSource, waitAny } from '../mp/index.js';
import { rt } from '../object/context.js';
import { setProcessHooks } from '../stdlib/posix/hooks.js';
import { host } from './host.js';
import { mayBeInterrupted, runInterrupts, sendSignal } from './signals.js';

const WNOHANG = 1;
const SHELL = '/bin/sh';

/** Puts the hooks of `os` in place. */
export function prepareSystemCalls(): void {
  setProcessHooks({
    exit: leaveAtOnce,
    kill: sendSignal,
    parentPid: () => parentPidOf(host().arena, host().arena.self),
    waitPid,
    system: runShell,
    exec: replaceProgram,
    pipe: () => createPipeFiles(host().arena),
  });
}

/** `os._exit`: nothing more of the program runs, not even what is said to run in any case. */
export function leaveAtOnce(status: number): never {
  rt.ended = true;
  throw new ControlFlow(status);
}

/** Waits for a child, or any (-1); [0, 0] if WNOHANG finds none. Errors: ECHILD. */
export function waitPid(pid: number, options: number): { pid: number; status: number } {
  const { arena, client } = host();
  const { children } = client;
  const wanted = pid > 0 ? [pid].filter((p) => children.has(p)) : [...children.keys()];
  if (wanted.length === 0) return fail('ECHILD');
  for (;;) {
    if (mayBeInterrupted()) runInterrupts();
    const ended = wanted.find((p) => hasEnded(arena, children.get(p)!));
    if (ended !== undefined) {
      const code = exitCodeOf(arena, children.get(ended)!)!;
      children.delete(ended);
      return { pid: ended, status: statusOf(code) };
    }
    if ((options & WNOHANG) !== 0) return { pid: 0, status: 0 };
    waitAny(
      arena,
      wanted.map((p) => processSource(arena, children.get(p)!)),
      Infinity,
      'process end',
    );
  }
}

/** A wait status from an exit code, or minus a signal. */
export const statusOf = (code: number): number => (code < 0 ? -code : (code & 0xff) << 8);

/** What a child program gets for a descriptor of this process. */
export function stdioFor(fd: number): ProgramStdio {
  const file: OpenFile | undefined = fd < 0 ? undefined : fileAtOrUndefined(fd);
  if (file === undefined) return 'ignore';
  if (!(file instanceof PipeFile)) return file.native >= 0 ? file.native : fail('ENOTSUP');
  const { read, write } = file.rings;
  return read !== 0 ? { ring: read, isRead: true } : { ring: write, isRead: false };
}

/** Environment variables of this process. */
export const environment = (): Record<string, string> => Object.fromEntries(fileHost().environ);

/** Starts a program with this process's standard streams; its pid. Errors: ENOENT and the like. */
function startInherited(file: string, args: readonly string[], env: Readonly<Record<string, string>>): number {
  const { client } = host();
  const { pid, entry } = client.call('spawn', {
    file,
    args,
    cwd: rt.cwd ?? null,
    env,
    stdio: [0, 1, 2].map(stdioFor),
    newSession: false,
    uid: null,
    gid: null,
  });
  client.children.set(pid, entry);
  return pid;
}

function runShell(command: string): number {
  return waitPid(startInherited(SHELL, ['sh', '-c', command], environment()), 0).status;
}

/** Runs the other program and then leaves with its status: as far as others can see, it has taken this one's place. */
function replaceProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> | undefined,
): never {
  if (!existsSync(file)) fail('ENOENT');
  let pid: number;
  try {
    pid = startInherited(file, args, env ?? environment());
  } catch (error) {
    return fail(error instanceof KernelError ? error.code : 'EIO');
  }
  const { status } = waitPid(pid, 0);
  const signal = status & 0x7f;
  if (signal !== 0) sendSignal(rt.pid!, signal);
  return leaveAtOnce(signal !== 0 ? 128 + signal : status >> 8);
}
