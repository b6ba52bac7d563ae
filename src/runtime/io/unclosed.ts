/**
 * Writers that hold data for a file and were not closed.
 *
 * CPython writes such data out as soon as the program forgets the file object (`open(p, 'w').write(text)`), and at the latest at exit. Nothing
 * tells us when an object is forgotten, so it is done when the same file is opened again, when a process starts, and at exit: for those that
 * the main module's variables do not lead to. A forked process has copies of what its parent held; the file gets them if the program
 * flushes them, or at an exit of its own.
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

/** Tells which of the writers the program has forgotten; set by the one who knows the program's variables. */
export const whatIsForgotten = { of: (writers: readonly Unclosed[]): Iterable<Unclosed> => writers };

const waiting = (): Set<Unclosed> => moduleState('unclosed', () => new Set<Unclosed>());

/** Called when a writer begins to hold data. */
export const addUnclosed = (writer: Unclosed): void => void waiting().add(writer);

const inherited = (): WeakSet<Unclosed> => moduleState('inherited writers', () => new WeakSet());

/** Called for a forked process's copy of a writer. */
export function inheritWriter(writer: Unclosed, holdsData: boolean): void {
  inherited().add(writer);
  if (holdsData) addUnclosed(writer);
}

/** Called when it holds none any more. */
export const removeUnclosed = (writer: Unclosed): void => void waiting().delete(writer);

/** Before a path is opened or looked at: writes out what forgotten writers hold for that file. */
export function flushUnclosed(path: NativePath): void {
  const writers = waiting();
  if (writers.size === 0) return;
  let target: { dev: bigint; ino: bigint };
  try {
    target = statSync(path, { bigint: true });
  } catch {
    return;
  }
  const writesThere = (writer: Unclosed): boolean => {
    const status = fileAtOrUndefined(writer.heldFor())?.stat();
    return status !== undefined && status.ino === target.ino && status.dev === target.dev;
  };
  for (const writer of forgotten([...writers].filter(writesThere))) writer.flushHeld();
}

/** Writes out what forgotten writers hold. Errors are given up. */
export function flushForgotten(): void {
  for (const writer of forgotten([...waiting()])) flushOrForget(writer);
}

/** At exit, and before other programs look at our files: writes out what all hold. Errors are given up. */
export function flushAllUnclosed(): void {
  for (const writer of [...waiting()]) flushOrForget(writer);
}

/** Writers that hold data and that the program still has. */
export function keptWriters(): readonly Unclosed[] {
  const left = new Set(forgotten([...waiting()]));
  return [...waiting()].filter((writer) => !left.has(writer));
}

function forgotten(writers: readonly Unclosed[]): Iterable<Unclosed> {
  const known = inherited();
  const own = writers.filter((writer) => !known.has(writer));
  return own.length === 0 ? own : whatIsForgotten.of(own);
}

function flushOrForget(writer: Unclosed): void {
  try {
    writer.flushHeld();
  } catch {
    removeUnclosed(writer);
  }
}
