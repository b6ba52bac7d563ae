/**
 * `SharedMemoryManager`: shared memory blocks that last as long as the manager.
 * Spec: https://docs.python.org/3/library/multiprocessing.shared_memory.html#multiprocessing.managers.SharedMemoryManager
 */
import { findAttr, getAttr } from '../../../object/attributes.js';
import type { Keywords } from '../../../object/binding.js';
import { call, callKw, callMethod } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { method } from '../../../object/fn.js';
import { toArray } from '../../../object/iterate.js';
import type { Py } from '../../../object/object.js';
import { repr, str } from '../../../object/text.js';
import type { PyType } from '../../../object/type.js';
import { PyList } from '../../../object/values.js';
import { runSteps } from '../../../threads/steps.js';
import { ProcessError } from '../context.js';
import { member, pid } from '../support.js';
import { createDirect } from './answer.js';
import { libraryClass } from './classes.js';
import { dispatch } from './link.js';
import { newServer } from './manager.js';
import { stateOf } from './server.js';
import { State } from './token.js';

const MEMORY = 'multiprocessing.shared_memory';

/** `_SharedMemoryTracker`: the names of a server's blocks. */
const trackerClass = (): PyType =>
  libraryClass('_SharedMemoryTracker', [], {
    __init__: method('(name, segment_names=[])', (self: Py, name: Py, names: Py) => {
      Object.assign(self, { $shared_memory_context_name: name, $segment_names: names ?? new PyList([]) });
      return null;
    }),
    register_segment: method('(segment_name)', (self: Py, name: Py) => {
      callMethod(getAttr(self, 'segment_names'), 'append', name);
      return null;
    }),
    destroy_segment: method('(segment_name)', destroy),
    unlink: method('()', (self: Py) => {
      for (const name of [...toArray(getAttr(self, 'segment_names'))]) destroy(self, name);
      return null;
    }),
  });

function destroy(self: Py, name: Py): null {
  callMethod(getAttr(self, 'segment_names'), 'remove', name);
  const segment = call(member(MEMORY, 'SharedMemory'), [name]);
  callMethod(segment, 'close');
  callMethod(segment, 'unlink');
  return null;
}

const tracker = (self: Py): Py => getAttr(self, 'shared_memory_context');

function serverClass(base: PyType, Tracker: PyType): PyType {
  const own = ['track_segment', 'release_segment', 'list_segments'];
  return libraryClass('SharedMemoryServer', [base], {
    public: new PyList([...toArray(getAttr(base, 'public')), ...own]),
    __init__: method('(*args, **kwargs)', (self: Py, args: Py[], kwargs: Keywords) => {
      callKw(getAttr(base, '__init__'), [self, ...args], kwargs);
      const context = call(Tracker, [`shm_${str(getAttr(self, 'address'))}_${pid()}`]);
      Object.assign(self, { $shared_memory_context: context });
      return null;
    }),
    create: method('(c, typeid, /, *args, **kwargs)', (self: Py, _c: Py, typeid: Py, args: Py[], kwargs: Keywords) => {
      const state = stateOf(self);
      const registered = toArray(callMethod(state.registry, '__getitem__', typeid));
      if (findAttr(registered.at(-1), '_shared_memory_proxy') !== undefined)
        kwargs.set('shared_memory_context', tracker(self));
      return createDirect(state, typeid, args, kwargs);
    }),
    shutdown: method('(c)', (self: Py, connection: Py) => {
      callMethod(tracker(self), 'unlink');
      return call(getAttr(base, 'shutdown'), [self, connection]);
    }),
    track_segment: method('(c, segment_name)', (self: Py, _c: Py, name: Py) =>
      callMethod(tracker(self), 'register_segment', name),
    ),
    release_segment: method('(c, segment_name)', (self: Py, _c: Py, name: Py) =>
      callMethod(tracker(self), 'destroy_segment', name),
    ),
    list_segments: method('(c)', (self: Py) => getAttr(tracker(self), 'segment_names')),
  });
}

function getServer(self: Py): Py {
  const value = getAttr(getAttr(self, '_state'), 'value');
  if (value === State.started) throw ProcessError('Already started SharedMemoryServer');
  if (value === State.shutdown) throw ProcessError('SharedMemoryManager has shut down');
  if (value !== State.initial) throw ProcessError(`Unknown state ${repr(value)}`);
  return newServer(self, getAttr(self, '_Server'));
}

/** Makes a block and has the server look after it. */
function tracked(self: Py, make: () => { made: Py; block: Py }): Py {
  const [address, authkey] = [getAttr(self, '_address'), getAttr(self, '_authkey')];
  // Nobody is to make a block that no server can look after.
  if (getAttr(getAttr(self, '_state'), 'value') !== State.started) runSteps(dispatch(address, authkey, 'dummy', []));
  const { made, block } = make();
  try {
    runSteps(dispatch(address, authkey, 'track_segment', [getAttr(block, 'name')]));
  } catch (error) {
    callMethod(block, 'unlink');
    throw error;
  }
  return made;
}

/** Classes of the module; none in Python 2. */
export function sharedMemoryClasses(base: PyType, server: PyType): Record<string, PyType> {
  if (rt.dialect === 2) return {};
  const Tracker = trackerClass();
  const SharedMemoryServer = serverClass(server, Tracker);
  const SharedMemoryManager = libraryClass('SharedMemoryManager', [base], {
    _Server: SharedMemoryServer,
    get_server: method('()', getServer),
    SharedMemory: method('(size)', (self: Py, size: Py) =>
      tracked(self, () => {
        const keywords = new Map<string, Py>([
          ['create', true],
          ['size', size],
        ]);
        const made = callKw(member(MEMORY, 'SharedMemory'), [null], keywords);
        return { made, block: made };
      }),
    ),
    ShareableList: method('(sequence)', (self: Py, sequence: Py) =>
      tracked(self, () => {
        const made = call(member(MEMORY, 'ShareableList'), [sequence]);
        return { made, block: getAttr(made, 'shm') };
      }),
    ),
  });
  return { _SharedMemoryTracker: Tracker, SharedMemoryServer, SharedMemoryManager };
}
