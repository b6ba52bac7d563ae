/** How the objects of this package that live in the arena travel to other processes: as addresses. */

import { type Plain, registerShared } from '../../codec/shared.js';
import { RuntimeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { instanceDict } from '../../object/namespace.js';
import type { Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { mp } from './state.js';

/** Blocks beyond this are given back when nobody has them any more; smaller ones are not worth the bookkeeping. */
export const COUNTED_BYTES = 4096;

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

/** An object whose state is plain data (addresses and numbers) in these properties. */
export function shareFields(type: PyType, kind: string, fields: readonly string[], inMessages = false): void {
  registerShared(type, {
    kind,
    inMessages,
    encode: (value: Py) => fields.map((field) => value[field] as Plain),
    decode: (data, _parts, cls) => {
      const value = new ((cls ?? type).ctor as new () => Py)();
      const values = data as readonly Plain[];
      fields.forEach((field, i) => {
        value[field] = values[i];
      });
      return value;
    },
  });
}
