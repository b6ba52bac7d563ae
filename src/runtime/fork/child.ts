/** What a forked child does first: it takes over what the snapshot holds. */

import { afterModuleLoad } from '../import/load.js';
import type { Context } from '../object/context.js';
import type { Py } from '../object/object.js';
import { afterLoad } from './library.js';
import { Restorer } from './restore.js';

/** The roots of a snapshot, in the running process, which has imported nothing of the program yet. */
export function restore(bytes: Uint8Array): Py[] {
  afterModuleLoad.current = afterLoad;
  return new Restorer(bytes).start();
}

export function restoreInto(_context: Context, bytes: Uint8Array): Py[] {
  return restore(bytes);
}
