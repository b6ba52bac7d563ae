/**
 * Messages over a stream of bytes, framed as CPython frames them, so that it may be at the other end.
 *
 * Frame: the length in four bytes, most significant first, then the bytes. Python 3: -1 and eight more bytes for 2 GiB and above; other
 * lengths below 0 are taken for 0. Python 2: the length has no sign.
 */
import type { Plain, Transfer } from '../../codec/shared.js';
import { closeDescriptor, fileAt, fileAtOrUndefined, install } from '../../io/descriptors.js';
import { type HeldDescriptor, holdDescriptor, whileUsed } from '../../io/forgotten.js';
import type { OpenFile } from '../../io/openFile.js';
import { PipeFile } from '../../io/pipeFile.js';
import { waitReady } from '../../io/ready.js';
import { SocketFile } from '../../io/socketFile.js';
import { joinBytes } from '../../io/values.js';
import type { PendingCall } from '../../kernel/client.js';
import type { WaitSource } from '../../mp/index.js';
import { rt } from '../../object/context.js';
import { host } from '../../process/host.js';
import { onSocket } from '../socket/errors.js';
import type { Channel } from './connection.js';
import { arena, connectionError } from './support.js';

const READ_BYTES = 65536;
const LONGEST_SHORT = 0x7fffffff;
const LONG = -1;

export class StreamChannel implements Channel {
  readonly isForeign = true;
  /** What was read beyond the messages that were taken. */
  private pieces: Uint8Array[] = [];
  private available = 0;
  /** When a receive fails for lack of data (`performance.now()`): a handshake does not take for ever. */
  until = Infinity;

  private hold: HeldDescriptor | null = null;

  /** @param fd descriptor of this process; the channel closes it. */
  constructor(readonly fd: number) {}

  /** One that is closed when the program forgets it. */
  static held(fd: number): StreamChannel {
    const channel = new StreamChannel(fd);
    channel.hold = holdDescriptor(channel, fd);
    return channel;
  }

  private get file(): OpenFile {
    return fileAt(this.fd);
  }

  send(bytes: Uint8Array, length: number): boolean {
    const header = length > LONGEST_SHORT ? longHeader(length) : shortHeader(length);
    this.write(joinBytes([header, bytes.subarray(0, length)]));
    return true;
  }

  private write(bytes: Uint8Array): void {
    whileUsed(this, () =>
      onSocket(() => {
        for (let at = 0; at < bytes.length; ) at += this.file.write(bytes.subarray(at));
      }),
    );
  }

  receive(limit: number): boolean {
    if (!this.fill(4, true)) return false;
    const [headerBytes, size] = this.header();
    const shared = arena();
    if (size > limit) {
      shared.recordLength = size;
      return true;
    }
    this.fill(headerBytes + size, false);
    this.take(headerBytes);
    const message = this.take(size);
    if (shared.record.length < size) shared.record = new Uint8Array(2 ** Math.ceil(Math.log2(size)));
    shared.record.set(message);
    shared.recordLength = size;
    return true;
  }

  /** Length of the header that begins here, and of the message behind it. */
  private header(): [number, number] {
    const short = new DataView(this.peek(4).buffer);
    if (rt.dialect === 2) return [4, short.getUint32(0)];
    const size = short.getInt32(0);
    if (size !== LONG) return [4, Math.max(0, size)];
    this.fill(12, false);
    return [12, Number(new DataView(this.peek(12).buffer).getBigUint64(4))];
  }

  /** Reads until so many bytes are there. False at an end of the stream that may be here; elsewhere it is an error. */
  private fill(wanted: number, mayEnd: boolean): boolean {
    while (this.available < wanted) {
      // Whatever was read stays when a thread that has to wait begins this call again.
      const piece = whileUsed(this, () => onSocket(() => this.read()));
      if (piece.length === 0) {
        if (mayEnd && this.available === 0) return false;
        throw connectionError('got end of file during message');
      }
      this.pieces.push(piece);
      this.available += piece.length;
    }
    return true;
  }

  private read(): Uint8Array {
    const { file } = this;
    if (file instanceof SocketFile) return file.receive(READ_BYTES, Math.max(0, this.until - performance.now())).bytes;
    const into = new Uint8Array(READ_BYTES);
    return into.subarray(0, file.read(into));
  }

  private joined(): Uint8Array {
    if (this.pieces.length > 1) this.pieces = [joinBytes(this.pieces)];
    return this.pieces[0] ?? new Uint8Array(0);
  }

  /** A copy of the first bytes. */
  private peek(count: number): Uint8Array {
    return this.joined().slice(0, count);
  }

  private take(count: number): Uint8Array {
    const all = this.joined();
    const rest = all.subarray(count);
    this.pieces = rest.length === 0 ? [] : [rest];
    this.available = rest.length;
    return all.subarray(0, count);
  }

  poll(limitMs: number): boolean {
    if (this.available > 0) return true;
    const look = () => waitReady([{ file: this.file, read: true, write: false }], limitMs);
    const [found] = whileUsed(this, () => onSocket(look));
    return found !== undefined && (found.read || found.hangUp || found.error);
  }

  source(): WaitSource {
    const { file } = this;
    if (file instanceof PipeFile) return file.readSource();
    return file instanceof SocketFile ? socketSource(file, () => this.available > 0) : ALWAYS;
  }

  /** What stands for it in a message. A forked process has the same descriptor. */
  describe(transfer: Transfer): Plain {
    if (transfer === 'fork') return { fd: this.fd };
    const { file } = this;
    if (!(file instanceof SocketFile)) throw connectionError('this connection cannot be sent');
    const { family, type, proto } = file;
    return { socket: onSocket(() => file.hold()), family, type, proto };
  }

  /** The descriptor stays open, whatever becomes of this object. */
  keep(): void {
    if (this.hold !== null) this.hold.isOver = true;
  }

  close(): void {
    this.keep();
    if (fileAtOrUndefined(this.fd) !== undefined) closeDescriptor(this.fd);
  }
}

/** The channel that `describe` was of; undefined if the data is of something else. */
export function adoptStream(data: Plain): StreamChannel | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return undefined;
  const { fd, socket, family, type, proto } = data as Record<string, number>;
  if (fd !== undefined) return new StreamChannel(fd);
  const { client } = host();
  client.post('socketTake', socket!);
  return StreamChannel.held(install(new SocketFile(client, family!, type!, proto!, socket!)));
}

const ALWAYS: WaitSource = { ready: () => true, arm: () => 0, disarm: () => {} };

/** For a wait on several things: ready when the socket can be read. */
export function socketSource(file: SocketFile, hasMore: () => boolean = () => false): WaitSource {
  const { client } = host();
  let pending: PendingCall<{ read: number[]; write: number[] } | null> | null = null;
  let isReadable = false;
  return {
    ready: () => {
      if (hasMore() || file.hasUnread || isReadable) return true;
      if (pending === null) return client.call('socketSelect', [file.id], [], 0) !== null;
      if (pending.done()) isReadable = pending.result() !== null;
      return isReadable;
    },
    arm: () => {
      isReadable = false;
      pending = client.begin('socketSelect', [file.id], [], -1);
      return pending.source.arm();
    },
    disarm: () => {
      if (!isReadable) pending?.cancel();
      pending = null;
    },
  };
}

/** A descriptor of `os` or `socket` in a wait on several things. */
export function descriptorSource(fd: number): WaitSource | undefined {
  const file = fileAtOrUndefined(fd);
  if (file instanceof PipeFile) return file.readSource();
  if (file instanceof SocketFile) return socketSource(file);
  return file === undefined ? undefined : ALWAYS;
}

function shortHeader(length: number): Uint8Array {
  const header = new Uint8Array(4);
  new DataView(header.buffer).setInt32(0, length);
  return header;
}

function longHeader(length: number): Uint8Array {
  const header = new Uint8Array(12);
  const view = new DataView(header.buffer);
  view.setInt32(0, LONG);
  view.setBigUint64(4, BigInt(length));
  return header;
}
