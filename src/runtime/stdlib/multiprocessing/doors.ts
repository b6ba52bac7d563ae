/** Where the connections of a `Listener` come in: a socket, or a ring that is known within the program only. */
import { unlinkSync } from 'node:fs';
import type { Plain } from '../../codec/shared.js';
import { processPath } from '../../import/paths.js';
import { closeDescriptor, fileAt, install } from '../../io/descriptors.js';
import { AF_UNIX, SOCK_STREAM, SocketFile } from '../../io/socketFile.js';
import {
  closeHandle,
  createDirection,
  getRecord,
  handleAddress,
  openHandle,
  readerSource,
  ringItems,
} from '../../mp/index.js';
import { callKw, callMethod } from '../../object/call.js';
import { method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { libraryClass } from '../../object/type.js';
import { PyFloat } from '../../object/values.js';
import { host } from '../../process/host.js';
import { scheduler } from '../../threads/scheduler.js';
import { addressArg, pyAddress } from '../socket/addresses.js';
import { onSocket, timedOut } from '../socket/errors.js';
import type { PySocket } from '../socket/socketType.js';
import { newConnection, type PyConnection } from './connection.js';
import { type Finalize, finalizeAtExit } from './finalize.js';
import { mp } from './state.js';
import { StreamChannel } from './streamChannel.js';
import { arena, member } from './support.js';
import { selectedMs } from './timeouts.js';
import { decodeRecord } from './wire.js';

/** Where connections come in. */
export interface Door {
  readonly address: Py;
  lastAccepted: Py;
  accept(): PyConnection;
  close(): void;
  /** Its socket, as far as programs set its timeout or wait for it. */
  socket(): Py;
  /** What stands for it in a forked process. */
  describe(): Plain;
}

export class SocketDoor implements Door {
  lastAccepted: Py = null;
  finalizer: Finalize | null = null;
  private opened: PySocket | null = null;
  constructor(
    readonly fd: number,
    readonly family: number,
    readonly address: Py,
  ) {}

  /** Errors: those of `bind`. */
  static open(family: number, address: Py): SocketDoor {
    const file = new SocketFile(host().client, family, SOCK_STREAM, 0);
    const where = addressArg(family, address, 'bind');
    onSocket(() => {
      file.bind(where);
      file.listen();
    });
    const local = onSocket(() => file.local);
    const door = new SocketDoor(install(file), family, family === AF_UNIX ? address : pyAddress(family, local));
    const path = family === AF_UNIX ? strValue(address) : undefined;
    if (path !== undefined && !path.startsWith('\0')) door.finalizer = finalizeAtExit(() => removeFile(path), 0);
    return door;
  }

  accept(): PyConnection {
    const limitMs = this.opened?.timeoutMs ?? Infinity;
    const { file, peer } = onSocket(() => (fileAt(this.fd) as SocketFile).accept(limitMs), limitMs);
    this.lastAccepted = pyAddress(this.family, peer);
    return newConnection(StreamChannel.held(install(file)));
  }

  close(): void {
    if (this.opened === null) onSocket(() => closeDescriptor(this.fd));
    else callMethod(this.opened, 'close');
    if (this.finalizer === null) return;
    mp().finalizers.delete(this.finalizer.key);
    removeFile(strValue(this.address)!);
  }

  socket(): PySocket {
    this.opened ??= callKw(member('socket', 'socket'), [], new Map([['fileno', this.fd]])) as PySocket;
    return this.opened;
  }

  describe(): Plain {
    return { fd: this.fd, family: this.family };
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(processPath(path));
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error;
  }
}

/** What `settimeout` is asked of where there is no socket. */
class PyRingSocket extends PyObject {
  timeoutMs = Infinity;
}
const ringSocketType = libraryClass({ name: 'socket', js: PyRingSocket, module: 'socket', hasDict: true });
defineMembers(ringSocketType, () => ({
  settimeout: method('(timeout, /)', (self: PyRingSocket, timeout: Py) => {
    self.timeoutMs = selectedMs(timeout);
    return null;
  }),
  gettimeout: method('()', ({ timeoutMs }: PyRingSocket) =>
    timeoutMs === Infinity ? null : new PyFloat(timeoutMs / 1000),
  ),
}));

export class RingDoor implements Door {
  lastAccepted: Py = null;
  private readonly stand = new PyRingSocket();
  constructor(
    readonly address: Py,
    readonly handle: number,
  ) {}

  static open(address: string): RingDoor {
    const shared = arena();
    const ring = createDirection(shared);
    const handle = openHandle(shared, 'reader', ring);
    shared.release(ring);
    host().client.call('offerRing', address, ring);
    return new RingDoor(address, handle);
  }

  ring(): number {
    return handleAddress(arena(), this.handle);
  }

  accept(): PyConnection {
    const shared = arena();
    const ring = handleAddress(shared, this.handle);
    // Without writers the ring looks ended: there is something only when there is a record.
    const ready = () => ringHasRecord(ring);
    const waiting = scheduler();
    const deadline = waiting.deadlineAfter(this.stand.timeoutMs);
    const isIn = waiting.waitFor({ ready, deadline, sources: [{ ...readerSource(shared, ring), ready }] });
    if (!isIn) throw timedOut();
    getRecord(shared, ring, 0);
    this.lastAccepted = '';
    return decodeRecord(shared);
  }

  close(): void {
    host().client.post('withdrawRing', String(this.address));
    // Those who have come and were not let in find the door closed.
    const ring = handleAddress(arena(), this.handle);
    while (ringHasRecord(ring)) callMethod(this.accept(), 'close');
    closeHandle(arena(), this.handle);
  }

  socket(): Py {
    return this.stand;
  }

  describe(): Plain {
    return { ring: handleAddress(arena(), this.handle) };
  }
}

const ringHasRecord = (ring: number): boolean => ringItems(arena(), ring) > 0;
