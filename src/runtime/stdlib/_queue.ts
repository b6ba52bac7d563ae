/**
 * The `_queue` module: a queue between the threads of one process.
 * Spec: https://docs.python.org/3/library/queue.html#simplequeue-objects
 */
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { Exception, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { type Py, PyObject } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyClassMethod, PyStaticMethod } from '../object/values.js';
import { genericAlias } from '../builtins/genericAlias.js';
import { scheduler } from '../threads/scheduler.js';
import { blocking } from './_thread.js';
import { timeoutSeconds } from './_thread/timeoutSeconds.js';
import { exceptionType } from './multiprocessing/support.js';

/** What has been put, and how much of its front is taken. */
class PySimpleQueue extends PyObject {
  private items: Py[] = [];
  private taken = 0;

  get size(): number {
    return this.items.length - this.taken;
  }

  put(item: Py): void {
    this.items.push(item);
  }

  take(): Py {
    const item = this.items[this.taken];
    this.items[this.taken++] = undefined;
    if (this.taken > 32 && this.taken * 2 > this.items.length) {
      this.items = this.items.slice(this.taken);
      this.taken = 0;
    }
    return item;
  }
}

const simpleQueueType: PyType = builtinType({ name: 'SimpleQueue', js: PySimpleQueue, module: '_queue' });
const Empty = exceptionType('Empty', Exception.type, '_queue');

function timeoutOf(isBlocking: Py, timeout: Py): number {
  if (isBlocking !== undefined && !truthy(isBlocking)) return 0;
  if (timeout === undefined || timeout === null) return Infinity;
  const seconds = timeoutSeconds(timeout);
  if (seconds < 0) throw ValueError("'timeout' must be a non-negative number");
  return seconds * 1000;
}

function get(self: PySimpleQueue, isBlocking: Py, timeout: Py): Py {
  const limitMs = timeoutOf(isBlocking, timeout);
  if (self.size === 0) {
    const s = scheduler();
    const isThere = limitMs > 0 && s.waitFor({ ready: () => self.size > 0, deadline: s.deadlineAfter(limitMs) });
    if (!isThere) throw call(Empty.type, []);
  }
  return self.take();
}

function put(self: PySimpleQueue, item: Py): null {
  self.put(item);
  return null;
}

defineMembers(simpleQueueType, () => ({
  __new__: new PyStaticMethod(fn('(cls, /)', (cls: PyType) => new cls.ctor(), '__new__')),
  put: method('(item, block=True, timeout=None)', put),
  put_nowait: method('(item)', put),
  get: blocking(method('(block=True, timeout=None)', get)),
  get_nowait: method('()', (self: PySimpleQueue) => get(self, false, null)),
  qsize: method('()', (self: PySimpleQueue) => self.size),
  empty: method('()', (self: PySimpleQueue) => self.size === 0),
  __class_getitem__: new PyClassMethod(method('(item, /)', genericAlias)),
}));

export default (): Record<string, Py> => {
  // The module that programs know it from.
  if (rt.dialect === 2) Empty.type.moduleName = 'Queue';
  return { SimpleQueue: simpleQueueType, Empty: Empty.type };
};
