/** How the objects of this package that live in the arena travel to other processes: as addresses. */

import { type Plain, registerShared, type Transfer } from '../../codec/shared.js';
import { rt } from '../../object/context.js';
import { RuntimeError, TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { instanceDict } from '../../object/namespace.js';
import { hide, type Py, type PyObject } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { noteSpawnedSemLocks } from './log.js';
import { mp } from './state.js';

/** `__dict__` of the package's objects: what the program has put there. */
export const attributes = () => getter((self: Py) => instanceDict(self));

/** Objects that only travel to a process that is being started. */
export function refuseMessage(self: Py, part = typeOf(self).name): void {
  if (mp().spawning !== null) return;
  throw RuntimeError(`${part} objects should only be shared between processes through inheritance`);
}

/**
 * `__reduce__` of an object that only travels to a process that is being started.
 * @param part the class of the part of it that refuses first, in CPython.
 */
export const inheritanceOnly = (part?: string) =>
  method('()', (self: Py) => {
    refuseMessage(self, part);
    return new PyTuple([typeOf(self), new PyTuple([])]);
  });

/** Notes the context that something is made in: what a forked process is to inherit is not sent to one that is spawned. */
export function madeIn(self: PyObject, ctx: Py, cls?: string): void {
  requireContext(self, ctx, cls);
  if (ctx !== undefined && ctx !== null && ctx.method === 'fork') hide(self, FORK_ONLY, true);
}

/** Only the package's functions of that name find a context by themselves. @param cls the class's name, where it is made at run time */
export function requireContext(self: PyObject, ctx: Py, cls?: string): void {
  if (ctx !== undefined || rt.dialect === 2) return;
  const name = cls ?? typeOf(self).mro.find(({ isHeap, namespace }) => !isHeap && namespace.has('__init__'))!.name;
  throw TypeError(`${name}.__init__() missing 1 required keyword-only argument: 'ctx'`);
}

const FORK_ONLY = 'forkOnly$';

export const isForkOnly = (self: Py): boolean => self[FORK_ONLY] === true;

/** Raises RuntimeError if that is about to happen. */
export function refuseSpawned(self: Py, transfer: Transfer): void {
  if (transfer !== 'spawn' || !isForkOnly(self)) return;
  throw RuntimeError(
    'A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. ' +
      'Please use the same context to create multiprocessing objects and Process.',
  );
}

interface ShareOptions {
  /** It may be sent at any time, not only to a process that is started. */
  readonly inMessages?: boolean;
  /** How many semaphores CPython makes for one; the object has its address in `at`. */
  readonly semaphores?: number;
}

/** An object whose state is plain data (addresses and numbers) in these properties. */
export function shareFields(
  type: PyType,
  kind: string,
  fields: readonly string[],
  { inMessages = false, semaphores = 0 }: ShareOptions = {},
): void {
  registerShared(type, {
    kind,
    inMessages,
    encode: (value: Py, transfer) => {
      refuseSpawned(value, transfer);
      return [isForkOnly(value), ...fields.map((field) => value[field] as Plain)];
    },
    decode: (data, _parts, cls) => {
      const value = new ((cls ?? type).ctor as new () => Py)();
      const [isForkOnly, ...values] = data as readonly Plain[];
      if (isForkOnly === true) hide(value, FORK_ONLY, true);
      fields.forEach((field, i) => {
        value[field] = values[i];
      });
      if (semaphores > 0) noteSpawnedSemLocks(value.at, semaphores);
      return value;
    },
  });
}
