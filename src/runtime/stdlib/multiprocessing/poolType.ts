/** `multiprocessing.pool` as Python sees it. */

import { offerBrought } from './submodules.js';
import { LATER, type LaterMembers } from '../../import/load.js';
import { shadow } from '../../object/accessors.js';
import { getAttr, special } from '../../object/attributes.js';
import type { Keywords } from '../../object/binding.js';
import { callKw } from '../../object/call.js';
import { compareValues } from '../../object/compare.js';
import { rt } from '../../object/context.js';
import { AssertionError, AttributeError, NotImplementedError, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { asSize, intValue } from '../../object/number.js';
import { hide, type Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { concrete, cpuCount, defaultContext, MpTimeoutError } from './context.js';
import { PyPool } from './pool.js';
import { MaybeEncodingError, RemoteTraceback, WorkerLostError } from './poolErrors.js';
import { TaskKind } from './poolMessages.js';
import { imapIteratorType, imapUnorderedType } from './poolIterators.js';
import { HELPERS, poolPart } from './poolHandlers.js';
import { imap, MAP_BY, mapBy, mapLater, mapNow } from './poolMaps.js';
import { applyResultType, mapResultType, PyApplyResult, result, resultSteps } from './poolResults.js';
import { worker } from './poolWorker.js';
import { type Parts, partsOf } from './parts.js';
import { getTasks, guardedTasks, mapstar, starmapstar, taskQueue } from './poolTasks.js';
import { process2 } from './process.js';
import { ofThreadPool, threadPool } from './threadPool.js';

const MODULE = 'multiprocessing.pool';
export const poolType: PyType = libraryClass({ name: 'Pool', js: PyPool, module: MODULE, hasDict: true });

const isCallable = (f: Py) => typeof f === 'function' || special(f, '__call__') !== undefined;

function init(self: PyPool, processes: Py, initializer: Py, initargs: Py, maxtasks: Py, context: Py): null {
  const two = rt.dialect === 2;
  const count = processes === undefined || processes === null ? cpuCount() : processes;
  if (compareValues(count, 1, 'Lt') === true) throw ValueError('Number of processes must be at least 1');
  const limit = maxtasks ?? null;
  if (!two && limit !== null) {
    const n = intValue(limit);
    if (n === undefined || n <= 0) throw ValueError('maxtasksperchild must be a positive int or None');
  }
  const initialize = initializer ?? null;
  if (initialize !== null && !isCallable(initialize)) throw TypeError('initializer must be a callable');
  offerBrought('new pool');
  const chosen = concrete(context === undefined || context === null ? defaultContext() : context);
  self.begin({
    processes: asSize(count),
    initializer: initialize,
    initargs: initargs ?? new PyTuple([]),
    maxtasks: limit,
    makeProcess: (keywords) => callKw(getAttr(self, 'Process'), two ? [] : [chosen], keywords),
    context: chosen,
    method: two ? 'fork' : chosen.method!,
  });
  return null;
}

function applyAsync(
  self: PyPool,
  func: Py,
  args: Py,
  kwds: Py,
  callback: Py = null,
  errorCallback: Py = null,
): PyApplyResult {
  self.checkRunning();
  const job = newApplyResult(self, callback, errorCallback);
  submitOne(self, job, func, args, kwds);
  self.launch.forWaiting();
  return job;
}

function newApplyResult(self: PyPool, callback: Py, errorCallback: Py): PyApplyResult {
  const job = new PyApplyResult(self, self.newJob(), callback, errorCallback);
  self.addJob(job);
  return job;
}

const NO_ARGUMENTS = new PyTuple([]);

function submitOne(self: PyPool, job: PyApplyResult, func: Py, args: Py, kwds: Py): void {
  const keywords = kwds === undefined || kwds === null || (kwds instanceof PyDict && kwds.size === 0) ? null : kwds;
  self.submit(job, {
    job: job.number,
    index: 0,
    kind: TaskKind.apply,
    func,
    args: args === undefined ? NO_ARGUMENTS : args,
    kwds: keywords,
  });
}

function beginApply(self: PyPool, func: Py, args: Py, kwds: Py): PyApplyResult {
  self.checkRunning();
  const job = newApplyResult(self, null, null);
  submitOne(self, job, func, args, kwds);
  self.launch.first();
  return job;
}

function replaceEnded(self: PyPool): null {
  self.pump();
  return null;
}

const STATES = { RUN: 0, CLOSE: 1, TERMINATE: 2 } as const;

function checkJoinable(self: PyPool): void {
  if (self.state === 'RUN') throw rt.dialect === 2 ? AssertionError() : ValueError('Pool is still running');
}

function join(self: PyPool): null {
  checkJoinable(self);
  self.join();
  return null;
}

function* joinSteps(self: PyPool): Steps {
  checkJoinable(self);
  return yield* self.joinSteps();
}

/** What a pool of processes is made of; one of threads has its own, which the library's file gives it. */
const PARTS: Parts = Object.fromEntries(
  Object.entries({
    _pool: (self) => self.processList(),
    _taskqueue: taskQueue,
    _cache: (self) => {
      const cache = new PyDict();
      for (const [number, job] of self.jobs) cache.set(number - 1, job);
      hide(cache, 'pool$', self);
      return cache;
    },
    _ctx: (self) => (rt.dialect === 2 ? undefined : self.options.context),
    _processes: (self) => self.options.processes,
    _maxtasksperchild: (self) => self.options.maxtasks,
    _initializer: (self) => self.options.initializer,
    _initargs: (self) => self.options.initargs,
    ...Object.fromEntries(HELPERS.map((name) => [name, (self: PyPool) => partOf(self, name)])),
    _quick_put: (self) => getAttr(getAttr(poolPart(self, '_inqueue'), '_writer'), 'send'),
    _quick_get: (self) => getAttr(getAttr(poolPart(self, '_outqueue'), '_reader'), 'recv'),
    _terminate: (self) => self.finalizer,
  } as Parts).map(([name, find]) => [name, (self: PyPool) => (self.options === undefined ? undefined : find(self))]),
);

/** Nobody waits for changes in Python 2: there the threads look now and then. */
const partOf = (self: PyPool, name: (typeof HELPERS)[number]): Py =>
  rt.dialect === 2 && name === '_change_notifier' ? undefined : poolPart(self, name);

const stateOf = (self: PyPool): Py =>
  self.options === undefined ? undefined : rt.dialect === 2 ? STATES[self.state] : self.state;

const stateMember = getter(
  (self: PyPool) => {
    const state = stateOf(self);
    if (state === undefined) throw AttributeError(`'${typeOf(self).name}' object has no attribute '_state'`);
    return state;
  },
  (self: PyPool, state: Py) => {
    if (self.options === undefined) shadow(self, '_state', state);
    else self.state = (rt.dialect === 2 ? Object.keys(STATES)[Number(state)] : state) as PyPool['state'];
  },
);

defineMembers(poolType, () => ({
  ...partsOf(PARTS, { _state: stateOf }),
  Process:
    rt.dialect === 2
      ? process2
      : new PyStaticMethod(
          fn('(ctx, *args, **kwds)', (ctx: Py, args: Py[], kwds: Keywords) =>
            callKw(getAttr(ctx, 'Process'), args, kwds),
          ),
        ),
  __init__: method('(processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None)', init),
  apply: stepsMethod(
    '(func, args=(), kwds={})',
    (self: PyPool, func: Py, args: Py, kwds: Py) => resultSteps(beginApply(self, func, args, kwds)),
    (self: PyPool, func: Py, args: Py, kwds: Py) => result(beginApply(self, func, args, kwds)),
  ),
  apply_async: method(
    rt.dialect === 2
      ? '(func, args=(), kwds={}, callback=None)'
      : '(func, args=(), kwds={}, callback=None, error_callback=None)',
    (self: PyPool, func: Py, args: Py, kwds: Py, callback: Py, errorCallback: Py) =>
      applyAsync(self, func, args, kwds, callback ?? null, errorCallback ?? null),
  ),
  map: mapNow(TaskKind.map),
  map_async: mapLater(
    TaskKind.map,
    rt.dialect === 2
      ? '(func, iterable, chunksize=None, callback=None)'
      : '(func, iterable, chunksize=None, callback=None, error_callback=None)',
  ),
  ...(rt.dialect === 2 ? {} : { _map_async: method(MAP_BY, mapBy) }),
  imap: imap(true),
  imap_unordered: imap(false),
  ...(rt.dialect === 2
    ? {}
    : {
        starmap: mapNow(TaskKind.starmap),
        starmap_async: mapLater(
          TaskKind.starmap,
          '(func, iterable, chunksize=None, callback=None, error_callback=None)',
        ),
        __enter__: method('()', (self: PyPool) => {
          self.checkRunning();
          return self;
        }),
        __exit__: method('(exc_type, exc_val, exc_tb)', (self: PyPool) => {
          self.terminate();
          return null;
        }),
        _wrap_exception: true,
        __repr__: method(
          '()',
          (self: PyPool) =>
            `<${getAttr(typeOf(self), '__module__')}.${typeOf(self).qualname} state=${self.state} pool_size=${self.options.processes}>`,
        ),
      }),
  close: method('()', (self: PyPool) => {
    self.close();
    return null;
  }),
  terminate: method('()', (self: PyPool) => {
    self.terminate();
    return null;
  }),
  join: stepsMethod('()', joinSteps, join),
  __reduce__: method('()', () => {
    throw NotImplementedError('pool objects cannot be passed between processes or pickled');
  }),
  _state: stateMember,
  _check_running: method('()', (self: PyPool) => {
    self.checkRunning();
    return null;
  }),
  _get_tasks: getTasks(),
  _guarded_task_generation: guardedTasks(),
  _repopulate_pool: method('()', replaceEnded),
  _maintain_pool: method('()', replaceEnded),
}));

/** What few programs ask for; the library's own file has it. */
const RARE = ['ExceptionWithTraceback', '_PoolCache', '_helper_reraises_exception', 'job_counter', 'rebuild_exc'];

export default function pool(): Record<string, Py> & { [LATER]: LaterMembers } {
  return {
    [LATER]: new Map([
      ['ThreadPool', () => threadPool(poolType)],
      ...(rt.dialect === 2 ? [] : RARE).map((name): [string, () => Py] => [name, () => ofThreadPool(poolType, name)]),
    ]),
    __all__: new PyList(['Pool', 'ThreadPool']),
    Pool: poolType,
    ApplyResult: applyResultType,
    AsyncResult: applyResultType,
    MapResult: mapResultType,
    IMapIterator: imapIteratorType,
    IMapUnorderedIterator: imapUnorderedType,
    MaybeEncodingError: MaybeEncodingError.type,
    RemoteTraceback: RemoteTraceback.type,
    WorkerLostError: WorkerLostError.type,
    TimeoutError: MpTimeoutError.type,
    worker,
    mapstar: mapstar(rt.dialect === 2 ? '__builtin__' : 'builtins'),
    ...(rt.dialect === 2 ? {} : { starmapstar: starmapstar() }),
    ...STATE_NAMES(),
  };
}

function STATE_NAMES(): Record<string, Py> {
  return rt.dialect === 2 ? STATES : { INIT: 'INIT', RUN: 'RUN', CLOSE: 'CLOSE', TERMINATE: 'TERMINATE' };
}
