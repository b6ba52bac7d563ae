/**
 * A process's line to the kernel.
 *
 * A call is synchronous: a message to the kernel, a wait on the `replies` cell, and the reply taken from the port without an event
 * loop. Several calls may be under way (threads of one process): replies are kept until asked for.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import {
  type Arena,
  block,
  cellSource,
  closeAllHandles,
  createEntry,
  Entry,
  inheritHandles,
  type WaitSource,
} from '../mp/index.js';
import { KernelError } from './errors.js';
import type { Reply, Request, StartKind } from './messages.js';
import type { KernelMethods } from './methods.js';

type Args<K extends keyof KernelMethods> = Parameters<KernelMethods[K]>;
type Result<K extends keyof KernelMethods> = ReturnType<KernelMethods[K]>;

/** A call that has been sent. */
export interface PendingCall<T> {
  /** True if `result` would not wait. */
  done(): boolean;
  /** Waits for the reply. Throws `KernelError` if the call failed, or what the interrupt hook throws: the call is then cancelled. */
  result(): T;
  /** To wait for it together with other things. */
  readonly source: WaitSource;
  cancel(): void;
}

/** A process that has an entry and does not run yet. */
export interface PreparedProcess {
  readonly kind: StartKind;
  readonly entry: number;
  readonly pid: number;
  /** For each handle of the caller, the one that the new process has on the same object. Empty unless forked. */
  readonly handles: ReadonlyMap<number, number>;
}

export class KernelClient {
  #lastId = 0;
  readonly #replies = new Map<number, Reply>();
  readonly #cancelled = new Set<number>();
  /** Entries of the children that nobody has waited for, by pid: processes that this one launched, and programs. */
  readonly children = new Map<number, number>();
  /** Processes that have a pid and wait until they are wanted, by pid: what lets them begin. */
  readonly unstarted = new Map<number, () => void>();

  constructor(
    readonly arena: Arena,
    readonly port: MessagePort,
  ) {}

  /** Makes a call and waits for its result. Errors: `KernelError`. */
  call<K extends keyof KernelMethods>(method: K, ...args: Args<K>): Result<K> {
    return this.#await(this.#send(method, args)) as Result<K>;
  }

  /** Makes a call without waiting: the result is asked for later. */
  begin<K extends keyof KernelMethods>(method: K, ...args: Args<K>): PendingCall<Result<K>> {
    const id = this.#send(method, args);
    const cell = this.arena.self + Entry.replies;
    const done = () => this.#has(id);
    return {
      done,
      result: () => this.#await(id) as Result<K>,
      source: { ...cellSource(this.arena, cell, 0), ready: done },
      cancel: () => this.#cancel(id),
    };
  }

  /** Makes a call whose result nobody wants. */
  post<K extends keyof KernelMethods>(method: K, ...args: Args<K>): void {
    this.#request({ type: 'call', id: 0, method, args });
  }

  /**
   * Makes the entry of a new process, so that what it needs can be opened for it. A fork has all that the caller has open,
   * and its signal masks. To be followed by `launch`, or by `discard` if the process cannot be started.
   */
  prepare(kind: StartKind, name: string): PreparedProcess {
    const { arena } = this;
    const entry = createEntry(arena, name, arena.i32[arena.self + Entry.pid]!);
    const handles = kind === 'fork' ? inheritHandles(arena, entry) : new Map<number, number>();
    const { i32, self } = arena;
    if (kind === 'fork') {
      for (const mask of [Entry.handled, Entry.awaited]) i32[entry + mask] = i32[self + mask]!;
    }
    // Ignored signals stay ignored in a spawned process too.
    i32[entry + Entry.ignored] = i32[self + Entry.ignored]!;
    return { kind, entry, pid: i32[entry + Entry.pid]!, handles };
  }

  /**
   * Starts a prepared process; costs the caller one message.
   * @param transfer buffers in the payload that are moved rather than copied.
   */
  launch({ kind, entry, pid }: PreparedProcess, payload: unknown, transfer: readonly ArrayBuffer[] = []): void {
    this.children.set(pid, entry);
    this.#request({ type: 'start', entry, kind, payload, transfer }, transfer);
  }

  discard({ entry }: PreparedProcess): void {
    closeAllHandles(this.arena, entry);
  }

  #send(method: keyof KernelMethods, args: readonly unknown[]): number {
    const id = ++this.#lastId;
    this.#request({ type: 'call', id, method, args });
    return id;
  }

  #request(request: Request, transfer: readonly ArrayBuffer[] = []): void {
    this.port.postMessage(request, transfer);
  }

  #await(id: number): unknown {
    const { arena } = this;
    const cell = arena.self + Entry.replies;
    try {
      for (;;) {
        const seen = Atomics.load(arena.i32, cell);
        if (this.#has(id)) return unwrap(this.#take(id));
        block(arena, 'kernel call', id, cell, seen, Infinity);
      }
    } catch (error) {
      if (!(error instanceof KernelError)) this.#cancel(id);
      throw error;
    }
  }

  #has(id: number): boolean {
    for (let got = receiveMessageOnPort(this.port); got !== undefined; got = receiveMessageOnPort(this.port)) {
      const reply = got.message as Reply;
      if (!this.#cancelled.delete(reply.id)) this.#replies.set(reply.id, reply);
    }
    return this.#replies.has(id);
  }

  #take(id: number): Reply {
    const reply = this.#replies.get(id)!;
    this.#replies.delete(id);
    return reply;
  }

  #cancel(id: number): void {
    if (this.#replies.delete(id)) return;
    this.#cancelled.add(id);
    this.#request({ type: 'cancel', id });
  }
}

function unwrap(reply: Reply): unknown {
  if (reply.ok) return reply.value;
  throw new KernelError(reply.error.code, reply.error.message);
}
