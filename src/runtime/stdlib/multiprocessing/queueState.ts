/**
 * What pickling a queue gives while a process is being spawned: for classes of the program that add to it. The state is a queue of the
 * library's own class for the same ring, which travels as queues do.
 */
import { callMethod } from '../../object/call.js';
import { method } from '../../object/fn.js';
import { hide, type Py } from '../../object/object.js';
import type { PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyTuple } from '../../object/values.js';
import { refuseMessage } from './shareable.js';
import { member } from './support.js';

const REDUCING = ['__getstate__', '__reduce__', '__reduce_ex__'];

/** Whether a class of the program has one of the methods that say what is pickled. */
export const isReduced = (cls: PyType): boolean =>
  REDUCING.some((name) => cls.mro.find(({ namespace }) => namespace.has(name))?.isHeap === true);

/** @param fields what the queue knows its ring by. */
export const pickling = (type: PyType, fields: readonly string[]) => ({
  __getstate__: method('()', (self: Py) => {
    refuseMessage(self);
    const twin = new (type.ctor as new () => Py)();
    for (const field of fields) twin[field] = self[field];
    return new PyTuple([twin]);
  }),
  __setstate__: method('(state)', (self: Py, state: PyTuple) => {
    const twin = state.items[0];
    for (const field of fields) self[field] = twin[field];
    // The ring is held as long as this is there.
    hide(self, 'twin$', twin);
    return null;
  }),
  __reduce__: method('()', (self: Py) => {
    refuseMessage(self);
    const state = callMethod(self, '__getstate__');
    return new PyTuple([member('copyreg', '__newobj__'), new PyTuple([typeOf(self)]), state]);
  }),
});
