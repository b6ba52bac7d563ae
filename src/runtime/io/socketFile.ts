/**
 * Sockets as open files: the system's sockets belong to the kernel, which numbers them; here is a process's side of one.
 *
 * The kernel's socket is made when first needed, since some options must be known by then.
 * Timeouts are in ms: Infinity for no limit, 0 for not waiting. Errors carry the system's `code`; EAGAIN when the time is over.
 */
import * as fs from 'node:fs';
import type { SocketAddress, SocketFamily } from '../kernel/addresses.js';
import type { KernelClient, PendingCall } from '../kernel/client.js';
import type { Attached, Datagram } from '../kernel/datagram.js';
import type { SocketOption } from '../kernel/sockets.js';
import { joinBytes } from './values.js';
import { awaitAnswer, awaitCall, isAwaiting, resultOf } from './kernelCall.js';
import { fail, OpenFile } from './openFile.js';

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_INET6 = 10;
export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;

const FAMILIES: ReadonlyMap<number, SocketFamily> = new Map([
  [AF_UNIX, 'unix'],
  [AF_INET, 'inet'],
  [AF_INET6, 'inet6'],
]);

export type Received = Datagram;

/** Level and name of options. */
const SO_REUSEADDR = '1,2';
const IPV6_V6ONLY = '41,26';

/** The longest datagram, and more than most look ahead. */
const PEEKED_BYTES = 65536;
const PEEKED_DATAGRAM_BYTES = 1 << 18;

const kernelTimeout = (ms: number): number => (ms === Infinity ? -1 : Math.max(0, ms));

export class SocketFile extends OpenFile {
  readonly native = -1;
  /** Bytes that were looked at and are still to be read. */
  private unread: Received[] = [];
  private isShutForReading = false;
  private hasTimedOut = false;
  isListening = false;
  /** A thread may still be waiting for it. */
  isClosed = false;
  /** A connection being made that nobody waits for, and how it ended. */
  private connecting: PendingCall<void> | null = null;
  private error: string | null = null;
  readonly options = new Map<string, number>();

  constructor(
    private readonly client: KernelClient,
    readonly family: number,
    readonly type: number,
    readonly proto: number,
    /** The kernel's number, 0 before there is one. */
    private kernelId = 0,
  ) {
    super();
  }

  get id(): number {
    if (this.kernelId === 0) {
      const family = FAMILIES.get(this.family) ?? fail('EAFNOSUPPORT');
      const kind = this.type === SOCK_DGRAM ? 'dgram' : 'stream';
      const options = { reuseAddress: this.option(SO_REUSEADDR) !== 0, onlyIpv6: this.option(IPV6_V6ONLY) !== 0 };
      this.kernelId = this.call(() => this.client.begin('socketOpen', family, kind, options));
      for (const [key, value] of this.options) this.tellOption(key, value);
    }
    return this.kernelId;
  }

  /** Two datagram sockets of AF_UNIX that are connected with each other. */
  static pair(client: KernelClient, proto: number): [SocketFile, SocketFile] {
    const [one, other] = resultOf(client.begin('socketPair'));
    const open = (id: number) => new SocketFile(client, AF_UNIX, SOCK_DGRAM, proto, id);
    return [open(one), open(other)];
  }

  /** The kernel's number, or 0. */
  get idIfAny(): number {
    return this.kernelId;
  }

  private call<T>(begin: () => PendingCall<T>): T {
    return resultOf(begin());
  }

  // ---------------------------------------------------------------- connections

  bind(address: SocketAddress): void {
    this.call(() => this.client.begin('socketBind', this.id, address));
  }

  listen(): void {
    this.call(() => this.client.begin('socketListen', this.id));
    this.isListening = true;
  }

  /** The next connection: its socket, and who is at the other end. */
  accept(timeoutMs: number): { file: SocketFile; peer: SocketAddress } {
    const { id } = this;
    const accepted = awaitCall(this, () => this.client.begin('socketAccept', id, kernelTimeout(timeoutMs)));
    if (accepted === null) return fail('EAGAIN');
    return {
      file: new SocketFile(this.client, this.family, this.type, this.proto, accepted.socket),
      peer: accepted.peer,
    };
  }

  /** EINPROGRESS if it is not to wait; ETIMEDOUT is the system's own limit, EAGAIN the given one. */
  connect(address: SocketAddress, timeoutMs: number): void {
    if (this.connecting !== null && !isAwaiting(this)) {
      if (!this.connecting.done()) fail('EALREADY');
      this.settle();
      if (this.error !== null) this.throwError();
      else fail('EISCONN');
    }
    const { id } = this;
    const begin = () => this.client.begin('socketConnect', id, address);
    if (timeoutMs === Infinity || this.family === AF_UNIX) {
      awaitCall(this, begin);
      return;
    }
    const remembered = () => (this.connecting = begin());
    // One of this family is connected, or fails, at once.
    if (this.type !== SOCK_DGRAM && this.family !== AF_UNIX && timeoutMs === 0) {
      remembered();
      fail('EINPROGRESS');
    }
    const answered = awaitAnswer(this, remembered, timeoutMs);
    if (answered === null) return fail('EAGAIN');
    this.connecting = null;
    resultOf(answered);
  }

  /** Notes how a connection that nobody waited for ended. */
  private settle(): void {
    const { connecting } = this;
    if (connecting === null || !connecting.done()) return;
    this.connecting = null;
    try {
      resultOf(connecting);
    } catch (error) {
      this.error = (error as { code?: string }).code ?? 'EIO';
    }
  }

  private throwError(): never {
    const code = this.error!;
    this.error = null;
    return fail(code);
  }

  /** Name of the error that is waiting to be asked for, which is then forgotten. */
  takeError(): string | null {
    this.settle();
    const { error } = this;
    this.error = null;
    return error;
  }

  /** The connection that is being made, if any. */
  get pendingConnection(): PendingCall<void> | null {
    this.settle();
    return this.connecting;
  }
  get hasError(): boolean {
    this.settle();
    return this.error !== null;
  }

  // ---------------------------------------------------------------- data

  receive(maxBytes: number, timeoutMs: number): Received {
    const first = this.unread[0];
    return first === undefined ? (this.take(maxBytes, timeoutMs) ?? fail('EAGAIN')) : this.takeUnread(first, maxBytes);
  }

  /** What the next reads will get. All that has come is taken from the kernel for it, so that they get as much as ever. */
  peek(maxBytes: number, timeoutMs: number): Received {
    const isStream = this.type !== SOCK_DGRAM;
    if (isStream && this.unread.length > 1) this.unread = [{ bytes: joinBytes(this.fetched), from: null }];
    const known = this.unread[0];
    if (known === undefined || (isStream && known.bytes.length < maxBytes)) {
      const ahead = isStream ? PEEKED_BYTES : PEEKED_DATAGRAM_BYTES;
      const got = this.take(Math.max(maxBytes, ahead), known === undefined ? timeoutMs : 0);
      if (got === null) return known ?? fail('EAGAIN');
      if (isStream && got.bytes.length === 0) return known ?? got;
      this.unread = [known === undefined ? got : { bytes: joinBytes([known.bytes, got.bytes]), from: got.from }];
    }
    return this.cut(this.unread[0]!, maxBytes);
  }

  /** Asks for what comes next, which is to be handed to `fetch`. */
  beginFetch(timeoutMs: number): PendingCall<Received | null> {
    return this.client.begin('socketReceive', this.id, PEEKED_BYTES, kernelTimeout(timeoutMs));
  }

  /** Notes what has come, to be had by the next reads; false at the end, and where the time was over: the next read says so. */
  fetch(got: Received | null): boolean {
    this.hasTimedOut = got === null;
    if (got === null || got.bytes.length === 0) return false;
    this.unread.push(got);
    return true;
  }

  /** What was fetched and is to be read. */
  get fetched(): Uint8Array[] {
    return this.unread.map(({ bytes }) => bytes);
  }

  /** From the kernel; null if nothing has come in time. */
  private take(maxBytes: number, timeoutMs: number): Received | null {
    if (this.isShutForReading && this.type !== SOCK_DGRAM) return { bytes: new Uint8Array(0), from: null };
    if (this.hasTimedOut) {
      this.hasTimedOut = false;
      return null;
    }
    const { id } = this;
    return awaitCall(this, () => this.client.begin('socketReceive', id, maxBytes, kernelTimeout(timeoutMs)));
  }

  /** Its first bytes, and what belongs to a datagram as a whole. */
  private cut(received: Received, maxBytes: number): Received {
    const { bytes } = received;
    if (bytes.length <= maxBytes) return received;
    return { ...received, bytes: bytes.subarray(0, maxBytes), isCut: this.type === SOCK_DGRAM };
  }

  private takeUnread(first: Received, maxBytes: number): Received {
    const taken = this.cut(first, maxBytes);
    this.unread.shift();
    const rest = first.bytes.subarray(maxBytes);
    if (rest.length > 0 && this.type !== SOCK_DGRAM) this.unread.unshift({ bytes: rest, from: first.from });
    return taken;
  }

  get hasUnread(): boolean {
    return this.unread.length > 0;
  }

  /** Sends what there is room for; EAGAIN if there is none in time. */
  send(bytes: Uint8Array, to: SocketAddress | null, timeoutMs: number, attached: Attached | null = null): number {
    return awaitCall(this, () => this.beginSend(bytes, to, timeoutMs, attached)) ?? fail('EAGAIN');
  }

  /** A copy is sent: that is the sender's own memory, not a view on something that is shared. */
  beginSend(
    bytes: Uint8Array,
    to: SocketAddress | null,
    timeoutMs: number,
    attached: Attached | null = null,
  ): PendingCall<number | null> {
    return this.client.begin('socketSend', this.id, Uint8Array.from(bytes), to, kernelTimeout(timeoutMs), attached);
  }

  read(into: Uint8Array): number {
    const { bytes } = this.receive(into.length, this.isNonBlocking ? 0 : Infinity);
    into.set(bytes);
    return bytes.length;
  }

  write(bytes: Uint8Array): number {
    return this.send(bytes, null, this.isNonBlocking ? 0 : Infinity);
  }

  shutdown(how: 'read' | 'write' | 'both'): void {
    if (how !== 'write') this.isShutForReading = true;
    this.call(() => this.client.begin('socketShutdown', this.id, how));
  }

  // ---------------------------------------------------------------- names and options

  get local(): SocketAddress {
    return this.call(() => this.client.begin('socketName', this.id));
  }

  get peer(): SocketAddress {
    if (this.kernelId === 0) fail('ENOTCONN');
    return this.call(() => this.client.begin('socketPeer', this.id));
  }

  option(key: string): number {
    return this.options.get(key) ?? 0;
  }

  /** @param key level and name of the option, `level,name`. */
  setOption(key: string, value: number): void {
    this.options.set(key, value);
    if (this.kernelId !== 0) this.tellOption(key, value);
  }

  private tellOption(key: string, value: number): void {
    const name = KERNEL_OPTIONS[key];
    if (name !== undefined) this.client.post('socketOption', this.kernelId, name, value !== 0);
  }

  /** Keeps the kernel's socket open for another process that is told of it. Returns its number. */
  hold(): number {
    const { id } = this;
    this.call(() => this.client.begin('socketHold', id));
    return id;
  }

  stat(): fs.BigIntStats {
    const like = fs.fstatSync(0, { bigint: true });
    return Object.assign(Object.create(Object.getPrototypeOf(like)), like, {
      mode: 0o140777n,
      size: 0n,
      ino: BigInt(this.kernelId),
    });
  }

  close(): void {
    this.isClosed = true;
    this.connecting?.cancel();
    this.connecting = null;
    if (this.kernelId !== 0) this.client.post('socketClose', this.kernelId);
    this.kernelId = 0;
  }
}

/** Options that the system's socket is told of. */
const KERNEL_OPTIONS: Readonly<Record<string, SocketOption>> = {
  '6,1': 'noDelay',
  '1,9': 'keepAlive',
  '1,6': 'broadcast',
};
