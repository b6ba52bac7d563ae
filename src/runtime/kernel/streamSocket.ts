/**
 * A stream socket (TCP or Unix) with the states that the system calls know: new, bound, listening, connected.
 *
 * Node binds and listens in one step. So `bind` already listens, which makes the port known and finds a used address
 * in time, and connections are refused until `listen`.
 */
import { accessSync, constants, linkSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import {
  anyHost,
  fromNode,
  isPath,
  type OpenOptions,
  type PathAddress,
  type SocketAddress,
  type SocketFamily,
} from './addresses.js';
import { KernelError } from './errors.js';
import { ByteStream } from './streams.js';

const BACKLOG = 511;

export class StreamSocket {
  #server: Server | null = null;
  #listening = false;
  #bound: SocketAddress | null = null;
  /** What it was connected to. */
  #peer: SocketAddress | null = null;
  #stream: ByteStream | null = null;
  readonly #accepted: Socket[] = [];

  /** @param changed called whenever the socket may have become ready for something. */
  constructor(
    readonly family: SocketFamily,
    readonly options: OpenOptions,
    readonly changed: () => void,
    connected?: Socket,
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
    return new StreamSocket(this.family, this.options, this.changed, socket);
  }

  get isListening(): boolean {
    return this.#listening;
  }

  /** Errors: ECONNREFUSED, ETIMEDOUT, ENOENT, EISCONN, ... */
  async connect(address: SocketAddress): Promise<void> {
    if (this.#stream !== null) throw new KernelError('EISCONN', 'transport endpoint is already connected');
    const local = await this.#unbind();
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
    if (name === 'noDelay') socket?.setNoDelay(value);
    else socket?.setKeepAlive(value);
  }

  close(): void {
    for (const socket of this.#accepted) socket.destroy();
    this.#server?.close();
    this.#stream?.close();
  }

  #arrive(socket: Socket): void {
    if (!this.#listening) {
      socket.resetAndDestroy();
      return;
    }
    this.#accepted.push(socket);
    this.changed();
  }

  /** A bound socket that connects: gives the address free, to be taken again by the connection. */
  async #unbind(): Promise<{ localAddress?: string; localPort?: number }> {
    const server = this.#server;
    if (server === null) return {};
    const address = this.local;
    this.#server = null;
    await new Promise((resolve) => server.close(resolve));
    return isPath(address) ? {} : { localAddress: address.host, localPort: address.port };
  }
}

const isAbstract = (path: string): boolean => path.startsWith('\0');

/** A name beside `path` that nobody uses, no longer than it where possible: the names of sockets have a limit. */
function otherName(path: string): string {
  const suffix = `.${process.pid % 1000}${Math.trunc(performance.now() * 1000) % 1000}`;
  return join(dirname(path), suffix);
}

/** Gives a file its name, unless something has it already. */
function rename(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    throw (error as { code?: string }).code === 'EEXIST'
      ? new KernelError('EADDRINUSE', 'address already in use')
      : error;
  } finally {
    unlinkSync(from);
  }
}
/** libuv says EACCES where the system says ENOENT: which of them it was is for the folder to say. */
function pathError(error: Error, path: string): Error {
  if ((error as { code?: string }).code !== 'EACCES' || isAbstract(path)) return error;
  try {
    accessSync(dirname(path), constants.W_OK | constants.X_OK);
    return new KernelError('ENOENT', 'no such file or directory');
  } catch (reason) {
    return reason as Error;
  }
}
