/** `iter(bytes)` and `iter(bytearray)`: the bytes as ints. */

import { method } from '../object/fn.js';
import { PyIterator } from '../object/pyIterator.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members, PyType } from '../object/type.js';
import { PyTuple } from '../object/values.js';
import type { BytesLike } from './bytesArgs.js';
import { iteratorType, reduceTo } from './iterator.js';

export class BytesIterator extends PyIterator {
  at = 0;
  constructor(public source: BytesLike | null) {
    super();
  }
  nx(): Py {
    if (this.source === null) return undefined;
    const { data } = this.source;
    if (this.at < data.length) return data[this.at++];
    this.source = null;
    return undefined;
  }
}

/** Sees a bytearray grow or shrink while it is iterated over. */
export class ByteArrayIterator extends BytesIterator {}

/** The members that both have; pickled as `iter(source)` and how far it got. */
const members = (): Members => ({
  __length_hint__: method('()', ({ source, at }: BytesIterator) =>
    source === null ? 0 : Math.max(0, source.data.length - at),
  ),
  __reduce__: method('()', (self: BytesIterator) =>
    self.source === null ? reduceTo('iter', new PyTuple([])) : reduceTo('iter', self.source, self.at),
  ),
  __setstate__: method('(state, /)', (self: BytesIterator, state: Py) => {
    if (self.source !== null) self.at = Math.min(Math.max(asSize(state), 0), self.source.data.length);
    return null;
  }),
});

export const bytesIteratorType: PyType = iteratorType('bytes_iterator', 'bytes_iterator', BytesIterator, members);
export const byteArrayIteratorType: PyType = iteratorType(
  'bytearray_iterator',
  'bytearray_iterator',
  ByteArrayIterator,
  members,
);
