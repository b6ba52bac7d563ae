/**
 * `_socket.socket`: a descriptor of a socket, with its family, type and timeout.
 * Spec: https://docs.python.org/3/library/socket.html#socket-objects
 */
import { int, seconds } from './int.js';
import { type Plain, registerShared } from '../../codec/shared.js';
import { closeDescriptor, fileAt, fileAtOrUndefined, install } from '../../io/descriptors.js';
import { type HeldDescriptor, holdDescriptor } from '../../io/forgotten.js';
import { errnoOf } from '../../io/errnoTable.js';
import { fail, type OpenFile } from '../../io/openFile.js';
import { PipeFile } from '../../io/pipeFile.js';
import { AF_INET, AF_UNIX, SOCK_DGRAM, SOCK_STREAM, SocketFile } from '../../io/socketFile.js';
import { bytesResult } from '../../io/values.js';
import type { WaitSource } from '../../mp/index.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { intValue } from '../../object/number.js';
import { type Py, PyInstance } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import { builtinType, type PyType } from '../../object/type.js';
import { PyFloat, PyStaticMethod, PyTuple } from '../../object/values.js';
import { host } from '../../process/host.js';
import { blocking } from '../_thread.js';
import { packFile, unpackFile } from '../multiprocessing/travelling.js';
import { addressArg, pyAddress } from './addresses.js';
import { optionDefault } from './constants.js';
import { onSocket, socketError } from './errors.js';
import { receivingMembers } from './receiving.js';
import { sendingMembers } from './sending.js';
import { defaultTimeout, onSocketTimeout } from './timeouts.js';

const SOCK_NONBLOCK = 0x800;
/** Linux knows no types of sockets beyond that. */
export const MAX_KIND = 10;
/** What may be added to the type of a socket. */
export const SOCK_FLAGS = 0x80000 | SOCK_NONBLOCK;
const HOW = ['read', 'write', 'both'] as const;

export class PySocket extends PyInstance {
  fd = -1;
  family = AF_INET;
  kind = SOCK_STREAM;
  proto = 0;
  /** What closes it when the program forgets it. */
  hold: HeldDescriptor | null = null;
  /** Limit of each call in ms: Infinity for none, 0 for not waiting. */
  timeoutMs = Infinity;

  get file(): OpenFile {
    return this.fd < 0 ? fail('EBADF') : fileAt(this.fd);
  }

  /** A socket of the kernel; pairs in shared memory cannot do everything. */
  get socket(): SocketFile {
    const { file } = this;
    if (file instanceof SocketFile) return file;
    return fail(file instanceof PipeFile ? 'EOPNOTSUPP' : 'ENOTSOCK');
  }
}

export const socketType: PyType = builtinType({ name: 'socket', js: PySocket, module: '_socket' });

/** Sockets travel between processes, as `multiprocessing.reduction` makes them do. */
registerShared(socketType, {
  kind: 'socket',
  inMessages: true,
  encode: (s: PySocket, transfer): Plain => {
    const limit = s.timeoutMs === Infinity ? null : s.timeoutMs;
    // A forked process has the same descriptors.
    const file = transfer === 'fork' || s.fd < 0 ? null : onSocket(() => packFile(s.file));
    return [transfer === 'fork' ? s.fd : -1, file, s.family, s.kind, s.proto, limit];
  },
  decode: (data, _parts, cls) => {
    const [fd, file, family, kind, proto, limit] = data as [number, Plain, number, number, number, number | null];
    const made = new (cls.ctor as typeof PySocket)();
    Object.assign(made, { fd, family, kind, proto, timeoutMs: limit ?? Infinity });
    if (file !== null) {
      made.fd = install(unpackFile(file));
      made.hold = holdDescriptor(made, made.fd);
    }
    // What the library's class has beside, when the object was made without its constructor.
    if (cls.isHeap && fd < 0) Object.assign(made, { s$_io_refs: 0, s$_closed: false });
    return made;
  },
});

function init(self: PySocket, family: Py, type: Py, proto: Py, fileno: Py): null {
  const number = (o: Py, otherwise: number) => (o === undefined || int(o) === -1 ? otherwise : int(o));
  if (fileno !== undefined && fileno !== null) adopt(self, fileno, family, type, proto);
  else {
    self.family = number(family, AF_INET);
    self.kind = number(type, SOCK_STREAM) & ~SOCK_FLAGS;
    self.proto = number(proto, 0);
    onSocket(() => {
      if (self.kind > MAX_KIND) fail('EINVAL');
      if (self.kind !== SOCK_STREAM && self.kind !== SOCK_DGRAM) fail(self.kind === 3 ? 'EPERM' : 'EPROTONOSUPPORT');
      if (![AF_UNIX, AF_INET, 10].includes(self.family)) fail('EAFNOSUPPORT');
      self.fd = install(new SocketFile(host().client, self.family, self.kind, self.proto));
    });
  }
  self.hold = holdDescriptor(self, self.fd);
  const isNonBlocking = (number(type, SOCK_STREAM) & SOCK_NONBLOCK) !== 0;
  setTimeoutMs(self, isNonBlocking ? 0 : defaultTimeout().ms);
  return null;
}

/** `fileno=`: the object for a descriptor that there is. */
function adopt(self: PySocket, fileno: Py, family: Py, type: Py, proto: Py): void {
  if (fileno instanceof PyFloat) throw TypeError('integer argument expected, got float');
  const fd = int(fileno);
  if (fd < 0) throw ValueError('negative file descriptor');
  const file = onSocket(() => fileAt(fd));
  if (!(file instanceof SocketFile) && !(file instanceof PipeFile && file.isSocket))
    throw socketError(errnoOf('ENOTSOCK')!);
  const given = (o: Py, otherwise: number) => (o === undefined || int(o) === -1 ? otherwise : int(o));
  self.fd = fd;
  self.family = given(family, file instanceof SocketFile ? file.family : AF_UNIX);
  self.kind = given(type, file instanceof SocketFile ? file.type : SOCK_STREAM) & ~SOCK_FLAGS;
  self.proto = given(proto, file instanceof SocketFile ? protocolOf(file) : 0);
}

/** SO_PROTOCOL: the one that a socket has which was made without naming one. */
function protocolOf({ proto, family, type }: SocketFile): number {
  if (proto !== 0 || family === AF_UNIX) return proto;
  return type === SOCK_STREAM ? 6 : 17;
}

function setTimeoutMs(self: PySocket, ms: number): void {
  self.timeoutMs = ms;
  const file = self.fd < 0 ? undefined : fileAtOrUndefined(self.fd);
  if (file !== undefined) file.isNonBlocking = ms !== Infinity;
}

/** Seconds as the limit in ms. */
export function timeoutArg(o: Py): number {
  if (o === null) return Infinity;
  const given = seconds(o);
  if (Number.isNaN(given)) throw ValueError('Invalid value NaN (not a number)');
  if (given < 0) throw ValueError('Timeout value out of range');
  return given * 1000;
}

function accept(self: PySocket): PyTuple {
  return onSocketTimeout(self, (timeoutMs) => {
    const { file, peer } = self.socket.accept(timeoutMs);
    return new PyTuple([install(file), pyAddress(self.family, peer)]);
  });
}

function connect(self: PySocket, target: Py): null {
  const address = addressArg(self.family, target, 'connect');
  onSocketTimeout(self, (timeoutMs) => self.socket.connect(address, timeoutMs));
  return null;
}

function connectEx(self: PySocket, target: Py): number {
  const address = addressArg(self.family, target, 'connect_ex');
  try {
    self.socket.connect(address, self.timeoutMs);
    return 0;
  } catch (error) {
    const errno = errnoOf((error as { code?: string }).code ?? '');
    if (errno === undefined) throw error;
    return errno;
  }
}

// ---------------------------------------------------------------- options

const optionKey = (level: Py, name: Py): string => `${int(level)},${int(name)}`;

function setOption(self: PySocket, level: Py, name: Py, value: Py): null {
  const number = value === null ? 0 : intValue(value);
  onSocket(() => {
    const { file } = self;
    if (!(file instanceof SocketFile)) return;
    // Structures (timeouts, multicast memberships) are kept and not interpreted.
    file.setOption(optionKey(level, name), number === undefined ? 1 : Number(number));
  });
  return null;
}

/** Options that say how a socket is, by level and name. */
const STATES: Readonly<Record<string, (self: PySocket, file: OpenFile) => number>> = {
  /** SO_TYPE, SO_ERROR, SO_ACCEPTCONN, SO_PROTOCOL, SO_DOMAIN. */
  '1,3': (self) => self.kind,
  '1,4': (_self, file) => (file instanceof SocketFile ? (errnoOf(file.takeError() ?? '') ?? 0) : 0),
  '1,30': (_self, file) => Number(file instanceof SocketFile && file.isListening),
  '1,38': (self, file) => (file instanceof SocketFile ? protocolOf(file) : self.proto),
  '1,39': (self) => self.family,
};

function getOption(self: PySocket, level: Py, name: Py, size: Py): Py {
  const key = optionKey(level, name);
  const value = onSocket(() => {
    const { file } = self;
    const known = STATES[key]?.(self, file);
    if (known !== undefined) return known;
    return (file instanceof SocketFile ? file.options.get(key) : undefined) ?? optionDefault(key);
  });
  if (size === undefined || int(size) === 0) return value;
  const bytes = new Uint8Array(int(size));
  new DataView(bytes.buffer).setInt32(0, value, true);
  return bytesResult(bytes);
}

function nameOf(self: PySocket, which: 'local' | 'peer'): Py {
  return onSocket(() => {
    const { file } = self;
    if (file instanceof PipeFile) return '';
    const { family } = self;
    if (family === AF_UNIX && which === 'local' && self.socket.idIfAny === 0) return '';
    return pyAddress(family, self.socket[which]);
  });
}

/** The object stands for no descriptor any more. */
function forgetFd(self: PySocket): void {
  self.fd = -1;
  if (self.hold !== null) self.hold.isOver = true;
}

function close(self: PySocket): null {
  const { fd } = self;
  if (fd < 0) return null;
  forgetFd(self);
  onSocket(() => closeDescriptor(fd));
  return null;
}

function shutdown(self: PySocket, how: Py): null {
  const direction = HOW[int(how)];
  onSocket(() => {
    if (direction === undefined) fail('EINVAL');
    const { file } = self;
    if (file instanceof PipeFile) file.shutdown(direction);
    else self.socket.shutdown(direction);
  });
  return null;
}

function listen(self: PySocket, backlog: Py): null {
  if (backlog !== undefined) int(backlog);
  onSocket(() => self.socket.listen());
  return null;
}

defineMembers(socketType, () => ({
  __init__: method('(family=-1, type=-1, proto=-1, fileno=None)', init),
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor(), '__new__')),
  family: getter((s: PySocket) => s.family),
  type: getter((s: PySocket) => s.kind),
  proto: getter((s: PySocket) => s.proto),
  timeout: getter((s: PySocket) => (s.timeoutMs === Infinity ? null : new PyFloat(s.timeoutMs / 1000))),
  _accept: blocking(method('()', accept)),
  bind: method('(address, /)', (self: PySocket, target: Py) => {
    const address = addressArg(self.family, target, 'bind');
    onSocket(() => self.socket.bind(address));
    return null;
  }),
  listen: method('(backlog=None, /)', listen),
  connect: blocking(method('(address, /)', connect)),
  connect_ex: blocking(method('(address, /)', connectEx)),
  ...receivingMembers(),
  ...sendingMembers(),
  setsockopt: method('(level, optname, value, optlen=None, /)', setOption),
  getsockopt: method('(level, optname, buflen=0, /)', getOption),
  getsockname: method('()', (self: PySocket) => nameOf(self, 'local')),
  getpeername: method('()', (self: PySocket) => nameOf(self, 'peer')),
  fileno: method('()', (self: PySocket) => self.fd),
  detach: method('()', (self: PySocket) => {
    const { fd } = self;
    forgetFd(self);
    return fd;
  }),
  close: method('()', close),
  shutdown: method('(how, /)', shutdown),
  settimeout: method('(timeout, /)', (self: PySocket, timeout: Py) => {
    setTimeoutMs(self, timeoutArg(timeout));
    return null;
  }),
  gettimeout: method('()', (self: PySocket) =>
    self.timeoutMs === Infinity ? null : new PyFloat(self.timeoutMs / 1000),
  ),
  setblocking: method('(flag, /)', (self: PySocket, flag: Py) => {
    setTimeoutMs(self, truthy(flag) ? Infinity : 0);
    return null;
  }),
  getblocking: method('()', (self: PySocket) => self.timeoutMs !== 0),
  __repr__: method(
    '()',
    (self: PySocket) => `<socket object, fd=${self.fd}, family=${self.family}, type=${self.kind}, proto=${self.proto}>`,
  ),
}));

/** For `multiprocessing.connection.wait`. */
Object.defineProperty(PySocket.prototype, 'waitSource$', {
  value(this: PySocket): WaitSource {
    if (this.file instanceof PipeFile) return this.file.readSource();
    const { client } = host();
    return client.begin('socketSelect', [this.socket.id], [], -1).source;
  },
});
