/**
 * Sending: `send` gives away what there is room for, `sendall` all, a piece at a time. A thread is suspended while there is no room, so that
 * another thread of the same process can be the one that receives.
 */
import type { SocketAddress } from '../../kernel/addresses.js';
import type { Attached } from '../../kernel/datagram.js';
import { answerOf } from '../../io/kernelCall.js';
import { fail } from '../../io/openFile.js';
import { PipeFile } from '../../io/pipeFile.js';
import { AF_UNIX, SOCK_STREAM } from '../../io/socketFile.js';
import { bytesToSend, joinBytes } from '../../io/values.js';
import { bufferOf } from '../../object/buffer.js';
import { TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import type { PyFunction } from '../../object/function.js';
import { toArray } from '../../object/iterate.js';
import { int } from './int.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import type { Steps } from '../../threads/steps.js';
import { withSteps } from '../../threads/steps.js';
import { addressArg } from './addresses.js';
import { ancillaryItems, packItems } from './ancillary.js';
import { onSocket } from './errors.js';
import type { PySocket } from './socketType.js';
import { onSocketTimeout } from './timeouts.js';

const MSG_DONTWAIT = 64;

/** What is to be sent, and how. */
interface Message {
  readonly bytes: Uint8Array;
  readonly to: SocketAddress | null;
  readonly flags: number;
  /** Goes on until all is sent; else a part may do. */
  readonly isWhole: boolean;
  /** What travels beside the bytes. */
  readonly attached?: Attached | null;
}

/** The limit of each piece, in ms: all of them together have that of the socket. */
function limits(self: PySocket, { flags }: Message): () => number {
  const limit = (flags & MSG_DONTWAIT) !== 0 ? 0 : self.timeoutMs;
  if (limit === 0 || limit === Infinity) return () => limit;
  const end = performance.now() + limit;
  return () => Math.max(0, end - performance.now());
}

/** A blocking socket sends all there is with either function. */
const goesOn = (self: PySocket, { isWhole, flags }: Message): boolean =>
  isWhole || (self.timeoutMs === Infinity && (flags & MSG_DONTWAIT) === 0);

function send(self: PySocket, message: Message): number {
  return onSocketTimeout(self, () => {
    const { bytes, to, attached = null } = message;
    const { file } = self;
    const limit = limits(self, message);
    if (attached !== null && file instanceof PipeFile) {
      if (limit() === 0 && !file.isWritable) fail('EAGAIN');
      file.attach(attached, bytes.length);
    }
    let sent = 0;
    do {
      const piece = sent === 0 ? bytes : bytes.subarray(sent);
      sent += file instanceof PipeFile ? file.send(piece, limit()) : self.socket.send(piece, to, limit(), attached);
    } while (sent < bytes.length && goesOn(self, message));
    return sent;
  });
}

function* sendInThread(self: PySocket, message: Message): Steps<number> {
  const { bytes, to, attached = null } = message;
  if (onSocket(() => self.file) instanceof PipeFile) return send(self, message);
  const limit = limits(self, message);
  try {
    let sent = 0;
    do {
      const piece = self.socket.beginSend(sent === 0 ? bytes : bytes.subarray(sent), to, limit(), attached);
      sent += (yield* answerOf(piece)) ?? fail('EAGAIN');
    } while (sent < bytes.length && goesOn(self, message));
    return sent;
  } catch (error) {
    return onSocketTimeout(self, () => {
      throw error;
    });
  }
}

const flagsOf = (flags: Py): number => (flags === undefined ? 0 : int(flags));

/** `sendto(bytes, [flags,] address)`. */
function addressed(self: PySocket, args: Py[]): Message {
  if (args.length < 2 || args.length > 3) throw TypeError(`sendto() takes 2 or 3 arguments (${args.length} given)`);
  const bytes = bytesToSend(args[0], 'sendto() argument 1');
  const flags = args.length === 3 ? int(args[1]) : 0;
  return { bytes, to: addressArg(self.family, args.at(-1), 'sendto'), flags, isWhole: false };
}

function gathered(self: PySocket, buffers: Py, ancillary: Py, flags: Py, address: Py): Message {
  const bytes = joinBytes([new Uint8Array(0), ...toArray(buffers).map((buffer) => bufferOf(buffer))]);
  const items = ancillary === undefined || ancillary === null ? [] : ancillaryItems(ancillary);
  const to = address === undefined || address === null ? null : addressArg(self.family, address, 'sendmsg');
  // Only sockets of this family carry descriptors, and a stream nothing without bytes.
  const carries = self.family === AF_UNIX && (bytes.length > 0 || self.kind !== SOCK_STREAM);
  const attached = carries ? onSocket(() => packItems(items)) : null;
  return { bytes, to, flags: flagsOf(flags), isWhole: false, attached };
}

/** A method that sends what its arguments say, and gives `answer` of how many bytes it were. */
function sending(
  signature: string,
  message: (self: PySocket, ...args: any[]) => Message,
  answer: (sent: number) => Py = (sent) => sent,
): PyFunction {
  const direct = (self: PySocket, ...args: any[]) => answer(send(self, message(self, ...args)));
  return withSteps(method(signature, direct), function* (self: PySocket, ...args: any[]): Steps {
    return answer(yield* sendInThread(self, message(self, ...args)));
  });
}

const plain =
  (isWhole: boolean) =>
  (_self: PySocket, data: Py, flags: Py): Message => ({
    bytes: bytesToSend(data, `${isWhole ? 'sendall' : 'send'}() argument 1`),
    to: null,
    flags: flagsOf(flags),
    isWhole,
  });

export const sendingMembers = (): Members => ({
  send: sending('(data, flags=0, /)', plain(false)),
  sendall: sending('(data, flags=0, /)', plain(true), () => null),
  sendto: sending('(*args)', addressed),
  sendmsg: sending('(buffers, ancdata=(), flags=0, address=None, /)', gathered),
});
