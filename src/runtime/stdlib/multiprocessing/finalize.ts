/** `util.Finalize` and the registry of what runs when the process ends. */

import { toPython } from '../../helpers/exceptions.js';
import type { Keywords } from '../../object/binding.js';
import { call, callKw } from '../../object/call.js';
import { AssertionError, PyBaseException, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { intValue, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { builtinType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { formatTraceback } from '../../traceback/format.js';
import { attach, checkReferable, forget, type PyWeakRef, referenceType } from '../weakref/reference.js';
import { mp } from './state.js';
import { pid, writeStderr } from './support.js';

/** A call to be made once: when asked for, or when the process ends if it has a priority. */
export class Finalize extends PyObject {
  key = -1;
  callback: Py = null;
  args: readonly Py[] = [];
  kwargs: Keywords | null = null;
  /** Higher runs earlier; null does not run at the end. */
  priority: number | null = null;
  pid = 0;
  /** To the object with which it goes. */
  reference: PyWeakRef | null = null;
}

export const finalizeType: PyType = builtinType({
  name: 'Finalize',
  js: Finalize,
  module: 'multiprocessing.util',
  hasDict: true,
});

/** Registers a call of the runtime's own. */
export function finalizeAtExit(run: () => void, priority: number): Finalize {
  const self = new Finalize();
  register(
    self,
    () => {
      run();
      return null;
    },
    [],
    null,
    priority,
  );
  return self;
}

function register(
  self: Finalize,
  callback: Py,
  args: readonly Py[],
  kwargs: Keywords | null,
  priority: number | null,
): void {
  const state = mp();
  Object.assign(self, { callback, args, kwargs, priority, pid: pid(), key: state.finalizerCount++ });
  state.finalizers.set(self.key, self);
}

/** Takes it off the list. Returns whether it was there. */
function unregister(self: Finalize): boolean {
  if (self.reference !== null) forget(self.reference);
  self.reference = null;
  return mp().finalizers.delete(self.key);
}

/** Lets it be called when the object is no more. */
function watch(self: Finalize, obj: Py): void {
  checkReferable(obj);
  const callback = fn('(reference)', () => runFinalizer(self));
  self.reference = new (referenceType.ctor as typeof PyWeakRef)(obj, callback);
  attach(obj, self.reference);
}

export function runFinalizer(self: Finalize): Py {
  if (!unregister(self)) return null;
  const { callback, args, kwargs } = self;
  self.callback = null;
  if (self.pid !== pid()) return null;
  return kwargs === null ? call(callback, args) : callKw(callback, args, kwargs);
}

/** Runs the finalizers of at least that priority, the highest and newest first; undefined: all that have one. */
export function runFinalizers(least?: number): void {
  const { finalizers } = mp();
  for (;;) {
    const due = [...finalizers.values()].filter(
      (f) => f.priority !== null && (least === undefined || f.priority >= least),
    );
    if (due.length === 0) break;
    due.sort((a, b) => b.priority! - a.priority! || b.key - a.key);
    for (const finalizer of due) {
      if (!finalizers.has(finalizer.key)) continue;
      try {
        runFinalizer(finalizer);
      } catch (error) {
        const e = toPython(error);
        if (!(e instanceof PyBaseException)) throw error;
        writeStderr(formatTraceback(e));
      }
    }
  }
  if (least === undefined) finalizers.clear();
}

defineMembers(finalizeType, () => ({
  __init__: method(
    '(obj, callback, args=(), kwargs=None, exitpriority=None)',
    (self: Finalize, obj: Py, callback: Py, args: Py, kwargs: Py, priority: Py) => {
      const level = priority === undefined || priority === null ? null : intValue(priority);
      if (level === undefined) throw ErrorOfPriority(priority);
      if (obj === null && level === null) throw ValueError('Without object, exitpriority cannot be None');
      if (obj !== null) watch(self, obj);
      let keywords: Keywords | null = null;
      if (kwargs !== undefined && kwargs !== null) {
        keywords = new Map();
        for (const key of kwargs.keyList()) keywords.set(strValue(key)!, kwargs.get(key));
      }
      register(
        self,
        callback,
        args === undefined ? [] : toArray(args),
        keywords,
        level === null ? null : Number(level),
      );
      return null;
    },
  ),
  __call__: method('(wr=None)', (self: Finalize) => runFinalizer(self)),
  cancel: method('()', (self: Finalize) => {
    unregister(self);
    return null;
  }),
  still_active: method('()', (self: Finalize) => mp().finalizers.has(self.key)),
  __repr__: method('()', (self: Finalize) => {
    if (!mp().finalizers.has(self.key)) return '<Finalize object, dead>';
    const parts = [`callback=${repr(self.callback?.$__name__ ?? self.callback)}`];
    if (self.priority !== null) parts.push(`exitpriority=${self.priority}`);
    return `<Finalize object, ${parts.join(', ')}>`;
  }),
}));

const ErrorOfPriority = (priority: Py) =>
  AssertionError(`Exitpriority (${repr(priority)}) must be None or int, not ${repr(typeOf(priority))}`);
