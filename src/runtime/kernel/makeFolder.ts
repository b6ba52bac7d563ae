import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those that it is to be in; false if it was there already. Throws what `mkdir` says where that cannot be.
 * Node's own recursive form never returns where the system denies that a folder is there which it does not let be made (`/proc`).
 */
export function makeFolder(path: string): boolean {
  try {
    return madeIn(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  makeFolder(dirname(path));
  return madeIn(path);
}

function madeIn(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
