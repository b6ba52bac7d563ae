/** The thread that a process is forked in: the only one of the new process, and so its main thread. */
import { importModule } from '../import/importFunction.js';
import { getAttr, setAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { str } from '../object/text.js';
import { PyTuple } from '../object/values.js';
import { existingScheduler } from './scheduler.js';

/** Name of the running thread, null for the main thread. */
export function runningThreadName(): string | null {
  const s = existingScheduler();
  return s === undefined || s.current === s.main ? null : str(getAttr(currentThread(), 'name'));
}

/** The thread that forked is the main thread here, under its name. */
export function nameMainThread(name: string): void {
  const thread = currentThread();
  setAttr(thread, '__class__', getAttr(threading(), 'Thread'));
  setAttr(thread, 'name', name);
}

/** Reports an exception that ended the running thread, as `threading` does. */
export function reportThreadException(e: Py): void {
  const args = call(getAttr(threading(), 'ExceptHookArgs'), [new PyTuple([e.c$, e, e.tb, currentThread()])]);
  call(getAttr(threading(), 'excepthook'), [args]);
}

const threading = (): Py => importModule('threading', null, ['*'], 0);

const currentThread = (): Py => call(getAttr(threading(), rt.dialect === 2 ? 'currentThread' : 'current_thread'), []);
