/** The life of a process that `multiprocessing` started: from its payload to its exit code. */

import { restoreInto } from '../../fork/child.js';
import { libraryModule } from '../../fork/library.js';
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import { flushForgotten } from '../../io/unclosed.js';
import { noteBegun } from '../../mp/index.js';
import { findAttr, getAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { takeWatched } from '../../object/endings.js';
import { isInstanceOf, type PyBaseException, SystemExit } from '../../object/errors.js';
import { intValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { PyTuple } from '../../object/values.js';
import { finalizeLeftovers } from '../../process/finalize.js';
import { runChild } from '../../process/hooks.js';
import type { ChildPayload } from '../../process/payload.js';
import { mainModule } from '../../process/program.js';
import { endThreads } from '../../threads/end.js';
import { adoptThread } from '../../threads/names.js';
import { formatTraceback } from '../../traceback/format.js';
import type { PyPoolLink } from './poolWorker.js';
import { newParentProcess, type PyProcess } from './process.js';
import { readSpawnMessage } from './spawn.js';
import { mp } from './state.js';
import { arena, flushStandardStreams, member, writeStderr } from './support.js';
import { runAfterForkers } from './afterFork.js';
import { getLogger, info } from './log.js';
import { exitFunction, registerExit } from './util.js';

runChild.current = (payload) => {
  registerExit();
  const process = payload.method === 'fork' ? restoreFork(payload) : readSpawn(payload);
  if (payload.worker !== undefined) becomeWorker(process, payload.worker);
  const code = bootstrap(process, payload);
  if (rt.dialect === 2) forgetExitFunctions();
  throw new ControlFlow(code & 0xff);
};

/** Python 2 leaves without the functions of `atexit`, and without `sys.exitfunc`. */
function forgetExitFunctions(): void {
  rt.state.set('exit hooks', []);
  rt.modules.get('sys').namespace.delete('exitfunc');
}

function restoreFork(payload: ChildPayload): PyProcess {
  const [process, thread] = restoreInto(rt, payload.snapshot);
  if (thread !== null) adoptThread(thread);
  // What was the parent's is the parent's to finalize.
  takeWatched();
  // Who looks for it among the loaded modules, as `logging` does, finds it.
  libraryModule('multiprocessing');
  return process;
}

function readSpawn(payload: ChildPayload): PyProcess {
  mainModule();
  try {
    return readSpawnMessage(payload.snapshot);
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    throw Object.assign(toPython(error), { isHeaded: true });
  }
}

/** The workers of a pool share one snapshot. */
function becomeWorker(self: Py, { name, identity, slot }: NonNullable<ChildPayload['worker']>): void {
  Object.assign(self, { $_name: name, $_identity: new PyTuple([...identity]) });
  const [link] = self.$_args.items;
  (link as PyPoolLink).slot = slot;
}

/**
 * Runs the process object here, as its only content. Returns the exit code.
 * What the package has registered for the end comes after this in Python 3, before it is known how the process ended in Python 2.
 */
function bootstrap(self: PyProcess, payload: ChildPayload): number {
  let code = 1;
  try {
    try {
      becomeProcess(self, payload);
      noteBegun(arena());
      info('child process calling self.run()');
      callMethod(self, 'run');
      code = 0;
    } finally {
      if (rt.dialect === 2 && !rt.ended) exitFunction();
    }
  } catch (error) {
    if (error instanceof ControlFlow) code = error.status;
    else code = failed(self, toPython(error));
  }
  // `os._exit` leaves everything as it is, and unwritten what is not written.
  if (rt.ended) return code;
  if (rt.dialect === 3) endThreads();
  if (payload.method === 'fork') leave();
  info(`process exiting with exitcode ${code}`);
  flushStandardStreams();
  return code;
}

function becomeProcess(self: Py, payload: ChildPayload): void {
  leaveStdin();
  const state = mp();
  state.method = findAttr(self, '_start_method') ?? payload.startMethod ?? state.method;
  Object.assign(state, { counter: 0, current: self, exiting: false });
  state.children.clear();
  if (rt.dialect === 2) Object.assign(self, { $_children: state.children });
  state.finalizers.clear();
  state.parent = newParentProcess(payload.parentName, rt.ppid ?? 0, payload.parentEntry);
  if (payload.hasLogger) getLogger();
  runAfterForkers();
}

/** A forked process ends as by `os._exit`, once the functions of `atexit` have run: what it has not written by then is lost. */
function leave(): void {
  finalizeLeftovers();
  flushForgotten();
  rt.state.set('leaves unwritten', true);
}

/** The input is the parent's: who reads here finds its end. */
function leaveStdin(): void {
  const { namespace } = rt.modules.get('sys');
  const pending = namespace.map.pending as Map<string, () => Py>;
  // A stream that nobody has used does not come into being for this.
  if (!pending.has('stdin')) namespace.delete('stdin');
  pending.set('stdin', () => call(member(rt.dialect === 2 ? '__builtin__' : 'io', 'open'), ['/dev/null']));
}

/** What ends a process by an exception: prints it, and says the exit code. */
function failed(self: Py, e: PyBaseException): number {
  if (isInstanceOf(e, SystemExit)) return exitCodeOf(e);
  writeStderr(`Process ${str(getAttr(self, 'name'))}:\n`);
  const text = formatTraceback(e);
  writeStderr(e.tb === null ? `Traceback (most recent call last):\n${text}` : text);
  return 1;
}

function exitCodeOf(e: PyBaseException): number {
  const [code] = rt.dialect === 2 ? e.args.items : [getAttr(e, 'code')];
  if (rt.dialect === 2 && code === undefined) return 1;
  if (code === null) return 0;
  const value = intValue(code);
  if (value !== undefined) return Number(BigInt.asUintN(8, BigInt(value)));
  writeStderr(`${str(code)}\n`);
  return 1;
}
