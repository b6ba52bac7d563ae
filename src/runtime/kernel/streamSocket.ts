/**
 * A stream socket (TCP or Unix) with the states that the system calls know: new, bound, listening, connected.
 *
 * A connection of the family AF_UNIX to a server of the program itself does not go through the system: so it can carry descriptors, which
 * Node does not send.
 *
 * Node binds and listens in one step. So `bind` already listens, which makes the port known and finds a used address
 * in time. Who connects between the two is refused: a process of the program at once, anybody else after waiting a little for `listen`.
 */
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  anyHost,
  fromNode,
  type InternetAddress,
  isPath,
  type OpenOptions,
  type PathAddress,
  type SocketAddress,
  type SocketFamily,
} from './addresses.js';
import type { Attached, Datagram } from './datagram.js';
import { KernelError } from './errors.js';
import { linkedStreams } from './linkedStreams.js';
import { isAbstract, otherName, pathError, rename } from './socketPaths.js';
import { ByteStream } from './streams.js';
import type { UnixDatagramSocket } from './unixDatagramSocket.js';
import type { UnixNames } from './unixNames.js';

const BACKLOG = 511;
/** So long, in ms, a connection that has come before `listen` is kept. */
const EARLY_MS = 250;

export class StreamSocket {
  #server: Server | null = null;
  #listening = false;
  #bound: SocketAddress | null = null;
  /** What it was connected to. */
  #peer: SocketAddress | null = null;
  #stream: ByteStream | null = null;
  readonly #accepted: StreamSocket[] = [];
  /** Connections that have come before `listen`. */
  readonly #early = new Set<Socket>();
  /** The other end, if it is the program's too. */
  #link: StreamSocket | null = null;
  /** Bytes that were sent, and taken. */
  #sent = 0;
  #taken = 0;
  /** What the other end has attached to bytes of the stream. */
  readonly #attached: { readonly start: number; readonly end: number; readonly text: Attached }[] = [];

  /** @param changed called whenever the socket may have become ready for something. */
  constructor(
    readonly family: SocketFamily,
    readonly options: OpenOptions,
    readonly changed: () => void,
    readonly names: UnixNames<StreamSocket | UnixDatagramSocket>,
    connected?: Duplex,
  ) {
    if (connected !== undefined) this.#stream = new ByteStream(connected, changed);
  }

  /** Errors: EADDRINUSE, EACCES, EADDRNOTAVAIL, EINVAL. */
  bind(address: SocketAddress): Promise<void> {
    if (this.#server !== null || this.#stream !== null) throw new KernelError('EINVAL', 'invalid argument');
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => this.#arrive(socket));
    // Node removes the file of a server that closes, which is not its to remove: so the server has another name for it.
    const other = isPath(address) && !isAbstract(address.path) ? otherName(address.path) : null;
    return new Promise((resolve, reject) => {
      server.once('error', (error) => reject(isPath(address) ? pathError(error, address.path) : error));
      const where = isPath(address)
        ? { path: other ?? address.path }
        : { host: address.host || anyHost(this.family), port: address.port };
      server.listen({ ...where, backlog: BACKLOG, ipv6Only: this.options.onlyIpv6 }, () => {
        server.removeAllListeners('error');
        server.on('error', () => {});
        this.#server = server;
        this.#bound = address;
        try {
          if (other !== null) rename(other, (address as PathAddress).path);
          if (isPath(address)) this.names.add(address.path, this);
          resolve();
        } catch (error) {
          this.#server = null;
          server.close();
          reject(error);
        }
      });
    });
  }

  async listen(): Promise<void> {
    if (this.#server === null) await this.bind({ host: '', port: 0 });
    this.#listening = true;
    for (const socket of this.#early) this.#arrive(socket);
    this.#early.clear();
  }

  /** True if `accept`, or a read, would not wait. */
  get readable(): boolean {
    return this.#server !== null ? this.#accepted.length > 0 : (this.#stream?.readable ?? false);
  }

  get writable(): boolean {
    return this.#stream?.hasRoom ?? false;
  }

  /** The next connection; the caller has seen that there is one. */
  accept(): StreamSocket {
    const socket = this.#accepted.shift();
    if (socket === undefined) throw new KernelError('EAGAIN', 'resource temporarily unavailable');
    return socket;
  }

  get isListening(): boolean {
    return this.#listening;
  }

  /** Whether it has this address and does not listen there: Node does, but nobody of the program can connect. */
  isBoundOnly(address: SocketAddress): boolean {
    if (this.#server === null || this.#listening || isPath(address) || this.family === 'unix') return false;
    const { host, port } = this.local as InternetAddress;
    const wanted = address.host === 'localhost' ? '127.0.0.1' : address.host || '127.0.0.1';
    return port === address.port && (host === wanted || host === anyHost(this.family));
  }

  /** Errors: ECONNREFUSED, ETIMEDOUT, ENOENT, EISCONN, ... */
  async connect(address: SocketAddress): Promise<void> {
    if (this.#stream !== null) throw new KernelError('EISCONN', 'transport endpoint is already connected');
    const local = await this.#unbind();
    if (isPath(address) && this.#connectWithin(address)) return;
    const socket = connect({
      ...(isPath(address) ? address : { ...address, host: address.host || '127.0.0.1' }),
      ...local,
      allowHalfOpen: true,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.removeListener('error', reject);
        resolve();
      });
    });
    this.#peer = address;
    this.#stream = new ByteStream(socket, this.changed);
  }

  /** Connects with a socket of the program itself. Returns whether there is one. Errors: ECONNREFUSED, EPROTOTYPE. */
  #connectWithin(address: PathAddress): boolean {
    const server = findQuietly(this.names, address.path);
    if (server === undefined) return false;
    if (!(server instanceof StreamSocket)) throw new KernelError('EPROTOTYPE', 'protocol wrong type for socket');
    if (!server.isListening) throw new KernelError('ECONNREFUSED', 'connection refused');
    const [here, there] = linkedStreams();
    const accepted = new StreamSocket(this.family, server.options, this.changed, this.names, there);
    accepted.#peer = this.#bound;
    accepted.#bound = server.#bound;
    accepted.#link = this;
    this.#link = accepted;
    this.#peer = address;
    this.#stream = new ByteStream(here, this.changed);
    server.#accepted.push(accepted);
    this.changed();
    return true;
  }

  /** Sends what there is room for, see `ByteStream.send`. Errors: EOPNOTSUPP where something is attached and the other end is not the program's. */
  send(bytes: Uint8Array, attached: Attached | null): { count: number; written: Promise<void> } {
    if (attached !== null && this.#link === null) throw new KernelError('EOPNOTSUPP', 'operation not supported');
    const start = this.#sent;
    if (attached !== null) this.#link!.#attached.push({ start, end: start + bytes.length, text: attached });
    const sent = this.stream.send(bytes);
    this.#sent += sent.count;
    return sent;
  }

  /** What has come, see `ByteStream.take`: not beyond the bytes that something is attached to. */
  take(maxBytes: number): Datagram {
    const [first] = this.#attached;
    const limit = first === undefined ? maxBytes : Math.min(maxBytes, first.end - this.#taken);
    const bytes = this.stream.take(limit);
    this.#taken += bytes.length;
    if (first === undefined || first.start >= this.#taken) return { bytes, from: null };
    this.#attached.shift();
    return { bytes, from: null, attached: first.text };
  }

  /** To send to. Errors, as Linux has them: EPIPE, in a folder ENOTCONN. */
  get outgoing(): ByteStream {
    if (this.#stream === null && this.family !== 'unix') throw new KernelError('EPIPE', 'broken pipe');
    return this.stream;
  }

  /** To receive from. Errors, as Linux has them: ENOTCONN, in a folder EINVAL. */
  get incoming(): ByteStream {
    if (this.#stream === null && this.family === 'unix') throw new KernelError('EINVAL', 'invalid argument');
    return this.stream;
  }

  /** Errors: ENOTCONN. */
  get stream(): ByteStream {
    if (this.#stream === null) throw new KernelError('ENOTCONN', 'transport endpoint is not connected');
    return this.#stream;
  }

  get local(): SocketAddress {
    if (this.#server !== null) return this.family === 'unix' ? this.#bound! : fromNode(this.#server.address());
    const socket = this.#stream?.stream as Socket | undefined;
    if (this.family === 'unix') return this.#bound ?? { path: '' };
    return fromNode(socket === undefined ? { address: anyHost(this.family) } : socket.address());
  }

  /** Errors: ENOTCONN. */
  get peer(): SocketAddress {
    const socket = this.stream.stream as Socket;
    if (this.family === 'unix') return this.#peer ?? { path: '' };
    if (socket.remoteAddress === undefined) throw new KernelError('ENOTCONN', 'transport endpoint is not connected');
    return { host: socket.remoteAddress, port: socket.remotePort ?? 0 };
  }

  setOption(name: 'noDelay' | 'keepAlive', value: boolean): void {
    const socket = this.#stream?.stream as Socket | undefined;
    if (name === 'noDelay') socket?.setNoDelay?.(value);
    else socket?.setKeepAlive?.(value);
  }

  close(): void {
    this.names.remove(this);
    for (const socket of this.#accepted) socket.close();
    this.#refuseEarly();
    this.#server?.close();
    this.#stream?.close();
  }

  #arrive(socket: Socket): void {
    if (!this.#listening) {
      this.#keepEarly(socket);
      return;
    }
    this.#accepted.push(new StreamSocket(this.family, this.options, this.changed, this.names, socket));
    this.changed();
  }

  #keepEarly(socket: Socket): void {
    this.#early.add(socket);
    const refuse = () => {
      if (this.#early.delete(socket)) socket.resetAndDestroy();
    };
    setTimeout(refuse, EARLY_MS).unref();
  }

  #refuseEarly(): void {
    for (const socket of this.#early) socket.resetAndDestroy();
    this.#early.clear();
  }

  /** A bound socket that connects: gives the address free, to be taken again by the connection. */
  async #unbind(): Promise<{ localAddress?: string; localPort?: number }> {
    const server = this.#server;
    if (server === null) return {};
    const address = this.local;
    this.#server = null;
    this.#refuseEarly();
    await new Promise((resolve) => server.close(resolve));
    return isPath(address) ? {} : { localAddress: address.host, localPort: address.port };
  }
}

/** The socket with that name, if it is the program's; whether there is such a file is for the system to say. */
function findQuietly<T>(names: UnixNames<T>, path: string): T | undefined {
  try {
    return names.find(path);
  } catch {
    return undefined;
  }
}
