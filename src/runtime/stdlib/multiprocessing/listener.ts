/**
 * `Listener` and `Client`: connections to other programs, and between processes of this one by name.
 *
 * An address that nobody chose (that of a manager, say) is only known within the program: such connections are pipes in the arena,
 * whose ends a client puts into the listener's ring. All others are sockets.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#listeners-and-clients
 */
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plain, registerShared } from '../../codec/shared.js';
import { encodeRecord } from '../../codec/encode.js';
import { install } from '../../io/descriptors.js';
import { AF_INET, AF_UNIX, SOCK_STREAM, SocketFile } from '../../io/socketFile.js';
import { putRecord } from '../../mp/index.js';
import { bufferOrUndefined } from '../../object/buffer.js';
import { call } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { AttributeError, NameError, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { asSize } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { PyFloat, PyList, PyTuple } from '../../object/values.js';
import { osError } from '../../builtins/osError.js';
import { errnoOf } from '../../io/errnoTable.js';
import { host } from '../../process/host.js';
import { resumable } from '../../threads/resumable.js';
import { WouldBlock } from '../../threads/scheduler.js';
import { blocking } from '../_thread.js';
import { addressArg } from '../socket/addresses.js';
import { onSocket } from '../socket/errors.js';
import {
  answerChallenge,
  challengeMembers,
  challengeMembers2,
  deliverChallenge,
  HANDSHAKE_MS,
  inTime,
} from './challenge.js';
import { AuthenticationError } from './context.js';
import { newConnection, newPipe, type PyConnection } from './connection.js';
import { claim } from './pipeEnds.js';
import { type Door, RingDoor, SocketDoor } from './doors.js';
import { partsOf } from './parts.js';
import { listenerAt } from './socketListener.js';
import { info } from './log.js';
import { StreamChannel } from './streamChannel.js';
import { arena, closedListener, member } from './support.js';

const MODULE = 'multiprocessing.connection';
const FAMILIES: Readonly<Record<string, number>> = { AF_INET, AF_UNIX };

export class PyListener extends PyObject {
  door: Door | null = null;
  authkey: Py = null;

  /** What stands for a connection that has come in. */
  received(connection: PyConnection): Py {
    return connection;
  }

  /** The ring that connections within the program come in by, undefined if it has a socket. */
  ring(): number | undefined {
    return this.door instanceof RingDoor ? this.door.ring() : undefined;
  }
}
export const listenerType: PyType = libraryClass({ name: 'Listener', js: PyListener, module: MODULE, hasDict: true });

registerShared(listenerType, {
  kind: 'mp.Listener',
  isChannel: true,
  encode: (self: PyListener, transfer): Plain => {
    if (transfer !== 'fork') throw TypeError("cannot pickle 'socket' object");
    return self.door === null ? null : self.door.describe();
  },
  parts: (self: PyListener) => [self.door?.address ?? null, self.door?.lastAccepted ?? null, self.authkey],
  decode: (data, [address, lastAccepted, authkey], cls) => {
    const made = new (cls.ctor as typeof PyListener)();
    const { fd, family, ring } = (data ?? {}) as Record<string, number>;
    if (ring !== undefined) made.door = new RingDoor(address, claim(arena(), 'reader', ring));
    else if (fd !== undefined) made.door = new SocketDoor(fd, family!, address);
    if (made.door !== null) made.door.lastAccepted = lastAccepted;
    made.authkey = authkey;
    return made;
  },
});

/** The family of an address: 'AF_INET', 'AF_UNIX', or 'AF_PIPE' for a pipe of Windows. */
function addressType(address: Py): string {
  if (address instanceof PyTuple && !address.c$.isHeap) return 'AF_INET';
  if (typeof address === 'string' && address.startsWith('\\\\')) return 'AF_PIPE';
  const bytes = bufferOrUndefined(address);
  if (typeof address === 'string' || bytes?.[0] === 0) return 'AF_UNIX';
  const make = rt.dialect === 3 && bytes === undefined && truthy(address) ? TypeError : ValueError;
  throw make(`address type of ${repr(address)} unrecognized`);
}

/** The pipes of Windows are not here. */
const noPipes = (name2: string) =>
  rt.dialect === 2
    ? NameError(`global name '${name2}' is not defined`)
    : ValueError('Family AF_PIPE is not recognized.');

function familyOf(family: Py, address: Py): string {
  const name =
    family !== undefined && truthy(family) ? String(family) : truthy(address) ? addressType(address) : 'AF_UNIX';
  if (name === 'AF_PIPE') throw noPipes('PipeListener');
  if (Object.hasOwn(FAMILIES, name)) return name;
  if (!truthy(address)) throw ValueError('unrecognized family');
  const module = rt.dialect === 2 ? "'module' object" : "module 'socket'";
  throw AttributeError(`${module} has no attribute '${name}'`);
}

/** As names of temporary files look. */
const randomName = (): string => randomBytes(6).toString('base64url').slice(0, 8).toLowerCase().replaceAll('-', '_');

function arbitraryAddress(family: string): Py {
  if (family === 'AF_INET') return new PyTuple(['localhost', 0]);
  if (family !== 'AF_UNIX') throw ValueError('unrecognized family');
  return `${call(member('multiprocessing.util', 'get_temp_dir'), [])}/listener-${randomName()}`;
}

/** An address that looks like the one of a socket, but stands for a ring: there is no file. */
const ringAddress = (): string => join(ringFolder(), `listener-${randomName()}`);

/** One for all addresses of a process; the log tells of it as it does of a real one. */
function ringFolder(): string {
  return moduleState('folder of rings', () => {
    const folder = join(tmpdir(), `pymp-${randomName()}`);
    info(`created temp directory ${folder}`);
    return folder;
  });
}

function checkAuthKey(authkey: Py): Py {
  if (authkey === undefined || authkey === null) return null;
  if (bufferOrUndefined(authkey) === undefined) throw TypeError('authkey should be a byte string');
  return authkey;
}

function init(self: PyListener, address: Py = null, family: Py, backlog: Py, authkey: Py): null {
  const name = familyOf(family, address);
  if (backlog !== undefined) asSize(backlog);
  const isChosen = truthy(address);
  self.door =
    isChosen || name === 'AF_INET'
      ? SocketDoor.open(FAMILIES[name]!, isChosen ? address : arbitraryAddress(name))
      : RingDoor.open(ringAddress());
  self.authkey = checkAuthKey(authkey);
  return null;
}

/** A connection that is no good is closed at once: nobody else will. */
function closing<T>(connection: PyConnection, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof WouldBlock)) connection.close();
    throw error;
  }
}

function accept(self: PyListener): Py {
  const { door, authkey } = self;
  if (door === null) throw closedListener();
  const begin = () => ({ connection: null as PyConnection | null, delivered: false, until: 0 });
  return resumable(self, begin, (state) => {
    const connection = (state.connection ??= door.accept());
    if (authkey === null) return self.received(connection);
    state.until ||= performance.now() + HANDSHAKE_MS;
    return closing(connection, () => {
      inTime(connection.channel, state.until, () => {
        if (!state.delivered) deliverChallenge(connection, authkey);
        state.delivered = true;
        answerChallenge(connection, authkey);
      });
      return self.received(connection);
    });
  });
}

const CLIENT = {};

/** `Client(address, family=None, authkey=None)`. */
function client(address: Py, family: Py, authkey: Py): PyConnection {
  const name = family === 'AF_PIPE' ? family : addressType(address);
  if (name === 'AF_PIPE') throw noPipes('PipeClient');
  const begin = () => ({ connection: null as PyConnection | null, file: null as SocketFile | null, answered: false });
  return resumable(CLIENT, begin, (state) => {
    const connection = (state.connection ??= connectTo(FAMILIES[name]!, address, state));
    const key = closing(connection, () => checkAuthKey(authkey));
    if (key === null) return connection;
    return closing(connection, () => {
      if (!state.answered) answerChallenge(connection, key);
      state.answered = true;
      deliverChallenge(connection, key);
      return connection;
    });
  });
}

function connectTo(family: number, address: Py, state: { file: SocketFile | null }): PyConnection {
  const kernel = host().client;
  if (family === AF_UNIX && typeof address === 'string') {
    const ring = kernel.call('findRing', address);
    if (ring !== 0) return connectInside(ring);
  }
  const where = addressArg(family, address, 'connect');
  const file = (state.file ??= new SocketFile(kernel, family, SOCK_STREAM, 0));
  onSocket(() => file.connect(where, Infinity));
  return newConnection(StreamChannel.held(install(file)));
}

/** A connection to a process of this program: a new pipe, whose other end is put into the listener's ring. */
function connectInside(ring: number): PyConnection {
  const [mine, other] = newPipe(true);
  const { bytes, length } = encodeRecord(other);
  const result = putRecord(arena(), ring, bytes, 0, length);
  other.close();
  if (result !== 'done') throw osError(errnoOf('ECONNREFUSED')!);
  return mine;
}

function close(self: PyListener): null {
  const { door } = self;
  self.door = null;
  door?.close();
  return null;
}

function opened({ door }: PyListener, name: string): Door {
  if (door === null) throw AttributeError(`'NoneType' object has no attribute '${name}'`);
  return door;
}

const listenerOf = ({ door }: PyListener): Py => (door === null ? null : listenerAt(door));

defineMembers(listenerType, () => ({
  ...partsOf({ _listener: listenerOf, _authkey: ({ authkey }: PyListener) => authkey }),
  __init__: method('(address=None, family=None, backlog=1, authkey=None)', init),
  accept: blocking(method('()', accept)),
  close: method('()', close),
  address: getter((self: PyListener) => opened(self, '_address').address),
  last_accepted: getter((self: PyListener) => opened(self, '_last_accepted').lastAccepted),
  ...(rt.dialect === 2
    ? {}
    : {
        __enter__: method('()', (self: PyListener) => self),
        __exit__: method('(exc_type, exc_value, exc_tb)', close),
      }),
}));

/** What `multiprocessing.connection` has of it. */
export function listenerMembers(): Record<string, Py> {
  const Listener = listenerType;
  const Client = blocking(fn('(address, family=None, authkey=None)', client, 'Client'));
  return {
    Listener,
    Client,
    SocketClient: fn('(address)', (address: Py) => client(address, null, null)),
    ...(rt.dialect === 2 ? challengeMembers2() : challengeMembers()),
    CONNECTION_TIMEOUT: new PyFloat(20),
    default_family: 'AF_UNIX',
    families: new PyList(['AF_INET', 'AF_UNIX']),
    AuthenticationError: AuthenticationError.type,
    address_type: fn('(address)', addressType),
    arbitrary_address: fn('(family)', (family: Py) => arbitraryAddress(String(family))),
    deliver_challenge: blocking(
      fn("(connection, authkey, digest_name='sha256')", (connection: Py, key: Py, digest: Py) => {
        deliverChallenge(connection, key, digest === undefined ? 'sha256' : String(digest));
        return null;
      }),
    ),
    answer_challenge: blocking(
      fn('(connection, authkey)', (connection: Py, key: Py) => {
        answerChallenge(connection, key);
        return null;
      }),
    ),
  };
}
