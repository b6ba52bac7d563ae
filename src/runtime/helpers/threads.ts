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
import { existingScheduler, scheduler, WouldBlock } from '../threads/scheduler.js';
import { suspendSteps } from '../threads/steps.js';
import { mergeKeywords } from './calls.js';
import { tooDeep } from './exceptions.js';

/** `f(*args, **keywords)`; `pairs` is name, value, … or null. Suspends the thread wherever the callee waits. */
export function* threadCall(f: Py, args: Py[], pairs: Py[] | null): Thread {
  if (--rt.fuel < 0) yield* threadTick();
  return yield* threadApply(f, args, pairs === null || pairs.length === 0 ? null : mergeKeywords(pairs, f));
}

export function* threadApply(f: Py, args: Py[], keywords: Keywords | null): Thread {
  if (typeof f === 'function') {
    if (f.info !== undefined) return yield* runFunction(f, args, keywords);
    const { builtin } = f;
    const thread = args.length === 0 ? undefined : builtin?.inThread?.(args);
    if (thread !== undefined) return yield* thread;
    if (builtin !== undefined && usesUp(builtin.name, args)) return callKw(f, yield* collected(args), keywords);
    if (builtin?.steps !== undefined) return yield* suspending(builtin, builtin.steps, args, keywords);
    if (builtin?.blocking === true) return yield* retrying(f, args, keywords);
    return callKw(f, args, keywords);
  }
  if (f instanceof PyMethod)
    return yield* threadApply(f.func, f.self === undefined ? args : [f.self, ...args], keywords);
  if (f instanceof PyType) {
    if (!f.isHeap && usesUp(f.qualname, args)) return callKw(f, yield* collected(args), keywords);
    return yield* threadConstruct(f, args, keywords);
  }
  const hook = special(f, '__call__');
  if (hook === undefined) throw TypeError(`'${typeOf(f).name}' object is not callable`);
  return yield* threadApply(hook, [f, ...args], keywords);
}

const MAKES_COROUTINE = CO_COROUTINE | CO_ASYNC_GENERATOR;

function* runFunction(f: PyFunction, args: Py[], keywords: Keywords | null): Thread {
  const info: FunctionInfo = f.info!;
  const { flags } = info.code;
  const make = (flags & MAKES_COROUTINE) !== 0 ? undefined : threadedMaker(info.code);
  if (make === undefined) return callKw(f, args, keywords);
  const body = (info.threaded ??= make(info, ...info.cells));
  const started = body(...bindPython(info, args, keywords));
  if ((flags & CO_GENERATOR) !== 0) return started;
  const { depth } = rt;
  if (++rt.depth > rt.recursionLimit) tooDeep();
  try {
    return yield* started;
  } finally {
    rt.depth = depth;
  }
}

/** The generator that a generator expression without calls makes of its source: one that suspends the thread if the source does. */
export function* threadOver(make: PyFunction, source: Py): Thread {
  return hasThreadForm(source) ? yield* runFunction(make, [source], null) : make(source);
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
function* retrying(f: PyFunction, args: Py[], keywords: Keywords | null): Thread {
  const s = scheduler();
  let deadline: number | null = null;
  for (;;) {
    s.restart = true;
    s.retryDeadline = deadline;
    try {
      return callKw(f, args, keywords);
    } catch (error) {
      if (!(error instanceof WouldBlock)) throw error;
      deadline ??= error.wait.deadline;
      s.current.wait = error.wait;
    } finally {
      s.restart = false;
      s.retryDeadline = null;
    }
    yield undefined;
    s.current.wait = null;
  }
}

/** `cls(*args)`: `__init__` may suspend; everything else about it is the ordinary way. */
function* threadConstruct(cls: PyType, args: Py[], keywords: Keywords | null): Thread {
  const init = lookup(cls, '__init__');
  const make = lookup(cls, '__new__');
  const plainNew =
    make === objectType.namespace.get('__new__') ||
    (make instanceof PyStaticMethod && make === objectType.namespace.get('__new__'));
  const plainMeta = lookup(cls.c$, '__call__') === cls.c$.mro.find((c) => !c.isHeap)?.namespace.get('__call__');
  if (
    !plainNew ||
    !plainMeta ||
    typeof init !== 'function' ||
    init.info === undefined ||
    cls.abstractMethods !== undefined
  ) {
    return cls.c$.isHeap && !plainMeta ? callKw(cls, args, keywords) : construct(cls, args, keywords);
  }
  const instance = new cls.ctor();
  const result = yield* runFunction(init, [instance, ...args], keywords);
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

export const threadEnter = (m: Manager): Thread => threadApply(m.enter, [m.object], null);

export function* threadExit(m: Manager, error: PyBaseException | undefined): Thread {
  if (error === undefined) {
    yield* threadApply(m.exit, [m.object, null, null, null], null);
    return false;
  }
  return truthy(yield* threadApply(m.exit, [m.object, error.c$, error, error.tb], null));
}
