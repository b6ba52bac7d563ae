/**
 * `os.fork`: a new process that goes on where this one is.
 *
 * What is under way here is known from the fork points of the functions on the stack (see lower/0-fork). The child gets the state that
 * these can reach, and runs what is left of each of them (forked.ts).
 */
import { stackFrames } from '../builtins/frame.js';
import type { PyFrame } from '../builtins/pyFrame.js';
import { warn } from '../builtins/warn.js';
import { snapshot } from '../fork/snapshot.js';
import { type ForkPoint, forkPoints } from '../helpers/fork.js';
import { isLibraryFile } from '../import/library.js';
import { host as fileHost } from '../io/host.js';
import { keptWriters } from '../io/unclosed.js';
import { pidOf, processName, unwrittenOutput } from '../mp/index.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { RuntimeError } from '../object/errors.js';
import type { Py } from '../object/object.js';
import { refuseAtShutdown } from '../object/shutdown.js';
import { PyBytes, PyList, PyMethod, PyTuple } from '../object/values.js';
import { exitCallbacks } from '../stdlib/atexit.js';
import { forkHandlers } from '../stdlib/posix/process.js';
import { runningThread } from '../threads/names.js';
import { existingScheduler } from '../threads/scheduler.js';
import { positionAt, type Unit } from '../unit.js';
import { writeBase } from './base.js';
import { host } from './host.js';
import type { ForkedPayload, ProgramOptions } from './payload.js';

/**
 * Starts a forked process that only runs `task` (see forkedTasks), with an object and a text for it. Its pid.
 */
export function forkTask(task: string, object: Py, text: string): number {
  refuseAtEnd();
  return launchFork(() =>
    snapshot([new PyList([]), new PyTuple([]), new PyList([]), new PyList([]), task, object, text]),
  );
}

/** Forks; the child's pid, since it is the parent that returns from here. Raises RuntimeError where the child could not go on. */
export function forkProcess(): number {
  refuseAtEnd();
  const { before, afterInParent, afterInChild } = forkHandlers();
  const { frames, end } = framesToContinue();
  for (const handler of [...before].reverse()) call(handler, []);
  const pid = launchFork(() => stateFor(frames, afterInChild.filter(isOfProgram), end));
  for (const handler of afterInParent) call(handler, []);
  warnOfThreads();
  return pid;
}

/** The child of a process that is ending would end in the same way, and might fork again. */
const refuseAtEnd = (): void => refuseAtShutdown("can't fork at interpreter shutdown");

function warnOfThreads(): void {
  if (rt.dialect === 2 || (existingScheduler()?.threads.length ?? 0) === 0) return;
  const { arena } = host();
  const pid = pidOf(arena, arena.self);
  warn(
    'DeprecationWarning',
    `This process (pid=${pid}) is multi-threaded, use of fork() may lead to deadlocks in the child.`,
  );
}

function launchFork(state: () => Uint8Array): number {
  const { arena, client, shareCompiled } = host();
  shareCompiled?.();
  const prepared = client.prepare('fork', processName(arena, arena.self));
  let payload: ForkedPayload;
  try {
    payload = { kind: 'forked', base: base(), snapshot: state() };
  } catch (error) {
    client.discard(prepared);
    throw error;
  }
  client.launch(prepared, payload);
  return prepared.pid;
}

/** The library's own handlers put its state right, which a child has afresh. */
function isOfProgram(handler: Py): boolean {
  const f = handler instanceof PyMethod ? handler.func : handler;
  return typeof f !== 'function' || (f.info !== undefined && !isLibraryFile(f.info.code.unit.filename));
}

const base = (): number =>
  writeBase(host().arena, {
    options: rt.state.get('program options') as ProgramOptions,
    cwd: rt.cwd ?? process.cwd(),
    environ: Object.fromEntries(fileHost().environ),
  });

/**
 * [continuation, its cells, values of variables] of each function, the innermost first; output that both processes are to write; …; the
 * name of the thread that forks, if it is not the main thread.
 * @param end what the child raises when it has left the outermost of them; '' if nothing is left to be done then.
 */
function stateFor(points: readonly ForkPoint[], afterInChild: readonly Py[], end: string): Uint8Array {
  const { arena } = host();
  const frames = points.map(({ info, id, values, cells: own }) => {
    const { unit } = info.code;
    const continuation = (unit as Unit).continuations.get(id)!;
    const cells = new Map<string, Py>();
    info.code.freevars.forEach((name, i) => cells.set(name, info.cells[i]));
    for (let i = 0; i < own.length; i += 2) cells.set(own[i], own[i + 1]);
    return new PyTuple([
      continuation,
      new PyList(continuation.freevars.map((name) => cells.get(name))),
      new PyList([...values]),
    ]);
  });
  const held = [1, 2].map((fd) => new PyBytes(unwrittenOutput(arena, fd)));
  // The whole of the modules that go on, whatever their code names.
  const modules = [...new Set(points.map(({ info }) => info.code.unit.globals))];
  return snapshot([
    new PyList(frames),
    new PyTuple(held),
    exitCallbacks(),
    new PyList([...afterInChild]),
    '',
    new PyList(modules),
    end,
    runningThread(),
    // The child need not come to them: it writes at its end what they hold.
    ...keptWriters(),
  ]);
}

/**
 * The fork points of all functions under way, the innermost first. A function that the library has called goes on in the child by itself: most
 * end the process. `end` is the error if it comes back to the library.
 */
function framesToContinue(): { frames: ForkPoint[]; end: string } {
  const points = forkPoints();
  const found: ForkPoint[] = [];
  let at = points.length - 1;
  let { depth } = rt;
  const innermost = stackFrames(0);
  for (let frame = innermost; frame !== null; frame = frame.back(), depth--) {
    while (at >= 0 && points[at]!.depth > depth) at--;
    const point = points[at];
    if (point !== undefined && point.depth === depth && isAt(point, frame)) found.push(point);
    else if (isRunner(frame)) break;
    else {
      const end = refusal(`in ${frame.code.name}`, frame);
      if (found.length > 0 && [innermost!, frame].some(({ code }) => isLibraryFile(code.unit.filename)))
        return { frames: found, end };
      throw RuntimeError(end);
    }
  }
  return { frames: found, end: '' };
}

function isAt({ info, position }: ForkPoint, frame: PyFrame): boolean {
  if (info.code !== frame.code) return false;
  const { line, endLine } = positionAt(info.code.unit, position);
  return frame.line >= line && frame.line <= endLine;
}

/** What runs a module as the program has nothing left to do when the module is through, nor has what runs a thread when its function is. */
function isRunner({ code }: PyFrame): boolean {
  const { filename } = code.unit;
  return isLibraryFile(filename) && /\b(runpy|threading)\.py$/.test(filename);
}

function refusal(where: string, frame: PyFrame): string {
  return (
    `os.fork() ${where} (${frame.code.unit.filename}:${frame.line}): pymp cannot go on from there in a second process; ` +
    'call the function that forks by its name, outside of generators, comprehensions, lambdas and class bodies'
  );
}
