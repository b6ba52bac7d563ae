/** `pickle.PickleBuffer`: data that may travel beside the pickle (PEP 574). */
import { type BufferInfo, bufferInfo, contiguousBytes, isContiguous } from '../object/buffer.js';
import { BufferError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers } from '../object/install.js';
import { hide, type Py, PyObject } from '../object/object.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyStaticMethod } from '../object/values.js';
import { memoryView } from '../builtins/memoryview.js';

export class PyPickleBuffer extends PyObject {
  constructor(public source: Py) {
    super();
  }
  /** The memory; ValueError once it was released. */
  get info(): BufferInfo {
    if (this.source === null) throw ValueError('operation forbidden on released PickleBuffer object');
    return bufferInfo(this.source)!;
  }
  get isContiguous(): boolean {
    return isContiguous(this.info);
  }
  get bytes(): Uint8Array {
    return contiguousBytes(this.info);
  }
}

hide(PyPickleBuffer.prototype, 'buffer$', function (this: PyPickleBuffer): BufferInfo {
  return this.info;
});

Object.defineProperty(PyPickleBuffer.prototype, 'lends$', {
  get(this: PyPickleBuffer) {
    return this.source;
  },
});

export const pickleBufferType: PyType = builtinType({
  name: 'PickleBuffer',
  js: PyPickleBuffer,
  module: 'pickle',
  subclassable: false,
});

defineMembers(pickleBufferType, () => ({
  __new__: new PyStaticMethod(
    fn(
      '(cls, object, /)',
      (_cls: PyType, o: Py) => {
        memoryView(o);
        return new PyPickleBuffer(o);
      },
      '__new__',
    ),
  ),
  raw: method('()', (self: PyPickleBuffer) => {
    if (!self.isContiguous) throw BufferError('cannot extract raw buffer from non-contiguous buffer');
    return memoryView(self.source);
  }),
  release: method('()', (self: PyPickleBuffer) => {
    self.source = null;
    return null;
  }),
}));
