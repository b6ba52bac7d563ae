/**
 * `_io.BufferedRWPair`: a reader and a writer that go together.
 * Spec: https://docs.python.org/3/library/io.html#io.BufferedRWPair
 */
import { getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { PyStaticMethod } from '../object/values.js';
import { bufferedIOBaseType, PyBufferedIOBase } from './base.js';
import { newBuffered } from './bufferedTypes.js';
import { DEFAULT_BUFFER_SIZE } from './fileio.js';

class PyBufferedRWPair extends PyBufferedIOBase {
  reader: Py = undefined;
  writer: Py = undefined;
}

export const bufferedRWPairType: PyType = builtinType({
  name: 'BufferedRWPair',
  js: PyBufferedRWPair,
  base: bufferedIOBaseType,
  module: '_io',
});

type Side = 'reader' | 'writer';

function side(self: PyBufferedRWPair, name: Side): Py {
  if (self[name] === undefined) throw ValueError('I/O operation on uninitialized object');
  return self[name];
}

const forward = (signature: string, to: Side, name: string): Py =>
  method(signature, (self: PyBufferedRWPair, ...args: Py[]) =>
    callMethod(side(self, to), name, ...args.filter((arg) => arg !== undefined)),
  );

defineMembers(bufferedRWPairType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method(
    '(reader, writer, buffer_size=8192, /)',
    (self: PyBufferedRWPair, reader: Py, writer: Py, size: Py = DEFAULT_BUFFER_SIZE) => {
      self.reader = newBuffered('reader', reader, asSize(size));
      self.writer = newBuffered('writer', writer, asSize(size));
      return null;
    },
  ),
  read: forward('(size=-1, /)', 'reader', 'read'),
  read1: forward('(size=-1, /)', 'reader', 'read1'),
  peek: forward('(size=0, /)', 'reader', 'peek'),
  readinto: forward('(buffer, /)', 'reader', 'readinto'),
  readinto1: forward('(buffer, /)', 'reader', 'readinto1'),
  readable: forward('()', 'reader', 'readable'),
  write: forward('(buffer, /)', 'writer', 'write'),
  flush: forward('()', 'writer', 'flush'),
  writable: forward('()', 'writer', 'writable'),
  close: method('()', (self: PyBufferedRWPair) => {
    try {
      callMethod(side(self, 'writer'), 'close');
    } finally {
      callMethod(side(self, 'reader'), 'close');
    }
    return null;
  }),
  isatty: method(
    '()',
    (self: PyBufferedRWPair) =>
      truthy(callMethod(side(self, 'writer'), 'isatty')) || truthy(callMethod(side(self, 'reader'), 'isatty')),
  ),
  closed: getter((self: PyBufferedRWPair) => getAttr(side(self, 'writer'), 'closed')),
}));
