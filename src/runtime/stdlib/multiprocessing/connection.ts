/**
 * `multiprocessing.connection`: connections over pipes, and waiting for several.
 * Spec: https://docs.python.org/3/library/multiprocessing.html#connection-objects
 */

import { address } from '../../builtins/object.js';
import { ioError, osError } from '../../builtins/osError.js';
import { encodeRecord } from '../../codec/encode.js';
import { type Plain, registerShared } from '../../codec/shared.js';
import { createPipe, deadlineAfter, handleAddress, recordCopy, type WaitSource, waitAny } from '../../mp/index.js';
import { importModule } from '../../import/importFunction.js';
import { findAttr, getAttr, special } from '../../object/attributes.js';
import { bufferInfo, bufferOf, bufferOrUndefined, writableBufferOf } from '../../object/buffer.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { EOFError, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { asSize, intValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PyList, PyTuple } from '../../object/values.js';
import { BufferTooShort } from './context.js';
import { closeNumber, numberFor, sourceOfNumber } from './numbers.js';
import { PipeChannel } from './pipeChannel.js';
import { adoptEnd, describeEnd } from './pipeEnds.js';
import { attributes } from './shareable.js';
import { existingScheduler } from '../../threads/scheduler.js';
import { dumps } from '../../pickle/members.js';
import { blocking } from '../_thread.js';
import { arena, connectionError } from './support.js';
import { selectedMs, timeoutMs } from './timeouts.js';
import { adoptStream, descriptorSource, StreamChannel } from './streamChannel.js';
import { looksEncoded, RAW_MARK, rawRecord, receivedValue, unpickled } from './rawMessages.js';
import { decodeRecord } from './wire.js';
import { listenerMembers } from './listener.js';
import { xmlMembers } from './xmlConnection.js';

const MODULE = 'multiprocessing.connection';
/** How much may be under way in a pipe before a sender waits. */
const PIPE_BYTES = 1 << 20;
/** Shorter messages are sent from the encoder's own buffer. */
const KEPT_BYTES = 4096;
const EPIPE = 32;
const EBADF = 9;

/** What a connection sends through: a pipe in the arena, or a socket. */
export interface Channel {
  /** Values travel as pickles: somebody else's program may be at the other end. */
  readonly isForeign?: boolean;
  /** Sends the first `length` bytes as one message. Returns false if nobody can receive it any more. */
  send(bytes: Uint8Array, length: number): boolean;
  /**
   * Waits for a message, which is then `arena.record`. Returns false at the end of the stream. A foreign message that is longer than
   * `limit` is not read, only its length is known.
   */
  receive(limit: number): boolean;
  /** Whether a receive would not wait, after at most `limitMs`. */
  poll(limitMs: number): boolean;
  source(): WaitSource;
  close(): void;
}

export class PyConnection extends PyObject {
  channel: Channel | null = null;
  isReadable = true;
  isWritable = true;
  private number: number | null = null;

  fileno(): number {
    const { channel } = this;
    if (channel instanceof StreamChannel) return channel.fd;
    this.number ??= numberFor(() => channel!.source());
    return this.number;
  }

  /** The ring that it writes to. It must be a pipe of the arena. */
  ring(): number {
    return handleAddress(arena(), (this.channel as PipeChannel).end.writer);
  }

  close(): void {
    const { channel } = this;
    if (channel === null) return;
    this.channel = null;
    if (this.number !== null) closeNumber(this.number);
    channel.close();
  }

  /** Closes the object and not what it is for. */
  leave(): void {
    if (this.channel instanceof PipeChannel || this.channel instanceof StreamChannel) this.channel.keep();
    this.channel = null;
  }
}

const connectionBase: PyType = libraryClass({
  name: '_ConnectionBase',
  js: PyConnection,
  module: MODULE,
  hasDict: true,
});
export const connectionType: PyType = libraryClass({
  name: 'Connection',
  js: class extends PyConnection {},
  base: connectionBase,
  module: MODULE,
});

registerShared(connectionType, {
  kind: 'mp.Connection',
  inMessages: true,
  isChannel: true,
  encode: (value: PyConnection, transfer): Plain => {
    const { channel } = value;
    if (channel === null) {
      if (transfer === 'fork') return [null, value.isReadable, value.isWritable];
      throw closedError();
    }
    if (channel instanceof StreamChannel) return [channel.describe(transfer), value.isReadable, value.isWritable];
    if (!(channel instanceof PipeChannel)) throw closedError();
    return [describeEnd(arena(), channel.end, transfer), value.isReadable, value.isWritable];
  },
  decode: (data, _parts, cls) => {
    const [end, isReadable, isWritable] = data as [Plain, boolean, boolean];
    const value = new ((cls ?? connectionType).ctor as typeof PyConnection)();
    const channel = end === null ? null : (adoptStream(end) ?? PipeChannel.held(adoptEnd(arena(), end)));
    return Object.assign(value, { channel, isReadable, isWritable });
  },
});

export function newConnection(channel: Channel, isReadable = true, isWritable = true): PyConnection {
  const made = new (connectionType.ctor as typeof PyConnection)();
  return Object.assign(made, { channel, isReadable, isWritable });
}

/** Closed connections of Python 2 say so in two ways. */
const closedError = () => connectionError(rt.dialect === 2 ? 'handle is invalid' : 'handle is closed');

function open(self: PyConnection): Channel {
  if (self.channel === null) throw closedError();
  return self.channel;
}

function writable(self: PyConnection): Channel {
  const channel = rt.dialect === 2 && self.channel === null ? badFile() : open(self);
  if (!self.isWritable) throw connectionError('connection is read-only');
  return channel;
}

function readable(self: PyConnection): Channel {
  const channel = rt.dialect === 2 && self.channel === null ? badFile() : open(self);
  if (!self.isReadable) throw connectionError('connection is write-only');
  return channel;
}

function badFile(): never {
  throw ioError(EBADF);
}

function sendAll(channel: Channel, bytes: Uint8Array, length = bytes.length): null {
  if (!channel.send(bytes, length)) throw ioError(EPIPE);
  return null;
}

function receiveNext(channel: Channel, limit = Infinity): void {
  if (!channel.receive(limit)) throw EOFError();
}

function send(self: PyConnection, value: Py): null {
  const channel = writable(self);
  if (channel.isForeign) return sendAll(channel, pickled(value));
  const { bytes, length } = encodeRecord(value);
  // A send that has to wait may let other threads encode something.
  return sendAll(channel, length > KEPT_BYTES ? bytes.slice(0, length) : bytes, length);
}

function receive(self: PyConnection): Py {
  const channel = readable(self);
  receiveNext(channel);
  return channel.isForeign ? unpickled(recordCopy(arena())) : receivedValue(arena());
}

const pickled = (value: Py): Uint8Array => dumps(value, rt.dialect === 2 ? 2 : null, undefined, undefined);

/** The message as bytes, whichever way it was sent. */
function messageBytes(channel: Channel): Uint8Array {
  if (channel.isForeign) return recordCopy(arena());
  return rawRecord(arena()) ?? pickled(decodeRecord(arena()));
}

/** Bytes as a message of their own kind: those that might be a value get a mark before them. */
function asMessage(bytes: Uint8Array): Uint8Array {
  if (!looksEncoded(bytes, bytes.length)) return bytes;
  const message = new Uint8Array(bytes.length + 1);
  message[0] = RAW_MARK;
  message.set(bytes, 1);
  return message;
}

function sendBytes(self: PyConnection, buffer: Py, offset: Py, size: Py): null {
  const channel = writable(self);
  if (rt.dialect === 3 && bufferInfo(buffer) === undefined)
    throw TypeError(`memoryview: a bytes-like object is required, not '${typeOf(buffer).name}'`);
  const bytes = bufferOf(buffer);
  const start = offset === undefined ? 0 : asSize(offset);
  if (start < 0) throw ValueError('offset is negative');
  if (bytes.length < start) throw ValueError('buffer length < offset');
  let count = bytes.length - start;
  if (size !== undefined && size !== null) {
    count = asSize(size);
    if (count < 0) throw ValueError('size is negative');
    if (start + count > bytes.length) throw ValueError('buffer length < offset + size');
  }
  const chosen = bytes.subarray(start, start + count);
  return sendAll(channel, channel.isForeign ? chosen : asMessage(chosen));
}

const bytesValue = (bytes: Uint8Array): Py =>
  rt.dialect === 2 ? Buffer.from(bytes).toString('latin1') : new PyBytes(bytes);

function receiveBytes(self: PyConnection, maxLength: Py): Py {
  const channel = readable(self);
  const limit = maxLength === undefined || maxLength === null ? Infinity : asSize(maxLength);
  if (limit < 0) throw ValueError(rt.dialect === 2 ? 'maxlength < 0' : 'negative maxlength');
  receiveNext(channel, limit);
  const isTooLong = channel.isForeign && arena().recordLength > limit;
  const bytes = isTooLong ? null : messageBytes(channel);
  if (bytes === null || bytes.length > limit) {
    if (self.isWritable) self.isReadable = false;
    else self.close();
    throw connectionError('bad message length');
  }
  return bytesValue(bytes);
}

function receiveInto(self: PyConnection, buffer: Py, offset: Py): number {
  const channel = readable(self);
  const isConstant = rt.dialect === 3 && bufferInfo(buffer)?.readonly === true;
  const target = isConstant ? bufferOf(buffer) : writableBufferOf(buffer);
  const start = offset === undefined ? 0 : asSize(offset);
  if (start < 0) throw ValueError('negative offset');
  if (start > target.length) throw ValueError('offset too large');
  receiveNext(channel);
  const bytes = messageBytes(channel);
  if (start + bytes.length > target.length) throw BufferTooShort(bytesValue(bytes));
  if (isConstant) throw TypeError('readinto() argument must be read-write bytes-like object, not memoryview');
  target.set(bytes, start);
  return bytes.length;
}

function reprConnection(self: PyConnection): string {
  if (rt.dialect === 3) return `<${MODULE}.${typeOf(self).name} object at ${address(self)}>`;
  const kind = self.isReadable && self.isWritable ? 'read-write' : self.isReadable ? 'read-only' : 'write-only';
  return `<${kind} Connection, handle ${self.channel === null ? -1 : self.fileno()}>`;
}

const withMembers = () => ({
  __enter__: method('()', (self: PyConnection) => self),
  __exit__: method('(exc_type, exc_value, exc_tb)', (self: PyConnection) => {
    self.close();
    return null;
  }),
});

defineMembers(connectionBase, () => ({
  __init__: method('(handle, readable=True, writable=True)', init),
  __dict__: attributes(),
  closed: getter((self: PyConnection) => self.channel === null),
  readable: getter((self: PyConnection) => self.isReadable),
  writable: getter((self: PyConnection) => self.isWritable),
  // None makes it a closed one, without its file being closed.
  _handle: getter(
    (self: PyConnection) => (self.channel === null ? null : self.fileno()),
    (self: PyConnection, handle: Py) => {
      if (handle === null) self.leave();
      else init(self, handle, self.isReadable, self.isWritable);
    },
  ),
  ...(rt.dialect === 2 ? {} : insideMembers()),
  fileno: method('()', (self: PyConnection) => {
    open(self);
    return self.fileno();
  }),
  close: method('()', (self: PyConnection) => {
    self.close();
    return null;
  }),
  send: method('(obj)', send),
  recv: blocking(method('()', receive)),
  send_bytes: method('(buf, offset=0, size=None)', sendBytes),
  recv_bytes: blocking(method('(maxlength=None)', receiveBytes)),
  recv_bytes_into: blocking(method('(buf, offset=0)', receiveInto)),
  poll: blocking(
    method('(timeout=0.0)', (self: PyConnection, timeout: Py) => {
      if (rt.dialect === 3) open(self);
      if (!self.isReadable) throw connectionError('connection is write-only');
      // Python 2 finds nothing to read in a closed one.
      if (self.channel === null) return false;
      return self.channel.poll(timeout === undefined ? 0 : (rt.dialect === 2 ? timeoutMs : selectedMs)(timeout));
    }),
  ),
  ...(rt.dialect === 2 ? {} : withMembers()),
  __repr__: method('()', reprConnection),
}));

/** What subclasses of CPython's connections use of them: the checks, and messages without them. */
function insideMembers(): Record<string, Py> {
  const check = (test: (self: PyConnection) => unknown) =>
    method('()', (self: PyConnection) => {
      test(self);
      return null;
    });
  return {
    _readable: getter((self: PyConnection) => self.isReadable),
    _writable: getter((self: PyConnection) => self.isWritable),
    _check_closed: check(open),
    _check_readable: check((self) => {
      if (!self.isReadable) throw connectionError('connection is write-only');
    }),
    _check_writable: check((self) => {
      if (!self.isWritable) throw connectionError('connection is read-only');
    }),
    _send_bytes: method('(buf)', sendBytes),
    _recv_bytes: blocking(
      method('(maxsize=None)', (self: PyConnection, limit: Py) =>
        call(getAttr(io(), 'BytesIO'), [receiveBytes(self, limit)]),
      ),
    ),
  };
}

const io = (): Py => importModule('io', null, ['*'], 0);

/** `Pipe(duplex=True)`. */
export function newPipe(duplex: boolean): [PyConnection, PyConnection] {
  const [first, second] = createPipe(arena(), duplex, PIPE_BYTES);
  return [newConnection(PipeChannel.held(first), true, duplex), newConnection(PipeChannel.held(second), duplex, true)];
}

/**
 * What an object in `wait` stands for. Objects of other modules (sockets) take part by a JavaScript method
 * `waitSource$`, or by a `fileno()` that gives one of this package's numbers.
 */
function sourceOf(object: Py): WaitSource {
  if (object instanceof PyConnection) return open(object).source();
  const number = intValue(object);
  if (number === undefined && object?.waitSource$ !== undefined) return object.waitSource$();
  const fd = number === undefined ? filenoOf(object) : number;
  if (fd !== undefined && fd < 0) throw ValueError(`Invalid file descriptor: ${fd}`);
  const source = fd === undefined ? undefined : (sourceOfNumber(Number(fd)) ?? descriptorSource(Number(fd)));
  if (source === undefined) throw osError(EBADF);
  return source;
}

function filenoOf(object: Py): number | bigint | undefined {
  const fileno = findAttr(object, 'fileno');
  if (fileno === undefined) throw ValueError(`Invalid file object: ${repr(object)}`);
  return intValue(call(fileno, []));
}

/** `wait(object_list, timeout=None)`: the objects that are ready. */
function wait(objects: Py, timeout: Py): PyList {
  const list = toArray(objects);
  const sources = list.map(sourceOf);
  const limitMs = selectedMs(timeout);
  const s = existingScheduler();
  if (s !== undefined && s.threads.length > 0) {
    s.waitFor({ ready: () => sources.some((source) => source.ready()), deadline: s.deadlineAfter(limitMs), sources });
    return new PyList(list.filter((_, i) => sources[i]!.ready()));
  }
  const ready = waitAny(arena(), sources, deadlineAfter(limitMs));
  return new PyList(ready.map((i) => list[i]));
}

/** `Connection(handle, readable=True, writable=True)`: over the file that a descriptor refers to. */
function init(self: PyConnection, handle: Py, isReadable: Py, isWritable: Py): null {
  const fd = asSize(handle);
  if (fd < 0) throw ValueError('invalid handle');
  const [reads, writes] = [
    isReadable === undefined || truthy(isReadable),
    isWritable === undefined || truthy(isWritable),
  ];
  if (!reads && !writes) throw ValueError('at least one of `readable` and `writable` must be True');
  Object.assign(self, { channel: new StreamChannel(fd), isReadable: reads, isWritable: writes });
  return null;
}

export default function connection(): Record<string, Py> {
  const members = listenerMembers();
  return {
    __all__: new PyList(['Client', 'Listener', 'Pipe', 'wait']),
    BUFSIZE: 8192,
    Connection: connectionType,
    _ConnectionBase: connectionBase,
    Pipe: fn('(duplex=True)', (duplex: Py) => new PyTuple(newPipe(duplex === undefined || truthy(duplex)))),
    wait: blocking(fn('(object_list, timeout=None)', wait)),
    ...members,
    ...xmlMembers(members.Client),
  };
}

export { bufferOrUndefined, call, getAttr, special };
