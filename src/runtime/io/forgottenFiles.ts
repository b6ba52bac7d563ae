/**
 * Files that the program opened by name and forgot without closing them: `for line in open(path)`.
 *
 * CPython closes such a file with the last reference to it. Here their descriptors are given back when there are many, and when the
 * system has no more: those of the objects that a collection has taken. What a forgotten writer still holds is written out first.
 */
import { moduleState } from '../object/context.js';
import { collectGarbage, sweepGone } from '../object/garbage.js';
import { closeDescriptor, fileAtOrUndefined } from './descriptors.js';
import type { OpenFile } from './openFile.js';
import { flushForgotten } from './unclosed.js';

interface Held {
  readonly owner: WeakRef<object>;
  readonly fd: number;
  readonly file: OpenFile;
}

interface Files {
  open: Held[];
  /** With so many it is looked which are gone. */
  limit: number;
}

const FEW = 256;
const files = () => moduleState<Files>('files opened by name', () => ({ open: [], limit: FEW }));

/** Notes that the descriptor is only `owner`'s: it ends with that. */
export function holdFile(owner: object, fd: number): void {
  const all = files();
  const file = fileAtOrUndefined(fd);
  if (file === undefined) return;
  if (all.open.length >= all.limit) makeRoom(all);
  all.open.push({ owner: new WeakRef(owner), fd, file });
}

function makeRoom(all: Files): void {
  dropClosed(all);
  if (all.open.length < FEW) return;
  flushForgotten();
  sweepGone(
    () => all.open.length,
    () => closeGone(all),
    FEW,
  );
  // Soon again: descriptors run out, and it may not have been time for a collection yet.
  all.limit = all.open.length + FEW;
}

/** Opens something; once more where the system has no descriptor left, and files that the program has forgotten have some. */
export function withRoom(open: () => number): number {
  try {
    return open();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if ((code === 'EMFILE' || code === 'ENFILE') && closeForgottenFiles()) return open();
    throw error;
  }
}

/** Returns whether there were any. */
function closeForgottenFiles(): boolean {
  const all = files();
  dropClosed(all);
  const before = all.open.length;
  if (before === 0) return false;
  flushForgotten();
  collectGarbage();
  closeGone(all);
  return all.open.length < before;
}

/** Somebody may have closed a descriptor, or its number, and opened something else there since. */
const isOpen = ({ fd, file }: Held): boolean => fileAtOrUndefined(fd) === file;

function dropClosed(all: Files): void {
  all.open = all.open.filter(isOpen);
}

function closeGone(all: Files): void {
  all.open = all.open.filter((held) => {
    if (held.owner.deref() !== undefined) return true;
    if (isOpen(held)) closeDescriptor(held.fd);
    return false;
  });
}
