/** What `_asyncio` keeps for a process: running loops, the tasks, and what it needs of the package's Python modules. */
import { importModule } from '../../import/importFunction.js';
import { getAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { endings } from '../../object/endings.js';
import { PyBaseException } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { iter } from '../../object/iterate.js';
import { type Py, PyObject } from '../../object/object.js';
import { PyDict, PySet } from '../../object/table.js';
import type { PyType } from '../../object/type.js';
import { PyList } from '../../object/values.js';
import { callKeywords } from '../../helpers/calls.js';
import { scheduler } from '../../threads/scheduler.js';
import { declareType } from '../moduleTypes.js';

/**
 * `_scheduled_tasks`: tasks that have not ended. Those made here leave it when they end; of others nobody says so, and they
 * are there as long as somebody refers to them.
 */
export class PyTaskSet extends PyObject {
  readonly own = new Set<Py>();
  private foreign: WeakRef<object>[] = [];

  addForeign(task: Py): void {
    if (!this.all().includes(task)) this.foreign.push(new WeakRef(task));
  }

  remove(task: Py): void {
    this.own.delete(task);
    if (this.foreign.length > 0) this.foreign = this.foreign.filter((ref) => ref.deref() !== task);
  }

  /** Those made here; they are forgotten. */
  takeOwn(): Py[] {
    const own = [...this.own];
    this.own.clear();
    return own;
  }

  all(): Py[] {
    if (this.foreign.length === 0) return [...this.own];
    this.foreign = this.foreign.filter((ref) => ref.deref() !== undefined);
    return [...this.own, ...this.foreign.map((ref) => ref.deref()).filter((task) => task !== undefined)];
  }
}

declareType({
  name: 'TaskSet',
  module: '_asyncio',
  js: PyTaskSet,
  subclassable: false,
  members: () => ({
    add: method('(task, /)', (self: PyTaskSet, task: Py) => (self.addForeign(task), null)),
    discard: method('(task, /)', (self: PyTaskSet, task: Py) => (self.remove(task), null)),
    __contains__: method('(task, /)', (self: PyTaskSet, task: Py) => self.all().includes(task)),
    __iter__: method('()', (self: PyTaskSet) => iter(new PyList(self.all()))),
    __len__: method('()', (self: PyTaskSet) => self.all().length),
  }),
});

interface State {
  /** The running loop of each thread. */
  readonly running: WeakMap<object, Py>;
  readonly current: PyDict;
  readonly scheduled: PyTaskSet;
  readonly eager: PySet;
  taskCount: number;
  readonly found: Map<string, Py>;
}

export const state = (): State => moduleState('asyncio', newState);

function newState(): State {
  const scheduled = new PyTaskSet();
  endings().held.add(() => scheduled.takeOwn());
  return {
    running: new WeakMap(),
    current: new PyDict(),
    scheduled,
    eager: new PySet(),
    taskCount: 0,
    found: new Map(),
  };
}

/** A member of a module of the package, which is loaded when it is first needed. */
export function fromPackage(module: string, name: string): Py {
  const { found } = state();
  const key = `${module}.${name}`;
  let value = found.get(key);
  if (value === undefined) found.set(key, (value = getAttr(importModule(`asyncio.${module}`, null, ['*'], 0), name)));
  return value;
}

export const invalidState = (text: string): Py => call(fromPackage('exceptions', 'InvalidStateError'), [text]);

export const isCancelled = (error: Py): boolean => isOfClass(error, fromPackage('exceptions', 'CancelledError'));

const isOfClass = (error: Py, cls: PyType): boolean => error instanceof PyBaseException && error.c$.mro.includes(cls);

export const runningLoop = (): Py => state().running.get(scheduler().current) ?? null;

export function setRunningLoop(loop: Py): void {
  const { running } = state();
  if (loop === null) running.delete(scheduler().current);
  else running.set(scheduler().current, loop);
}

/** `asyncio.get_event_loop()`. */
export function eventLoop(): Py {
  const running = runningLoop();
  if (running !== null) return running;
  const policy = call(fromPackage('events', 'get_event_loop_policy'), []);
  return call(getAttr(policy, 'get_event_loop'), []);
}

/** `loop.call_soon(callback, *args, context=context)`. */
export function callSoon(loop: Py, callback: Py, args: readonly Py[], context: Py): void {
  callKeywords(getAttr(loop, 'call_soon'), [callback, ...args], context === undefined ? [] : ['context', context]);
}
