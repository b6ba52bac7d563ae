/** A Python process from its first moment to its exit status. */
import { callMethod } from '../object/call.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { enter, newContext, rt } from '../object/context.js';
import { isInstanceOf, SystemExit } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { str } from '../object/text.js';
import { useDialect } from '../builtins/dialect.js';
import { newModule } from '../builtins/module.js';
import { ControlFlow, toPython } from '../helpers/exceptions.js';
import { load } from '../import/load.js';
import { builtinModule } from '../stdlib/index.js';
import { formatTraceback } from '../traceback/format.js';
import { intValue } from '../object/number.js';
import { attributeKey } from '../object/object.js';
import { runMain } from './program.js';
import type { ProcessPayload, ProgramOptions } from './payload.js';
import { flushAllUnclosed } from '../io/unclosed.js';
import { prepareHost, type ProcessHost } from './host.js';
import { prepareSignals } from './signals.js';
import { prepareSystemCalls } from './systemCalls.js';
import { sysOptions } from './sysOptions.js';

/** Runs a process; the result is its exit status. Never throws. */
export function runProcess(payload: ProcessPayload, host: ProcessHost): number {
  const { options } = payload;
  enter(newContext(options.dialect));
  useDialect(options.dialect);
  rt.cwd = payload.cwd;
  rt.pid = host.pid;
  rt.ppid = host.parentPid;
  rt.state.set('environ', payload.environ);
  rt.state.set('program options', options);
  prepareBuiltins(options.dialect);
  prepareHost(host, options);
  prepareSignals();
  prepareSystemCalls();
  prepareSys(options);
  let status: number;
  try {
    status = finish(() => runMain(payload));
  } finally {
    host.leave?.();
  }
  return status;
}

/** `sys.modules`, with the builtins in it. */
function prepareBuiltins(dialect: 2 | 3): void {
  rt.modules = new PyDict();
  const name = dialect === 2 ? '__builtin__' : 'builtins';
  const members = builtinModule(name)!.members();
  rt.builtins = Object.create(null);
  for (const key of Object.keys(members)) rt.builtins[attributeKey(key)] = members[key];
  const module = newModule(name, null, members);
  rt.modules.set(name, module);
}

function prepareSys(options: ProgramOptions): void {
  rt.state.set('sys options', sysOptions(options));
  load('sys', { kind: 'builtin', members: builtinModule('sys')!.members });
}

/** Runs the program and what runs at its end; turns how it ended into an exit status. */
export function finish(run: () => void): number {
  let status = 0;
  try {
    run();
  } catch (error) {
    status = statusOf(error);
  }
  if (rt.ended) return status;
  status = atExit(status);
  const result = flushStreams(status);
  flushAllUnclosed();
  return result;
}

/** The exit status for what ended the program; prints what must be printed. */
export function statusOf(error: unknown): number {
  if (error instanceof ControlFlow) return error.status;
  const e = toPython(error);
  if (isInstanceOf(e, SystemExit)) return exitStatus(e);
  printUncaught(e);
  return rt.dialect === 3 && isInstanceOf(e, KeyboardInterrupt) ? -2 : 1;
}
import { KeyboardInterrupt } from '../object/errors.js';

/** `sys.exit(x)`: an int is the status, None is 0, anything else is printed. */
function exitStatus(e: Py): number {
  const code = getAttr(e, 'code');
  if (code === null) return 0;
  const n = intValue(code);
  if (n !== undefined) return Number(BigInt.asUintN(8, BigInt(n)));
  flushQuietly('stdout');
  writeError(`${str(code)}\n`);
  return 1;
}

function printUncaught(e: Py): void {
  const sys = rt.modules.get('sys');
  flushQuietly('stdout');
  const hook = findAttr(sys, 'excepthook');
  try {
    if (hook === undefined) writeError(formatTraceback(e));
    else callMethod(sys, 'excepthook', e.c$, e, e.tb);
  } catch (error) {
    writeError(`Error in sys.excepthook:\n${formatTraceback(toPython(error))}\nOriginal exception was:\n${formatTraceback(e)}`);
  }
}

export function writeError(text: string): void {
  const stream = findAttr(rt.modules.get('sys'), 'stderr');
  if (stream === undefined || stream === null) return;
  try {
    callMethod(stream, 'write', text);
    callMethod(stream, 'flush');
  } catch {
    // Nothing is left to say it with.
  }
}

function flushQuietly(name: string): void {
  const stream = findAttr(rt.modules.get('sys'), name);
  if (stream === undefined || stream === null) return;
  try {
    callMethod(stream, 'flush');
  } catch {
    // Reported at the end, by `flushStreams`.
  }
}

/** Waits for threads, then runs the `atexit` functions. */
function atExit(status: number): number {
  let result = status;
  for (const hook of (rt.state.get('exit hooks') as (() => void)[] | undefined) ?? []) {
    try {
      hook();
    } catch (error) {
      if (error instanceof ControlFlow) return error.status;
      const e = toPython(error);
      if (isInstanceOf(e, SystemExit)) result = exitStatus(e);
      else printUncaught(e);
    }
  }
  rt.state.set('finalizing', true);
  return result;
}

/** A stdout that cannot be flushed at the end is an error of its own (status 120; Python 2 only says so). */
function flushStreams(status: number): number {
  let result = status;
  for (const name of ['stdout', 'stderr']) {
    const stream = findAttr(rt.modules.get('sys'), name);
    if (stream === undefined || stream === null || findAttr(stream, 'flush') === undefined) continue;
    if (findAttr(stream, 'closed') === true) continue;
    try {
      callMethod(stream, 'flush');
    } catch (error) {
      if (name !== 'stdout') continue;
      if (rt.dialect === 2) {
        writeError('close failed in file object destructor:\nsys.excepthook is missing\nlost sys.stderr\n');
        continue;
      }
      const e = toPython(error);
      e.tb = null;
      writeError(`Exception ignored on flushing sys.stdout:\n${formatTraceback(e)}`);
      result = 120;
    }
  }
  return result;
}
