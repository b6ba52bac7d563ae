/** A Python process from its first moment to its exit status. */

import { useDialect } from '../builtins/dialect.js';
import { newModule } from '../builtins/module.js';
import { beginStats } from '../mp/index.js';
import { ControlFlow, toPython } from '../helpers/exceptions.js';
import { load } from '../import/load.js';
import { adviceOnMissing } from '../import/missing.js';
import { isUntouched } from '../io/textioType.js';
import { flushAllUnclosed } from '../io/unclosed.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { enterContext, rt } from '../object/context.js';
import { lackingText } from '../import/lacking.js';
import type { LackingText } from '../object/attributes.js';
import { ImportError, isInstanceOf, SystemExit } from '../object/errors.js';
import type { ModuleMap } from '../object/namespace.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { attributeKey } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { endDeclarations } from '../object/staticTypes.js';
import { forgetSubclasses } from '../object/subclasses.js';
import { str } from '../object/text.js';
import { builtinModule } from '../stdlib/index.js';
import type { SysOptions } from '../stdlib/sys.js';
import { formatTraceback } from '../traceback/format.js';
import { writeUnraisable } from '../traceback/unraisable.js';
import { finalizeAll } from './finalize.js';
import { type ProcessHost, prepareHost } from './host.js';
import type { ProcessBase, ProcessPayload, ProgramOptions } from './payload.js';
import { runMain } from './program.js';
import { prepareSignals } from './signals.js';
import { closeOwnFiles } from '../io/descriptors.js';
import { sysOptions } from './sysOptions.js';
import { prepareSystemCalls } from './systemCalls.js';
import { beginShutdown } from '../object/shutdown.js';

/** Runs a process; the result is its exit status. Never throws. */
export function runProcess(payload: ProcessPayload, { options, cwd, environ }: ProcessBase, host: ProcessHost): number {
  endDeclarations();
  enterContext(options.dialect);
  useDialect(options.dialect);
  rt.cwd = cwd;
  rt.pid = host.pid;
  rt.ppid = host.parentPid;
  rt.state.set('environ', environ);
  rt.state.set('program options', options);
  prepareBuiltins(options.dialect);
  prepareHost(host, options);
  prepareSignals();
  prepareSystemCalls();
  prepareSys(options);
  let status: number;
  try {
    status = finish(() => {
      beginStats(host.arena);
      runMain(payload);
    });
  } finally {
    forgetSubclasses();
    closeOwnFiles();
    host.leave?.();
  }
  return status;
}

/** `sys.modules`, with the builtins in it. */
function prepareBuiltins(dialect: 2 | 3): void {
  rt.modules = new PyDict();
  const name = dialect === 2 ? '__builtin__' : 'builtins';
  const { named, pending } = (builtinsOf[dialect] ??= collectBuiltins(name));
  // What a process changes there is its own.
  rt.builtins = Object.create(named);
  const module = newModule(name);
  const map = module.namespace.map as ModuleMap;
  map.pending = new Map(pending);
  // What a program puts into the module is a builtin from then on.
  (map as { names: object }).names = rt.builtins;
  rt.modules.set(name, module);
}

interface Builtins {
  /** As properties that emitted code reads. */
  readonly named: Record<string, Py>;
  /** As variables of the module, which become so when they are asked for. */
  readonly pending: Map<string, () => Py>;
}

/** The builtins are the same for all processes of a thread. */
const builtinsOf: Partial<Record<2 | 3, Builtins>> = {};

function collectBuiltins(module: string): Builtins {
  const members = builtinModule(module)!.members();
  const named: Record<string, Py> = Object.create(null);
  const pending = new Map<string, () => Py>();
  for (const name of Object.keys(members)) {
    const value = members[name];
    named[attributeKey(name)] = value;
    pending.set(name, () => value);
  }
  return { named, pending };
}

function prepareSys(options: ProgramOptions): void {
  rt.state.set('sys options', knownSysOptions(options));
  rt.state.set('lacking text', lackingText satisfies LackingText);
  load('sys', { kind: 'builtin', members: builtinModule('sys')!.members });
}

/** What the options say of `sys`; looked up once for all processes of a thread that have the same. */
function knownSysOptions(options: ProgramOptions): SysOptions {
  let found = sysOptionsOf.get(options);
  if (found === undefined) sysOptionsOf.set(options, (found = sysOptions(options)));
  rt.state.set('library path', found.libraryPath);
  rt.state.set('library path 2', found.libraryPath2);
  return found;
}
const sysOptionsOf = new WeakMap<ProgramOptions, SysOptions>();

/** A standard stream that the process has used; undefined if it never has. */
export function usedStream(name: 'stdout' | 'stderr'): Py {
  const sys = rt.modules.get('sys');
  const { pending } = sys.namespace.map;
  // It may have been used under its other name alone.
  return pending?.has(name) && pending.has(`__${name}__`) ? undefined : findAttr(sys, name);
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
  if (rt.state.get('leaves unwritten') === true) return status;
  finalizeAll();
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
  if (rt.dialect === 2) flushQuietly('stdout');
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
  const lacksModule = isInstanceOf(e, ImportError) && (e.x$name_from ?? null) === null;
  if (lacksModule && typeof e.x$name === 'string') writeError(adviceOnMissing(e.x$name) ?? '');
  try {
    if (hook === undefined) writeError(formatTraceback(e, true));
    else callMethod(sys, 'excepthook', e.c$, e, e.tb);
  } catch (error) {
    writeError(
      `Error in sys.excepthook:\n${formatTraceback(toPython(error))}\nOriginal exception was:\n${formatTraceback(e)}`,
    );
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

/**
 * Runs a program's text. Python 3 writes out what it has printed as soon as it has ended, and only then waits for threads and
 * children; so it does with a file and with standard input, not with `-c` and `-m`.
 */
export function flushAfter(run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ControlFlow)) flushOutputs();
    throw error;
  }
  flushOutputs();
}

function flushOutputs(): void {
  if (rt.dialect === 2 || rt.ended) return;
  flushQuietly('stderr');
  flushQuietly('stdout');
}

function flushQuietly(name: 'stdout' | 'stderr'): void {
  const stream = usedStream(name);
  if (stream === undefined || stream === null) return;
  try {
    flush(stream);
  } catch {
    // Reported at the end, by `flushStreams`.
  }
}

function flush(stream: Py): void {
  if (isUntouched(stream)) stream.flush();
  else callMethod(stream, 'flush');
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
      else if (rt.dialect === 2) printUncaught(e);
      else writeUnraisable(e, null);
    }
  }
  if (rt.dialect === 2) result = runExitFunction(result);
  beginShutdown();
  return result;
}

/** Python 2's `sys.exitfunc`, from before `atexit`. */
function runExitFunction(status: number): number {
  const f = findAttr(rt.modules.get('sys'), 'exitfunc');
  if (f === undefined) return status;
  try {
    call(f, []);
  } catch (error) {
    if (error instanceof ControlFlow) return error.status;
    const e = toPython(error);
    if (isInstanceOf(e, SystemExit)) return exitStatus(e);
    writeError('Error in sys.exitfunc:\n');
    printUncaught(e);
  }
  return status;
}

/** Whether there is nothing to flush: it was closed, or something else stands in its place that knows no flushing. */
const isFlushed = (stream: Py): boolean =>
  !isUntouched(stream) && (findAttr(stream, 'flush') === undefined || findAttr(stream, 'closed') === true);

/** A stdout that cannot be flushed at the end is an error of its own (status 120; Python 2 only says so). */
function flushStreams(status: number): number {
  let result = status;
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = usedStream(name);
    if (stream === undefined || stream === null || isFlushed(stream)) continue;
    try {
      flush(stream);
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
