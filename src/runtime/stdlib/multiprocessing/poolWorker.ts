/** What a worker process of a pool does: it takes tasks from a ring of the arena and puts their results into another. */

import { address } from '../../builtins/object.js';
import { registerShared } from '../../codec/shared.js';
import { starArgs } from '../../helpers/calls.js';
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import { flushForgotten } from '../../io/unclosed.js';
import { count, getRecord, ringItems } from '../../mp/index.js';
import { call, call1, callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { keywordsOf } from '../../object/keywordNames.js';
import { AssertionError, Exception, isInstanceOf, type PyBaseException } from '../../object/errors.js';
import { beforeShowing } from '../../object/endings.js';
import { fn } from '../../object/fn.js';
import { isStopIteration, toArray } from '../../object/iterate.js';
import { intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { builtinType } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { formatTraceback } from '../../traceback/format.js';
import { type BrokenTask, type Outcome, putResult, readTask, type Task, TaskKind } from './poolMessages.js';
import { arena } from './support.js';
import { debug, noteSpawnedSemLocks } from './log.js';

const MODULE = 'multiprocessing.pool';

/** How many semaphores CPython has for the two queues. */
const SEMAPHORES = 4;

/** A worker's ways to its pool, as addresses. */
export class PyPoolLink extends PyObject {
  /** Rings of tasks and of results. */
  tasks = 0;
  results = 0;
  /** Two cells: job and index of the task that the worker has; job 0 is none. */
  slot = 0;
}
const linkType = builtinType({ name: 'PoolLink', js: PyPoolLink, module: MODULE });
registerShared(linkType, {
  kind: 'mp.PoolLink',
  isChannel: true,
  encode: (link: PyPoolLink) => [link.tasks, link.results, link.slot],
  decode: (data) => {
    const [tasks, results, slot] = data as [number, number, number];
    noteSpawnedSemLocks(tasks, SEMAPHORES);
    return Object.assign(new PyPoolLink(), { tasks, results, slot });
  },
});

/** Where the pool says how many tasks one worker may do; the worker then ends and is replaced. */
function taskLimit(maxtasks: Py): number {
  if (maxtasks === undefined || maxtasks === null) return Infinity;
  const limit = intValue(maxtasks);
  if (limit === undefined || limit < 1) {
    throw rt.dialect === 2 ? AssertionError() : AssertionError(`Maxtasks ${repr(maxtasks)} is not valid`);
  }
  return Number(limit);
}

function work(link: PyPoolLink, initializer: Py, initargs: Py, maxtasks: Py): null {
  const limit = taskLimit(maxtasks);
  if (initializer !== null && initializer !== undefined) call(initializer, toArray(initargs));
  const shared = arena();
  shared.reach(link.slot, 2);
  let completed = 0;
  while (completed < limit) {
    // What is left of the tasks before ends, if the program would notice, while there is nothing else to do.
    if (ringItems(shared, link.tasks) === 0) beforeShowing();
    if (getRecord(shared, link.tasks, Infinity, 'pool task', link.slot) !== 'done') {
      debug('worker got sentinel -- exiting');
      break;
    }
    serve(link);
    completed++;
  }
  debug(`worker exiting after ${completed} tasks`);
  return null;
}

/** Does the task that has just been taken; a function of its own, so that nothing refers to it afterwards. */
function serve(link: PyPoolLink): void {
  const shared = arena();
  const task = readTask(shared);
  const outcome = run(task);
  // What the task wrote to files that it has forgotten is in the file before anybody hears of the result.
  flushForgotten();
  send(link, task, outcome);
  Atomics.store(shared.i32, link.slot, 0);
  count(shared, 'tasks', 1);
}

function run(task: Task | BrokenTask): Outcome {
  try {
    if ('error' in task) throw task.error;
    return { kind: 'value', value: perform(task) };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Outcome {
  if (error instanceof ControlFlow) throw error;
  const e = toPython(error);
  // SystemExit and KeyboardInterrupt end the worker.
  if (!isInstanceOf(e, Exception)) throw e;
  return { kind: 'error', error: e, traceback: rt.dialect === 2 ? null : remoteText(e) };
}

function remoteText(e: PyBaseException): string {
  const text = formatTraceback(e);
  return `\n"""\n${e.tb === null ? `Traceback (most recent call last):\n${text}` : text}"""`;
}

function perform({ kind, func, args, kwds }: Task): Py {
  if (kind === TaskKind.apply) {
    const list = args?.items ?? starArgs(args, func);
    return kwds === null ? call(func, list) : callKw(func, list, keywordsOf(kwds));
  }
  const items = args.items as Py[];
  const results: Py[] = new Array(items.length);
  let at = 0;
  try {
    if (kind === TaskKind.map) for (; at < items.length; at++) results[at] = call1(func, items[at]);
    else for (; at < items.length; at++) results[at] = call(func, toArray(items[at]));
  } catch (error) {
    // Python 3 makes a list of an iterator, which StopIteration ends.
    if (rt.dialect === 2 || !isStopIteration(error)) throw error;
    results.length = at;
  }
  return new PyList(results);
}

/** A result that cannot be sent becomes an error that says so. */
function send(link: PyPoolLink, { job, index }: Task | BrokenTask, outcome: Outcome): void {
  try {
    putResult(arena(), link.results, job, index, outcome);
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    putResult(arena(), link.results, job, index, {
      kind: 'unsendable',
      reason: repr(toPython(error)),
      shown: shownResult(outcome),
    });
  }
}

/** The repr of what was to be sent: Python 3 sends an error with its traceback, in an object that only the pool knows. */
function shownResult(outcome: Outcome): string {
  if (outcome.kind === 'value') return repr(outcome.value);
  if (outcome.kind !== 'error') return 'None';
  const { error } = outcome;
  return rt.dialect === 2 ? repr(error) : `<${MODULE}.ExceptionWithTraceback object at ${address(error)}>`;
}

export const worker = fn('(inqueue, initializer=None, initargs=(), maxtasks=None)', work, 'worker');
