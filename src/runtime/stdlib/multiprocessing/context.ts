/**
 * `multiprocessing.context`: start methods, and the functions of the package as methods of a context.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods
 */
import { availableParallelism } from 'node:os';
import { registerShared } from '../../codec/shared.js';
import { importModule } from '../../import/importFunction.js';
import { getAttr, storeOwn } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { Exception, RuntimeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { instanceDict } from '../../object/namespace.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../../object/values.js';
import { popenType, startProcess } from './popen.js';
import { active_children, baseProcess, current_process, PyProcess, parent_process, shareProcess } from './process.js';
import { setPreload } from './forkServer.js';
import { attributes } from './shareable.js';
import { mp, type StartMethod, startMethod } from './state.js';
import { exceptionType, member } from './support.js';
import { get_logger, log_to_stderr } from './util.js';

const MODULE = 'multiprocessing.context';
const METHODS: readonly StartMethod[] = ['fork', 'spawn', 'forkserver'];

export const ProcessError = exceptionType('ProcessError', Exception.type, MODULE);
export const BufferTooShort = exceptionType('BufferTooShort', ProcessError.type, MODULE);
export const MpTimeoutError = exceptionType('TimeoutError', ProcessError.type, MODULE);
export const AuthenticationError = exceptionType('AuthenticationError', ProcessError.type, MODULE);

/** A program's context has the start method of the class that it derives from. */
class PyContext extends PyObject {
  /** Null in a context that follows the process's own. */
  get method(): StartMethod | null {
    const { mro } = this.c$;
    return METHODS.find((method) => mro.includes(contextTypes[method])) ?? null;
  }
}

export const baseContext: PyType = libraryClass({ name: 'BaseContext', js: PyContext, module: MODULE, hasDict: true });
const derived = (name: string) =>
  libraryClass({ name, js: class extends PyContext {}, base: baseContext, module: MODULE });
const defaultContextType = derived('DefaultContext');
const contextTypes: Record<StartMethod, PyType> = {
  fork: derived('ForkContext'),
  spawn: derived('SpawnContext'),
  forkserver: derived('ForkServerContext'),
};

const processType = (name: string) =>
  libraryClass({ name, js: class extends PyProcess {}, base: baseProcess, module: MODULE, addsNothing: true });
export const contextProcess: PyType = processType('Process');
const processTypes: Record<StartMethod, PyType> = {
  fork: processType('ForkProcess'),
  spawn: processType('SpawnProcess'),
  forkserver: processType('ForkServerProcess'),
};

interface Contexts {
  readonly concrete: Record<StartMethod, PyContext>;
  readonly default: PyContext;
}
const contexts = (): Contexts =>
  moduleState('multiprocessing contexts', () => {
    const make = (type: PyType) => new (type.ctor as typeof PyContext)();
    return {
      concrete: {
        fork: make(contextTypes.fork),
        spawn: make(contextTypes.spawn),
        forkserver: make(contextTypes.forkserver),
      },
      default: make(defaultContextType),
    };
  });

export const defaultContext = (): PyContext => contexts().default;

/** The concrete context behind a context. */
export const concrete = (context: Py): PyContext =>
  context.method === null ? contexts().concrete[startMethod()] : context;

/** The context of a start method. */
export const contextOf = (method: StartMethod): PyContext => contexts().concrete[method];

/** Lets contexts of a class travel: a forked process has its parent's, anybody else gets one of his own. */
function shareContext(type: PyType): void {
  registerShared(type, {
    kind: `mp.context.${type.name}`,
    inMessages: true,
    encode: (_self, transfer) => transfer === 'fork',
    // A fork copies attributes by itself.
    parts: (self: Py, transfer) => (transfer === 'fork' ? [] : [instanceDict(self)]),
    decode: (isInherited, [attributes], cls) => {
      const self = new ((cls ?? type).ctor as typeof PyContext)();
      if (isInherited === true && typeOf(self) === type)
        return self.method === null ? defaultContext() : contextOf(self.method);
      if (attributes !== undefined) for (const [name, value] of attributes.map) storeOwn(self, name, value);
      return self;
    },
  });
}
for (const type of [baseContext, defaultContextType, ...Object.values(contextTypes)]) shareContext(type);

function getContext(self: PyContext, name: Py): PyContext {
  if (name === undefined || name === null) {
    if (self.method !== null) return self;
    mp().method ??= startMethod();
    return contexts().concrete[mp().method!];
  }
  const found = METHODS.find((method) => method === name);
  if (found === undefined) throw ValueError(`cannot find context for ${repr(name)}`);
  return contexts().concrete[found];
}

function setStartMethod(self: PyContext, name: Py, force: Py): null {
  if (self.method !== null) throw ValueError('cannot set start method of concrete context');
  const state = mp();
  if (state.method !== null && !(force !== undefined && truthy(force)))
    throw RuntimeError('context has already been set');
  if (name === null && force !== undefined && truthy(force)) state.method = null;
  else state.method = getContext(self, name).method;
  return null;
}

function getStartMethod(self: PyContext, allowNone: Py): Py {
  if (self.method !== null) return self.method;
  const state = mp();
  if (state.method === null && allowNone !== undefined && truthy(allowNone)) return null;
  return (state.method ??= startMethod());
}

/** A member of another module of the package, called with `ctx=` this context. */
function maker(signature: string, module: string, name: string) {
  return method(signature, (self: PyContext, ...args: Py[]) => {
    const given = args
      .slice(0, args.findLastIndex((a) => a !== undefined) + 1)
      .map((a) => (a === undefined ? null : a));
    return callKw(member(`multiprocessing.${module}`, name), given, new Map([['ctx', getContext(self, null)]]));
  });
}

export function cpuCount(): number {
  return availableParallelism();
}

defineMembers(baseContext, () => ({
  __dict__: attributes(),
  ProcessError: ProcessError.type,
  BufferTooShort: BufferTooShort.type,
  TimeoutError: MpTimeoutError.type,
  AuthenticationError: AuthenticationError.type,
  // Functions of their own: one that is a module's too would be taken for the class's.
  current_process: new PyStaticMethod(fn('()', () => call(current_process, []))),
  parent_process: new PyStaticMethod(fn('()', () => call(parent_process, []))),
  active_children: new PyStaticMethod(fn('()', () => call(active_children, []))),
  cpu_count: method('()', cpuCount),
  Manager: method('()', (self: PyContext) => {
    const manager = callKw(
      member('multiprocessing.managers', 'SyncManager'),
      [],
      new Map([['ctx', getContext(self, null)]]),
    );
    call(getAttr(manager, 'start'), []);
    return manager;
  }),
  Pipe: method('(duplex=True)', (_self: PyContext, duplex: Py) =>
    call(member('multiprocessing.connection', 'Pipe'), [duplex ?? true]),
  ),
  Lock: maker('()', 'synchronize', 'Lock'),
  RLock: maker('()', 'synchronize', 'RLock'),
  Condition: maker('(lock=None)', 'synchronize', 'Condition'),
  Semaphore: method('(value=1)', (self: PyContext, value: Py) => semaphore(self, 'Semaphore', value)),
  BoundedSemaphore: method('(value=1)', (self: PyContext, value: Py) => semaphore(self, 'BoundedSemaphore', value)),
  Event: maker('()', 'synchronize', 'Event'),
  Barrier: maker('(parties, action=None, timeout=None)', 'synchronize', 'Barrier'),
  Queue: method('(maxsize=0)', (self: PyContext, size: Py) => queue(self, 'Queue', size === undefined ? [] : [size])),
  JoinableQueue: method('(maxsize=0)', (self: PyContext, size: Py) =>
    queue(self, 'JoinableQueue', size === undefined ? [] : [size]),
  ),
  SimpleQueue: method('()', (self: PyContext) => queue(self, 'SimpleQueue', [])),
  Pool: method(
    '(processes=None, initializer=None, initargs=(), maxtasksperchild=None)',
    (self: PyContext, processes: Py, initializer: Py, initargs: Py, tasks: Py) => {
      const given = [processes ?? null, initializer ?? null, initargs ?? new PyTuple([]), tasks ?? null];
      const context = new Map<string, Py>([['context', getContext(self, null)]]);
      return callKw(member('multiprocessing.pool', 'Pool'), given, context);
    },
  ),
  RawValue: method('(typecode_or_type, *args)', (_self: PyContext, type: Py, args: Py[]) =>
    call(member('multiprocessing.sharedctypes', 'RawValue'), [type, ...args]),
  ),
  RawArray: method('(typecode_or_type, size_or_initializer)', (_self: PyContext, type: Py, size: Py) =>
    call(member('multiprocessing.sharedctypes', 'RawArray'), [type, size]),
  ),
  Value: method('(typecode_or_type, *args, lock=True)', (self: PyContext, type: Py, args: Py[], lock: Py) =>
    callKw(
      member('multiprocessing.sharedctypes', 'Value'),
      [type, ...args],
      new Map([
        ['lock', lock ?? true],
        ['ctx', getContext(self, null)],
      ]),
    ),
  ),
  Array: method(
    '(typecode_or_type, size_or_initializer, *, lock=True)',
    (self: PyContext, type: Py, size: Py, lock: Py) =>
      callKw(
        member('multiprocessing.sharedctypes', 'Array'),
        [type, size],
        new Map([
          ['lock', lock ?? true],
          ['ctx', getContext(self, null)],
        ]),
      ),
  ),
  freeze_support: method('()', () => null),
  get_logger: method('()', () => call(get_logger, [])),
  log_to_stderr: method('(level=None)', (_self: PyContext, level: Py) => call(log_to_stderr, [level ?? null])),
  allow_connection_pickling: method('()', () => null),
  set_executable: method('(executable)', (_self: PyContext, executable: Py) => {
    mp().executable = executable;
    return null;
  }),
  set_forkserver_preload: method('(module_names)', (_self: PyContext, names: Py) => setPreload(names)),
  get_context: method('(method=None)', getContext),
  get_start_method: method('(allow_none=False)', getStartMethod),
  set_start_method: method('(method, force=False)', setStartMethod),
  reducer: getter(
    () => mp().reducer ?? importModule('multiprocessing.reduction', null, ['*'], 0),
    (_self: PyContext, reducer: Py) => {
      mp().reducer = reducer;
    },
  ),
  _check_available: method('()', () => null),
  __reduce__: method(
    '()',
    (self: PyContext) =>
      new PyTuple([member('copyreg', '__newobj__'), new PyTuple([typeOf(self)]), instanceDict(self)]),
  ),
}));

function semaphore(self: PyContext, name: string, value: Py): Py {
  return callKw(
    member('multiprocessing.synchronize', name),
    [value === undefined ? 1 : value],
    new Map([['ctx', getContext(self, null)]]),
  );
}

function queue(self: PyContext, name: string, args: Py[]): Py {
  return callKw(member('multiprocessing.queues', name), args, new Map([['ctx', getContext(self, null)]]));
}

defineMembers(defaultContextType, () => ({
  Process: contextProcess,
  get_all_start_methods: method('()', () => new PyList([...METHODS])),
}));
for (const name of METHODS) defineMembers(contextTypes[name], () => ({ _name: name, Process: processTypes[name] }));

defineMembers(contextProcess, () => ({
  _start_method: null,
  _Popen: new PyStaticMethod(
    fn('(process_obj)', (process: Py) => startProcess(process, getContext(defaultContext(), null).method!)),
  ),
  _after_fork: new PyStaticMethod(fn('()', () => null)),
}));
shareProcess(contextProcess);
for (const name of METHODS) {
  shareProcess(processTypes[name]);
  defineMembers(processTypes[name], () => ({
    _start_method: name,
    _Popen: new PyStaticMethod(fn('(process_obj)', (process: Py) => startProcess(process, name))),
    _after_fork: new PyStaticMethod(fn('()', () => null)),
  }));
}

/** The class of a process object says how it is started. */
export const startMethodOf = (process: Py): StartMethod | null =>
  METHODS.find((name) => typeOf(process).mro.includes(processTypes[name])) ?? null;

export const processTypeOf = (method: StartMethod): PyType => processTypes[method];

/** `assert_spawning`: objects that only travel to a process that is being started. */
export function assertSpawning(self: Py): void {
  if (mp().spawning !== null) return;
  throw RuntimeError(`${str(typeOf(self).name)} objects should only be shared between processes through inheritance`);
}

export default function context(): Record<string, Py> {
  return {
    __all__: new PyList([]),
    ProcessError: ProcessError.type,
    BufferTooShort: BufferTooShort.type,
    TimeoutError: MpTimeoutError.type,
    AuthenticationError: AuthenticationError.type,
    BaseContext: baseContext,
    DefaultContext: defaultContextType,
    ForkContext: contextTypes.fork,
    SpawnContext: contextTypes.spawn,
    ForkServerContext: contextTypes.forkserver,
    Process: contextProcess,
    ForkProcess: processTypes.fork,
    SpawnProcess: processTypes.spawn,
    ForkServerProcess: processTypes.forkserver,
    _default_context: defaultContext(),
    _force_start_method: fn('(method)', (name: Py) => {
      mp().method = name;
      return null;
    }),
    reduction: importModule('multiprocessing.reduction', null, ['*'], 0),
    process: importModule('multiprocessing.process', null, ['*'], 0),
    get_spawning_popen: fn('()', () => mp().spawning),
    set_spawning_popen: fn('(popen)', (popen: Py) => {
      mp().spawning = popen;
      return null;
    }),
    assert_spawning: fn('(obj)', (self: Py) => {
      assertSpawning(self);
      return null;
    }),
  };
}

export { popenType };
