/**
 * The base classes of files: `_IOBase`, `_RawIOBase`, `_BufferedIOBase`, `_TextIOBase`.
 *
 * What they do is done by calling the file's own methods, so a class written in Python needs only a few of them.
 * Spec: https://docs.python.org/3/library/io.html#class-hierarchy
 */
import { findAttr, getAttr } from '../object/attributes.js';
import { bufferOf, writableBufferOf } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { StopIteration, TypeError, ValueError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { forEach, toArray } from '../object/iterate.js';
import { instanceDict } from '../object/namespace.js';
import { asSize } from '../object/number.js';
import { type Py, PyObject } from '../object/object.js';
import { truthy } from '../object/truth.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyList } from '../object/values.js';
import { refused, unsupported } from './unsupported.js';
import { bytesResult, joinBytes, optionalSize, returnedBytes } from './values.js';

/** Any file object. */
export class PyIOBase extends PyObject {
  /** `close()` of the base class was called. */
  isClosedBase = false;
}

export const ioBaseType: PyType = builtinType({ name: '_IOBase', js: PyIOBase, module: '_io', hasDict: true });

export class PyRawIOBase extends PyIOBase {}
export const rawIOBaseType: PyType = builtinType({
  name: '_RawIOBase',
  js: PyRawIOBase,
  base: ioBaseType,
  module: '_io',
});

export class PyBufferedIOBase extends PyIOBase {}
export const bufferedIOBaseType: PyType = builtinType({
  name: '_BufferedIOBase',
  js: PyBufferedIOBase,
  base: ioBaseType,
  module: '_io',
});

export class PyTextIOBase extends PyIOBase {}
export const textIOBaseType: PyType = builtinType({
  name: '_TextIOBase',
  js: PyTextIOBase,
  base: ioBaseType,
  module: '_io',
});

export const closedError = (text = 'I/O operation on closed file.') => ValueError(text);

/** Raises ValueError if the file's `closed` is true. */
export function checkClosed(self: Py): void {
  if (truthy(getAttr(self, 'closed'))) throw closedError();
}

function closeBase(self: PyIOBase): null {
  if (self.isClosedBase) return null;
  try {
    callMethod(self, 'flush');
  } finally {
    self.isClosedBase = true;
  }
  return null;
}

/** `_checkReadable` and its like: UnsupportedOperation (IOError in Python 2) unless the method says yes. */
function checker(ask: string, text: string): Py {
  return method('()', (self: Py) => {
    if (callMethod(self, ask) !== true) throw refused(text);
    return true;
  });
}

const LINE_FEED = 10;

/** One line by `peek` and `read`, as a file that has no faster way reads it. */
function readLine(self: Py, limit: number): Uint8Array {
  const peek = findAttr(self, 'peek');
  const parts: Uint8Array[] = [];
  let size = 0;
  while (limit < 0 || size < limit) {
    let want = 1;
    if (peek !== undefined) {
      const ahead = returnedBytes(callMethod(self, 'peek', 1));
      if (ahead === undefined) throw TypeError('peek() should have returned a bytes object');
      if (ahead.length > 0) {
        const end = ahead.indexOf(LINE_FEED) + 1;
        want = end > 0 ? end : ahead.length;
        if (limit >= 0) want = Math.min(want, limit - size);
      }
    }
    const result = callMethod(self, 'read', want);
    const bytes = returnedBytes(result);
    if (bytes === undefined) {
      throw plainOsError(`read() should have returned a bytes object, not '${typeOf(result).name}'`);
    }
    if (bytes.length === 0) break;
    parts.push(bytes);
    size += bytes.length;
    if (bytes.at(-1) === LINE_FEED) break;
  }
  return parts.length === 0 ? new Uint8Array() : joinBytes(parts);
}

import { plainOsError } from '../builtins/osError.js';

/** `__next__`: a line by the file's own `readline`. */
export function nextLine(self: Py): Py {
  const line = callMethod(self, 'readline');
  if (isEmpty(line)) throw StopIteration();
  return line;
}

function isEmpty(line: Py): boolean {
  if (typeof line === 'string') return line === '';
  return !truthy(line);
}

/** `readlines(hint)` through iteration; stops once `hint` characters or bytes have come. */
export function readLines(self: Py, hint: Py): PyList {
  const limit = optionalSize(hint);
  if (limit <= 0) return new PyList(toArray(self));
  const lines: Py[] = [];
  let size = 0;
  forEach(self, (line) => {
    lines.push(line);
    size += Number(callMethod(line, '__len__'));
    return size < limit;
  });
  return new PyList(lines);
}

/** `writelines(lines)` through the file's own `write`. */
export function writeLines(self: Py, lines: Py): null {
  forEach(lines, (line) => {
    callMethod(self, 'write', line);
  });
  return null;
}

/** The name of the iteration method. */
export const NEXT = () => (rt.dialect === 2 ? 'next' : '__next__');

defineMembers(ioBaseType, (): Members => {
  const no = (text: string) => () => {
    throw unsupported(text);
  };
  return {
    seek: method('(offset, whence=0, /)', no('seek')),
    tell: method('()', (self: Py) => callMethod(self, 'seek', 0, 1)),
    truncate: method('(size=None, /)', no('truncate')),
    fileno: method('()', no('fileno')),
    flush: method('()', (self: PyIOBase) => {
      if (self.isClosedBase) throw closedError();
      return null;
    }),
    close: method('()', closeBase),
    __dict__: getter(instanceDict),
    closed: getter((self: PyIOBase) => self.isClosedBase),
    seekable: method('()', () => false),
    readable: method('()', () => false),
    writable: method('()', () => false),
    _checkClosed: method('()', (self: Py) => {
      checkClosed(self);
      return null;
    }),
    _checkSeekable: checker('seekable', 'File or stream is not seekable.'),
    _checkReadable: checker('readable', 'File or stream is not readable.'),
    _checkWritable: checker('writable', 'File or stream is not writable.'),
    isatty: method('()', (self: Py) => {
      checkClosed(self);
      return false;
    }),
    __enter__: method('()', (self: Py) => {
      checkClosed(self);
      return self;
    }),
    __exit__: method('(*args)', (self: Py) => {
      callMethod(self, 'close');
      return null;
    }),
    __iter__: method('()', (self: Py) => {
      checkClosed(self);
      return self;
    }),
    [NEXT()]: method('()', nextLine),
    readline: method('(size=-1, /)', (self: Py, size: Py) => bytesResult(readLine(self, optionalSize(size)))),
    readlines: method('(hint=-1, /)', readLines),
    writelines: method('(lines, /)', (self: Py, lines: Py) => {
      checkClosed(self);
      return writeLines(self, lines);
    }),
    __del__: method('()', (self: Py) => {
      callMethod(self, 'close');
      return null;
    }),
  };
});

const READ_ALL_CHUNK = 8192;

/** `readall` by the file's own `read`; null when it would block before the first byte. */
function readAll(self: Py): Py {
  const parts: Uint8Array[] = [];
  for (;;) {
    const data = callMethod(self, 'read', READ_ALL_CHUNK);
    if (data === null) {
      if (parts.length === 0) return null;
      break;
    }
    const bytes = returnedBytes(data);
    if (bytes === undefined) throw TypeError('read() should return bytes');
    if (bytes.length === 0) break;
    parts.push(bytes);
  }
  return bytesResult(parts.length === 0 ? new Uint8Array() : joinBytes(parts));
}

defineMembers(rawIOBaseType, () => ({
  read: method('(size=-1, /)', (self: Py, size: Py = -1) => {
    const want = size === null ? -1 : asSize(size);
    if (want < 0) return callMethod(self, 'readall');
    const buffer = new PyByteArray(new Uint8Array(want));
    const count = callMethod(self, 'readinto', buffer);
    if (count === null) return null;
    const got = asSize(count);
    if (got < 0 || got > want) {
      throw ValueError(`readinto returned ${got} outside buffer size ${want}`);
    }
    return bytesResult(buffer.data.slice(0, got));
  }),
  readall: method('()', readAll),
}));

/** `readinto` through `read` or `read1`. */
function readInto(name: 'read' | 'read1'): Py {
  return method('(buffer, /)', (self: Py, buffer: Py) => {
    const target = writableBufferOf(buffer);
    const data = callMethod(self, name, target.length);
    const bytes = returnedBytes(data);
    if (bytes === undefined) throw TypeError('read() should return bytes');
    if (bytes.length > target.length) {
      throw ValueError(`read() returned too much data: ${target.length} bytes requested, ${bytes.length} returned`);
    }
    target.set(bufferOf(data));
    return bytes.length;
  });
}

const unsupportedMethod = (signature: string, name: string) =>
  method(signature, () => {
    throw unsupported(name);
  });

defineMembers(bufferedIOBaseType, () => ({
  detach: unsupportedMethod('()', 'detach'),
  read: unsupportedMethod('(size=-1, /)', 'read'),
  read1: unsupportedMethod('(size=-1, /)', 'read1'),
  write: unsupportedMethod('(b, /)', 'write'),
  readinto: readInto('read'),
  readinto1: readInto('read1'),
}));

defineMembers(textIOBaseType, () => ({
  detach: unsupportedMethod('()', 'detach'),
  read: unsupportedMethod('(size=-1, /)', 'read'),
  readline: unsupportedMethod('(size=-1, /)', 'readline'),
  write: unsupportedMethod('(s, /)', 'write'),
  encoding: getter(() => null),
  newlines: getter(() => null),
  errors: getter(() => null),
}));
