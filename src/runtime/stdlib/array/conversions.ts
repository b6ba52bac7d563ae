/** What an array is made into and filled from: lists, bytes, files, text. */
import { bytesResult } from '../../io/values.js';
import { callMethod } from '../../object/call.js';
import { bufferOf, bufferOrUndefined } from '../../object/buffer.js';
import { rt } from '../../object/context.js';
import { BufferError, EOFError, TypeError, ValueError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { asSize } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyTuple } from '../../object/values.js';
import { PyArray } from './array.js';
import { addText, arrayText, fromBytes, isText, textOf } from './contents.js';

function readItems(self: PyArray, file: Py, n: Py): null {
  const count = asSize(n);
  if (count < 0) throw ValueError('negative count');
  const bytes = bufferOf(callMethod(file, 'read', count * self.kind.itemsize));
  const whole = bytes.length - (bytes.length % self.kind.itemsize);
  self.appendBytes(bytes.subarray(0, whole));
  if (bytes.length < count * self.kind.itemsize)
    throw EOFError(rt.dialect === 2 ? 'not enough items in file' : "read() didn't return enough bytes");
  return null;
}

/** The methods of arrays that convert. */
export function conversions(): Members {
  const toBytes = method('()', (self: PyArray) => bytesResult(new Uint8Array(self.bytes)));
  const takeBytes = method('(buffer, /)', (self: PyArray, data: Py) => {
    const bytes = bufferOrUndefined(data);
    if (bytes === undefined) throw TypeError(`a bytes-like object is required, not '${typeOf(data).name}'`);
    if (rt.dialect === 3 && data instanceof PyArray && data.kind.itemsize !== 1)
      throw TypeError('a bytes-like object is required');
    if (data === self && self.length > 0) throw BufferError('cannot resize an array that is exporting buffers');
    fromBytes(self, bytes);
    return null;
  });
  return {
    tolist: method('()', (self: PyArray) => new PyList(self.items())),
    fromlist: method('(list, /)', (self: PyArray, list: Py) => {
      if (!(list instanceof PyList)) throw TypeError('arg must be list');
      const { length } = self;
      try {
        for (const item of [...list.items]) self.push(item);
      } catch (error) {
        self.resize(length);
        throw error;
      }
      return null;
    }),
    tobytes: toBytes,
    frombytes: takeBytes,
    ...(rt.dialect === 2
      ? {
          tostring: method('()', (self: PyArray) => bytesResult(new Uint8Array(self.bytes))),
          fromstring: method(
            '(string, /)',
            (self: PyArray, data: Py) => (fromBytes(self, new Uint8Array(bufferOf(data))), null),
          ),
          read: method('(f, n, /)', readItems),
          write: method(
            '(f, /)',
            (self: PyArray, file: Py) => (callMethod(file, 'write', bytesResult(new Uint8Array(self.bytes))), null),
          ),
        }
      : {}),
    tofile: method('(f, /)', (self: PyArray, file: Py) => {
      callMethod(file, 'write', bytesResult(new Uint8Array(self.bytes)));
      return null;
    }),
    fromfile: method('(f, n, /)', readItems),
    tounicode: method('()', (self: PyArray) => {
      if (!isText(self.kind.code))
        throw ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')");
      return arrayText(self);
    }),
    fromunicode: method('(ustr, /)', (self: PyArray, source: Py) => {
      if (!isText(self.kind.code))
        throw ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')");
      addText(self, textOf(source) ?? '');
      return null;
    }),
    buffer_info: method('()', (self: PyArray) => new PyTuple([0x7f0000000000, self.length])),
  };
}
