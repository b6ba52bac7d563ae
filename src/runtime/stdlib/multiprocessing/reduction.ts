/** `multiprocessing.reduction` (Python 2: also `forking`): pickling for other processes. */

import { importModule } from '../../import/importFunction.js';
import { getAttr, setAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { LATER, type LaterMembers } from '../../import/load.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { PyList, PyStaticMethod } from '../../object/values.js';
import { assertSpawning } from './context.js';
import { DupFd, fromPickle, newDupFd } from './dupFd.js';
import { popenType } from './popen.js';
import { fromLibrary } from './libraryFile.js';
import { reduction2 } from './reduction2.js';

class PyForkingPickler extends PyObject {}
const forkingPickler = libraryClass({
  name: 'ForkingPickler',
  js: PyForkingPickler,
  module: 'multiprocessing.reduction',
  hasDict: true,
});

const pickle = () => importModule('pickle', null, ['dumps'], 0);

function register(type: Py, reduce: Py): null {
  callMethod(importModule('copyreg', null, ['pickle'], 0), 'pickle', type, reduce);
  return null;
}

defineMembers(forkingPickler, () => ({
  register: new PyStaticMethod(fn('(type, reduce)', register, 'register')),
  dumps: new PyStaticMethod(
    fn(
      '(obj, protocol=None)',
      (value: Py, protocol: Py) => {
        const pickled = callMethod(pickle(), 'dumps', value, protocol ?? null);
        if (rt.dialect === 2) return pickled;
        return callMethod(callMethod(importModule('io', null, ['*'], 0), 'BytesIO', pickled), 'getbuffer');
      },
      'dumps',
    ),
  ),
  loads: new PyStaticMethod(fn('(data)', (data: Py) => callMethod(pickle(), 'loads', data), 'loads')),
  __new__: new PyStaticMethod(
    fn('(cls, *args)', (_cls: Py, args: Py[]) => call(getAttr(pickle(), 'Pickler'), args), '__new__'),
  ),
}));

const assert = fn(
  '(obj)',
  (self: Py) => {
    assertSpawning(self);
    return null;
  },
  'assert_spawning',
);

/** What few programs ask for: the class for reducers of their own, and descriptors over sockets. */
const RARE = [
  'ACKNOWLEDGE',
  'AbstractReducer',
  'recvfds',
  'sendfds',
  '_rebuild_partial',
  '_rebuild_socket',
  '_reduce_method',
  '_reduce_method_descriptor',
  '_reduce_partial',
  '_reduce_socket',
];

/** The reducer offers what this module has. */
function adaptReducer(loaded: Py): void {
  const own = importModule('multiprocessing.reduction', null, ['*'], 0);
  const reducer = getAttr(loaded, 'AbstractReducer');
  for (const name of ['ForkingPickler', 'register', 'dump', 'send_handle', 'recv_handle', 'DupFd'])
    setAttr(reducer, name, getAttr(own, name));
}

export default function reduction(): Record<string, Py> & { [LATER]?: LaterMembers } {
  const rare = fromLibrary({ module: 'multiprocessing.reduction', adapt: adaptReducer }, RARE);
  return {
    ...(rt.dialect === 2 ? {} : { [LATER]: rare }),
    __all__: new PyList(['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump']),
    ForkingPickler: forkingPickler,
    register: fn('(type, reduce)', register),
    dump: fn('(obj, file, protocol=None)', (value: Py, file: Py, protocol: Py) =>
      callMethod(pickle(), 'dump', value, file, protocol ?? null),
    ),
    HAVE_SEND_HANDLE: true,
    DupFd,
    _dup_from_pickle: fromPickle,
    send_handle,
    recv_handle,
    ...(rt.dialect === 2 ? reduction2() : {}),
  };
}

/** `send_handle(conn, handle, destination_pid)`: the descriptor as a message, within the program. */
const send_handle = fn(
  '(conn, handle, destination_pid)',
  (connection: Py, handle: Py) => callMethod(connection, 'send', newDupFd(handle)),
  'send_handle',
);

const recv_handle = fn(
  '(conn)',
  (connection: Py) => callMethod(callMethod(connection, 'recv'), 'detach'),
  'recv_handle',
);

/** Python 2's `multiprocessing.forking`. */
export function forking(): Record<string, Py> {
  return { ForkingPickler: forkingPickler, Popen: popenType('fork'), assert_spawning: assert };
}

export { method, rt };
