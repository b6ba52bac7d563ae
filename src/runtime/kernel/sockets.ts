/** Sockets for processes: the calls, on top of Node's `net` and `dgram`. */
import { type OpenOptions, resolveHost, type SocketAddress, type SocketFamily } from './addresses.js';
import type { Attached, Datagram } from './datagram.js';
import { DatagramSocket } from './datagramSocket.js';
import { KernelError } from './errors.js';
import type { Handlers } from './methods.js';
import type { OpenCall, ProcessRecord } from './processes.js';
import { Resources } from './resources.js';
import { StreamSocket } from './streamSocket.js';
import { UnixDatagramSocket } from './unixDatagramSocket.js';
import { UnixNames } from './unixNames.js';
import { Waits } from './waits.js';

export type SocketOption = 'noDelay' | 'keepAlive' | 'broadcast';

/**
 * Calls on sockets, which are numbers. Timeouts are in ms, negative for no limit, 0 for not waiting; a call that
 * has waited in vain returns null. Errors: EBADF, and what the system reports.
 */
export interface SocketMethods {
  socketOpen(family: SocketFamily, type: 'stream' | 'dgram', options: OpenOptions): number;
  /** Two datagram sockets of the family unix that are connected with each other. */
  socketPair(): [number, number];
  socketBind(socket: number, address: SocketAddress): void;
  socketListen(socket: number): void;
  socketAccept(socket: number, timeoutMs: number): { socket: number; peer: SocketAddress } | null;
  socketConnect(socket: number, address: SocketAddress): void;
  /**
   * Sends bytes, of a stream as many as there is room for. Returns how many; null if there has been no room within `timeoutMs` (negative: no
   * limit). Errors: EOPNOTSUPP where something is attached that cannot be carried.
   */
  socketSend(
    socket: number,
    bytes: Uint8Array,
    to: SocketAddress | null,
    timeoutMs: number,
    attached?: Attached | null,
  ): number | null;
  /** Up to `maxBytes`; empty at the end of a stream. `from` only for datagrams. */
  socketReceive(socket: number, maxBytes: number, timeoutMs: number): Datagram | null;
  socketShutdown(socket: number, how: 'read' | 'write' | 'both'): void;
  /** Waits until one of the sockets can be read, or written, without waiting. Returns those, or null. */
  socketSelect(read: number[], write: number[], timeoutMs: number): { read: number[]; write: number[] } | null;
  socketName(socket: number): SocketAddress;
  socketPeer(socket: number): SocketAddress;
  socketOption(socket: number, option: SocketOption, value: boolean): void;
  /** Keeps a socket open while it is on its way to another process, which then takes it. */
  socketHold(socket: number): void;
  /** Lets this process use (and keep open) a socket that was held for it. */
  socketTake(socket: number): void;
  socketClose(socket: number): void;
  resolveHost(host: string, family: 0 | 4 | 6): { address: string; family: number }[];
}

/** So long the end of the program waits for readers of what it has sent. */
const UNSENT_LIMIT_MS = 10_000;

export class Sockets {
  readonly #sockets = new Resources<StreamSocket | DatagramSocket | UnixDatagramSocket>();
  readonly #names = new UnixNames<StreamSocket | UnixDatagramSocket>();
  readonly #waits = new Waits();
  /** What is being sent and nobody waits for. */
  readonly #unsent = new Set<Promise<void>>();

  readonly methods: Handlers<SocketMethods, OpenCall> = {
    socketOpen: ({ process }, family, type, options) => {
      const { poke } = this.#waits;
      if (type === 'stream') return this.#sockets.add(process, new StreamSocket(family, options, poke, this.#names));
      const isUnix = family === 'unix';
      const socket = isUnix ? new UnixDatagramSocket(this.#names, poke) : new DatagramSocket(family, options, poke);
      return this.#sockets.add(process, socket);
    },
    socketPair: ({ process }) => {
      const [one, other] = UnixDatagramSocket.pair(this.#names, this.#waits.poke);
      return [this.#sockets.add(process, one), this.#sockets.add(process, other)];
    },
    socketBind: (_call, id, address) => this.#sockets.get(id).bind(address),
    socketListen: (_call, id) => this.#stream(id).listen(),
    socketAccept: (call, id, timeoutMs) => this.#accept(call, id, timeoutMs),
    socketConnect: (_call, id, address) => {
      const socket = this.#sockets.get(id);
      const isTooEarly = (other: unknown) =>
        other instanceof StreamSocket && other !== socket && other.isBoundOnly(address);
      if (socket instanceof StreamSocket && this.#sockets.some(isTooEarly))
        throw new KernelError('ECONNREFUSED', 'connection refused');
      return socket.connect(address);
    },
    socketSend: (call, id, bytes, to, timeoutMs, attached) => {
      const socket = this.#sockets.get(id);
      if (socket instanceof UnixDatagramSocket)
        return this.#sendNamed(call, id, bytes, to, timeoutMs, attached ?? null);
      return this.#send(call, id, bytes, to, timeoutMs, attached ?? null);
    },
    socketReceive: (call, id, maxBytes, timeoutMs) => this.#receive(call, id, maxBytes, timeoutMs),
    socketShutdown: (_call, id, how) => {
      const socket = this.#sockets.get(id);
      if (!(socket instanceof StreamSocket)) socket.shutdown(how);
      else if (how !== 'read') this.#stream(id).stream.end();
      else this.#stream(id);
    },
    socketSelect: (call, read, write, timeoutMs) => this.#select(call, read, write, timeoutMs),
    socketName: (_call, id) => this.#sockets.get(id).local,
    socketPeer: (_call, id) => this.#sockets.get(id).peer,
    socketOption: (_call, id, option, value) => {
      const socket = this.#sockets.get(id);
      if (socket instanceof DatagramSocket) {
        if (option === 'broadcast') socket.setBroadcast(value);
      } else if (socket instanceof StreamSocket && option !== 'broadcast') socket.setOption(option, value);
    },
    socketHold: (_call, id) => this.#sockets.hold(id),
    socketTake: ({ process }, id) => this.#sockets.take(process, id),
    socketClose: ({ process }, id) => {
      this.#sockets.drop(process, id);
      this.#waits.poke();
    },
    resolveHost: (_call, host, family) => resolveHost(host, family),
  };

  inherit(parent: ProcessRecord, child: ProcessRecord): void {
    this.#sockets.inherit(parent, child);
  }

  forget(process: ProcessRecord): void {
    this.#sockets.dropAll(process);
  }

  async #accept(
    call: OpenCall,
    id: number,
    timeoutMs: number,
  ): Promise<{ socket: number; peer: SocketAddress } | null> {
    const listener = this.#stream(id);
    if (!listener.isListening) throw new KernelError('EINVAL', 'invalid argument');
    const ready = () => listener.readable || !this.#sockets.has(id);
    if (!(await this.#waits.until(call, ready, timeoutMs))) return null;
    const accepted = this.#stream(id).accept();
    return { socket: this.#sockets.add(call.process, accepted), peer: accepted.peer };
  }

  async #receive(call: OpenCall, id: number, maxBytes: number, timeoutMs: number): Promise<Datagram | null> {
    const socket = this.#sockets.get(id);
    const canTake = () => (socket instanceof StreamSocket ? socket.incoming.readable : socket.canTake(timeoutMs));
    const ready = () => canTake() || !this.#sockets.has(id);
    if (!(await this.#waits.until(call, ready, timeoutMs))) return null;
    this.#sockets.get(id);
    return socket.take(maxBytes);
  }

  async #sendNamed(
    call: OpenCall,
    id: number,
    bytes: Uint8Array,
    to: SocketAddress | null,
    timeoutMs: number,
    attached: Attached | null,
  ): Promise<number | null> {
    const socket = this.#sockets.get(id) as UnixDatagramSocket;
    const ready = () => socket.hasRoomAt(to, bytes.length) || !this.#sockets.has(id);
    if (!(await this.#waits.until(call, ready, timeoutMs))) return null;
    this.#sockets.get(id);
    socket.send(bytes, to, attached);
    return bytes.length;
  }

  async #send(
    call: OpenCall,
    id: number,
    bytes: Uint8Array,
    to: SocketAddress | null,
    timeoutMs: number,
    attached: Attached | null,
  ): Promise<number | null> {
    const socket = this.#sockets.get(id) as StreamSocket | DatagramSocket;
    if (socket instanceof DatagramSocket) {
      if (attached !== null) throw new KernelError('EOPNOTSUPP', 'operation not supported');
      await socket.send(bytes, to);
      return bytes.length;
    }
    const stream = socket.outgoing;
    const ready = () => stream.hasRoom || !this.#sockets.has(id);
    if (!(await this.#waits.until(call, ready, timeoutMs))) return null;
    this.#sockets.get(id);
    const { count, written } = socket.send(bytes, attached);
    // Who waits without limit is told of failures too.
    await (timeoutMs < 0 ? written : Promise.race([written, new Promise(setImmediate)]));
    if (stream.isUnsent) this.#keep(written);
    return count;
  }

  #keep(written: Promise<void>): void {
    this.#unsent.add(written);
    const forget = () => this.#unsent.delete(written);
    written.then(forget, forget);
  }

  /** Fulfilled when what was sent is with the system, or has long found no reader; null if there is nothing. */
  unsent(): Promise<void> | null {
    if (this.#unsent.size === 0) return null;
    const limit = new Promise((resolve) => setTimeout(resolve, UNSENT_LIMIT_MS));
    return Promise.race([Promise.allSettled(this.#unsent), limit]).then(() => {});
  }

  async #select(
    call: OpenCall,
    read: number[],
    write: number[],
    timeoutMs: number,
  ): Promise<{ read: number[]; write: number[] } | null> {
    for (const id of [...read, ...write]) this.#sockets.get(id);
    // One that is closed meanwhile is never ready: the system's own wait goes on as well.
    const readyOf = (ids: number[], test: (socket: StreamSocket | DatagramSocket | UnixDatagramSocket) => boolean) =>
      ids.filter((id) => this.#sockets.has(id) && test(this.#sockets.get(id)));
    const now = () => ({
      read: readyOf(read, (socket) => socket.readable),
      write: readyOf(write, (socket) => socket instanceof DatagramSocket || socket.writable),
    });
    const any = () => {
      const found = now();
      return found.read.length + found.write.length > 0;
    };
    return (await this.#waits.until(call, any, timeoutMs)) ? now() : null;
  }

  #stream(id: number): StreamSocket {
    const socket = this.#sockets.get(id);
    if (socket instanceof StreamSocket) return socket;
    throw new KernelError('EOPNOTSUPP', 'operation not supported');
  }
}
