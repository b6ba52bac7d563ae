/**
 * The `multiprocessing` package.
 * Spec: https://docs.python.org/3/library/multiprocessing.html
 */

import { getAttr } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { PyList, PyTuple } from '../../object/values.js';
import { host } from '../../process/host.js';
import './child.js';
import {
  AuthenticationError,
  BufferTooShort,
  cpuCount,
  defaultContext,
  MpTimeoutError,
  ProcessError,
} from './context.js';
import { active_children, current_process, parent_process, process2 } from './process.js';
import { bringSubmodules, offerSubmodules } from './submodules.js';
import { member } from './support.js';
import { get_logger, log_to_stderr, registerExit } from './util.js';

/** The functions of the package that are methods of the default context. */
const METHODS: readonly string[] = [
  'Array',
  'Barrier',
  'BoundedSemaphore',
  'Condition',
  'Event',
  'JoinableQueue',
  'Lock',
  'Manager',
  'Pipe',
  'Pool',
  'Queue',
  'RLock',
  'RawArray',
  'RawValue',
  'Semaphore',
  'SimpleQueue',
  'Value',
  'allow_connection_pickling',
  'cpu_count',
  'freeze_support',
  'get_all_start_methods',
  'get_context',
  'get_logger',
  'get_start_method',
  'log_to_stderr',
  'set_executable',
  'set_forkserver_preload',
  'set_start_method',
];

const errors = () => ({
  ProcessError: ProcessError.type,
  BufferTooShort: BufferTooShort.type,
  TimeoutError: MpTimeoutError.type,
  AuthenticationError: AuthenticationError.type,
});

/** The package's folder in the library, for the submodules that are Python files. */
const packageFolder = () => `${String(rt.state.get('library path') ?? '')}/multiprocessing`;
const packagePath = () => new PyList([packageFolder()]);

function members3(): Record<string, Py> {
  const context = defaultContext();
  const members: Record<string, Py> = {
    __path__: packagePath(),
    __file__: `${packageFolder()}/__init__.py`,
    ...errors(),
    SUBDEBUG: 5,
    SUBWARNING: 25,
    Process: getAttr(context, 'Process'),
    active_children,
    current_process,
    parent_process,
  };
  for (const name of METHODS) members[name] = getAttr(context, name);
  members.__all__ = new PyList([...Object.keys(members).filter((name) => !/^(__|SUB)/.test(name)), 'reducer'].sort());
  return members;
}

/** A function of Python 2's package: it makes an object of another module of the package. */
function maker(
  signature: string,
  module: string,
  name: string,
  pass: (...args: Py[]) => Py[] = (...args) => args.filter((a) => a !== undefined),
) {
  return fn(signature, (...args: Py[]) => call(member(`multiprocessing.${module}`, name), pass(...args)), name);
}

function members2(): Record<string, Py> {
  const shared = (name: string) =>
    fn(
      '(typecode_or_type, *args, **kwds)',
      (type: Py, args: Py[], keywords: Map<string, Py>) =>
        callKw(member('multiprocessing.sharedctypes', name), [type, ...args], keywords),
      name,
    );
  const names = [
    'Process',
    'current_process',
    'active_children',
    'freeze_support',
    'Manager',
    'Pipe',
    'cpu_count',
    'log_to_stderr',
    'get_logger',
    'allow_connection_pickling',
    'BufferTooShort',
    'TimeoutError',
    'Lock',
    'RLock',
    'Semaphore',
    'BoundedSemaphore',
    'Condition',
    'Event',
    'Queue',
    'JoinableQueue',
    'Pool',
    'Value',
    'Array',
    'RawValue',
    'RawArray',
  ];
  return {
    __path__: packagePath(),
    __version__: '0.70a1',
    __all__: new PyList([...names, 'SUBDEBUG', 'SUBWARNING']),
    ...errors(),
    SUBDEBUG: 5,
    SUBWARNING: 25,
    Process: process2,
    current_process,
    active_children,
    get_logger,
    log_to_stderr,
    freeze_support: fn('()', () => null),
    allow_connection_pickling: fn('()', () => null),
    cpu_count: fn('()', cpuCount),
    Manager: fn('()', () => {
      const manager = call(member('multiprocessing.managers', 'SyncManager'), []);
      call(getAttr(manager, 'start'), []);
      return manager;
    }),
    Pipe: maker('(duplex=True)', 'connection', 'Pipe'),
    Lock: maker('()', 'synchronize', 'Lock'),
    RLock: maker('()', 'synchronize', 'RLock'),
    Condition: maker('(lock=None)', 'synchronize', 'Condition'),
    Semaphore: maker('(value=1)', 'synchronize', 'Semaphore'),
    BoundedSemaphore: maker('(value=1)', 'synchronize', 'BoundedSemaphore'),
    Event: maker('()', 'synchronize', 'Event'),
    Queue: maker('(maxsize=0)', 'queues', 'Queue'),
    JoinableQueue: maker('(maxsize=0)', 'queues', 'JoinableQueue'),
    Pool: maker('(processes=None, initializer=None, initargs=(), maxtasksperchild=None)', 'pool', 'Pool', (...args) => {
      const [processes = null, initializer = null, initargs = new PyTuple([]), tasks = null] = args;
      return [processes, initializer, initargs, tasks];
    }),
    Value: shared('Value'),
    Array: shared('Array'),
    RawValue: shared('RawValue'),
    RawArray: shared('RawArray'),
  };
}

export default function multiprocessing(): Record<string, Py> {
  // Python 3's package comes to it when it starts a process or makes something shared.
  if (rt.dialect === 2) registerExit();
  offerSubmodules(
    rt.dialect === 2
      ? { process: 'process', util: 'util' }
      : { process: 'process', context: 'context', reduction: 'reduction', reducer: 'reduction' },
  );
  if (rt.dialect === 2) bringSubmodules('process', 'util');
  else bringSubmodules('context', 'process', 'reduction');
  // Spawned processes know the classes of the program under that name, and send them back so.
  const main = rt.modules.get('__main__');
  if (rt.dialect === 3 && main !== undefined) rt.modules.set('__mp_main__', main);
  // There will be a second process: its thread gets ready while the program goes on. Few processes that others start have some of their own.
  const { pid, client } = host();
  if (pid === process.pid) client.post('prewarm', 1);
  return rt.dialect === 2 ? members2() : members3();
}
