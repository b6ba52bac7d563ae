/** Child programs of this process: what they get of it, and whether they can be started at all. */
import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { descriptorEntries, fileAtOrUndefined } from '../io/descriptors.js';
import { host as fileHost } from '../io/host.js';
import { fail, type OpenFile, SystemFile } from '../io/openFile.js';
import { PipeFile } from '../io/pipeFile.js';
import { KernelError } from '../kernel/errors.js';
import type { ProgramOptions, ProgramStdio } from '../kernel/programOptions.js';
import { createEntry, Entry, endUnstarted } from '../mp/index.js';
import { rt } from '../object/context.js';
import { leadsGroup } from './groups.js';
import { host } from './host.js';
import { bitOf, LAST_SIGNAL } from './signals.js';

/** What a child program gets as its descriptor `at` for one of this process. */
function stdioFor(fd: number, at: number): ProgramStdio {
  const file: OpenFile | undefined = fd < 0 ? undefined : fileAtOrUndefined(fd);
  if (file === undefined) return 'ignore';
  if (file instanceof SystemFile) return file.lend();
  if (!(file instanceof PipeFile)) return file.native >= 0 ? file.native : fail('ENOTSUP');
  const { read, write } = file.rings;
  // Both are there for one of a pair of sockets: a program reads from its standard input, and writes to the others.
  const isRead = read !== 0 && (write === 0 || at === 0);
  return isRead ? { ring: read, isRead, held: write } : { ring: write, isRead, held: read };
}

/** Environment variables of this process. */
export const environment = (): Record<string, string> => Object.fromEntries(fileHost().environ);

/** Signals that this process ignores, and so a program that it becomes or starts. */
export function ignoredSignals(): number[] {
  const { arena } = host();
  const mask = Atomics.load(arena.i32, arena.self + Entry.ignored);
  return Array.from({ length: LAST_SIGNAL }, (_, i) => i + 1).filter((signal) => (mask & bitOf(signal)) !== 0);
}

/** Descriptors beyond the standard ones that programs inherit. */
export const inheritedDescriptors = (): number[] =>
  descriptorEntries()
    .filter(({ fd, inheritable }) => fd > 2 && inheritable)
    .map(({ fd }) => fd);

/** Starts a program and makes it a child of this process; its pid. Errors: ENOENT and the like. */
export function startProgram(options: ProgramOptions): number {
  const { client } = host();
  try {
    const { pid, entry } = client.call('spawn', options);
    client.children.set(pid, entry);
    return pid;
  } catch (error) {
    return error instanceof KernelError ? fail(error.code) : raise(error);
  }
}

function raise(error: unknown): never {
  throw error;
}

/** Starts a program with all that this process lets programs have. Errors: ENOENT and the like. */
export function startInherited(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  replaces = false,
): number {
  return startProgram({
    file,
    args,
    cwd: rt.cwd ?? null,
    env,
    stdio: stdioList(new Map([...[0, 1, 2], ...inheritedDescriptors()].map((fd) => [fd, fd]))),
    newSession: replaces && leadsGroup(),
    replaces,
    uid: null,
    gid: null,
    umask: fileHost().umask ?? null,
    ignored: ignoredSignals(),
  });
}

/** What a program has at each descriptor, by the descriptors of this process that it is to have there. */
export function stdioList(descriptors: ReadonlyMap<number, number>): ProgramStdio[] {
  const last = Math.max(2, ...descriptors.keys());
  return Array.from({ length: last + 1 }, (_, fd) => stdioFor(descriptors.get(fd) ?? -1, fd));
}

/** A child that has ended before it could begin; its pid. */
export function failedChild(exitCode: number): number {
  const { arena, client } = host();
  const entry = createEntry(arena, '', arena.i32[arena.self + Entry.pid]!);
  endUnstarted(arena, entry, exitCode);
  const pid = arena.i32[entry + Entry.pid]!;
  client.children.set(pid, entry);
  return pid;
}

const ELF = 0x7f454c46;
const SHEBANG = 0x2321;

/** Whether the system could run a file; if not, throws as its `execve` would: ENOENT, EACCES, ENOTDIR, ENOEXEC. */
export function checkExecutable(path: string): void {
  if (!statSync(path).isFile()) fail('EACCES');
  accessSync(path, constants.X_OK);
  const head = Buffer.alloc(4);
  let native: number;
  try {
    native = openSync(path, 'r');
  } catch {
    return;
  }
  readSync(native, head, 0, 4, 0);
  closeSync(native);
  if (head.readUInt32BE() !== ELF && head.readUInt16BE() !== SHEBANG) fail('ENOEXEC');
}
