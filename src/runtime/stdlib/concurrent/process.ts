/**
 * `concurrent.futures.process`: an executor of processes. Futures and what is common to executors are the library's own `_base`.
 *
 * Spec: https://docs.python.org/3/library/concurrent.futures.html#processpoolexecutor
 */

import { adopt } from '../multiprocessing/managers/classes.js';
import { offerBrought, offerSubmodules } from '../multiprocessing/submodules.js';
import { iteratorMembers } from '../../builtins/iterator.js';
import { type as typeOfTypes } from '../../builtins/typeObject.js';
import { importModule } from '../../import/importFunction.js';
import { getAttr, setAttr, special } from '../../object/attributes.js';
import type { Keywords } from '../../object/binding.js';
import { call, callKw, callMethod } from '../../object/call.js';
import { compareValues } from '../../object/compare.js';
import { moduleState, rt } from '../../object/context.js';
import { Exception, type PyBaseException, RuntimeError, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { LATER } from '../../import/load.js';
import { fromLibrary } from '../multiprocessing/libraryFile.js';
import { withImported } from '../multiprocessing/imported.js';
import { defineMembers, getter } from '../../object/install.js';
import { asIterator } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { asSize, intValue } from '../../object/number.js';
import { hide, type Py } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { builtinType, type Members } from '../../object/type.js';
import { PyList, PyTuple } from '../../object/values.js';
import { concrete, cpuCount, defaultContext } from '../multiprocessing/context.js';
import { once, partsOf } from '../multiprocessing/parts.js';
import { exceptionType, member } from '../multiprocessing/support.js';
import { attach, type PyWeakRef, referenceType } from '../weakref/reference.js';
import { Engine, type EngineErrors } from './engine.js';
import { callQueue, managerThread, managerThreadClass, threadWakeupType } from './manager.js';
import { processChunk, processWorker } from './worker.js';

const MODULE = 'concurrent.futures.process';

/** The traceback in the worker, shown as the cause of what a call raised. */
const RemoteTraceback = exceptionType('_RemoteTraceback', Exception.type, MODULE);
defineMembers(RemoteTraceback.type, () => ({
  tb: getter((self: PyBaseException) => self.args.items[0]),
  __str__: method('()', (self: PyBaseException) => str(self.args.items[0])),
}));

interface ExecutorState {
  /** Those that are not shut down, or not yet waited for. */
  readonly engines: Set<Engine>;
  isExiting: boolean;
}

const state = (): ExecutorState =>
  moduleState('executors', () => {
    const made: ExecutorState = { engines: new Set(), isExiting: false };
    // Before the children are joined: the workers end only when they are told that nothing follows.
    let hooks = rt.state.get('exit hooks') as (() => void)[] | undefined;
    if (hooks === undefined) rt.state.set('exit hooks', (hooks = []));
    hooks.unshift(() => finishAll(made));
    return made;
  });

/** At the end of the program everything that was submitted is still done. */
function finishAll(made: ExecutorState): void {
  made.isExiting = true;
  for (const engine of made.engines) {
    engine.shutDown(false);
    engine.join();
  }
}

const given = (o: Py): boolean => o !== undefined && o !== null;

function checkedWorkers(count: Py): number {
  if (!given(count)) return cpuCount();
  if (compareValues(count, 0, 'LtE') === true) throw ValueError('max_workers must be greater than 0');
  return asSize(count);
}

function checkedCalls(calls: Py, startMethod: string): number {
  if (!given(calls)) return 0;
  const limit = intValue(calls);
  if (limit === undefined) throw TypeError('max_tasks_per_child must be an integer');
  if (limit <= 0) throw ValueError('max_tasks_per_child must be >= 1');
  if (startMethod === 'fork') {
    throw ValueError(
      "max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a different mp_context.",
    );
  }
  return Number(limit);
}

function init(self: Py, workers: Py, context: Py, initializer: Py, initargs: Py, callsPerWorker: Py): null {
  const count = checkedWorkers(workers);
  const wanted = given(context)
    ? context
    : callMethod(defaultContext(), 'get_context', given(callsPerWorker) ? 'spawn' : null);
  const startMethod = concrete(wanted).method!;
  const initialize = initializer ?? null;
  if (initialize !== null && typeof initialize !== 'function' && special(initialize, '__call__') === undefined) {
    throw TypeError('initializer must be a callable');
  }
  const limit = checkedCalls(callsPerWorker, startMethod);
  const options = {
    workers: count,
    initializer: initialize,
    initargs: initargs ?? new PyTuple([]),
    callsPerWorker: limit,
    processType: getAttr(concrete(wanted), 'Process'),
    method: startMethod,
  };
  const reference = new (referenceType.ctor as typeof PyWeakRef)(
    self,
    fn('(reference)', () => {
      engine.forgotten();
      return null;
    }),
  );
  const engine: Engine = new Engine(options, errors(reference));
  // The engine knows its executor weakly: one that nobody has any more takes no calls.
  attach(self, reference);
  hide(self, 'engine$', engine);
  state().engines.add(engine);
  const attributes: [string, Py][] = [
    ['_max_workers', count],
    ['_mp_context', wanted],
    ['_initializer', initialize],
    ['_initargs', options.initargs],
    ['_max_tasks_per_child', callsPerWorker ?? null],
    ['_processes', engine.processes],
    ['_broken', false],
    ['_shutdown_thread', false],
    ['_executor_manager_thread', null],
    ['_call_queue', callQueue(engine)],
  ];
  for (const [name, value] of attributes) setAttr(self, name, value);
  return null;
}

function errors(reference: PyWeakRef): EngineErrors {
  const module = importModule(MODULE, null, ['*'], 0);
  return {
    noteBroken: (text) => {
      const executor = reference.get();
      if (executor === undefined) return;
      setAttr(executor, '_broken', text);
      setAttr(executor, '_shutdown_thread', true);
    },
    broken: (text) => call(getAttr(module, 'BrokenProcessPool'), [text]),
    withRemoteTraceback: (error, text) => Object.assign(error, { cause: RemoteTraceback(text), suppressContext: true }),
  };
}

const engineOf = (self: Py): Engine => {
  const engine = self.engine$ as Engine | undefined;
  if (engine === undefined) throw RuntimeError('cannot schedule new futures after shutdown');
  return engine;
};

function submit(self: Py, func: Py, args: Py[], kwargs: Keywords): Py {
  const engine = engineOf(self);
  if (engine.brokenText !== null) {
    setAttr(self, '_broken', engine.brokenText);
    throw call(member(MODULE, 'BrokenProcessPool'), [engine.brokenText]);
  }
  if (engine.isShutDown) {
    throw RuntimeError(`cannot schedule new futures after ${state().isExiting ? 'interpreter ' : ''}shutdown`);
  }
  const future = call(getAttr(base(), 'Future'), []);
  engine.submit(future, func, args, kwargs.size === 0 ? null : PyDict.of([...kwargs]));
  if (getAttr(self, '_executor_manager_thread') === null)
    setAttr(self, '_executor_manager_thread', managerThread(engine));
  return future;
}

/** The module that this one has imported. */
const base = (): Py => moduleState('futures', () => importModule('concurrent.futures._base', null, ['*'], 0));

/** `map(fn, *iterables, timeout=None, chunksize=1)`: the common one, over chunks. */
function map(self: Py, func: Py, iterables: Py[], timeout: Py, chunksize: Py): Py {
  const size = chunksize === undefined ? 1 : asSize(chunksize);
  if (size < 1) throw ValueError('chunksize must be >= 1.');
  const builtins = importModule('builtins', null, ['*'], 0);
  const rows = call(getAttr(builtins, 'zip'), iterables);
  const chunks = call(member('itertools', 'batched'), [rows, size]);
  const task = call(member('functools', 'partial'), [member(MODULE, '_process_chunk'), func]);
  const results = callKw(
    getAttr(getAttr(base(), 'Executor'), 'map'),
    [self, task, chunks],
    new Map([['timeout', timeout ?? null]]),
  );
  return new (chainType.ctor as typeof PyChain)(results);
}

/** The items of the lists that an iterator gives; those that it has given it knows no more. CPython has a generator for it. */
class PyChain extends PyIterator {
  /** What is left of a list, the next item last. */
  private items: Py[] = [];
  private readonly lists: { nx(): Py };
  constructor(readonly source: Py) {
    super();
    this.lists = asIterator(source);
  }
  nx(): Py {
    while (this.items.length === 0) {
      const next = this.lists.nx();
      if (next === undefined) return undefined;
      this.items = (next as PyList).items.reverse();
    }
    return this.items.pop();
  }
}
const chainType = builtinType({ name: 'generator', js: PyChain, module: MODULE });
defineMembers(chainType, () => ({
  ...iteratorMembers(),
  close: method('()', (self: PyChain) => callMethod(self.source, 'close')),
}));

function shutdown(self: Py, wait: Py, cancelFutures: Py): null {
  setAttr(self, '_shutdown_thread', true);
  const engine = self.engine$ as Engine | undefined;
  if (engine !== undefined) {
    engine.shutDown(cancelFutures !== undefined && truthy(cancelFutures));
    if (wait === undefined || truthy(wait)) {
      engine.join();
      state().engines.delete(engine);
    }
  }
  for (const name of ['_processes', '_executor_manager_thread', '_call_queue']) setAttr(self, name, null);
  return null;
}

/** What waits for its turn or runs, as the library has it. */
function pendingItems(self: Py): PyDict {
  const items = new PyDict();
  const makeItem = member(MODULE, '_WorkItem');
  const none = [null, new PyTuple([]), new PyDict()];
  for (const [number, future] of engineOf(self).pending()) items.set(number, call(makeItem, [future, ...none]));
  return items;
}

/** What CPython's executor counts and waits with, as far as programs look at it. */
const parts = (): Members =>
  partsOf({
    _shutdown_lock: once('_shutdown_lock', () => call(member('threading', 'Lock'), [])),
    _queue_count: (self) => engineOf(self).submitted,
    _pending_work_items: pendingItems,
    // The thread that cancels them takes it back at once.
    _cancel_pending_futures: () => false,
    _safe_to_dynamically_spawn_children: (self) => concrete(getAttr(self, '_mp_context')).method !== 'fork',
  });

function executorClass(): Py {
  const members: [string, Py][] = [
    ['__module__', MODULE],
    [
      '__init__',
      method(
        '(max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None)',
        init,
        '__init__',
      ),
    ],
    ['submit', method('(fn, /, *args, **kwargs)', submit, 'submit')],
    ['map', method('(fn, *iterables, timeout=None, chunksize=1)', map, 'map')],
    ['shutdown', method('(wait=True, *, cancel_futures=False)', shutdown, 'shutdown')],
    ...Object.entries(parts()),
  ];
  const executor = getAttr(base(), 'Executor');
  const made = call(typeOfTypes, ['ProcessPoolExecutor', new PyTuple([executor]), PyDict.of(members)]);
  for (const [name, value] of members) adopt(made, name, value);
  return made;
}

function brokenClass(): Py {
  const broken = getAttr(base(), 'BrokenExecutor');
  return call(typeOfTypes, ['BrokenProcessPool', new PyTuple([broken]), PyDict.of([['__module__', MODULE]])]);
}

/** What few programs ask for. */
const RARE = [
  '_CallItem',
  '_ExceptionWithTraceback',
  '_ResultItem',
  '_WorkItem',
  '_chain_from_iterable_of_lists',
  '_rebuild_exc',
];

export default function process(): Record<string, Py> {
  offerSubmodules({ queues: 'queues' });
  offerBrought('queues');
  return withImported(MODULE, {
    [LATER]: fromLibrary({ module: MODULE }, RARE),
    ProcessPoolExecutor: executorClass(),
    BrokenProcessPool: brokenClass(),
    EXTRA_QUEUED_CALLS: 1,
    _MAX_WINDOWS_WORKERS: 61,
    // There are as many locks as memory allows.
    _check_system_limits: fn('()', () => null),
    _system_limits_checked: true,
    _system_limited: null,
    _RemoteTraceback: RemoteTraceback.type,
    _ExecutorManagerThread: managerThreadClass(),
    _ThreadWakeup: threadWakeupType,
    _process_worker: processWorker,
    _process_chunk: processChunk,
  });
}
