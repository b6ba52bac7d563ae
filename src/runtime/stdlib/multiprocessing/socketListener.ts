/** `listener._listener`: what CPython's listeners have their socket in, which programs reach for to set its timeout. */
import { AF_UNIX } from '../../io/socketFile.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { hide, type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { blocking } from '../_thread.js';
import { type Door, SocketDoor } from './doors.js';
import { partsOf } from './parts.js';

class PySocketListener extends PyObject {
  door!: Door;
}
const socketListenerType = libraryClass({
  name: 'SocketListener',
  js: PySocketListener,
  module: 'multiprocessing.connection',
  hasDict: true,
});

defineMembers(socketListenerType, () => ({
  ...partsOf({
    _socket: ({ door }: PySocketListener) => door.socket(),
    _address: ({ door }: PySocketListener) => door.address,
    _family: ({ door }: PySocketListener) =>
      door instanceof SocketDoor && door.family !== AF_UNIX ? 'AF_INET' : 'AF_UNIX',
    _last_accepted: ({ door }: PySocketListener) => door.lastAccepted,
    _unlink: ({ door }: PySocketListener) => (door instanceof SocketDoor ? door.finalizer : null),
  }),
  accept: blocking(method('()', ({ door }: PySocketListener) => door.accept())),
  close: method('()', ({ door }: PySocketListener) => {
    door.close();
    return null;
  }),
}));

const LISTENER = 'listener$';

/** The same object each time. */
export function listenerAt(door: Door): Py {
  if (!Object.hasOwn(door, LISTENER)) hide(door, LISTENER, Object.assign(new PySocketListener(), { door }));
  return (door as Py)[LISTENER];
}
