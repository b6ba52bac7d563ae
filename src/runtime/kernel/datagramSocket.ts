/** A UDP socket. */
import { createSocket, type Socket } from 'node:dgram';
import { anyHost, fromNode, isPath, type OpenOptions, type SocketAddress, type SocketFamily } from './addresses.js';
import type { Datagram } from './datagram.js';
import { KernelError } from './errors.js';

export class DatagramSocket {
  readonly #socket: Socket;
  readonly #received: Datagram[] = [];
  #bound = false;
  #peer: SocketAddress | null = null;
  #isDeaf = false;
  #isMute = false;

  constructor(
    readonly family: SocketFamily,
    { reuseAddress, onlyIpv6 }: OpenOptions,
    readonly changed: () => void,
  ) {
    this.#socket = createSocket({
      type: family === 'inet6' ? 'udp6' : 'udp4',
      reuseAddr: reuseAddress,
      ipv6Only: onlyIpv6,
    });
    this.#socket.on('error', () => {});
    this.#socket.on('message', (bytes, { address, port }) => {
      this.#received.push({ bytes, from: { host: address, port } });
      changed();
    });
  }

  get readable(): boolean {
    return this.#received.length > 0 || this.#isDeaf;
  }

  /** A read without a limit finds the end once reading was shut down; others wait as ever. */
  canTake(timeoutMs: number): boolean {
    return this.#received.length > 0 || (this.#isDeaf && timeoutMs < 0);
  }

  /** Errors: EADDRINUSE, EACCES, EADDRNOTAVAIL, EINVAL. */
  async bind(address: SocketAddress): Promise<void> {
    const { host, port } = internet(address);
    // Sending has bound it too.
    if (this.#bound) throw new KernelError('EINVAL', 'invalid argument');
    return this.#once('listening', () => this.#socket.bind({ address: host || anyHost(this.family), port })).then(
      () => {
        this.#bound = true;
      },
    );
  }

  async connect(address: SocketAddress): Promise<void> {
    const { host, port } = internet(address);
    await this.#once('connect', () => this.#socket.connect(port, host));
    this.#bound = true;
    this.#peer = address;
  }

  /** Sends one datagram, to the connected peer if no address is given. Errors: EDESTADDRREQ, EPIPE, EMSGSIZE. */
  send(bytes: Uint8Array, address: SocketAddress | null): Promise<void> {
    if (address === null && this.#peer === null) throw new KernelError('EDESTADDRREQ', 'destination address required');
    if (this.#isMute) throw new KernelError('EPIPE', 'broken pipe');
    return new Promise((resolve, reject) => {
      const done = (error: Error | null) => {
        this.#bound = true;
        if (error) reject(error);
        else resolve();
      };
      if (address === null) this.#socket.send(bytes, done);
      else this.#socket.send(bytes, internet(address).port, internet(address).host, done);
    });
  }

  /** The next datagram, cut to `maxBytes`; empty where reading was shut down. The caller has seen that it is one or the other. */
  take(maxBytes: number): Datagram {
    const datagram = this.#received.shift();
    if (datagram === undefined) return { bytes: new Uint8Array(0), from: null };
    const { bytes, from } = datagram;
    return bytes.length <= maxBytes ? datagram : { bytes: bytes.slice(0, maxBytes), from, isCut: true };
  }

  get local(): SocketAddress {
    return this.#bound ? fromNode(this.#socket.address()) : { host: anyHost(this.family), port: 0 };
  }

  /** Errors: ENOTCONN. */
  get peer(): SocketAddress {
    if (this.#peer === null) throw new KernelError('ENOTCONN', 'transport endpoint is not connected');
    return this.#peer;
  }

  setBroadcast(value: boolean): void {
    this.#socket.setBroadcast(value);
  }

  /** Takes effect on one that has no peer too, although it fails there. Errors: ENOTCONN. */
  shutdown(how: 'read' | 'write' | 'both'): void {
    if (how !== 'write') this.#isDeaf = true;
    if (how !== 'read') this.#isMute = true;
    this.changed();
    void this.peer;
  }

  close(): void {
    this.#socket.close();
  }

  #once(event: 'listening' | 'connect', begin: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.once(event, () => {
        this.#socket.removeListener('error', reject);
        resolve();
      });
      begin();
    });
  }
}

function internet(address: SocketAddress): { host: string; port: number } {
  if (isPath(address)) throw new KernelError('EAFNOSUPPORT', 'address family not supported by protocol');
  return address;
}
