/**
 * `_io.BytesIO`: a binary file in memory.
 * Spec: https://docs.python.org/3/library/io.html#io.BytesIO
 */

import { builtin } from '../builtins/registry.js';
import { type BufferInfo, bufferOf, byteBuffer, copyOfRange, putBytes, writableBufferOf } from '../object/buffer.js';
import { call1, callMethod } from '../object/call.js';
import { BufferError, StopIteration, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { forEach } from '../object/iterate.js';
import { instanceDict, replaceInstanceDict } from '../object/namespace.js';
import { asSize } from '../object/number.js';
import { hide, type Py, PyInstance } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple } from '../object/values.js';
import { bufferedIOBaseType, closedError, NEXT, PyBufferedIOBase } from './base.js';
import { bytesResult, bytesToWrite, optionalSize } from './values.js';

const LINE_FEED = 10;
/** In lines up to this length a loop finds the end sooner than V8's function. */
const SHORT_LINE = 64;
const EMPTY = new Uint8Array();

export class PyBytesIO extends PyBufferedIOBase {
  /** The content is memory[0..size). */
  private memory: Uint8Array = EMPTY;
  size = 0;
  position = 0;
  isClosed = false;
  /** Memoryviews on the content: it must not move. */
  exports = 0;

  checkOpen(): void {
    if (this.isClosed) throw closedError();
  }

  /** Raises BufferError while a memoryview is on the content. */
  checkFree(): void {
    if (this.exports > 0) throw BufferError('Existing exports of data: object cannot be re-sized');
  }

  get content(): Uint8Array {
    return this.memory.subarray(0, this.size);
  }

  setContent(bytes: Uint8Array): void {
    this.memory = bytes;
    this.size = bytes.length;
    this.position = 0;
  }

  /** Up to `count` bytes from the position on; all for a negative count. */
  take(count: number): Uint8Array {
    const left = Math.max(0, this.size - this.position);
    const end = this.position + (count < 0 || count > left ? left : count);
    const bytes = left > 0 ? copyOfRange(this.memory, this.position, end) : new Uint8Array(0);
    if (left > 0) this.position = end;
    return bytes;
  }

  takeLine(limit: number): Uint8Array {
    const line = this.endOfLine() - this.position;
    return this.take(limit >= 0 && limit < line ? limit : Math.max(0, line));
  }

  /** Behind the next line feed, or where the content ends. */
  private endOfLine(): number {
    const { memory, size, position } = this;
    const near = Math.min(position + SHORT_LINE, size);
    for (let at = position; at < near; at++) if (memory[at] === LINE_FEED) return at + 1;
    if (near >= size) return size;
    const end = memory.indexOf(LINE_FEED, near) + 1;
    return end === 0 || end > size ? size : end;
  }

  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    const end = this.position + bytes.length;
    this.reserve(end);
    putBytes(this.memory, bytes, this.position);
    this.position = end;
    if (end > this.size) this.size = end;
  }

  /** Makes room, doubling; a gap between the content and the position is zeros. */
  private reserve(size: number): void {
    if (size > this.memory.length) {
      const larger = new Uint8Array(Math.max(size, this.memory.length * 2, 64));
      larger.set(this.content);
      this.memory = larger;
    } else if (this.position > this.size) this.memory.fill(0, this.size, this.position);
  }

  /** Cuts the content off; memory that was handed out keeps its bytes. */
  truncate(size: number): void {
    if (size < this.size) {
      this.memory = this.memory.slice(0, size);
      this.size = size;
    }
  }

  close(): void {
    this.isClosed = true;
    this.memory = EMPTY;
    this.size = 0;
  }
}

/** What `getbuffer()` makes a memoryview of. */
class BytesIOBuffer extends PyInstance {
  constructor(readonly source: PyBytesIO) {
    super();
  }
}
hide(BytesIOBuffer.prototype, 'buffer$', function (this: BytesIOBuffer): BufferInfo {
  const { source } = this;
  return byteBuffer(source.content, false, (delta) => {
    source.exports += delta;
  });
});

export const bytesIOBufferType: PyType = builtinType({ name: '_BytesIOBuffer', js: BytesIOBuffer, module: '_io' });
export const bytesIOType: PyType = builtinType({
  name: 'BytesIO',
  js: PyBytesIO,
  base: bufferedIOBaseType,
  module: '_io',
});

function seek(self: PyBytesIO, offset: Py, whence: Py = 0): number {
  self.checkOpen();
  const by = asSize(offset);
  const how = asSize(whence);
  if (by < 0 && how === 0) throw ValueError(`negative seek value ${by}`);
  if (how < 0 || how > 2) throw ValueError(`invalid whence (${how}, should be 0, 1 or 2)`);
  const from = how === 0 ? 0 : how === 1 ? self.position : self.size;
  self.position = Math.max(0, from + by);
  return self.position;
}

function readLines(self: PyBytesIO, hint: Py): PyList {
  self.checkOpen();
  const limit = optionalSize(hint);
  const lines: Py[] = [];
  let size = 0;
  while (self.position < self.size) {
    const line = self.takeLine(-1);
    lines.push(bytesResult(line));
    size += line.length;
    if (limit > 0 && size >= limit) break;
  }
  return new PyList(lines);
}

function setState(self: PyBytesIO, state: Py): null {
  self.checkOpen();
  if (!(state instanceof PyTuple) || state.items.length < 3) {
    throw TypeError(`BytesIO.__setstate__ argument should be 3-tuple, got ${typeOf(state).name}`);
  }
  const [content, position, dict] = state.items;
  self.setContent(new Uint8Array(bufferOf(content)));
  self.position = asSize(position);
  if (dict instanceof PyDict) replaceInstanceDict(self, dict);
  return null;
}

/** A method that raises ValueError once the file is closed. */
const open = (signature: string, run: (self: PyBytesIO, a: Py, b: Py) => Py): Py =>
  method(signature, (self: PyBytesIO, a: Py, b: Py) => {
    self.checkOpen();
    return run(self, a, b);
  });

defineMembers(bytesIOType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method("(initial_bytes=b'')", (self: PyBytesIO, initial: Py) => {
    self.checkFree();
    self.isClosed = false;
    self.setContent(initial === undefined || initial === null ? EMPTY : new Uint8Array(bytesToWrite(initial)));
    return null;
  }),
  read: open('(size=-1, /)', (self, size) => bytesResult(self.take(optionalSize(size)))),
  read1: open('(size=-1, /)', (self, size) => bytesResult(self.take(optionalSize(size)))),
  readline: open('(size=-1, /)', (self, size) => bytesResult(self.takeLine(optionalSize(size)))),
  readlines: method('(size=None, /)', readLines),
  readinto: open('(buffer, /)', (self, buffer) => {
    const target = writableBufferOf(buffer);
    const bytes = self.take(target.length);
    target.set(bytes);
    return bytes.length;
  }),
  [NEXT()]: open('()', (self) => {
    const line = self.c$.isHeap ? callMethod(self, 'readline') : bytesResult(self.takeLine(-1));
    if ((typeof line === 'string' ? line.length : bufferOf(line).length) === 0) throw StopIteration();
    return line;
  }),
  __iter__: method('()', (self: PyBytesIO) => self),
  write: open('(b, /)', (self, data) => {
    self.checkFree();
    const bytes = bytesToWrite(data);
    self.write(bytes);
    return bytes.length;
  }),
  writelines: open('(lines, /)', (self, lines) => {
    forEach(lines, (line) => {
      callMethod(self, 'write', line);
    });
    return null;
  }),
  getvalue: open('()', (self) => bytesResult(self.content.slice())),
  getbuffer: open('()', (self) => call1(builtin('memoryview'), new BytesIOBuffer(self))),
  tell: open('()', (self) => self.position),
  seek: method('(pos, whence=0, /)', seek),
  truncate: open('(size=None, /)', (self, size) => {
    self.checkFree();
    const length = size === undefined || size === null ? self.position : asSize(size);
    if (length < 0) throw ValueError(`negative size value ${length}`);
    self.truncate(length);
    return length;
  }),
  flush: open('()', () => null),
  isatty: open('()', () => false),
  readable: open('()', () => true),
  writable: open('()', () => true),
  seekable: open('()', () => true),
  close: method('()', (self: PyBytesIO) => {
    self.checkFree();
    self.isClosedBase = true;
    self.close();
    return null;
  }),
  closed: getter((self: PyBytesIO) => self.isClosed),
  __getstate__: open('()', (self) => {
    const dict = instanceDict(self);
    return new PyTuple([bytesResult(self.content.slice()), self.position, dict.size > 0 ? dict : null]);
  }),
  __setstate__: method('(state, /)', setState),
  __sizeof__: method('()', (self: PyBytesIO) => 104 + self.size),
}));
