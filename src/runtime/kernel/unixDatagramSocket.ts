/**
 * A datagram socket of the family AF_UNIX. Node has none, so these are the kernel's own, and lead to others of the same program alone;
 * their names are files, or abstract ones, as ever.
 */
import { isPath, type PathAddress, type SocketAddress } from './addresses.js';
import { KernelError } from './errors.js';
import type { Attached, Datagram } from './datagram.js';
import { isAbstract, makeSocketFile } from './socketPaths.js';
import type { StreamSocket } from './streamSocket.js';
import type { UnixNames } from './unixNames.js';

/** Linux: the default of SO_SNDBUF, without what it keeps for itself. */
const MAX_BYTES = 212_960;
/** Linux: `net.unix.max_dgram_qlen`. One more fits. */
const MAX_QUEUED = 10;

type Names = UnixNames<StreamSocket | UnixDatagramSocket>;

export class UnixDatagramSocket {
  readonly #received: Datagram[] = [];
  #bound: PathAddress | null = null;
  #peer: UnixDatagramSocket | null = null;
  #isClosed = false;
  #isDeaf = false;
  #isMute = false;

  /** @param changed called whenever a socket may have become ready for something. */
  constructor(
    readonly names: Names,
    readonly changed: () => void,
  ) {}

  /** Two that are connected with each other. */
  static pair(names: Names, changed: () => void): [UnixDatagramSocket, UnixDatagramSocket] {
    const [one, other] = [new UnixDatagramSocket(names, changed), new UnixDatagramSocket(names, changed)];
    one.#peer = other;
    other.#peer = one;
    return [one, other];
  }

  get readable(): boolean {
    return this.#received.length > 0 || this.#isDeaf;
  }

  /** A read without a limit finds the end once reading was shut down; others wait as ever. */
  canTake(timeoutMs: number): boolean {
    return this.#received.length > 0 || (this.#isDeaf && timeoutMs < 0);
  }

  get writable(): boolean {
    return this.#peer === null || this.#peer.#hasRoom;
  }

  get #hasRoom(): boolean {
    return this.#isClosed || this.#received.length <= MAX_QUEUED;
  }

  /** Errors: EADDRINUSE, EINVAL, ENOENT, EACCES. */
  async bind(address: SocketAddress): Promise<void> {
    const { names } = this;
    if (this.#bound !== null) throw new KernelError('EINVAL', 'invalid argument');
    const given = unix(address);
    const bound = given.path === '' ? { path: names.free() } : given;
    if (isAbstract(bound.path)) {
      if (names.find(bound.path) !== undefined) throw new KernelError('EADDRINUSE', 'address already in use');
    } else await makeSocketFile(bound.path);
    this.#bound = bound;
    names.add(bound.path, this);
  }

  /** Errors: ENOENT, ECONNREFUSED, EPERM, EPROTOTYPE. */
  connect(address: SocketAddress): void {
    this.#peer = this.#find(unix(address));
  }

  /** Whether a datagram to that address (null: the peer) would go, or fail, at once. */
  hasRoomAt(to: SocketAddress | null, sizeBytes: number): boolean {
    try {
      return sizeBytes > MAX_BYTES || this.#isMute || this.#target(to).#hasRoom;
    } catch {
      return true;
    }
  }

  /** Errors: ENOTCONN, ECONNREFUSED, EPERM, EPIPE, EMSGSIZE. */
  send(bytes: Uint8Array, to: SocketAddress | null, attached: Attached | null): void {
    if (this.#isMute) throw new KernelError('EPIPE', 'broken pipe');
    const target = this.#target(to);
    if (bytes.length > MAX_BYTES) throw new KernelError('EMSGSIZE', 'message too long');
    if (target.#isClosed) {
      this.#peer = null;
      throw refused();
    }
    if (target.#isDeaf) throw new KernelError('EPIPE', 'broken pipe');
    target.#received.push({ bytes, from: this.#bound, attached });
    this.changed();
  }

  /** The next datagram, cut to `maxBytes`; empty where reading was shut down. */
  take(maxBytes: number): Datagram {
    const datagram = this.#received.shift();
    if (datagram === undefined) return { bytes: new Uint8Array(0), from: null };
    this.changed();
    const { bytes } = datagram;
    return bytes.length <= maxBytes ? datagram : { ...datagram, bytes: bytes.slice(0, maxBytes), isCut: true };
  }

  get local(): SocketAddress {
    return this.#bound ?? { path: '' };
  }

  /** Errors: ENOTCONN. */
  get peer(): SocketAddress {
    if (this.#peer === null) throw new KernelError('ENOTCONN', 'transport endpoint is not connected');
    return this.#peer.local;
  }

  shutdown(how: 'read' | 'write' | 'both'): void {
    if (how !== 'write') this.#isDeaf = true;
    if (how !== 'read') this.#isMute = true;
    this.changed();
  }

  close(): void {
    this.#isClosed = true;
    this.#received.length = 0;
    this.names.remove(this);
    this.changed();
  }

  #target(to: SocketAddress | null): UnixDatagramSocket {
    if (to !== null) return this.#find(unix(to));
    if (this.#peer === null) throw new KernelError('ENOTCONN', 'transport endpoint is not connected');
    return this.#peer;
  }

  /** The socket with that name, if it takes what comes from here: one that is connected listens to its peer alone. */
  #find({ path }: PathAddress): UnixDatagramSocket {
    const found = this.names.find(path);
    if (found === undefined) throw refused();
    if (!(found instanceof UnixDatagramSocket)) throw new KernelError('EPROTOTYPE', 'protocol wrong type for socket');
    if (found.#peer !== null && found.#peer !== this) throw new KernelError('EPERM', 'operation not permitted');
    return found;
  }
}

const refused = () => new KernelError('ECONNREFUSED', 'connection refused');

function unix(address: SocketAddress): PathAddress {
  if (!isPath(address)) throw new KernelError('EINVAL', 'invalid argument');
  return address;
}
