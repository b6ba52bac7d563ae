/**
 * `multiprocessing.Barrier`: a kind of the `Barrier` of `threading`, which is a class in Python and so one of its own in each process
 * (and loads a module that takes longer than a child: it gets that base when somebody else has loaded it). It counts in the arena.
 */
import { type Plain, registerKind, registerShared, type SharedCodec } from '../../codec/shared.js';
import {
  abortBarrier,
  barrierCount,
  barrierState,
  barrierSteps,
  createBarrier,
  generationSource,
  resetBarrier,
  waitBarrier,
} from '../../mp/index.js';
import { address } from '../../builtins/object.js';
import { changeBases } from '../../object/bases.js';
import { getAttr, setAttr, storeOwn } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { moduleState } from '../../object/context.js';
import { method } from '../../object/fn.js';
import { instanceDict } from '../../object/namespace.js';
import { intValue } from '../../object/number.js';
import { hide, type Py } from '../../object/object.js';
import { str } from '../../object/text.js';
import { truthy } from '../../object/truth.js';
import { objectType, type PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyProperty } from '../../object/values.js';
import { withThreading } from '../../threads/helpers.js';
import { type Steps, stepsMethod } from '../../threads/steps.js';
import { libraryClass } from './managers/classes.js';
import { noteHeap } from './heapLog.js';
import { newRLock } from './locks.js';
import { noteSemLocks, noteSpawnedSemLocks } from './log.js';
import { once } from './parts.js';
import { inheritanceOnly, madeIn, refuseSpawned } from './shareable.js';
import { arena, member } from './support.js';
import { newCondition } from './synchronize.js';
import { selectedMs } from './timeouts.js';

const NAME = 'Barrier';
const MODULE = 'multiprocessing.synchronize';
/** What a barrier takes of CPython's shared memory. */
const BARRIER_BYTES = 8;
/** How many semaphores CPython makes for one. */
const SEMAPHORES = 4;
/** What CPython calls the states that `mp/barrier.ts` numbers from 0. */
const STATES = [0, 1, -1, -2] as const;
const FILLING = 0;
const BROKEN = -2;

/** Where it is in the arena. */
const ADDRESS = 'at$';
const at = (self: Py): number => self[ADDRESS];

const codec: SharedCodec = {
  kind: 'mp.Barrier',
  encode: (self: Py, transfer): Plain => {
    refuseSpawned(self, transfer);
    return at(self);
  },
  // A fork copies attributes by itself.
  parts: (self: Py, transfer) => (transfer === 'fork' ? [] : [instanceDict(self)]),
  decode: (data, [attributes], cls) => {
    noteSpawnedSemLocks(data as number, SEMAPHORES);
    const self = new (cls.ctor as new () => Py)();
    hide(self, ADDRESS, data);
    if (attributes !== undefined) for (const [name, value] of attributes.map) storeOwn(self, name, value);
    return self;
  },
};
registerKind(codec);

function init(self: Py, parties: Py, action: Py, timeout: Py, ctx: Py): null {
  madeIn(self, ctx, NAME);
  hide(self, ADDRESS, createBarrier(arena(), Number(intValue(parties) ?? 0)));
  for (const [name, value] of Object.entries({ _parties: parties, _action: action, _timeout: timeout }))
    setAttr(self, name, value ?? null);
  noteHeap(BARRIER_BYTES);
  noteSemLocks(at(self), SEMAPHORES);
  return null;
}

const wait = (self: Py, timeout: Py): number =>
  passed(waitBarrier(arena(), at(self), limitOf(self, timeout), actionOf(self)));

/** `wait` in a thread. */
function* waitSteps(self: Py, timeout: Py): Steps {
  const shared = arena();
  const steps = barrierSteps(shared, at(self), limitOf(self, timeout), actionOf(self));
  let step = steps.next();
  while (step.done !== true) {
    const { seen, deadline } = step.value;
    step = steps.next(yield { source: generationSource(shared, at(self), seen), deadline });
  }
  return passed(step.value);
}

/** The last to come looks at no limit. */
function limitOf(self: Py, timeout: Py): number {
  if (barrierCount(arena(), at(self)) + 1 === getAttr(self, '_parties')) return Infinity;
  return selectedMs(timeout === undefined || timeout === null ? getAttr(self, '_timeout') : timeout);
}

function actionOf(self: Py): (() => void) | undefined {
  const action = getAttr(self, '_action');
  return truthy(action) ? () => call(action, []) : undefined;
}

function passed(index: number | null): number {
  if (index === null) throw call(member('threading', 'BrokenBarrierError'), []);
  return index;
}

const stateOf = (self: Py): number => STATES[barrierState(arena(), at(self))]!;
const waiting = (self: Py): number => (stateOf(self) === FILLING ? barrierCount(arena(), at(self)) : 0);

function show(self: Py): string {
  const { moduleName, qualname } = typeOf(self);
  const state = stateOf(self) === BROKEN ? 'broken' : `waiters=${waiting(self)}/${str(getAttr(self, '_parties'))}`;
  return `<${moduleName}.${qualname} at ${address(self)}: ${state}>`;
}

const property = (get: (self: Py) => Py) => new PyProperty(method('()', get), null, null, null);

function makeClass(): PyType {
  const members = {
    __init__: method('(parties, action=None, timeout=None, *, ctx)', init),
    wait: stepsMethod('(timeout=None)', waitSteps, wait),
    reset: method('()', (self: Py) => {
      resetBarrier(arena(), at(self));
      return null;
    }),
    abort: method('()', (self: Py) => {
      abortBarrier(arena(), at(self));
      return null;
    }),
    parties: property((self: Py) => getAttr(self, '_parties')),
    n_waiting: property(waiting),
    broken: property((self: Py) => stateOf(self) === BROKEN),
    _state: property(stateOf),
    _count: property((self: Py) => barrierCount(arena(), at(self))),
    _cond: property(once('_cond', () => newCondition(newRLock()))),
    __repr__: method('()', show),
    __reduce__: inheritanceOnly('Condition'),
  };
  const made = libraryClass(NAME, [objectType], members, MODULE);
  withThreading((threading) => {
    const base: PyType = getAttr(threading, NAME);
    changeBases(made, [base], base);
  });
  registerShared(made, codec);
  return made;
}

/** The class of this process. */
export const barrierClass = (): PyType => moduleState('multiprocessing.Barrier', makeClass);
