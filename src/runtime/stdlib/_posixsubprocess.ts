/**
 * The `_posixsubprocess` module: starts the child programs of `subprocess`.
 *
 * Missing: supplementary groups, joining the process group of somebody else.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { ControlFlow, toPython } from '../helpers/exceptions.js';
import { closeDescriptor, duplicateTo, fileAt, fileAtOrUndefined, install } from '../io/descriptors.js';
import { errnoOf } from '../io/errnoTable.js';
import { host as fileHost } from '../io/host.js';
import { resolvePath } from '../io/paths.js';
import { rt } from '../object/context.js';
import { NotImplementedError, TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { toArray } from '../object/iterate.js';
import { call } from '../object/call.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { truthy } from '../object/truth.js';
import type { Members } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyTuple } from '../object/values.js';
import {
  checkExecutable,
  environment,
  failedChild,
  ignoredSignals,
  inheritedDescriptors,
  startProgram,
  stdioList,
} from '../process/childPrograms.js';
import { leadsGroup } from '../process/groups.js';
import { forkedTasks } from '../process/forked.js';
import { forkTask } from '../process/forking.js';
import { becomeProgram, leaveAtOnce } from '../process/systemCalls.js';
import { idArg, intArg, word } from './posix/arguments.js';
import { refuseAtShutdown } from '../object/shutdown.js';

/** Signals that Python ignores and that a program finds with their default action, unless it is told otherwise. */
const RESTORED: readonly number[] = [13, 25];
const EXIT_FAILED = 255;
/** Descriptors from here on are free for a moment's use. */
const FREE_FROM = 1000;

/** What `fork_exec` was asked for. */
interface Request {
  readonly args: readonly string[];
  readonly executables: readonly string[];
  readonly cwd: string | null;
  /** null: that of the process when it starts the program. */
  readonly env: Readonly<Record<string, string>> | null;
  /** By descriptor of the program, the descriptor of this process that it is to have there. */
  readonly descriptors: ReadonlyMap<number, number>;
  readonly restoreSignals: boolean;
  readonly newSession: boolean;
  readonly uid: number | null;
  readonly gid: number | null;
  readonly umask: number | null;
}

function environmentFrom(list: Py): Readonly<Record<string, string>> | null {
  if (list === null) return null;
  const variables: Record<string, string> = {};
  for (const item of toArray(list)) {
    const text = word(item);
    const at = text.indexOf('=', 1);
    variables[text.slice(0, at)] = text.slice(at + 1);
  }
  return variables;
}

/** Descriptors to be kept, in ascending order as they must be given. */
function keptDescriptors(given: Py): number[] {
  if (!(given instanceof PyTuple)) throw TypeError('fork_exec() argument 4 must be tuple');
  let last = -1;
  return given.items.map((item: Py) => {
    const fd = intValue(item) === undefined ? -1 : Number(item);
    if (fd < 0 || fd <= last) throw ValueError('bad value(s) in fds_to_keep');
    last = fd;
    return fd;
  });
}

function descriptorsFor(standard: readonly number[], kept: readonly number[], errorPipe: number): Map<number, number> {
  const descriptors = new Map<number, number>();
  for (const fd of kept) if (fd !== errorPipe) descriptors.set(fd, fd);
  standard.forEach((fd, target) => {
    descriptors.set(target, fd < 0 ? target : fd);
  });
  return descriptors;
}

const idOrNull = (o: Py, kind: 'uid' | 'gid'): number | null => (o === null ? null : idArg(o, kind));

/** Errors are reported as `subprocess` expects them: through a pipe, by a child that then ends. */
function report(errorPipe: number, error: unknown, stage: '' | 'noexec' | 'noexec:chdir'): number {
  const { code } = error as { code?: string };
  const errno = code === undefined ? undefined : errnoOf(code);
  if (errno === undefined) throw error;
  fileAt(errorPipe).write(new TextEncoder().encode(`OSError:${errno.toString(16)}:${stage}`));
  return failedChild(EXIT_FAILED);
}

/** The first of the files that can be run. Errors as by `execve`; that of a file which is there goes before that of none. */
function findExecutable(files: readonly string[], cwd: string): string {
  let failure: unknown;
  for (const file of files) {
    const path = file.startsWith('/') ? file : `${cwd}/${file}`;
    try {
      checkExecutable(path);
      return path;
    } catch (error) {
      const { code } = error as { code?: string };
      const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
      if (failure === undefined || !isAbsent) failure = error;
    }
  }
  throw failure;
}

function enterable(directory: string): void {
  if (!statSync(directory).isDirectory()) throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' });
  accessSync(directory, constants.X_OK);
}

function start(request: Request, errorPipe: number, replaces = false): number {
  const here = rt.cwd ?? process.cwd();
  const cwd = request.cwd === null ? here : String(resolvePath(request.cwd));
  try {
    if (request.cwd !== null) enterable(cwd);
  } catch (error) {
    return report(errorPipe, error, 'noexec:chdir');
  }
  const isClosed = [0, 1, 2].some((target) => {
    const fd = request.descriptors.get(target);
    return fd !== undefined && fd > 2 && fileAtOrUndefined(fd) === undefined;
  });
  if (isClosed) return report(errorPipe, { code: 'EBADF' }, rt.dialect === 2 ? '' : 'noexec');
  const ignored = ignoredSignals().filter((signal) => !request.restoreSignals || !RESTORED.includes(signal));
  try {
    const file = findExecutable(request.executables, cwd);
    const { args, newSession, uid, gid, umask } = request;
    const env = request.env ?? environment();
    const stdio = stdioList(request.descriptors);
    return startProgram({ file, args, cwd, env, stdio, newSession, replaces, uid, gid, umask, ignored });
  } catch (error) {
    return report(errorPipe, error, '');
  }
}

function forkExec(...given: Py[]): number {
  const [args, executables, closeFds, passFds, cwd, env] = given;
  const [p2cread, , , c2pwrite, , errwrite, , errorPipe] = given.slice(6, 14).map(intArg) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [restoreSignals, newSession, group, gid, gids, uid, umask, preexec] = given.slice(14);
  const kept = keptDescriptors(passFds);
  if (truthy(closeFds) && errorPipe < 3) throw ValueError('errpipe_write must be >= 3');
  if (gids !== null) throw NotImplementedError('extra_groups is not supported');
  if (intArg(group) > 0) throw NotImplementedError('process_group is only supported as 0');
  const all = truthy(closeFds) ? kept : [...new Set([...kept, ...inheritedDescriptors()])];
  const request: Request = {
    args: toArray(args).map(word),
    executables: toArray(executables).map(word),
    cwd: cwd === null ? null : word(cwd),
    env: environmentFrom(env),
    descriptors: descriptorsFor([p2cread, c2pwrite, errwrite], all, errorPipe),
    restoreSignals: truthy(restoreSignals),
    newSession: truthy(newSession) || intArg(group) === 0,
    uid: idOrNull(uid, 'uid'),
    gid: idOrNull(gid, 'gid'),
    umask: intArg(umask) >= 0 ? intArg(umask) : (fileHost().umask ?? null),
  };
  if (preexec === null) return start(request, errorPipe);
  refuseAtShutdown('preexec_fn not supported at interpreter shutdown');
  const descriptors = [...request.descriptors];
  return forkTask(TASK, preexec, JSON.stringify({ ...request, descriptors, errorPipe }));
}

const TASK = 'preexec_fn';

/** Runs the function in the process that is to become the program, as that will find it. */
forkedTasks.set(TASK, (preexec, text) => {
  const { errorPipe, ...rest } = JSON.parse(text) as Request & { errorPipe: number };
  const request: Request = { ...rest, descriptors: new Map(rest.descriptors) };
  // Those to be moved may be in each other's place.
  const moved = [...request.descriptors].map(([target, fd]) => [target, install(fileAt(fd), FREE_FROM)] as const);
  for (const [target, copy] of moved) duplicateTo(copy, target, true);
  for (const [, copy] of moved) closeDescriptor(copy);
  if (request.cwd !== null) rt.cwd = String(resolvePath(request.cwd));
  try {
    call(preexec, []);
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    const e = toPython(error);
    const message =
      rt.dialect === 2 ? `${typeOf(e).name}:0:${str(e)}` : 'SubprocessError:0:Exception occurred in preexec_fn.';
    fileAt(errorPipe).write(new TextEncoder().encode(message));
    leaveAtOnce(EXIT_FAILED);
  }
  const identity = new Map([...request.descriptors.keys()].map((fd) => [fd, fd]));
  const newSession = request.newSession || leadsGroup();
  const pid = start({ ...request, newSession, cwd: null, descriptors: identity }, errorPipe, true);
  becomeProgram(pid);
});

const PARAMETERS = `(args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite,
  errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn,
  allow_vfork, /)`;

export default (): Members => ({ fork_exec: fn(PARAMETERS.replace(/\s+/g, ' '), forkExec) });
