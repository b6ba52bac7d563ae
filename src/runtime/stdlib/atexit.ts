/**
 * `atexit`: functions that run at the end of the program, the last registered first.
 * Spec: https://docs.python.org/3/library/atexit.html
 */
import { getAttr, special } from '../object/attributes.js';
import { callKw, callMethod } from '../object/call.js';
import { moduleState, rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { TypeError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { PyList, PyTuple } from '../object/values.js';
import { runDeferredExits } from '../import/deferred.js';
import { ControlFlow, toPython } from '../helpers/exceptions.js';
import { formatTraceback } from '../traceback/format.js';
import { writeUnraisable } from '../traceback/unraisable.js';
import { exitHook } from './multiprocessing/util.js';

interface Callback {
  readonly f: Py;
  readonly args: Py[];
  readonly kwargs: Map<string, Py>;
  readonly hook: () => void;
}

/** Those still to be called, oldest first. */
const callbacks = () => moduleState<Callback[]>('atexit', () => []);
const exitHooks = () => moduleState<(() => void)[]>('exit hooks', () => []);

function register(f: Py, args: Py[], kwargs: Map<string, Py>): Py {
  if (typeof f !== 'function' && (f === null || special(f, '__call__') === undefined))
    throw TypeError('the first argument must be callable');
  runDeferredExits();
  const callback: Callback = { f, args, kwargs, hook: () => run(callback) };
  const { hook } = callback;
  const hooks = exitHooks();
  const own = new Set(callbacks().map((callback) => callback.hook));
  // Before what was registered earlier, `multiprocessing` included; after the threads have ended.
  const at = hooks.findIndex((other) => other === exitHook || own.has(other));
  hooks.splice(at < 0 ? hooks.length : at, 0, hook);
  callbacks().push(callback);
  return f;
}

function run(callback: Callback): void {
  remove(callback);
  try {
    callKw(callback.f, callback.args, callback.kwargs);
  } catch (error) {
    if (error instanceof ControlFlow) throw error;
    report(callback.f, toPython(error));
  }
}

/** What is registered, oldest first, for a forked process: functions, arguments and keyword arguments. */
export function exitCallbacks(): PyList {
  const entries = callbacks().map(
    ({ f, args, kwargs }) => new PyTuple([f, new PyList([...args]), PyDict.of([...kwargs])]),
  );
  return new PyList(entries);
}

/** Registers what the process that this one was forked from had registered. */
export function restoreExitCallbacks(entries: PyList): void {
  for (const { items } of entries.items as PyTuple[]) {
    const [f, args, kwargs] = items;
    register(f, args.items, new Map(kwargs.entryList()));
  }
}

function report(f: Py, e: Py): void {
  if (rt.dialect === 2) {
    callMethod(
      getAttr(rt.modules.get('sys'), 'stderr'),
      'write',
      `Error in atexit._run_exitfuncs:\n${formatTraceback(e)}`,
    );
    return;
  }
  writeUnraisable(e, null, `Exception ignored in atexit callback ${repr(f)}`);
}

function remove({ hook }: Callback): void {
  const list = callbacks();
  const at = list.findIndex((callback) => callback.hook === hook);
  if (at >= 0) list.splice(at, 1);
}

function unregister(f: Py): null {
  const hooks = exitHooks();
  for (const callback of [...callbacks()]) {
    if (callback.f !== f && !equals(callback.f, f)) continue;
    remove(callback);
    hooks.splice(hooks.indexOf(callback.hook), 1);
  }
  return null;
}

function runAll(): null {
  const hooks = exitHooks();
  for (const { hook } of [...callbacks()].reverse()) {
    hooks.splice(hooks.indexOf(hook), 1);
    hook();
  }
  return null;
}

export default (): Record<string, Py> => ({
  __doc__: 'Functions that are called when the program ends.',
  register: fn('(func, /, *args, **kwargs)', register),
  unregister: fn('(func, /)', unregister),
  _run_exitfuncs: fn('()', runAll),
  _ncallbacks: fn('()', () => callbacks().length),
  _clear: fn('()', () => {
    for (const { f } of [...callbacks()]) unregister(f);
    return null;
  }),
});
