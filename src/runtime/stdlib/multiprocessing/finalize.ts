/** `util.Finalize` and the registry of what runs when the process ends. */

import { toPython } from '../../helpers/exceptions.js';
import { findAttr } from '../../object/attributes.js';
import { call, callKw } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { AssertionError, PyBaseException, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers } from '../../object/install.js';
import { toArray } from '../../object/iterate.js';
import { intValue, strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import type { PyDict } from '../../object/table.js';
import { repr, str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { libraryClass, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { formatTraceback } from '../../traceback/format.js';
import { attach, checkReferable, forget, type PyWeakRef, referenceType } from '../weakref/reference.js';
import { hasLogger, logAt, SUBDEBUG } from './log.js';
import { mp } from './state.js';
import { pid, writeStderr } from './support.js';

/** A call to be made once: when asked for, or when the process ends if it has a priority. */
export class Finalize extends PyObject {
  key = -1;
  callback: Py = null;
  args: Py = null;
  kwargs: PyDict | null = null;
  /** Whether the program has made it: then the log tells of it. */
  isShown = false;
  /** Higher runs earlier; null does not run at the end. */
  priority: number | null = null;
  pid = 0;
  /** To the object with which it goes. */
  reference: PyWeakRef | null = null;
}

export const finalizeType: PyType = libraryClass({
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
    new PyTuple([]),
    null,
    priority,
  );
  return self;
}

function register(self: Finalize, callback: Py, args: Py, kwargs: PyDict | null, priority: number | null): void {
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
  if (!unregister(self)) {
    subDebug(() => 'finalizer no longer registered');
    return null;
  }
  const { callback, args, kwargs } = self;
  self.callback = null;
  if (self.pid !== pid()) {
    subDebug(() => 'finalizer ignored because different process');
    return null;
  }
  if (self.isShown) {
    const shown = (o: Py) => (o === null ? '{}' : str(o));
    subDebug(() => `finalizer calling ${shown(callback)} with args ${shown(args)} and kwargs ${shown(kwargs)}`);
  }
  if (kwargs === null) return call(callback, toArray(args));
  return callKw(callback, toArray(args), new Map(kwargs.keyList().map((key) => [strValue(key)!, kwargs.get(key)])));
}

function subDebug(message: () => string): void {
  if (hasLogger()) logAt(SUBDEBUG, message());
}

/** As CPython shows it: one without an object counts as dead. */
function reprFinalize(self: Finalize): string {
  if (self.reference === null || !mp().finalizers.has(self.key)) return '<Finalize object, dead>';
  const parts = [`callback=${str(findAttr(self.callback, '__name__') ?? self.callback)}`];
  if (truthy(self.args)) parts.push(`args=${str(self.args)}`);
  if (self.kwargs !== null && self.kwargs.size > 0) parts.push(`kwargs=${str(self.kwargs)}`);
  // Python 2 has it with a letter less.
  if (self.priority !== null) parts.push(`${rt.dialect === 2 ? 'exitprority' : 'exitpriority'}=${self.priority}`);
  return `<Finalize object, ${parts.join(', ')}>`;
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
      if (finalizer.isShown) subDebug(() => `calling ${reprFinalize(finalizer)}`);
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
      if (obj === null && level === null) throw withoutObject();
      if (obj !== null) watch(self, obj);
      const named = kwargs === undefined || kwargs === null ? null : (kwargs as PyDict);
      register(self, callback, args ?? new PyTuple([]), named, level === null ? null : Number(level));
      self.isShown = true;
      return null;
    },
  ),
  __call__: method('(wr=None)', (self: Finalize) => runFinalizer(self)),
  cancel: method('()', (self: Finalize) => {
    unregister(self);
    return null;
  }),
  still_active: method('()', (self: Finalize) => mp().finalizers.has(self.key)),
  __repr__: method('()', reprFinalize),
}));

const ErrorOfPriority = (priority: Py) =>
  rt.dialect === 2
    ? AssertionError()
    : TypeError(`Exitpriority (${repr(priority)}) must be None or int, not ${repr(typeOf(priority))}`);

const withoutObject = () =>
  rt.dialect === 2 ? AssertionError() : ValueError('Without object, exitpriority cannot be None');
