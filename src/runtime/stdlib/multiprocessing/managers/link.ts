/**
 * The client's side: connections to servers, one for each thread.
 *
 * To a server of the program itself a request is one record in the server's ring (messages.ts), to any other it is what CPython sends.
 * A call is made of steps (threads/steps.ts); ordinary code of a process without threads takes the direct way.
 */
import {
  closeHandle,
  createDirection,
  deadlineAfter,
  getRecord,
  handleAddress,
  openHandle,
  putRecord,
  readerSource,
} from '../../../mp/index.js';
import { isDeaf, isMute } from '../../../mp/ring.js';
import { ioError } from '../../../builtins/osError.js';
import { getAttr } from '../../../object/attributes.js';
import { call, callMethod } from '../../../object/call.js';
import { rt } from '../../../object/context.js';
import { equals } from '../../../object/equality.js';
import { EOFError } from '../../../object/errors.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import { PyModule, PyTuple } from '../../../object/values.js';
import { unloadedName } from '../../../import/standIn.js';
import { toArray } from '../../../object/iterate.js';
import { str } from '../../../object/text.js';
import { host } from '../../../process/host.js';
import { existingScheduler } from '../../../threads/scheduler.js';
import type { Steps } from '../../../threads/steps.js';
import { newConnection, type PyConnection } from '../connection.js';
import { PipeChannel } from '../pipeChannel.js';
import { AuthenticationError } from '../context.js';
import { member, arena } from '../support.js';
import { currentProcess } from '../process.js';
import { connectionEnded, convertToError } from './errors.js';
import { encodeHello, encodeRequest, LEAVING, type Reply, readReply, type Request } from './messages.js';
import { addressName, managers, PICKLE } from './state.js';

const EPIPE = 32;
/** How often a new connection looks whether the server is still there. */
const LOOK_MS = 50;

/** A connection over which requests are made one after the other. */
export interface Link {
  /** The server is a process of this program. */
  readonly isInside: boolean;
  /** What its maker showed the server. */
  readonly authkey: Py;
  /** A shared object has been asked over it: to such, the end of the server is a broken pipe. */
  hasServed: boolean;
  steps(request: Request): Steps<Reply>;
  direct(request: Request): Reply;
  close(): void;
}

/** The name under which a server within the program offers its ring. */
export const ringName = (address: Py): string => `manager ${addressName(address)}`;

/** To a server of this program. */
class InsideLink implements Link {
  readonly isInside = true;
  hasServed = false;
  private number = 0;
  /** What the server calls this link. */
  private id = 0;
  constructor(
    private readonly inbox: number,
    private readonly replies: number,
    readonly authkey: Py,
    private readonly address: Py,
  ) {}

  private post(request: Request): number {
    const number = (this.number = (this.number + 1) & 0x3fffffff);
    const { bytes, length } = encodeRequest(this.id, number, request);
    const shared = arena();
    const result = putRecord(shared, handleAddress(shared, this.inbox), bytes, 0, length);
    if (result !== 'done') throw connectionEnded(this.address);
    return number;
  }

  direct(request: Request): Reply {
    const number = this.post(request);
    const shared = arena();
    const ring = handleAddress(shared, this.replies);
    for (;;) {
      if (getRecord(shared, ring, Infinity, 'pipe recv') !== 'done') throw EOFError();
      const reply = readReply(shared, number);
      if (reply !== undefined) return reply;
    }
  }

  *steps(request: Request): Steps<Reply> {
    const number = this.post(request);
    return yield* this.reply(number, Infinity);
  }

  private *reply(number: number, patienceMs: number): Steps<Reply> {
    const shared = arena();
    const ring = handleAddress(shared, this.replies);
    for (;;) {
      const result = getRecord(shared, ring, 0);
      if (result === 'closed') throw EOFError();
      if (result === 'done') {
        const reply = readReply(shared, number);
        if (reply !== undefined) return reply;
      } else {
        if (isDeaf(shared, handleAddress(shared, this.inbox))) throw EOFError();
        yield { source: readerSource(shared, ring), deadline: deadlineAfter(patienceMs) };
      }
    }
  }

  /** Makes itself known to the server. Errors: AuthenticationError. */
  *introduce(name: Py): Steps<void> {
    const shared = arena();
    const replies = handleAddress(shared, this.replies);
    const writer = newConnection(new PipeChannel({ reader: 0, writer: openHandle(shared, 'writer', replies) }), false);
    try {
      const { bytes, length } = encodeHello(writer, this.authkey, name);
      const inbox = handleAddress(shared, this.inbox);
      if (putRecord(shared, inbox, bytes, 0, length) !== 'done') throw ioError(EPIPE);
    } finally {
      writer.close();
    }
    // As long as the message is under way it holds the ring's end open, so the end of the server is looked for.
    const [kind, value] = yield* this.reply(0, LOOK_MS);
    if (kind !== '#RETURN') throw AuthenticationError(value);
    this.id = value;
  }

  /** Tells the server that nothing more is to come. */
  leave(): void {
    if (this.isOpen) this.post(request(LEAVING, []));
  }

  /** False once the server, or its thread for this link, has ended. */
  get isOpen(): boolean {
    const shared = arena();
    return !isDeaf(shared, handleAddress(shared, this.inbox)) && !isMute(shared, handleAddress(shared, this.replies));
  }

  close(): void {
    closeHandle(arena(), this.inbox);
    closeHandle(arena(), this.replies);
  }
}

/** To another program, with CPython's messages. */
class OutsideLink implements Link {
  readonly isInside = false;
  hasServed = true;
  constructor(
    private readonly connection: PyConnection,
    readonly authkey: Py,
  ) {}

  private send({ ident, method, args, kwds }: Request): void {
    callMethod(this.connection, 'send', new PyTuple([ident, method, args, kwds ?? new PyDict()]));
  }

  direct(request: Request): Reply {
    this.send(request);
    return this.receive();
  }

  *steps(request: Request): Steps<Reply> {
    this.send(request);
    const { channel } = this.connection;
    if (channel !== null) yield { source: channel.source(), deadline: Infinity };
    return this.receive();
  }

  private receive(): Reply {
    const [kind, value] = toArray(callMethod(this.connection, 'recv'));
    return [kind, value];
  }

  close(): void {
    this.connection.close();
  }
}

/** Opens a connection to a server. Errors: those of `Client`. */
function* openLink(address: Py, authkey: Py, name: Py): Steps<Link> {
  const ring = host().client.call('findRing', ringName(address));
  if (ring === 0) return new OutsideLink(connectOutside(address, authkey), authkey);
  const shared = arena();
  const replies = createDirection(shared);
  const ends = [openHandle(shared, 'writer', ring), openHandle(shared, 'reader', replies)] as const;
  const link = new InsideLink(...ends, authkey, address);
  shared.release(replies);
  try {
    yield* link.introduce(name);
  } catch (error) {
    link.close();
    throw error;
  }
  return link;
}

function connectOutside(address: Py, authkey: Py): PyConnection {
  const serializer = managers().serializers.get(addressName(address)) ?? PICKLE;
  const [, client] = toArray(
    callMethod(member('multiprocessing.managers', 'listener_client'), '__getitem__', serializer),
  );
  return call(client, [address, null, authkey]);
}

/** True if the server at that address is a process of this program. */
export function isOfProgram(address: Py): boolean {
  const { servers, inside } = managers();
  const name = addressName(address);
  if (inside.has(name) || servers.has(name)) return true;
  if (host().client.call('findRing', ringName(address)) === 0) return false;
  inside.add(name);
  return true;
}

/** The open links of the running thread, by the name of the address. */
function ownLinks(): Map<string, Link> {
  const { links, mainThread } = managers();
  const s = existingScheduler();
  const thread = s === undefined || s.current === s.main ? mainThread : s.current;
  let found = links.get(thread);
  if (found === undefined) links.set(thread, (found = new Map()));
  return found;
}

/** After the server's end: one that shared objects were asked over stays, and fails from now on. */
export function dropUnserved(address: Py): void {
  if (existingLink(address)?.hasServed !== true) dropLinks(address);
}

/** The thread is done with a server for now. */
export function leaveLink(address: Py): void {
  const link = existingLink(address);
  if (link instanceof InsideLink) link.leave();
  dropLinks(address);
}

/** Forgets the connections to a server that is no more. */
function dropLinks(address: Py): void {
  const links = ownLinks();
  const name = addressName(address);
  links.get(name)?.close();
  links.delete(name);
  managers().inside.delete(name);
}

/** A server asks everyone for the key: a connection serves only those who have the one that it was opened with. */
const opensWith = (link: Link, authkey: Py): boolean => link.authkey === authkey || equals(link.authkey, authkey);

/** The running thread's connection to a server, for calls of shared objects. */
export function* linkTo(address: Py, authkey: Py): Steps<Link> {
  const links = ownLinks();
  const name = addressName(address);
  let link = links.get(name);
  if (link === undefined || !opensWith(link, authkey)) {
    const caller = callerName();
    const opened = yield* openLink(address, authkey, caller);
    link?.close();
    links.set(name, (link = opened));
    if (link instanceof OutsideLink) returned(yield* link.steps(request('accept_connection', [caller])));
  }
  return link;
}

/** The connection that the thread already has. */
export const existingLink = (address: Py): Link | undefined => ownLinks().get(addressName(address));

/** Who asks: the name of the process, and of the thread where that is not the main one. */
function callerName(): string {
  const name = str(getAttr(currentProcess(), 'name'));
  const threading = rt.modules.get('threading');
  if (!(threading instanceof PyModule) || unloadedName(threading) !== undefined) return name;
  const thread = str(getAttr(callMethod(threading, 'current_thread'), 'name'));
  return thread === 'MainThread' ? name : `${name}|${thread}`;
}

const request = (method: string, args: readonly Py[], kwds: Py = null): Request => ({
  ident: null,
  method,
  args: new PyTuple([...args]),
  kwds,
});

/** The value of a reply. Errors: what the server answered with. */
export function returned([kind, value]: Reply): Py {
  if (kind === '#RETURN') return value;
  throw convertToError(kind, value);
}

/** Calls a function of the server itself. */
export function* dispatch(address: Py, authkey: Py, method: string, args: readonly Py[], kwds: Py = null): Steps {
  const server = managers().servers.get(addressName(address));
  if (server !== undefined) {
    if (authkey !== null && !equals(authkey, server.authkey)) throw AuthenticationError('digest sent was rejected');
    return returned(server.callHere(request(method, args, kwds)));
  }
  const known = existingLink(address);
  if (known instanceof InsideLink) {
    if (!known.isOpen) dropLinks(address);
    else if (opensWith(known, authkey)) return returned(yield* known.steps(request(method, args, kwds)));
  }
  if (isOfProgram(address))
    return returned(yield* (yield* linkTo(address, authkey)).steps(request(method, args, kwds)));
  const link = new OutsideLink(connectOutside(address, authkey), authkey);
  try {
    return returned(yield* link.steps(request(method, args, kwds)));
  } finally {
    link.close();
  }
}
