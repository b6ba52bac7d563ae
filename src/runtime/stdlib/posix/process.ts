/** The process and the machine it runs on. */

import { asciiOf } from '../../object/text.js';
import { readFileSync } from 'node:fs';
import * as os from 'node:os';
import { osError, system } from '../../builtins/osError.js';
import { errnoOf, errorText } from '../../io/errnoTable.js';
import { decodeName, fspath, pathArg } from '../../io/paths.js';
import { flushAllUnclosed } from '../../io/unclosed.js';
import { rt } from '../../object/context.js';
import { NotImplementedError, TypeError, ValueError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';

import { intValue, strValue } from '../../object/number.js';
import { callable } from '../../builtins/attributeFunctions.js';
import type { Py } from '../../object/object.js';
import { typeOf } from '../../object/typeof.js';
import { structSequence } from '../../builtins/structseq.js';
import { PyDict } from '../../object/table.js';
import type { Members } from '../../object/type.js';
import { PyBytes, PyFloat, PyList, PyTuple } from '../../object/values.js';
import { interruptibleInProgram } from '../../process/interruptible.js';
import { blocking } from '../_thread.js';
import { idArg, intArg, variablesOf, word } from './arguments.js';
import { urandom } from './urandom.js';
import { confstrNames, pathconfNames, sysconfNames } from './constants.js';
import { processHooks } from './hooks.js';
import { schedulingMembers } from './scheduling.js';

const float = (v: number): PyFloat => new PyFloat(v);

/** Real and effective ids are the same for all our processes. */
function idMembers(): Members {
  const uid = () => process.getuid?.() ?? 0;
  const gid = () => process.getgid?.() ?? 0;
  const three = (n: number) => new PyTuple([n, n, n]);
  // What an id is already, it may be set to; another would be another for all our processes.
  const setIds = (text: string, kind: 'uid' | 'gid') =>
    fn(text, (...ids: Py[]) => {
      const own = kind === 'uid' ? uid() : gid();
      const given = ids.map((id) => idArg(id, kind));
      if (given.some((id) => id !== own && (id !== -1 || ids.length === 1))) throw osError(errnoOf('EPERM')!);
      return null;
    });
  return {
    getuid: fn('()', uid),
    geteuid: fn('()', () => process.geteuid?.() ?? 0),
    getgid: fn('()', gid),
    getegid: fn('()', () => process.getegid?.() ?? 0),
    getresuid: fn('()', () => three(uid())),
    getresgid: fn('()', () => three(gid())),
    getgroups: fn('()', () => new PyList(process.getgroups?.() ?? [])),
    setuid: setIds('(uid, /)', 'uid'),
    setgid: setIds('(gid, /)', 'gid'),
    seteuid: setIds('(euid, /)', 'uid'),
    setegid: setIds('(egid, /)', 'gid'),
    setreuid: setIds('(ruid, euid, /)', 'uid'),
    setregid: setIds('(rgid, egid, /)', 'gid'),
    setresuid: setIds('(ruid, euid, suid, /)', 'uid'),
    setresgid: setIds('(rgid, egid, sgid, /)', 'gid'),
    getlogin: fn('()', () => system(() => os.userInfo().username)),
  };
}

function pids(): Members {
  const own = () => rt.pid ?? process.pid;
  const membership = (pid: Py) => system(() => processHooks().groupOf(intArg(pid)));
  const setGroup = (pid: number, group: number) => {
    system(() => processHooks().setGroup(pid, group));
    return null;
  };
  return {
    getpid: fn('()', own),
    getppid: fn('()', () => processHooks().parentPid()),
    getpgrp: fn('()', () => membership(0).group),
    getpgid: fn('(pid)', (pid: Py) => membership(pid).group),
    getsid: fn('(pid, /)', (pid: Py) => membership(pid).session),
    setsid: fn('()', () => {
      system(() => processHooks().setSession());
      return null;
    }),
    setpgid: fn('(pid, pgrp, /)', (pid: Py, group: Py) => setGroup(intArg(pid), intArg(group))),
    setpgrp: fn('()', () => setGroup(0, 0)),
    kill: fn('(pid, signal, /)', (pid: Py, signal: Py) => {
      system(() => processHooks().kill(intArg(pid), intArg(signal)));
      return null;
    }),
    killpg: fn('(pgid, signal, /)', (pgid: Py, signal: Py) => {
      system(() => processHooks().kill(-intArg(pgid), intArg(signal)));
      return null;
    }),
    abort: fn('()', () => {
      system(() => processHooks().kill(own(), os.constants.signals.SIGABRT));
      return null;
    }),
    _exit: fn('(status)', (status: Py) => processHooks().exit(intArg(status) & 0xff)),
    fork: fn('()', () => system(() => processHooks().fork())),
    register_at_fork: fn(
      '(*, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)',
      registerAtFork,
    ),
  };
}

/** Functions that `os.register_at_fork` was given; the room that forks calls them. */
export interface ForkHandlers {
  before: Py[];
  afterInChild: Py[];
  afterInParent: Py[];
}

export function forkHandlers(): ForkHandlers {
  let found = rt.state.get('fork handlers') as ForkHandlers | undefined;
  if (found === undefined) rt.state.set('fork handlers', (found = { before: [], afterInChild: [], afterInParent: [] }));
  return found;
}

function registerAtFork(before: Py, afterInChild: Py, afterInParent: Py): null {
  if (before === undefined && afterInChild === undefined && afterInParent === undefined) {
    throw TypeError('At least one argument is required.');
  }
  const handlers = forkHandlers();
  for (const [name, f] of Object.entries({ before, after_in_child: afterInChild, after_in_parent: afterInParent }))
    if (f !== undefined && !callable(f)) throw TypeError(`'${name}' must be callable, not ${typeOf(f).name}`);
  if (before !== undefined) handlers.before.push(before);
  if (afterInChild !== undefined) handlers.afterInChild.push(afterInChild);
  if (afterInParent !== undefined) handlers.afterInParent.push(afterInParent);
  return null;
}

function waits(): Members {
  const wait = (pid: number, options: number) => {
    const found = system(() => interruptibleInProgram(() => processHooks().waitPid(pid, options)));
    return new PyTuple([found.pid, found.status]);
  };
  const withUsage = (pid: number, options: number) => {
    const { items } = wait(pid, options);
    return new PyTuple([...items, items[0] === 0 ? noUsage() : resourceUsage()]);
  };
  return {
    wait: blocking(fn('()', () => wait(-1, 0))),
    waitpid: blocking(fn('(pid, options, /)', (pid: Py, options: Py) => wait(intArg(pid), intArg(options)))),
    wait3: fn('(options)', (options: Py) => withUsage(-1, intArg(options))),
    wait4: fn('(pid, options)', (pid: Py, options: Py) => withUsage(intArg(pid), intArg(options))),
    WIFEXITED: fn('(status)', (s: Py) => (intArg(s) & 0x7f) === 0),
    WEXITSTATUS: fn('(status)', (s: Py) => (intArg(s) >> 8) & 0xff),
    WIFSIGNALED: fn('(status)', (s: Py) => (intArg(s) & 0x7f) !== 0 && (intArg(s) & 0x7f) !== 0x7f),
    WTERMSIG: fn('(status)', (s: Py) => intArg(s) & 0x7f),
    WIFSTOPPED: fn('(status)', (s: Py) => (intArg(s) & 0xff) === 0x7f),
    WSTOPSIG: fn('(status)', (s: Py) => (intArg(s) >> 8) & 0xff),
    WIFCONTINUED: fn('(status)', (s: Py) => intArg(s) === 0xffff),
    WCOREDUMP: fn('(status, /)', (s: Py) => (intArg(s) & 0x80) !== 0),
    waitstatus_to_exitcode: fn('(status)', exitCode),
  };
}

function exitCode(status: Py): number {
  const s = intArg(status);
  if ((s & 0x7f) === 0) return (s >> 8) & 0xff;
  if ((s & 0xff) === 0x7f) throw ValueError(`process stopped by delivery of signal ${(s >> 8) & 0xff}`);
  if (s > 0xffff) throw ValueError(`invalid wait status: ${s}`);
  return -(s & 0x7f);
}

const USAGE_FIELDS =
  'ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw';

export const resourceUsageType = () => structSequence('resource.struct_rusage', USAGE_FIELDS.split(' '));

/** Resources that the whole program has used (`resource.struct_rusage`). */
export function resourceUsage(): PyTuple {
  const u = process.resourceUsage();
  return resourceUsageType().make([
    float(u.userCPUTime / 1e6),
    float(u.systemCPUTime / 1e6),
    u.maxRSS,
    u.sharedMemorySize,
    u.unsharedDataSize,
    u.unsharedStackSize,
    u.minorPageFault,
    u.majorPageFault,
    u.swappedOut,
    u.fsRead,
    u.fsWrite,
    u.ipcSent,
    u.ipcReceived,
    u.signalsCount,
    u.voluntaryContextSwitches,
    u.involuntaryContextSwitches,
  ]);
}

/** What is said of no process. */
function noUsage(): PyTuple {
  const [user, system, ...counts] = USAGE_FIELDS.split(' ').map(() => 0);
  return resourceUsageType().make([float(user!), float(system!), ...counts]);
}

const timesResult = () =>
  structSequence('posix.times_result', ['user', 'system', 'children_user', 'children_system', 'elapsed']);
const unameResult = () =>
  structSequence('posix.uname_result', ['sysname', 'nodename', 'release', 'version', 'machine']);

/** A tuple with names, in Python 2 without. */
const result = (type: ReturnType<typeof timesResult>, values: Py[]): PyTuple =>
  rt.dialect === 2 ? new PyTuple(values) : type.make(values);

function times(): PyTuple {
  const { user, system: sys } = process.cpuUsage();
  const ticks = (seconds: number) => float(Math.floor(seconds * 100) / 100);
  const [childrenUser, childrenSystem] = childTicks();
  const own = [ticks(user / 1e6), ticks(sys / 1e6)];
  return result(timesResult(), [...own, float(childrenUser! / 100), float(childrenSystem! / 100), ticks(os.uptime())]);
}

/** Hundredths of a second that programs have taken which this one has waited for: in user mode, in the system. */
function childTicks(): number[] {
  try {
    return readFileSync('/proc/self/stat', 'latin1').split(') ')[1]!.split(' ').slice(13, 15).map(Number);
  } catch {
    return [0, 0];
  }
}

/** A number of the system's configuration, by its name or itself. */
function configurationName(name: Py, names: Record<string, number>): number {
  if (intValue(name) !== undefined) return intArg(name);
  const text = strValue(name);
  if (text === undefined) throw TypeError('configuration names must be strings or integers');
  const number = names[text];
  if (number === undefined) throw ValueError('unrecognized configuration name');
  return number;
}

function confstr(name: Py): Py {
  const names = confstrNames();
  const number = configurationName(name, names);
  if (!Object.values(names).includes(number)) throw osError(errnoOf('EINVAL')!);
  return number === names.CS_PATH ? '/bin:/usr/bin' : null;
}

function sysconf(name: Py): number {
  const number = configurationName(name, sysconfNames());
  const names = sysconfNames();
  const known: Record<number, () => number> = {
    [names.SC_NPROCESSORS_ONLN!]: () => os.availableParallelism(),
    [names.SC_NPROCESSORS_CONF!]: () => os.cpus().length,
    [names.SC_PAGESIZE!]: () => 4096,
    [names.SC_CLK_TCK!]: () => 100,
    [names.SC_ARG_MAX!]: () => 2097152,
    [names.SC_OPEN_MAX!]: openMax,
    [names.SC_PHYS_PAGES!]: () => Math.floor(os.totalmem() / 4096),
    [names.SC_AVPHYS_PAGES!]: () => Math.floor(os.freemem() / 4096),
    [names.SC_SEM_NSEMS_MAX!]: () => -1,
    [names.SC_SEM_VALUE_MAX!]: () => 2147483647,
    [names.SC_IOV_MAX!]: () => 1024,
    [names.SC_NGROUPS_MAX!]: () => 65536,
    [names.SC_VERSION!]: () => 200809,
  };
  const value = known[number];
  if (value === undefined) throw osError(errnoOf('EINVAL')!);
  return value();
}

function openMax(): number {
  return Number(/^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'latin1'))?.[1] ?? 1024);
}

const dictOf = (numbers: Record<string, number>): PyDict => PyDict.of(Object.entries(numbers));

/** Numbers of the system's configuration by name, which hardly anybody looks at. */
export const laterNames = (): readonly [name: string, make: () => Py][] => [
  ['sysconf_names', () => dictOf(sysconfNames())],
  ['pathconf_names', () => dictOf(pathconfNames())],
  ['confstr_names', () => dictOf(confstrNames())],
];

/** `system(command)`. */
function runCommand(command: Py): number {
  const path = fspath(command);
  flushAllUnclosed();
  return system(() =>
    processHooks().system(path instanceof PyBytes ? decodeName(Buffer.from(path.data)) : asciiOf(path)!),
  );
}

function exec(path: Py, args: Py, environ: Py): never {
  const name = environ === undefined ? 'execv' : 'execve';
  const file = pathArg(path, name);
  const words = argumentWords(args, name);
  const variables = environ === undefined ? undefined : variablesOf(environ);
  // `execv` names no file in its errors; Python 2's `execve` neither.
  const named = environ === undefined || rt.dialect === 2 ? undefined : file.shown;
  return system(() => processHooks().exec(String(file.path), words, variables), named);
}

/** The arguments of a program, the first of which is its name. */
function argumentWords(args: Py, name: 'execv' | 'execve'): string[] {
  const isList = args instanceof PyList || args instanceof PyTuple;
  const argument = name === 'execve' && rt.dialect === 3 ? 'execve: argv' : `${name}() arg 2`;
  if (!isList) throw TypeError(`${argument} must be a tuple or list`);
  const words = args.items.map(word);
  if (words.length === 0 && !(rt.dialect === 2 && name === 'execve')) throw ValueError(`${argument} must not be empty`);
  if (words[0] === '' && rt.dialect === 3) throw ValueError(`${argument} first element cannot be empty`);
  return words;
}

function machine(): Members {
  return {
    uname: fn('()', () => result(unameResult(), [os.type(), os.hostname(), os.release(), os.version(), os.machine()])),
    times: fn('()', times),
    getloadavg: fn('()', () => new PyTuple(os.loadavg().map(float))),
    urandom: fn('(size, /)', urandom),
    strerror: fn('(code, /)', (code: Py) => errorText(intArg(code))),
    sysconf: fn('(name, /)', sysconf),
    confstr: fn('(name, /)', confstr),
    pathconf: fn('(path, name)', (_path: Py, name: Py) => (String(name).includes('NAME_MAX') ? 255 : 4096)),
    system: fn('(command)', runCommand),
    execv: fn('(path, argv, /)', (path: Py, args: Py) => exec(path, args, undefined)),
    execve: fn('(path, argv, env)', exec),
    ctermid: fn('()', () => '/dev/tty'),
    nice: fn('(increment, /)', (step: Py) => system(() => niceness(intArg(step)))),
  };
}

function niceness(step: number): number {
  const value = os.getPriority() + step;
  if (step !== 0) os.setPriority(value);
  return value;
}

/** What Python 3 has and 2 has not. */
function machine3(): Members {
  return {
    cpu_count: fn('()', () => os.cpus().length),
    ...schedulingMembers(),
    getpriority: fn('(which, who)', () => system(() => os.getPriority())),
    setpriority: fn('(which, who, priority)', (_which: Py, _who: Py, priority: Py) => {
      system(() => os.setPriority(intArg(priority)));
      return null;
    }),
    getrandom: fn('(size, flags=0)', urandom),
    times_result: timesResult().type,
    uname_result: unameResult().type,
  };
}

export function processMembers(): Members {
  const members = { ...idMembers(), ...pids(), ...waits(), ...machine(), ...machine3() };
  return members;
}

export { NotImplementedError };
