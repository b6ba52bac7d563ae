/**
 * Writers that hold data for a file and were not closed.
 *
 * CPython writes such data out as soon as the program forgets the file object (`open(p, 'w').write(text)`), and at the latest at exit. Nothing
 * tells us when an object is forgotten, so it is done when the same file is opened again, and at exit.
 */
import { statSync } from 'node:fs';
import { moduleState } from '../object/context.js';
import { fileAtOrUndefined } from './descriptors.js';
import type { NativePath } from './paths.js';

export interface Unclosed {
  /** Writes out what is held. May raise. */
  flushHeld(): void;
  /** Descriptor that it writes to, -1 if that is not known. */
  heldFor(): number;
}

const waiting = (): Set<Unclosed> => moduleState('unclosed', () => new Set<Unclosed>());

/** Called when a writer begins to hold data. */
export const addUnclosed = (writer: Unclosed): void => void waiting().add(writer);

/** Called when it holds none any more. */
export const removeUnclosed = (writer: Unclosed): void => void waiting().delete(writer);

/** Before a path is opened or looked at: writes out what is held for that file. */
export function flushUnclosed(path: NativePath): void {
  const writers = waiting();
  if (writers.size === 0) return;
  let target: { dev: bigint; ino: bigint };
  try {
    target = statSync(path, { bigint: true });
  } catch {
    return;
  }
  for (const writer of [...writers]) {
    const file = fileAtOrUndefined(writer.heldFor());
    if (file === undefined) continue;
    const status = file.stat();
    if (status.ino === target.ino && status.dev === target.dev) writer.flushHeld();
  }
}

/** At exit, and before other programs look at our files. Errors are given up. */
export function flushAllUnclosed(): void {
  for (const writer of [...waiting()]) {
    try {
      writer.flushHeld();
    } catch {
      removeUnclosed(writer);
    }
  }
}
