/**
 * `multiprocessing.resource_tracker`: which named resources are to go when the program ends.
 *
 * CPython has a process for it. Here shared memory is tracked in the arena, and its names go with the kernel (kernel/leftovers.ts); locks have no
 * names that could be left. A program that asks for the process itself gets one that the kernel stands in for (kernel/servants.ts): it can be
 * sent signals and waited for.
 */
import { warn } from '../../builtins/warn.js';
import { exitCodeOf, hasEnded, pidOf, trackNamed } from '../../mp/index.js';
import { call, callMethod } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict } from '../../object/table.js';
import { str } from '../../object/text.js';
import { libraryClass } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { host } from '../../process/host.js';
import { bitOf, SIGINT } from '../../process/signals.js';
import { attributes } from './shareable.js';
import { mp } from './state.js';
import { arena, member } from './support.js';

/** What one write to a pipe may have at most, which is how CPython's processes tell theirs of a resource. */
const LONGEST_MESSAGE = 512;
/** Like CPython's, it goes on when the program is interrupted or asked to end. */
const SIGTERM = 15;
const IGNORED = bitOf(SIGINT) | bitOf(SIGTERM);

class PyResourceTracker extends PyObject {
  /** Address of its process's entry, 0 while it has none. */
  entry = 0;
  /** It is the process's own: a process that another one has started uses that one's. */
  isOwn = false;
  exitCode: number | null = null;
  /** Resources that are not shared memory, as they were told. */
  readonly others = new Set<string>();
}
const trackerType = libraryClass({
  name: 'ResourceTracker',
  js: PyResourceTracker,
  module: 'multiprocessing.resource_tracker',
  hasDict: true,
});

function change(self: PyResourceTracker, command: 'REGISTER' | 'UNREGISTER', name: Py, type: Py): null {
  ensureRunning(self);
  const message = `${command}:${str(name)}:${str(type)}`;
  if (message.length + 1 > LONGEST_MESSAGE) throw ValueError('msg too long');
  const isWanted = command === 'REGISTER';
  if (type === 'shared_memory' && trackNamed(arena(), strValue(name) ?? str(name), isWanted)) return null;
  const key = `${str(type)}:${str(name)}`;
  if (isWanted) self.others.add(key);
  else self.others.delete(key);
  return null;
}

/** `_stop()`: the exit code says whether something was left. */
function stop(self: PyResourceTracker): null {
  if (self.entry === 0) return null;
  const { client } = host();
  const pid = pidOf(arena(), self.entry);
  if (isAlive(self)) client.call('servantEnd', pid, self.others.size === 0 ? 0 : 1);
  self.exitCode = exitCodeOf(arena(), self.entry);
  client.children.delete(pid);
  self.entry = 0;
  self.others.clear();
  return null;
}

/** A spawned child imports the main module before it knows its parent. */
const isChild = (): boolean => mp().parent !== null || mp().inheriting;

const isAlive = ({ entry, isOwn }: PyResourceTracker): boolean =>
  entry === 0 ? isOwn && isChild() : !hasEnded(arena(), entry);

/** Starts the process; with a warning if it has been killed. */
function ensureRunning(self: PyResourceTracker): null {
  if (isAlive(self)) return null;
  const { client } = host();
  if (self.entry !== 0) {
    client.children.delete(pidOf(arena(), self.entry));
    warn('UserWarning', 'resource_tracker: process died unexpectedly, relaunching.  Some resources might leak.');
  }
  self.entry = client.call('servantStart', 'resource_tracker', IGNORED);
  client.children.set(pidOf(arena(), self.entry), self.entry);
  return null;
}

defineMembers(trackerType, () => ({
  __dict__: attributes(),
  __init__: method('()', () => null),
  _pid: getter(({ entry }: PyResourceTracker) => (entry === 0 ? null : pidOf(arena(), entry))),
  _exitcode: getter((self: PyResourceTracker) => self.exitCode),
  ensure_running: method('()', ensureRunning),
  _check_alive: method('()', isAlive),
  _stop: method('()', stop),
  register: method('(name, rtype)', (self: PyResourceTracker, name: Py, type: Py) =>
    change(self, 'REGISTER', name, type),
  ),
  unregister: method('(name, rtype)', (self: PyResourceTracker, name: Py, type: Py) =>
    change(self, 'UNREGISTER', name, type),
  ),
}));

/** The process's own. */
const tracker = (): PyResourceTracker =>
  moduleState('resource tracker', () =>
    Object.assign(new (trackerType.ctor as typeof PyResourceTracker)(), { isOwn: true }),
  );

export default function resourceTracker(): Record<string, Py> {
  const own = tracker();
  const state = mp();
  state.startTracker = () => ensureRunning(own);
  if (state.needsTracker) ensureRunning(own);
  const bound = (name: string) => fn('(*args)', (args: Py[]) => callMethod(own, name, ...args), name);
  return {
    __all__: new PyList(['ensure_running', 'register', 'unregister']),
    ResourceTracker: trackerType,
    _resource_tracker: own,
    ensure_running: bound('ensure_running'),
    register: bound('register'),
    unregister: bound('unregister'),
    _CLEANUP_FUNCS: PyDict.of([
      ['noop', fn('()', () => null)],
      ['dummy', fn('(name)', () => null)],
      ['semaphore', fn('(name)', (name: Py) => call(member('_multiprocessing', 'sem_unlink'), [name]))],
      ['shared_memory', fn('(name)', (name: Py) => call(member('_posixshmem', 'shm_unlink'), [name]))],
    ]),
  };
}
