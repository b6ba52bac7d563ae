/** `multiprocessing.util`: finalizers, what runs at the end of a process and after a fork, and the package's log. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { address } from '../../builtins/object.js';
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import { importModule } from '../../import/importFunction.js';
import { getAttr } from '../../object/attributes.js';
import { call, callKw, callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { isInstanceOf, SystemExit } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { type Py, PyInstance } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { libraryClass } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { writeUnraisable } from '../../traceback/unraisable.js';
import { localType } from '../_thread.js';
import { registerAfterFork, runAfterForkers } from './afterFork.js';
import { Finalize, finalizeAtExit, finalizeType, runFinalizers } from './finalize.js';
import { DEBUG, debug, getLogger, INFO, info, LOGGER_NAME, LOGGING_FORMAT, log, SUBDEBUG, SUBWARNING } from './log.js';
import { activeChildren, cleanup, isDaemon } from './process.js';
import { mp } from './state.js';
import { offerBrought } from './submodules.js';
import { flushStandardStreams, member } from './support.js';

function logToStderr(level: Py): Py {
  const logging = importModule('logging', null, [], 0);
  const logger = getLogger();
  const formatter = callMethod(logging, 'Formatter', LOGGING_FORMAT);
  const handler = callMethod(logging, 'StreamHandler');
  callMethod(handler, 'setFormatter', formatter);
  callMethod(logger, 'addHandler', handler);
  if (level !== undefined && level !== null && level !== 0) callMethod(logger, 'setLevel', level);
  log().toStderr = true;
  return logger;
}

/** `_exit_function`: ends the daemons, waits for the other children, runs the finalizers. */
export function exitFunction(): void {
  const state = mp();
  if (state.exiting) return;
  state.exiting = true;
  info('process shutting down');
  debug('running all "atexit" finalizers with priority >= 0');
  runFinalizers(0);
  if (state.current !== null) {
    for (const child of activeChildren()) {
      if (!isDaemon(child)) continue;
      info(`calling terminate() for daemon ${String(getAttr(child, 'name'))}`);
      callMethod(getAttr(child, '_popen'), 'terminate');
    }
    for (const child of activeChildren()) {
      info(`calling join() for process ${String(getAttr(child, 'name'))}`);
      callMethod(child, 'join');
    }
  }
  debug('running the remaining "atexit" finalizers');
  runFinalizers();
}

/** The same as what is called at the end: in Python 3 an error of it is one that nobody can catch. */
export function exitHook(): void {
  try {
    exitFunction();
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    const e = toPython(error);
    if (rt.dialect === 2 || isInstanceOf(e, SystemExit)) throw e;
    const f = member('multiprocessing.util', '_exit_function');
    writeUnraisable(e, null, `Exception ignored in atexit callback <function _exit_function at ${address(f)}>`);
  }
}

/** Makes the exit function run at the end of the process. Called when the package is first imported. */
export function registerExit(): void {
  if (rt.state.has('multiprocessing exit')) return;
  rt.state.set('multiprocessing exit', true);
  let hooks = rt.state.get('exit hooks') as (() => void)[] | undefined;
  if (hooks === undefined) rt.state.set('exit hooks', (hooks = []));
  // The last registered is called first.
  const own = new Set(((rt.state.get('atexit') ?? []) as { hook: () => void }[]).map(({ hook }) => hook));
  const at = hooks.findIndex((hook) => own.has(hook));
  hooks.splice(at < 0 ? hooks.length : at, 0, exitHook);
}

/** What a spawned child is told of the log. */
export function loggingData(): [string, Py][] {
  const { logger, toStderr } = log();
  const level: [string, Py][] = logger === null ? [] : [['log_level', callMethod(logger, 'getEffectiveLevel')]];
  return [['log_to_stderr', toStderr], ...level];
}

export function prepareLogging(data: PyDict): void {
  if (data.get('log_to_stderr') === true) logToStderr(null);
  if (data.has('log_level')) callMethod(getLogger(), 'setLevel', data.get('log_level'));
}

function temporaryFolder(): string {
  return moduleState('multiprocessing folder', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pymp-'));
    info(`created temp directory ${folder}`);
    finalizeAtExit(() => rmSync(folder, { recursive: true, force: true }), -100);
    return folder;
  });
}

/** Starts a program that gets these descriptors. Returns its pid. */
function spawnProgram(path: Py, args: Py, descriptors: Py): Py {
  const options = new Map<string, Py>([
    ['executable', path],
    ['pass_fds', descriptors],
  ]);
  return getAttr(callKw(member('subprocess', 'Popen'), [args], options), 'pid');
}

class PyForkAwareLock extends PyInstance {}
const forkAwareLock = libraryClass({
  name: 'ForkAwareThreadLock',
  js: PyForkAwareLock,
  module: 'multiprocessing.util',
  hasDict: true,
});
defineMembers(forkAwareLock, () => ({
  __init__: method('()', (self: Py) => {
    self.$_lock = call(member('threading', 'Lock'), []);
    for (const name of ['acquire', 'release']) self[`$${name}`] = getAttr(self.$_lock, name);
    return null;
  }),
  __enter__: method('()', (self: Py) => callMethod(self.$_lock, '__enter__')),
  __exit__: method('(*args)', (self: Py, args: Py[]) => callMethod(self.$_lock, '__exit__', ...args)),
}));

const logger = (level: number, name: string) =>
  fn(
    '(msg, *args)',
    (message: Py, args: Py[]) => {
      const found = log().logger;
      if (found !== null) callKw(getAttr(found, 'log'), [level, message, ...args], null);
      return null;
    },
    name,
  );

/** For the program, which has `util` from then on. */
const bringing =
  (log: (...args: Py[]) => Py) =>
  (...args: Py[]): Py => {
    offerBrought('util');
    return log(...args);
  };

export const get_logger = fn('()', bringing(getLogger), 'get_logger');
export const log_to_stderr = fn('(level=None)', bringing(logToStderr), 'log_to_stderr');

const EXPORTED = [
  ...[
    'sub_debug',
    'debug',
    'info',
    'sub_warning',
    'get_logger',
    'log_to_stderr',
    'get_temp_dir',
    'register_after_fork',
  ],
  ...['is_exiting', 'Finalize', 'ForkAwareThreadLock', 'ForkAwareLocal', 'SUBDEBUG', 'SUBWARNING'],
];

export default function util(): Record<string, Py> {
  const state = mp();
  return {
    __all__: new PyList(EXPORTED),
    NOTSET: 0,
    SUBDEBUG,
    DEBUG,
    INFO,
    SUBWARNING,
    LOGGER_NAME,
    DEFAULT_LOGGING_FORMAT: LOGGING_FORMAT,
    sub_debug: logger(SUBDEBUG, 'sub_debug'),
    debug: logger(DEBUG, 'debug'),
    info: logger(INFO, 'info'),
    sub_warning: logger(SUBWARNING, 'sub_warning'),
    get_logger,
    log_to_stderr,
    Finalize: finalizeType,
    ForkAwareThreadLock: forkAwareLock,
    ForkAwareLocal: localType,
    register_after_fork: fn('(obj, func)', (object: Py, run: Py) => {
      registerAfterFork(object, run);
      return null;
    }),
    is_exiting: fn('()', () => state.exiting),
    get_temp_dir: fn('()', temporaryFolder),
    _exit_function: fn('()', () => {
      exitFunction();
      return null;
    }),
    _run_finalizers: fn('(minpriority=None)', (least: Py) => {
      runFinalizers(least === undefined || least === null ? undefined : Number(least));
      return null;
    }),
    _cleanup_tests: fn('()', () => {
      cleanup();
      return null;
    }),
    close_fds: fn('(*fds)', (fds: Py[]) => {
      for (const fd of fds) callMethod(importModule('os', null, [], 0), 'close', fd);
      return null;
    }),
    _args_from_interpreter_flags: fn('()', () => call(member('subprocess', '_args_from_interpreter_flags'), [])),
    spawnv_passfds: fn('(path, args, passfds)', spawnProgram),
    _run_after_forkers: fn('()', () => {
      runAfterForkers();
      return null;
    }),
    _flush_std_streams: fn('()', () => {
      flushStandardStreams();
      return null;
    }),
    _finalizer_registry: new PyDict(),
    _afterfork_registry: new PyDict(),
    abstract_sockets_supported: true,
    is_abstract_socket_namespace: fn(
      '(address)',
      (address: Py) => typeof address === 'string' && address.startsWith('\0'),
    ),
  };
}

export { Finalize };
