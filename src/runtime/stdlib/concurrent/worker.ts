/** What a worker process of a `ProcessPoolExecutor` does: it takes calls from a ring of the arena and puts their results into another. */
import { registerShared } from '../../codec/shared.js';
import { ControlFlow, toPython } from '../../helpers/exceptions.js';
import { flushForgotten } from '../../io/unclosed.js';
import { count, getRecord, ringItems } from '../../mp/index.js';
import { getAttr } from '../../object/attributes.js';
import { keywordsOf } from '../../object/keywordNames.js';
import { call, callKw } from '../../object/call.js';
import { beforeShowing } from '../../object/endings.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { type Py, PyObject } from '../../object/object.js';
import { builtinType } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { formatTraceback } from '../../traceback/format.js';
import { noteInheritedQueue } from '../multiprocessing/feeder.js';
import { noteSpawnedSemLocks } from '../multiprocessing/log.js';
import { type Outcome, putResult, readTask, type Task, TaskKind } from '../multiprocessing/poolMessages.js';
import { arena, member } from '../multiprocessing/support.js';

/** In place of a job: the call was cancelled while it waited. */
export const CANCELLED = 0;
/** The job of every call; its index is the number of the call. */
export const CALL = 1;

/** How many semaphores CPython makes for the executor's two queues. */
export const EXECUTOR_SEMAPHORES = 5;

/** A worker's ways to its executor, as addresses. */
export class PyExecutorLink extends PyObject {
  /** Rings of calls and of results. */
  calls = 0;
  results = 0;
  /** How many calls it does before it ends; 0 is no limit. */
  limit = 0;
}
const linkType = builtinType({ name: 'ExecutorLink', js: PyExecutorLink, module: 'concurrent.futures.process' });
registerShared(linkType, {
  kind: 'concurrent.ExecutorLink',
  isChannel: true,
  encode: (link: PyExecutorLink, transfer) => [link.calls, link.results, link.limit, transfer === 'fork'],
  decode: (data) => {
    const [calls, results, limit, isForked] = data as [number, number, number, boolean];
    if (isForked) noteInheritedQueue();
    noteSpawnedSemLocks(calls, EXECUTOR_SEMAPHORES);
    return Object.assign(new PyExecutorLink(), { calls, results, limit });
  },
});

function work(link: PyExecutorLink, initializer: Py, initargs: Py): null {
  if (initializer !== null && !initialize(initializer, initargs)) throw new ControlFlow(1);
  const shared = arena();
  for (let done = 0; link.limit === 0 || done < link.limit; ) {
    // What is left of the calls before ends, if the program would notice, while there is nothing else to do.
    if (ringItems(shared, link.calls) === 0) beforeShowing();
    if (getRecord(shared, link.calls, Infinity, 'pool task') !== 'done') break;
    if (serve(link)) done++;
  }
  return null;
}

/** Does the call that has just been taken; a function of its own, so that nothing refers to it afterwards. False for one that was cancelled. */
function serve(link: PyExecutorLink): boolean {
  const shared = arena();
  const task = readTask(shared);
  if (task.job === CANCELLED) return false;
  // What cannot be read ends the worker, as in CPython.
  if ('error' in task) throw task.error;
  const outcome = run(task);
  flushForgotten();
  send(link, task.index, outcome);
  count(shared, 'tasks', 1);
  return true;
}

/** A failure is logged and ends the worker, which breaks the executor. */
function initialize(initializer: Py, initargs: Py): boolean {
  try {
    call(initializer, toArray(initargs));
    return true;
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    const logger = member('concurrent.futures._base', 'LOGGER');
    callKw(getAttr(logger, 'critical'), ['Exception in initializer:'], new Map([['exc_info', toPython(error)]]));
    return false;
  }
}

function run(task: Task): Outcome {
  try {
    const { kind, func, args, kwds } = task;
    if (kind === TaskKind.starmap) return { kind: 'value', value: chunkOf(func, args) };
    return { kind: 'value', value: callKw(func, toArray(args), keywordsOf(kwds)) };
  } catch (error) {
    return failure(error);
  }
}

/** Whatever the call raised, SystemExit too, is its result. */
function failure(error: unknown): Outcome {
  if (error instanceof ControlFlow) throw error;
  const e = toPython(error);
  const text = formatTraceback(e);
  const head = e.tb === null ? 'Traceback (most recent call last):\n' : '';
  return { kind: 'error', error: e, traceback: `\n"""\n${head}${text}"""` };
}

/** What a function gives for each of several tuples of arguments. */
const chunkOf = (func: Py, chunk: Py): PyList => new PyList(toArray(chunk).map((row: Py) => call(func, toArray(row))));

/** What `map` submits for several calls at once. */
export const processChunk = fn('(fn, chunk)', chunkOf, '_process_chunk');

/** A result that cannot be sent: the reason is the result instead. */
function send(link: PyExecutorLink, index: number, outcome: Outcome): void {
  try {
    putResult(arena(), link.results, CALL, index, outcome);
  } catch (error) {
    putResult(arena(), link.results, CALL, index, failure(error));
  }
}

/**
 * A link is what a worker process calls: unlike the function of the module it travels without the module, which would be imported in
 * each worker, and two dozen others with it.
 */
defineMembers(linkType, () => ({ __call__: method('(initializer, initargs, /)', work) }));

export const processWorker = fn('(call_queue, initializer=None, initargs=())', work, '_process_worker');
