/**
 * The life of a server: requests of the program's own processes come as records into its ring, those of others over connections.
 *
 * Each client has a thread here, which goes on where a call has to wait; a call that need not wait is answered at once. Connections have
 * threads that are never without their own.
 */
import { timingSafeEqual } from 'node:crypto';
import { ControlFlow, toPython } from '../../../helpers/exceptions.js';
import { threadApply } from '../../../helpers/threads.js';
import { closeHandle, createDirection, getRecord, openHandle, putRecord, readerSource } from '../../../mp/index.js';
import { isDeaf } from '../../../mp/ring.js';
import { bufferOf } from '../../../object/buffer.js';
import { setAttr, getAttr } from '../../../object/attributes.js';
import { callMethod } from '../../../object/call.js';
import { EOFError, isInstanceOf, KeyboardInterrupt, OSError, SystemExit } from '../../../object/errors.js';
import { toArray } from '../../../object/iterate.js';
import type { Py } from '../../../object/object.js';
import { PyTuple } from '../../../object/values.js';
import { host } from '../../../process/host.js';
import { repr } from '../../../object/text.js';
import { GreenThread, type Scheduler, scheduler } from '../../../threads/scheduler.js';
import type { Steps } from '../../../threads/steps.js';
import { newIdent } from '../../_thread/start.js';
import type { PyConnection } from '../connection.js';
import type { PyListener } from '../listener.js';
import { currentProcess } from '../process.js';
import { arena, member } from '../support.js';
import { debug, info } from '../log.js';
import { answer } from './answer.js';
import { formatError, isOrdinary } from './errors.js';
import { ringName } from './link.js';
import { encodeReply, type Incoming, LEAVING, putWake, readIncoming, type Reply, type Request } from './messages.js';
import type { ServerState } from './serverState.js';
import { addressName, managers } from './state.js';

type Thread<T = void> = Generator<undefined, T, undefined>;

/** How many links there are before those of clients that have gone are looked for. */
const SWEEP_AT = 64;

/** A thread of a client of this program. */
class ClientLink {
  /** Its requests run in this thread, so that locks know whose they are. */
  readonly thread: GreenThread;
  readonly waiting: { number: number; request: Request }[] = [];
  isBusy = false;
  /** Shared objects have been asked over it, not the server alone. */
  hasServed = false;
  constructor(
    readonly id: number,
    readonly ring: number,
    readonly writer: PyConnection,
    readonly name: Py,
  ) {
    this.thread = new GreenThread(newIdent(), true, undefined as never);
  }
}

export class Serving {
  private readonly links = new Map<number, ClientLink>();
  private lastLink = 0;
  private sweepAt = SWEEP_AT;
  private readonly inbox: number;
  /** What keeps the ring open: this process's ends of it. */
  private readonly handles: number[] = [];
  private readonly threads: Scheduler = scheduler();

  constructor(
    private readonly state: ServerState,
    private readonly listener: PyListener,
  ) {
    const shared = arena();
    const ring = listener.ring();
    if (ring === undefined) {
      this.inbox = createDirection(shared);
      this.handles.push(openHandle(shared, 'reader', this.inbox));
      shared.release(this.inbox);
    } else this.inbox = ring;
    // A ring that nobody can write to looks ended.
    this.handles.push(openHandle(shared, 'writer', this.inbox));
  }

  /** Lets the program's processes find the server. */
  offer(): void {
    host().client.call('offerRing', ringName(this.state.address), this.inbox);
  }

  begin(): void {
    const { state } = this;
    if (this.listener.ring() === undefined) this.spawn(this.acceptAll());
    managers().servers.set(addressName(state.address), state);
    state.callHere = (request) => this.callHere(request);
    setAttr(currentProcess(), '_manager_server', state.server);
  }

  close(): void {
    const { state } = this;
    host().client.call('withdrawRing', ringName(state.address));
    managers().servers.delete(addressName(state.address));
    this.dismissAll();
    state.end();
    callMethod(this.listener, 'close');
    for (const handle of this.handles) closeHandle(arena(), handle);
    for (const link of this.links.values()) link.writer.close();
  }

  /** Who has come and was not heard finds the connection closed. */
  private dismissAll(): void {
    while (getRecord(arena(), this.inbox, 0) === 'done') {
      try {
        const incoming = readIncoming(arena());
        if (incoming.kind === 'hello') incoming.writer.close();
        else if (incoming.kind === 'connection') incoming.connection.close();
      } catch (error) {
        info(`manager: a message that cannot be read: ${formatError(toPython(error))}`);
      }
    }
  }

  stop(): void {
    this.state.isStopping = true;
    putWake(arena(), this.inbox);
  }

  /** Serves until it is stopped, as the main thread. */
  runDirect(): void {
    const shared = arena();
    while (!this.state.isStopping) {
      if (getRecord(shared, this.inbox, Infinity) !== 'done') return;
      this.take();
      this.threads.turn();
    }
  }

  /** The same in a thread. */
  *run(): Steps<void> {
    const shared = arena();
    while (!this.state.isStopping) {
      if (getRecord(shared, this.inbox, 0) === 'done') this.take();
      else yield { source: readerSource(shared, this.inbox), deadline: Infinity };
    }
  }

  private spawn(body: Thread): void {
    this.threads.begin(new GreenThread(newIdent(), true, body as Generator<undefined, Py, undefined>));
  }

  // ---------------------------------------------------------------- clients of this program

  /** Deals with the record that was taken last. What cannot be read concerns only who sent it. */
  private take(): void {
    let incoming: Incoming;
    try {
      incoming = readIncoming(arena());
    } catch (error) {
      info(`manager: a message that cannot be read: ${formatError(toPython(error))}`);
      return;
    }
    switch (incoming.kind) {
      case 'hello':
        this.welcome(incoming.writer, incoming.authkey, incoming.name);
        return;
      case 'connection':
        this.spawn(this.serveConnection(this.listener.received(incoming.connection)));
        return;
      case 'broken': {
        const link = this.links.get(incoming.link);
        const e = toPython(incoming.error);
        if (link !== undefined) send(link, incoming.number, ['#TRACEBACK', formatError(e)]);
        return;
      }
      case 'request': {
        const link = this.links.get(incoming.link);
        if (link !== undefined) this.perform(link, incoming.number, incoming.request);
        return;
      }
      case 'wake':
    }
  }

  private welcome(writer: PyConnection, authkey: Py, name: Py): void {
    this.sweep();
    const link = new ClientLink(++this.lastLink, writer.ring(), writer, name);
    if (!sameKey(authkey, this.state.authkey)) {
      send(link, 0, ['#REFUSED', 'digest sent was rejected']);
      writer.close();
      return;
    }
    this.links.set(link.id, link);
    send(link, 0, ['#RETURN', link.id]);
  }

  /** Forgets the links of clients that have ended. */
  private sweep(): void {
    if (this.links.size < this.sweepAt) return;
    for (const link of this.links.values()) {
      if (!link.isBusy && isDeaf(arena(), link.ring)) this.drop(link);
    }
    this.sweepAt = Math.max(SWEEP_AT, this.links.size * 2);
  }

  private drop(link: ClientLink): void {
    this.links.delete(link.id);
    link.writer.close();
  }

  private perform(link: ClientLink, number: number, request: Request): void {
    if (request.method === LEAVING) {
      if (link.hasServed) debug(`got EOF -- exiting thread serving ${repr(link.name)}`);
      this.drop(link);
      return;
    }
    if (!link.hasServed && request.ident !== null) {
      link.hasServed = true;
      debug(`starting server thread to service ${repr(link.name)}`);
    }
    if (link.isBusy) {
      link.waiting.push({ number, request });
      return;
    }
    link.isBusy = true;
    link.thread.done = false;
    link.thread.body = this.serveLink(link, number, request);
    this.threads.begin(link.thread);
  }

  private *serveLink(link: ClientLink, first: number, request: Request): Thread<Py> {
    let number = first;
    let current: Request | undefined = request;
    try {
      while (current !== undefined) {
        send(link, number, yield* answer(this.state, current));
        const next = link.waiting.shift();
        number = next?.number ?? 0;
        current = next?.request;
      }
    } catch (error) {
      // As CPython's thread for the connection would: it ends, and the connection with it.
      if (error instanceof ControlFlow) throw error;
      this.drop(link);
    }
    link.isBusy = false;
    return null;
  }

  // ---------------------------------------------------------------- connections

  private *acceptAll(): Thread {
    const accept = getAttr(this.listener, 'accept');
    for (;;) {
      try {
        const connection = yield* threadApply(accept, [], null);
        this.spawn(this.serveConnection(connection));
      } catch (error) {
        if (!isInstanceOf(error as Py, OSError)) throw error;
        // The listener is closed: nobody is to be served any more.
        if (this.state.isStopping) return;
      }
    }
  }

  private *serveConnection(connection: PyConnection): Thread {
    try {
      yield* this.shakeHands(connection);
      const request = requestOf(yield* threadApply(getAttr(connection, 'recv'), [], null));
      if (request.ident === null && request.method === 'accept_connection') {
        reply(connection, ['#RETURN', null]);
        for (;;) {
          const next = requestOf(yield* threadApply(getAttr(connection, 'recv'), [], null));
          reply(connection, yield* answer(this.state, next));
        }
      }
      reply(connection, yield* answer(this.state, { ...request, ident: null }));
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      this.refuse(connection, toPython(error));
    } finally {
      connection.close();
    }
  }

  private *shakeHands(connection: PyConnection): Thread {
    const { authkey } = this.state;
    yield* threadApply(member('multiprocessing.connection', 'deliver_challenge'), [connection, authkey], null);
    yield* threadApply(member('multiprocessing.connection', 'answer_challenge'), [connection, authkey], null);
  }

  /** Tells the client why its connection ends, if it is still there to hear it. */
  private refuse(connection: PyConnection, e: Py): void {
    if (!isOrdinary(e) || isInstanceOf(e, EOFError)) return;
    try {
      callMethod(connection, 'send', new PyTuple(['#TRACEBACK', formatError(e)]));
    } catch (error) {
      if (error instanceof ControlFlow) throw error;
      info(`manager: a client was refused: ${formatError(e)}`);
    }
  }

  // ---------------------------------------------------------------- this process itself

  /** Answers a request of code of this process. */
  private callHere(request: Request): Reply {
    const body = answer(this.state, request);
    const { threads } = this;
    for (;;) {
      const step = body.next();
      if (step.done === true) return step.value;
      const { wait } = threads.current;
      if (wait !== null) threads.runUntil(() => wait.ready(), wait.deadline, wait.sources);
    }
  }
}

function requestOf(message: Py): Request {
  const [ident, method, args, kwds] = toArray(message);
  return { ident, method, args, kwds };
}

function sameKey(given: Py, expected: Py): boolean {
  const [a, b] = [bufferOf(given), bufferOf(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Sends a reply; one that cannot be encoded is replaced by the reason. */
function send(link: ClientLink, number: number, message: Reply): void {
  const shared = arena();
  let bytes: { bytes: Uint8Array; length: number };
  try {
    bytes = encodeReply(number, message);
  } catch (error) {
    const e = toPython(error);
    if (!isOrdinary(e)) throw error;
    bytes = encodeReply(number, ['#UNSERIALIZABLE', formatError(e)]);
  }
  putRecord(shared, link.ring, bytes.bytes, 0, bytes.length);
}

function reply(connection: PyConnection, [kind, value]: Reply): void {
  try {
    callMethod(connection, 'send', new PyTuple([kind, value]));
  } catch (error) {
    const e = toPython(error);
    if (!isOrdinary(e)) throw error;
    callMethod(connection, 'send', new PyTuple(['#UNSERIALIZABLE', formatError(e)]));
  }
}

/** `Server.serve_forever` ends the process, or the thread, that it runs in. */
export function leave(error: unknown): never {
  if (error !== undefined) {
    if (error instanceof ControlFlow) throw error;
    const e = toPython(error);
    if (!isInstanceOf(e, KeyboardInterrupt) && !isInstanceOf(e, SystemExit)) throw error;
  }
  throw SystemExit(0);
}
