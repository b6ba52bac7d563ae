/**
 * Sockets that the program has forgotten without closing them.
 *
 * CPython closes a socket with the last reference to it. Nothing tells us when that happens, so it is looked for when the process has
 * waited for a while: it may be for somebody who waits for the end of what comes through that socket.
 */
import { moduleState } from '../object/context.js';
import { collectGarbage } from '../object/garbage.js';
import { whenIdle } from '../object/idle.js';
import { existingScheduler } from '../threads/scheduler.js';
import { closeDescriptor, fileAtOrUndefined } from './descriptors.js';
import type { OpenFile } from './openFile.js';

/** What an object that stands for an open socket holds. */
export interface HeldDescriptor {
  readonly owner: WeakRef<object>;
  readonly fd: number;
  readonly file: OpenFile;
  /** It was closed, or belongs to somebody else now. */
  isOver: boolean;
}

interface Held {
  open: HeldDescriptor[];
  /** With so many it is looked which are over. */
  limit: number;
  /** When it may be looked again (`performance.now()`), and how often that was in vain. */
  nextLook: number;
  vain: number;
  /** What a call uses that is under way. */
  used: unknown;
}

const FEW = 64;
/** What looking may take of the time; less and less where nothing is found. */
const SHARE = 0.1;
const FEW_VAIN = 3;
const MOST_VAIN = 12;

const held = () =>
  moduleState<Held>('held sockets', () => ({ open: [], limit: FEW, nextLook: 0, vain: 0, used: null }));

/** Closes `fd` when nothing refers to `owner` any more. The owner says with `isOver` that it does not need that. */
export function holdDescriptor(owner: object, fd: number): HeldDescriptor | null {
  const file = fileAtOrUndefined(fd);
  if (file === undefined) return null;
  const all = held();
  if (all.open.length >= all.limit) {
    all.open = all.open.filter(({ isOver }) => !isOver);
    all.limit = Math.max(FEW, 2 * all.open.length);
  }
  const hold = { owner: new WeakRef(owner), fd, file, isOver: false };
  all.open.push(hold);
  all.vain = 0;
  whenIdle(closeForgotten);
  return hold;
}

/** Runs a call on a socket that may wait: while it does, the socket is not forgotten. */
export function whileUsed<T>(owner: unknown, run: () => T): T {
  const all = held();
  const before = all.used;
  all.used = owner;
  try {
    return run();
  } finally {
    all.used = before;
  }
}

/** Returns whether there were any. */
function closeForgotten(): boolean {
  const all = held();
  const start = performance.now();
  if (start < all.nextLook || !isSafe() || all.open.every(({ isOver }) => isOver)) return false;
  collectGarbage();
  const gone = all.open.filter(({ isOver, owner }) => !isOver && owner.deref() === undefined);
  for (const hold of gone) {
    hold.isOver = true;
    // Who closed the descriptor by its number may have opened something else since.
    if (fileAtOrUndefined(hold.fd) === hold.file) closeDescriptor(hold.fd);
  }
  all.open = all.open.filter(({ isOver }) => !isOver);
  all.vain = gone.length > 0 ? 0 : Math.min(MOST_VAIN, all.vain + 1);
  const end = performance.now();
  all.nextLook = end + ((end - start) / SHARE) * 2 ** Math.max(0, all.vain - FEW_VAIN);
  return gone.length > 0;
}

/** A thread that waits inside a call may have nothing but a number left of what it waits for. */
function isSafe(): boolean {
  const scheduler = existingScheduler();
  return (
    scheduler === undefined ||
    (scheduler.current === scheduler.main && scheduler.threads.every(({ onStack }) => !onStack))
  );
}
