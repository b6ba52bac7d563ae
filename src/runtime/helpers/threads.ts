/** What threaded code (generators that threads run) calls. */
import { bindBuiltin, bindPython } from '../object/binding.js';
import { callKw } from '../object/call.js';
import type { Keywords } from '../object/binding.js';
import { lookup, special } from '../object/attributes.js';
import { rt } from '../object/context.js';
import { type PyBaseException, TypeError } from '../object/errors.js';
import {
  type BuiltinInfo,
  CO_COROUTINE,
  CO_ASYNC_GENERATOR,
  CO_GENERATOR,
  type FunctionInfo,
  type PyFunction,
} from '../object/function.js';
import { construct } from '../object/construct.js';
import { isStopIteration } from '../object/iterate.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { objectType, PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyMethod, PyStaticMethod } from '../object/values.js';
import { threadedMaker } from '../threads/compile.js';
import { collected, usesUp } from '../threads/consume.js';
import { hasThreadForm, type Thread, type ThreadIterable } from '../threads/generators.js';
import { existingScheduler, type Scheduler, scheduler, type Wait, WouldBlock } from '../threads/scheduler.js';
import type { Pace } from '../threads/pace.js';
import { suspendSteps } from '../threads/steps.js';
import { mergeKeywords } from './calls.js';
import { builtinInThread } from './threadBuiltins.js';

/**
 * `f(*args, **keywords)`; `pairs` is name, value, … or null. The result, or undefined where the callee may wait: then the thread has to run
 * {@link threadRest}, which suspends it wherever the callee waits. Most calls have no need of that, and a generator costs more than a call.
 */
export function threadCall(f: Py, args: Py[], pairs: Py[] | null): Py | undefined {
  const keywords = pairs === null || pairs.length === 0 ? null : mergeKeywords(pairs, f);
  return --rt.fuel < 0 ? later(afterTick(f, args, keywords)) : begin(f, args, keywords);
}

/** What is left to do of the call that has just been begun. */
export function threadRest(): Thread {
  const rest = rt.rest as Thread;
  rt.rest = null;
  return rest;
}

/** The result of a call that has not come to its end: `rest` is what is left to do. */
export function later(rest: Thread): undefined {
  rt.rest = rest;
  return undefined;
}

function* afterTick(f: Py, args: Py[], keywords: Keywords | null): Thread {
  yield* threadTick();
  return yield* threadApply(f, args, keywords);
}

/** The same for a caller that is a generator itself: suspends the thread wherever the callee waits. */
export function* threadApply(f: Py, args: Py[], keywords: Keywords | null): Thread {
  const result = begin(f, args, keywords);
  return result !== undefined ? result : yield* threadRest();
}

/** A call: its result, or undefined where the thread may have to wait for it. */
export function begin(f: Py, args: Py[], keywords: Keywords | null): Py | undefined {
  if (typeof f === 'function') {
    if (f.info !== undefined) return beginFunction(f, args, keywords);
    const { builtin } = f;
    return builtin === undefined ? callKw(f, args, keywords) : beginBuiltin(f, builtin, args, keywords);
  }
  if (f instanceof PyMethod) return begin(f.func, f.self === undefined ? args : [f.self, ...args], keywords);
  if (f instanceof PyType) {
    if (!f.isHeap && args.length > 0) {
      const thread = builtinInThread(f, f.qualname, args, keywords);
      if (thread !== undefined) return later(thread);
      if (usesUp(f.qualname, args)) return later(callCollected(f, args, keywords));
    }
    return beginConstruct(f, args, keywords);
  }
  if (hasThreadCall(f)) return later(f.callInThread(args, keywords));
  const hook = special(f, '__call__');
  if (hook === undefined) throw TypeError(`'${typeOf(f).name}' object is not callable`);
  return begin(hook, [f, ...args], keywords);
}

/** A callable object of the library that calls Python code. */
export interface ThreadCallable {
  callInThread(args: Py[], keywords: Keywords | null): Thread;
}

const hasThreadCall = (o: Py): o is ThreadCallable => o !== null && o.callInThread !== undefined;

function beginBuiltin(f: PyFunction, info: BuiltinInfo, args: Py[], keywords: Keywords | null): Py | undefined {
  if (args.length > 0) {
    const thread = info.inThread?.(args) ?? builtinInThread(f, info.name, args, keywords);
    if (thread !== undefined) return later(thread);
    if (usesUp(info.name, args)) return later(callCollected(f, args, keywords));
  }
  if (info.steps !== undefined) return later(suspending(info, info.steps, args, keywords));
  return info.blocking === true ? beginBlocking(f, args, keywords) : callKw(f, args, keywords);
}

function* callCollected(f: Py, args: Py[], keywords: Keywords | null): Thread {
  return callKw(f, yield* collected(args), keywords);
}

const MAKES_COROUTINE = CO_COROUTINE | CO_ASYNC_GENERATOR;

function beginFunction(f: PyFunction, args: Py[], keywords: Keywords | null): Py | undefined {
  const info: FunctionInfo = f.info!;
  const { flags } = info.code;
  const { pace } = info.code;
  if (pace?.isQuick() === true) return timed(pace, f, args, keywords);
  let body = info.threaded;
  if (body === undefined) {
    const make = (flags & MAKES_COROUTINE) !== 0 ? undefined : threadedMaker(info.code);
    if (make === undefined) return callKw(f, args, keywords);
    body = info.threaded = make(info, ...info.cells);
  }
  const started = body(...bindPython(info, args, keywords));
  return (flags & CO_GENERATOR) !== 0 ? started : later(started);
}

/** A call as ordinary code makes it: the other threads have to wait for its end. */
function timed(pace: Pace, f: PyFunction, args: Py[], keywords: Keywords | null): Py {
  const s = scheduler();
  const outer = s.quick;
  s.quick = pace;
  const start = performance.now();
  try {
    return callKw(f, args, keywords);
  } finally {
    s.quick = outer;
    rt.fuel -= pace.took(performance.now() - start);
  }
}

/** The generator that a generator expression without calls makes of its source: one that suspends the thread if the source does. */
export function* threadOver(make: PyFunction, source: Py): Thread {
  return hasThreadForm(source) ? yield* threadApply(make, [source], null) : make(source);
}

/** A built-in made of steps: suspended in its sleeps. */
function* suspending(
  info: BuiltinInfo,
  steps: BuiltinInfo['steps'] & {},
  args: Py[],
  keywords: Keywords | null,
): Thread {
  const thread = scheduler().current;
  return yield* suspendSteps(steps(...bindBuiltin(info, args, keywords)), (wait) => {
    thread.wait = wait;
  });
}

/** A blocking built-in: abandoned where it would sleep, and called again when it may go on. */
function beginBlocking(f: PyFunction, args: Py[], keywords: Keywords | null): Py | undefined {
  const s = scheduler();
  const result = attempt(s, null, f, args, keywords);
  return result instanceof WouldBlock ? later(retrying(s, result.wait, f, args, keywords)) : result;
}

function* retrying(s: Scheduler, first: Wait, f: PyFunction, args: Py[], keywords: Keywords | null): Thread {
  for (let wait = first; ; ) {
    s.current.wait = wait;
    yield undefined;
    s.current.wait = null;
    const result = attempt(s, first.deadline, f, args, keywords);
    if (!(result instanceof WouldBlock)) return result;
    ({ wait } = result);
  }
}

/** One call of a blocking built-in: its result, or what it would have to wait for. */
function attempt(
  s: Scheduler,
  deadline: number | null,
  f: PyFunction,
  args: Py[],
  keywords: Keywords | null,
): Py | WouldBlock {
  s.restart = true;
  s.retryDeadline = deadline;
  try {
    return callKw(f, args, keywords);
  } catch (error) {
    if (error instanceof WouldBlock) return error;
    throw error;
  } finally {
    s.restart = false;
    s.retryDeadline = null;
  }
}

/** `cls(*args)`: a metaclass's `__call__`, `__new__` and `__init__` may suspend. */
function beginConstruct(cls: PyType, args: Py[], keywords: Keywords | null): Py | undefined {
  const meta = lookup(cls.c$, '__call__');
  if (cls.c$.isHeap && typeof meta === 'function' && meta.info !== undefined)
    return begin(meta, [cls, ...args], keywords);
  const plainMeta = meta === cls.c$.mro.find((c) => !c.isHeap)?.namespace.get('__call__');
  if (!plainMeta || cls.abstractMethods !== undefined) return construct(cls, args, keywords);
  const init = lookup(cls, '__init__');
  const make = lookup(cls, '__new__');
  const own = make instanceof PyStaticMethod ? make.func : make;
  if (cls.isHeap && typeof own === 'function' && own.info !== undefined)
    return later(made(cls, own, init, args, keywords));
  const plainNew = make === objectType.namespace.get('__new__');
  if (!plainNew || typeof init !== 'function' || init.info === undefined) return construct(cls, args, keywords);
  return later(initialized(new cls.ctor(), init, args, keywords));
}

function* made(cls: PyType, make: Py, init: Py, args: Py[], keywords: Keywords | null): Thread {
  const instance = yield* threadApply(make, [cls, ...args], keywords);
  if (!typeOf(instance).mro.includes(cls) || init === objectType.namespace.get('__init__')) return instance;
  if (typeof init === 'function' && init.info !== undefined) return yield* initialized(instance, init, args, keywords);
  callKw(special(instance, '__init__')!, [instance, ...args], keywords);
  return instance;
}

function* initialized(instance: Py, init: PyFunction, args: Py[], keywords: Keywords | null): Thread {
  const result = yield* threadApply(init, [instance, ...args], keywords);
  if (result !== null) throw TypeError(`__init__() should return None, not '${typeOf(result).name}'`);
  return instance;
}

/** The next value of an iterator written in Python, or undefined at its end. */
export function* threadNext(
  it: { call: [Py, Py[]] | undefined; isEnd?(value: Py): boolean } | (ThreadIterable & { call: true }),
): Thread {
  if (it.call === true) return yield* it.nextInThread();
  // It may have come to its end before.
  if (it.call === undefined) return undefined;
  const [f, args] = it.call;
  let value: Py;
  try {
    value = yield* threadApply(f, args, null);
  } catch (error) {
    if (isStopIteration(error)) return undefined;
    throw error;
  }
  return it.isEnd?.(value) ? undefined : value;
}

/** A thread's time may be over: lets others run. */
export function* threadTick(): Generator<undefined, void, undefined> {
  const s = existingScheduler();
  if (s === undefined || s.sliceOver()) yield undefined;
}

interface Manager {
  readonly object: Py;
  readonly enter: (self: Py) => Py;
  readonly exit: (self: Py, ...exc: Py[]) => Py;
}

/** These two as {@link threadCall}. */
export const threadEnter = (m: Manager): Py | undefined => begin(m.enter, [m.object], null);

/** Whether `__exit__` takes the exception as dealt with. */
export function threadExit(m: Manager, error: PyBaseException | undefined): boolean | undefined {
  const args = error === undefined ? [m.object, null, null, null] : [m.object, error.c$, error, error.tb];
  const result = begin(m.exit, args, null);
  if (result === undefined) return later(truthOf(threadRest(), error !== undefined));
  return error !== undefined && truthy(result);
}

function* truthOf(rest: Thread, counts: boolean): Thread {
  const result = yield* rest;
  return counts && truthy(result);
}
