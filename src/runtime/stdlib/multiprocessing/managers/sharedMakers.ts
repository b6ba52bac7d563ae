/** Which of the objects that a server is to make it makes in the arena. */
import { getAttr } from '../../../object/attributes.js';
import { callKw } from '../../../object/call.js';
import type { Keywords } from '../../../object/binding.js';
import { rt } from '../../../object/context.js';
import type { Py } from '../../../object/object.js';
import { PyDict } from '../../../object/table.js';
import type { PyList } from '../../../object/values.js';
import { managers } from './state.js';
import { dictKind, newSharedDict } from './sharedDict.js';
import { eventKind, newSharedEvent } from './sharedEvent.js';
import { listKind, newSharedList } from './sharedList.js';
import { lockKinds, newSharedLock, newSharedRLock, newSharedSemaphore } from './sharedLocks.js';
import { newSharedQueue, queueKind } from './sharedQueue.js';
import { kinds } from './shared.js';

const KindNumber = {
  list: 0,
  dict: 1,
  lock: 2,
  rlock: 3,
  semaphore: 4,
  boundedSemaphore: 5,
  queue: 6,
  event: 7,
} as const;

/** Called when the module is loaded. */
export function provideKinds(): void {
  kinds().list.push(listKind, dictKind, ...lockKinds, queueKind, eventKind);
}

/**
 * Makes the object of a registered type, if it is one that can lie in the arena. Returns its address, else 0.
 * (In Python 2 a server's objects hold each other, not proxies, so they have to be where it is.)
 */
export function makeShared(callable: Py, typeids: Py, args: readonly Py[], kwds: Keywords | null): number {
  if (rt.dialect === 2 || callable === null) return 0;
  if (callable === getAttr(rt.builtins, 'list') && typeids === null)
    return newSharedList(KindNumber.list, callKw(callable, args, kwds) as PyList);
  if (callable === getAttr(rt.builtins, 'dict') && onlyIterates(typeids))
    return newSharedDict(KindNumber.dict, callKw(callable, args, kwds) as PyDict);
  if (typeids !== null) return 0;
  if (callable === managers().makers.Queue) return makeQueue(args, kwds);
  return kwds === null || kwds.size === 0 ? makeLock(callable, args) : 0;
}

function onlyIterates(typeids: Py): boolean {
  return typeids === null || (typeids instanceof PyDict && typeids.keyList().every((name) => name === '__iter__'));
}

function makeQueue(args: readonly Py[], kwds: Keywords | null): number {
  const given = [...args, ...(kwds?.values() ?? [])];
  const isKnown = given.length < 2 && (kwds === null || kwds.size === 0 || kwds.has('maxsize'));
  const [maxsize = 0] = given;
  return isKnown && typeof maxsize === 'number' ? newSharedQueue(KindNumber.queue, maxsize) : 0;
}

function makeLock(callable: Py, args: readonly Py[]): number {
  const { makers } = managers();
  if (args.length === 0 && callable === makers.Lock) return newSharedLock(KindNumber.lock);
  if (args.length === 0 && callable === makers.RLock) return newSharedRLock(KindNumber.rlock);
  if (args.length === 0 && callable === makers.Event) return newSharedEvent(KindNumber.event);
  const [value = 1] = args;
  if (args.length > 1 || typeof value !== 'number' || value < 0 || value > 0x3fffffff) return 0;
  if (callable === makers.Semaphore) return newSharedSemaphore(KindNumber.semaphore, value, 0);
  // No bound is said by 0.
  if (callable !== makers.BoundedSemaphore || value === 0) return 0;
  return newSharedSemaphore(KindNumber.boundedSemaphore, value, value);
}
