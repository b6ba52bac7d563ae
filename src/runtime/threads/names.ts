/** The thread that a process is forked in: the only one of the new process, and so its main thread. */
import { importModule } from '../import/importFunction.js';
import { unloadedName } from '../import/standIn.js';
import { nameForLibrary } from '../import/twins.js';
import { getAttr, setAttr } from '../object/attributes.js';
import { call, callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { PyModule, PyTuple } from '../object/values.js';
import { existingScheduler, scheduler } from './scheduler.js';

/** The `Thread` object of the running thread; null for the main thread, and for one that `threading` does not know. */
export function runningThread(): Py {
  const s = existingScheduler();
  const module = rt.modules.get(nameForLibrary('threading'));
  if (s === undefined || s.current === s.main || !(module instanceof PyModule) || unloadedName(module) !== undefined)
    return null;
  const active = module.namespace.get('_active');
  return (active instanceof PyDict ? active.get(s.current.ident) : undefined) ?? null;
}

/** The thread that forked is the main thread here. */
export function adoptThread(thread: Py): void {
  const { namespace } = threading();
  namespace.set('_main_thread', thread);
  const active = namespace.get('_active');
  const { ident } = scheduler().main;
  callMethod(active, 'clear');
  active.set(ident, thread);
  setAttr(thread, '_ident', ident);
}

/** Reports an exception that ended the running thread, as `threading` does. */
export function reportThreadException(e: Py): void {
  const own = importModule('threading', null, ['*'], 0);
  const current = call(getAttr(own, rt.dialect === 2 ? 'currentThread' : 'current_thread'), []);
  const args = call(getAttr(own, 'ExceptHookArgs'), [new PyTuple([e.c$, e, e.tb, current])]);
  call(getAttr(own, 'excepthook'), [args]);
}

const threading = (): PyModule => importModule(nameForLibrary('threading'), null, ['*'], 0);
