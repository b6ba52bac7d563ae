/** What `os` does with processes, by the kernel: signals, waiting for children, pipes, commands. */
import { ControlFlow } from '../helpers/exceptions.js';
import { closeDescriptor, openDescriptors } from '../io/descriptors.js';
import { fail } from '../io/openFile.js';
import { createPipeFiles } from '../io/pipeFile.js';
import {
  Entry,
  exitCodeOf,
  haltReport,
  haltSource,
  hasEnded,
  ORPHANS_PARENT,
  parentPidOf,
  takeHaltReport,
  waitAny,
} from '../mp/index.js';
import { rt } from '../object/context.js';
import { setProcessHooks } from '../stdlib/posix/hooks.js';
import { checkExecutable, environment, startInherited } from './childPrograms.js';
import { forkProcess } from './forking.js';
import './forked.js';
import { groupOf, setGroup, setSession } from './groups.js';
import { host } from './host.js';
import {
  bitOf,
  mayBeInterrupted,
  publishSignals,
  noteChildEnd,
  runInterrupts,
  SIGCHLD,
  SIG_IGN,
  SIGINT,
  sendSignal,
  signals,
} from './signals.js';

const WNOHANG = 1;
/** The child can be waited for again. */
const WNOWAIT = 0x1000000;
const SHELL = '/bin/sh';
const SIGQUIT = 3;

/** Puts the hooks of `os` in place. */
export function prepareSystemCalls(): void {
  host().arena.hasSlept = false;
  setProcessHooks({
    fork: forkProcess,
    exit: leaveAtOnce,
    kill: sendSignal,
    parentPid,
    groupOf,
    setGroup,
    setSession,
    waitPid: waitForChild,
    system: runShell,
    exec: replaceProgram,
    pipe: () => createPipeFiles(host().arena),
  });
}

/**
 * `os.getppid`. A process that has not slept yet finds its parent even if that has just ended: CPython's parents take longer
 * to end than their children to begin.
 */
function parentPid(): number {
  const { arena, parentPid: first } = host();
  const now = parentPidOf(arena, arena.self);
  return now === ORPHANS_PARENT && !arena.hasSlept ? first : now;
}

/** `os._exit`: nothing more of the program runs, not even what is said to run in any case. */
export function leaveAtOnce(status: number): never {
  rt.ended = true;
  throw new ControlFlow(status);
}

/** `os.waitpid`. Children whose ends the process ignores leave nothing to be found: a wait lasts until there is none left. */
function waitForChild(pid: number, options: number, ends = true): { pid: number; status: number } {
  for (;;) {
    const found = waitPid(pid, options, ends);
    if (found.pid === 0 || isHaltStatus(found.status) || signals().handlers.get(SIGCHLD) !== SIG_IGN) return found;
  }
}

const isHaltStatus = (status: number): boolean => (status & 0x7f) === 0x7f;

/**
 * Waits for a child, or any (-1); [0, 0] if WNOHANG finds none. Errors: ECHILD.
 * @param ends whether the end of one is waited for, too, and not only what the options name.
 */
export function waitPid(pid: number, options: number, ends = true): { pid: number; status: number } {
  const { arena, client } = host();
  const { children } = client;
  const wanted = pid > 0 ? [pid].filter((p) => children.has(p)) : [...children.keys()];
  if (wanted.length === 0) return fail('ECHILD');
  if (mayBeInterrupted()) runInterrupts();
  for (;;) {
    // A handler that ran meanwhile may have waited for one of them.
    const left = wanted.filter((p) => children.has(p) && (ends || !hasEnded(arena, children.get(p)!)));
    if (left.length === 0) return fail('ECHILD');
    const ended = left.find((p) => hasEnded(arena, children.get(p)!));
    if (ended !== undefined) {
      const entry = children.get(ended)!;
      const code = exitCodeOf(arena, entry)!;
      if ((options & WNOWAIT) === 0) {
        children.delete(ended);
        noteChildEnd(entry);
      }
      return { pid: ended, status: statusOf(code) };
    }
    const halted = left.find((p) => haltReport(arena, children.get(p)!, options) !== 0);
    if (halted !== undefined) {
      const entry = children.get(halted)!;
      const status = haltReport(arena, entry, options);
      if ((options & WNOWAIT) === 0) takeHaltReport(arena, entry, status);
      if (mayBeInterrupted()) runInterrupts();
      return { pid: halted, status };
    }
    if ((options & WNOHANG) !== 0) return { pid: 0, status: 0 };
    waitAny(
      arena,
      left.map((p) => haltSource(arena, children.get(p)!, options)),
      Infinity,
      'process end',
    );
  }
}

/** A wait status from an exit code, or minus a signal. */
export const statusOf = (code: number): number => (code < 0 ? -code : (code & 0xff) << 8);

/** Ctrl-C is the command's business while it runs. */
function runShell(command: string): number {
  const pid = startInherited(SHELL, ['sh', '-c', command], environment());
  const { arena } = host();
  const ignored = arena.self + Entry.ignored;
  const before = Atomics.load(arena.i32, ignored);
  const handled = arena.self + Entry.handled;
  const handledBefore = Atomics.load(arena.i32, handled);
  const mine = bitOf(SIGINT) | bitOf(SIGQUIT);
  Atomics.store(arena.i32, handled, handledBefore & ~mine);
  Atomics.store(arena.i32, ignored, before | mine);
  try {
    return waitPid(pid, 0).status;
  } finally {
    Atomics.store(arena.i32, ignored, before);
    Atomics.store(arena.i32, handled, handledBefore);
  }
}

/** Runs the other program and then leaves with its status: as far as others can see, it has taken this one's place. */
function replaceProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> | undefined,
): never {
  checkExecutable(file);
  return becomeProgram(startInherited(file, args, env ?? environment(), true));
}

/** The program that was started goes on in place of this process: ends as it ends. */
export function becomeProgram(pid: number): never {
  // The program has its own ends of all pipes.
  for (const fd of openDescriptors()) closeDescriptor(fd);
  const { handlers } = signals();
  for (const [signal, handler] of handlers) if (handler !== SIG_IGN) handlers.delete(signal);
  publishSignals();
  const { status } = waitPid(pid, 0);
  const signal = status & 0x7f;
  if (signal !== 0) {
    handlers.clear();
    publishSignals();
    sendSignal(rt.pid!, signal);
  }
  return leaveAtOnce(signal !== 0 ? 128 + signal : status >> 8);
}
