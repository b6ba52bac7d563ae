/**
 * Objects of a server that lie in the arena: processes of the program work on them without asking the server.
 *
 * Lists and dicts are kept as the encoded form of their items, which is what clients get of them anyway; locks and semaphores are those of
 * the arena. The ident of such an object says where it lies. The server works on it in the same way for clients of other programs.
 * An object ends with its server: what is left of it says so to whoever comes later.
 */
import { Entry, ProcessState } from '../../../mp/index.js';
import { moduleState } from '../../../object/context.js';
import type { Py } from '../../../object/object.js';
import type { Steps } from '../../../threads/steps.js';
import { arena } from '../support.js';

/** Cells at the beginning of each object; what is behind them is the kind's. */
export const Head = { kind: 0, isOver: 1, server: 2, serverPid: 3, body: 4 } as const;

/** Idents of other objects begin with 7f. */
const IDENT_BASE = 0x7e0000000000;
const IDENT_SCALE = 16;
const IDENT = /^7e[0-9a-f]{10}$/;

/** What can be done with a kind of object. */
export interface Kind {
  /** Methods that need no server. */
  readonly methods: ReadonlySet<string>;
  /** What is exposed of it where nobody says, as `dir` would show it. */
  readonly exposed?: readonly string[];
  /** Calls one of them; the result is nobody else's. */
  call(at: number, method: string, args: readonly Py[], kwds: Py): Py;
  /** The same for a thread, where it may have to wait. */
  steps?(at: number, method: string, args: readonly Py[], kwds: Py): Steps;
  /** What `__iter__` gives on the server, where that is to notice changes. */
  iterator?(at: number): Py;
  /** An object of Python's that is like it. */
  value(at: number): Py;
  /** Gives back what it holds, and wakes who waits for it. */
  end(at: number): void;
}

/** The kinds by number. Filled in when the module is loaded. */
interface Kinds {
  readonly list: Kind[];
}
export const kinds = (): Kinds => moduleState('multiprocessing shared kinds', () => ({ list: [] }));

/** Allocates an object with `cells` cells behind its head. */
export function newShared(kind: number, cells: number): number {
  const shared = arena();
  const at = shared.alloc((Head.body + cells) * 4);
  const { i32, self } = shared;
  i32[at + Head.kind] = kind;
  i32[at + Head.server] = self;
  i32[at + Head.serverPid] = i32[self + Entry.pid]!;
  return at;
}

export const identAt = (at: number): string => (IDENT_BASE + at * IDENT_SCALE).toString(16);

/** Where the object of an ident lies, 0 if it is not in the arena. */
export const addressOfIdent = (ident: Py): number =>
  typeof ident === 'string' && IDENT.test(ident) ? (Number.parseInt(ident, 16) - IDENT_BASE) / IDENT_SCALE : 0;

/** Whether the object's server still runs. */
export function isAlive(at: number): boolean {
  const shared = arena();
  shared.reach(at, Head.body);
  const { i32 } = shared;
  const server = i32[at + Head.server]!;
  return (
    i32[at + Head.isOver] === 0 &&
    i32[server + Entry.pid] === i32[at + Head.serverPid] &&
    Atomics.load(i32, server + Entry.state) !== ProcessState.ended
  );
}

export const kindAt = (at: number): Kind => kinds().list[arena().i32[at + Head.kind]!]!;

/** The object is no more. Its head stays, for proxies that are still about. */
export function endShared(at: number): void {
  Atomics.store(arena().i32, at + Head.isOver, 1);
  kindAt(at).end(at);
}
