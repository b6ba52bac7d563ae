/** A task: a coroutine that the loop takes from one await to the next. Spec: https://docs.python.org/3/library/asyncio-task.html */
import { inContext } from '../_contextvars.js';
import { toPython } from '../../helpers/exceptions.js';
import { stopValue } from '../../helpers/generators.js';
import { findAttr, getAttr, setAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import {
  isInstanceOf,
  KeyboardInterrupt,
  RuntimeError,
  StopIteration,
  SystemExit,
  TypeError,
} from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { PyCoroutine, PyGenerator } from '../../object/generator.js';
import { SEND_NONE } from '../../object/resumption.js';
import type { Py } from '../../object/object.js';
import { repr } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { PyBuiltinMethod } from '../../object/values.js';
import { callKeywords } from '../../helpers/calls.js';
import { contextOr, PyFuture, report, reportUnheard } from './future.js';
import { enterTask, leaveTask, swapTask } from './current.js';
import { callSoon, fromPackage, invalidState, isCancelled, state } from './state.js';

export class PyTask extends PyFuture {
  /** Null once an eager task has ended in its first step. */
  coroutine: Py = null;
  /** A text, or the number of a task that got no name. */
  name: string | number = 0;
  context: Py = null;
  /** What it awaits. */
  waiter: Py = null;
  mustCancel = false;
  cancelRequests = 0;
  /** It is to be told of where it goes unfinished. */
  isMissed = true;

  protected override get kind(): string {
    return 'Task';
  }

  protected override settle(end: 'CANCELLED' | 'FINISHED'): void {
    state().scheduled.own.delete(this);
    super.settle(end);
  }

  begin(coroutine: Py, name: string | undefined, context: Py, isEager: boolean): void {
    if (!(coroutine instanceof PyCoroutine) && !truthy(call(fromPackage('coroutines', 'iscoroutine'), [coroutine]))) {
      this.isMissed = false;
      throw TypeError(`a coroutine was expected, got ${repr(coroutine)}`);
    }
    this.coroutine = coroutine;
    this.name = name ?? ++state().taskCount;
    this.context = contextOr(context);
    this.waiter = null;
    this.mustCancel = false;
    this.cancelRequests = 0;
    if (isEager && truthy(callMethod(this.loop, 'is_running'))) this.beginAtOnce();
    else this.beginSoon();
  }

  private beginSoon(): void {
    try {
      this.stepSoon();
    } catch (error) {
      this.watchEnd();
      throw error;
    }
    state().scheduled.own.add(this);
  }

  private beginAtOnce(): void {
    const before = swapTask(this.loop, this);
    const { eager, scheduled } = state();
    eager.set(this, true);
    try {
      inContext(this.context, () => this.advance(null));
    } finally {
      eager.delete(this);
      swapTask(this.loop, before);
    }
    if (this.isDone) this.coroutine = null;
    else scheduled.own.add(this);
  }

  stepSoon(error: Py = null): void {
    callSoon(this.loop, new PyBuiltinMethod(stepMethod, this), error === null ? [] : [error], this.context);
  }

  /** One step in the loop: to the next await, which raises `error` if there is one. */
  step(error: Py): void {
    if (this.isDone) throw invalidState(`__step(): already done: ${repr(this)} ${repr(error)}`);
    enterTask(this.loop, this);
    try {
      this.advance(error);
    } finally {
      leaveTask(this.loop, this);
    }
  }

  private advance(given: Py): void {
    let error = given;
    if (this.mustCancel) {
      if (!isCancelled(error)) error = this.makeCancelledError();
      this.mustCancel = false;
    }
    this.waiter = null;
    let yielded: Py;
    try {
      yielded = resume(this, error);
    } catch (raised) {
      this.stopped(toPython(raised));
      return;
    }
    if (yielded !== undefined) awaitOn(this, yielded);
  }

  /** The coroutine has returned. */
  ended(value: Py): void {
    if (!this.mustCancel) {
      this.finish(value);
      return;
    }
    // It was cancelled right before it came to its end.
    this.mustCancel = false;
    super.cancelled(this.cancelMessage);
  }

  private stopped(error: Py): void {
    if (isCancelled(error)) {
      this.cancellation = error;
      super.cancelled(null);
      return;
    }
    this.fail(error);
    if (isInstanceOf(error, KeyboardInterrupt) || isInstanceOf(error, SystemExit)) throw error;
  }

  /** Goes on with what it waited for. */
  wakeUp(future: Py): void {
    let error: Py = null;
    if (future instanceof PyFuture && !future.c$.isHeap && future.state === 'FINISHED') {
      error = future.outcome('');
      if (error !== null) error.tb = future.traceback;
    } else {
      try {
        callMethod(future, 'result');
      } catch (raised) {
        error = toPython(raised);
      }
    }
    this.step(error);
  }

  override cancelled(message: Py): boolean {
    this.heard();
    if (this.isDone) return false;
    this.cancelRequests++;
    if (this.waiter !== null && truthy(callKeywords(getAttr(this.waiter, 'cancel'), [], ['msg', message]))) return true;
    this.mustCancel = true;
    this.cancelMessage = message;
    return true;
  }
}

/** What the loop calls; a task is known by them. */
const stepMethod = method('(error=None, /)', (self: PyTask, error: Py) => (self.step(error ?? null), null), '__step');
const wakeUpMethod = method('(future, /)', (self: PyTask, future: Py) => (self.wakeUp(future), null), 'task_wakeup');

/** The coroutine's next await; undefined once it has returned and the task has ended. */
function resume(task: PyTask, error: Py): Py {
  const { coroutine } = task;
  if (coroutine instanceof PyCoroutine && !coroutine.isClosed) {
    const yielded = coroutine.resume(error === null ? SEND_NONE : { kind: 'throw', error });
    if (yielded === undefined) task.ended(coroutine.result);
    return yielded;
  }
  try {
    return error === null ? callMethod(coroutine, 'send', null) : callMethod(coroutine, 'throw', error);
  } catch (stop) {
    if (!isInstanceOf(stop, StopIteration)) throw stop;
    task.ended(stopValue(stop));
    return undefined;
  }
}

/** Waits for what the coroutine has handed out. */
function awaitOn(task: PyTask, awaited: Py): void {
  if (awaited === task) return refuse(task, `Task cannot await on itself: ${repr(task)}`);
  if (awaited instanceof PyFuture && !awaited.c$.isHeap) {
    if (awaited.loop !== task.loop) return refuse(task, otherLoop(task, awaited));
    if (!awaited.isBlocking) return refuse(task, `yield was used instead of yield from in task ${both(task, awaited)}`);
    awaited.isBlocking = false;
    awaited.addCallback(new PyBuiltinMethod(wakeUpMethod, task), task.context);
    return waitFor(task, awaited);
  }
  if (awaited === null) return task.stepSoon();
  const blocking = findAttr(awaited, '_asyncio_future_blocking') ?? null;
  if (blocking !== null) return awaitForeign(task, awaited, truthy(blocking));
  if (awaited instanceof PyGenerator)
    return refuse(task, `yield was used instead of yield from for generator in task ${both(task, awaited)}`);
  refuse(task, `Task got bad yield: ${repr(awaited)}`);
}

/** The same for a future of some other class. */
function awaitForeign(task: PyTask, future: Py, isBlocking: boolean): void {
  if (call(fromPackage('futures', '_get_loop'), [future]) !== task.loop) return refuse(task, otherLoop(task, future));
  if (!isBlocking) return refuse(task, `yield was used instead of yield from in task ${both(task, future)}`);
  setAttr(future, '_asyncio_future_blocking', false);
  const wakeUp = new PyBuiltinMethod(wakeUpMethod, task);
  callKeywords(getAttr(future, 'add_done_callback'), [wakeUp], ['context', task.context]);
  waitFor(task, future);
}

function waitFor(task: PyTask, future: Py): void {
  task.waiter = future;
  if (!task.mustCancel) return;
  if (truthy(callKeywords(getAttr(future, 'cancel'), [], ['msg', task.cancelMessage]))) task.mustCancel = false;
}

/** The coroutine gets an error for what it has handed out. */
const refuse = (task: PyTask, text: string): void => task.stepSoon(RuntimeError(text));

const both = (task: PyTask, awaited: Py) => `${repr(task)} with ${repr(awaited)}`;
const otherLoop = (task: PyTask, future: Py) =>
  `Task ${repr(task)} got Future ${repr(future)} attached to a different loop`;

/** `Task.__del__`. */
export function reportTask(self: PyTask): null {
  if (!self.isDone && self.isMissed && self.loop !== undefined)
    report(self, { task: self, message: 'Task was destroyed but it is pending!' });
  return reportUnheard(self);
}
