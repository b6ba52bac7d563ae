/**
 * What only Python 2's `multiprocessing.reduction` has: descriptors, connections and sockets as values that any pickle can hold, and what
 * makes them again in another process of the program, once.
 */
import { sharedCodec } from '../../codec/shared.js';
import { loadDotted } from '../../import/importFunction.js';
import { getAttr } from '../../object/attributes.js';
import { callMethod } from '../../object/call.js';
import { AttributeError } from '../../object/errors.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { PyTuple } from '../../object/values.js';
import { connectionType, PyConnection } from './connection.js';
import { inParcel, newDupFd, takeParcel } from './dupFd.js';

/** As in CPython: the address of who hands it over, the handle, whether a child that is being started inherits it. */
const reduced = (handle: Py): PyTuple => new PyTuple([null, handle, false]);
const handleOf = (pickled: Py): Py => (pickled as PyTuple).items[1];

const reduce_handle = fn('(handle)', (handle: Py) => reduced(newDupFd(handle)), 'reduce_handle');
const rebuild_handle = fn('(pickled_data)', (pickled: Py) => callMethod(handleOf(pickled), 'detach'), 'rebuild_handle');

const rebuild_connection = fn(
  '(reduced_handle, readable, writable)',
  (pickled: Py) => sharedCodec(connectionType)!.decode(takeParcel(handleOf(pickled)), [], connectionType),
  'rebuild_connection',
);
const reduce_connection = fn(
  '(conn)',
  (connection: Py) => {
    if (!(connection instanceof PyConnection)) throw AttributeError('not a connection');
    const parcel = inParcel(sharedCodec(connectionType)!.encode(connection, 'message'));
    const { isReadable, isWritable } = connection;
    return new PyTuple([rebuild_connection, new PyTuple([reduced(parcel), isReadable, isWritable])]);
  },
  'reduce_connection',
);

const fromfd = fn(
  '(fd, family, type_, proto=0)',
  (fd: Py, family: Py, type: Py, proto: Py) => callMethod(loadDotted('socket'), 'fromfd', fd, family, type, proto ?? 0),
  'fromfd',
);
const rebuild_socket = fn(
  '(reduced_handle, family, type_, proto)',
  (pickled: Py, family: Py, type: Py, proto: Py) => {
    const fd = callMethod(handleOf(pickled), 'detach');
    const socket = callMethod(loadDotted('socket'), 'fromfd', fd, family, type, proto);
    callMethod(loadDotted('posix'), 'close', fd);
    return socket;
  },
  'rebuild_socket',
);
const reduce_socket = fn(
  '(s)',
  (s: Py) => {
    const [family, type, proto] = ['family', 'type', 'proto'].map((name) => getAttr(s, name));
    return new PyTuple([
      rebuild_socket,
      new PyTuple([reduced(newDupFd(callMethod(s, 'fileno'))), family, type, proto]),
    ]);
  },
  'reduce_socket',
);

export const reduction2 = (): Record<string, Py> => ({
  reduce_handle,
  rebuild_handle,
  reduce_connection,
  rebuild_connection,
  reduce_socket,
  rebuild_socket,
  fromfd,
});
