/** Receiving: bytes of a stream or a datagram, who sent it, and what travelled beside it. */
import { int } from './int.js';
import type { Attached } from '../../kernel/datagram.js';
import { PipeFile } from '../../io/pipeFile.js';
import { bytesResult, joinBytes } from '../../io/values.js';
import { writableBufferOf } from '../../object/buffer.js';
import { TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { iter, toArray } from '../../object/iterate.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { PyList, PyTuple } from '../../object/values.js';
import { blocking } from '../_thread.js';
import { pyAddress } from './addresses.js';
import { discardItems, MSG_CTRUNC, MSG_TRUNC, unpackItems } from './ancillary.js';
import type { PySocket } from './socketType.js';
import { onSocketTimeout } from './timeouts.js';

const MSG_PEEK = 2;
const MSG_DONTWAIT = 64;
const MSG_WAITALL = 256;

interface Taken {
  readonly bytes: Uint8Array;
  readonly from: Py;
  readonly attached?: Attached | null;
  readonly isCut?: boolean;
}

const flagsOf = (flags: Py): number => (flags === undefined ? 0 : int(flags));

function sizeArg(o: Py, what: string): number {
  const size = int(o);
  if (size < 0) throw ValueError(`negative ${what}`);
  return size;
}

/** One receive, or with MSG_WAITALL as many as it takes. Descriptors that came along are closed. */
function take(self: PySocket, size: number, flags: number): Taken {
  return onSocketTimeout(self, (limit) => {
    const timeoutMs = (flags & MSG_DONTWAIT) !== 0 ? 0 : limit;
    const first = takeOnce(self, size, timeoutMs, (flags & MSG_PEEK) !== 0);
    discardItems(first.attached);
    if ((flags & MSG_WAITALL) === 0) return first;
    const parts = [first.bytes];
    for (let left = size - first.bytes.length; left > 0; ) {
      const { bytes } = takeOnce(self, left, timeoutMs, false);
      if (bytes.length === 0) break;
      parts.push(bytes);
      left -= bytes.length;
    }
    return { bytes: joinBytes(parts), from: first.from };
  });
}

/** `recv`: nothing is there at once where nothing is wanted. */
const takeBytes = (self: PySocket, size: number, flags: number): Uint8Array =>
  size === 0 ? new Uint8Array(0) : take(self, size, flags).bytes;

function takeOnce(self: PySocket, size: number, timeoutMs: number, peeks: boolean): Taken {
  const { file } = self;
  if (file instanceof PipeFile) {
    if (peeks) return { bytes: file.peek(size, timeoutMs), from: null };
    const into = new Uint8Array(Math.min(size, 65536));
    const count = size === 0 ? 0 : file.receive(into, timeoutMs);
    return { bytes: into.subarray(0, count), from: null };
  }
  const { socket } = self;
  if (!peeks) {
    const received = socket.receive(size, timeoutMs);
    return { ...received, from: pyAddress(self.family, received.from) };
  }
  // What travels beside it stays until it is taken.
  const { bytes, from, isCut = false } = socket.peek(size, timeoutMs);
  return { bytes, from: pyAddress(self.family, from), isCut };
}

/** A receive that is to have what travels beside the bytes: of a stream it gets no more than belongs to one message with such. */
function takeMessage(self: PySocket, size: number, flags: number): Taken {
  if ((flags & (MSG_PEEK | MSG_WAITALL)) !== 0 || size === 0) return take(self, size, flags);
  return onSocketTimeout(self, (limit) => {
    const timeoutMs = (flags & MSG_DONTWAIT) !== 0 ? 0 : limit;
    const { file } = self;
    if (!(file instanceof PipeFile)) return takeOnce(self, size, timeoutMs, false);
    if (!file.awaitBytes(timeoutMs)) return { bytes: new Uint8Array(0), from: null };
    let place = file.attachedPlace();
    for (; place !== undefined && place.end <= 0; place = file.attachedPlace()) discardItems(file.takeAttached());
    const taken = takeOnce(self, place === undefined ? size : Math.min(size, place.end), timeoutMs, false);
    return place !== undefined && place.start < taken.bytes.length
      ? { ...taken, attached: file.takeAttached() ?? null }
      : taken;
  });
}

function receiveInto(self: PySocket, buffer: Py, nbytes: Py, flags: Py, what: string): { count: number; from: Py } {
  const target = writableBufferOf(buffer);
  const wanted = nbytes === undefined ? 0 : int(nbytes);
  if (wanted < 0) throw ValueError(`negative buffersize in ${what}`);
  if (wanted > target.length) throw ValueError('buffer too small for requested bytes');
  const size = wanted === 0 ? target.length : wanted;
  // Who wants to know the sender waits even for nothing.
  if (size === 0 && what === 'recv_into') return { count: 0, from: null };
  const { bytes, from } = take(self, size, flagsOf(flags));
  target.set(bytes);
  return { count: bytes.length, from };
}

function receiveMessage(self: PySocket, size: number, ancillary: Py, flags: Py): Taken & { readonly rest: Py[] } {
  const room = ancillary === undefined ? 0 : int(ancillary);
  if (room < 0) throw ValueError('invalid ancillary data buffer length');
  const taken = takeMessage(self, size, flagsOf(flags));
  const { items, isCut } = unpackItems(taken.attached, room);
  const bits = (taken.isCut === true ? MSG_TRUNC : 0) | (isCut ? MSG_CTRUNC : 0);
  return { ...taken, rest: [new PyList(items), bits, taken.from] };
}

function buffersArg(buffers: Py): Uint8Array[] {
  const what = 'recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers';
  try {
    iter(buffers);
  } catch {
    throw TypeError('recvmsg_into() argument 1 must be an iterable');
  }
  return toArray(buffers).map((buffer) => {
    try {
      return writableBufferOf(buffer);
    } catch {
      throw TypeError(what);
    }
  });
}

function receiveMessageInto(self: PySocket, buffers: Py, ancillary: Py, flags: Py): PyTuple {
  const targets = buffersArg(buffers);
  const size = targets.reduce((sum, { length }) => sum + length, 0);
  const { bytes, rest } = receiveMessage(self, size, ancillary, flags);
  let at = 0;
  for (const target of targets) {
    target.set(bytes.subarray(at, at + target.length));
    at += target.length;
  }
  return new PyTuple([bytes.length, ...rest]);
}

export const receivingMembers = (): Members => ({
  recv: blocking(
    method('(bufsize, flags=0, /)', (self: PySocket, size: Py, flags: Py) =>
      bytesResult(takeBytes(self, sizeArg(size, 'buffersize in recv'), flagsOf(flags)).slice()),
    ),
  ),
  recv_into: blocking(
    method(
      '(buffer, nbytes=0, flags=0)',
      (self: PySocket, buffer: Py, n: Py, flags: Py) => receiveInto(self, buffer, n, flags, 'recv_into').count,
    ),
  ),
  recvfrom: blocking(
    method('(bufsize, flags=0, /)', (self: PySocket, size: Py, flags: Py) => {
      const { bytes, from } = take(self, sizeArg(size, 'buffersize in recvfrom'), flagsOf(flags));
      return new PyTuple([bytesResult(bytes.slice()), from]);
    }),
  ),
  recvfrom_into: blocking(
    method('(buffer, nbytes=0, flags=0)', (self: PySocket, buffer: Py, n: Py, flags: Py) => {
      const { count, from } = receiveInto(self, buffer, n, flags, 'recvfrom_into');
      return new PyTuple([count, from]);
    }),
  ),
  recvmsg: blocking(
    method('(bufsize, ancbufsize=0, flags=0, /)', (self: PySocket, size: Py, ancillary: Py, flags: Py) => {
      const { bytes, rest } = receiveMessage(self, sizeArg(size, 'buffer size in recvmsg()'), ancillary, flags);
      return new PyTuple([bytesResult(bytes.slice()), ...rest]);
    }),
  ),
  recvmsg_into: blocking(method('(buffers, ancbufsize=0, flags=0, /)', receiveMessageInto)),
});
