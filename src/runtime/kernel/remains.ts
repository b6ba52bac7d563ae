/** What a process leaves behind that was ended by force: locks, open files, output that nobody has written. */
import { closeSync } from 'node:fs';
import { type Arena, buryProcess, filesLeft, freeFiles, freeOutputs, LockBusy, pendingOutputs } from '../mp/index.js';
import { recoverRobust } from '../mp/robust.js';
import type { ExitStatus } from './messages.js';
import { writeAll } from './stdio.js';

/**
 * Ends the process for those who wait for its end. Its files are closed before they know.
 *
 * @returns false where a lock is being used that would have to be put in order first: to be tried again.
 */
export function bury(arena: Arena, entry: number, status: ExitStatus): boolean {
  try {
    arena.refreshIfGrown();
    recoverRobust(arena.i32, entry);
    closeFiles(arena, entry);
    buryProcess(arena, entry, status);
  } catch (busy) {
    if (busy instanceof LockBusy) return false;
    throw busy;
  }
  for (const { fd, bytes } of pendingOutputs(arena, entry)) writeAll(fd, bytes);
  freeOutputs(arena, entry);
  return true;
}

function closeFiles(arena: Arena, entry: number): void {
  for (const native of filesLeft(arena, entry)) {
    try {
      closeSync(native);
    } catch {
      // An error of the system (of writes that it has put off): there is nobody left to tell.
    }
  }
  freeFiles(arena, entry);
}
