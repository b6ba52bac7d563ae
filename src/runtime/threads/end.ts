/** The end of a process's threads. */

import { findAttr } from '../object/attributes.js';
import { nameForLibrary } from '../import/twins.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { PyModule } from '../object/values.js';
import { unloadedName } from '../import/standIn.js';
import { existingScheduler } from './scheduler.js';

/** Runs what `threading` has registered for the end (executors wake their threads with it), then waits for the threads. */
export function endThreads(): void {
  if (existingScheduler() === undefined) return;
  const threading = rt.modules.get(nameForLibrary('threading'));
  const hasRun = threading instanceof PyModule && unloadedName(threading) === undefined;
  if (hasRun && findAttr(threading, '_shutdown') !== undefined) callMethod(threading, '_shutdown');
  existingScheduler()!.joinAll();
}
