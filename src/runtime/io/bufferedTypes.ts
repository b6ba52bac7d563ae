/**
 * `_io.BufferedReader`, `BufferedWriter` and `BufferedRandom` as Python sees them.
 * Spec: https://docs.python.org/3/library/io.html#buffered-streams
 */
import { lineRead, sizedRead, someRead } from './threadReads.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { writableBufferOf } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { PyBaseException, StopIteration, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asSize } from '../object/number.js';
import type { Py } from '../object/object.js';
import { guardRepr, repr } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { builtinType, type Members, type PyType, shortTypeName } from '../object/type.js';
import { PyStaticMethod } from '../object/values.js';
import { bufferedIOBaseType, NEXT } from './base.js';
import { PyBuffered } from './buffered.js';
import { closeThrough } from './closing.js';
import { DEFAULT_BUFFER_SIZE, isPlainFileIO, typeName } from './fileio.js';
import type { OutputBlock } from './host.js';
import { rawCanRead, rawCanSeek, rawCanWrite, rawIsClosed } from './rawCalls.js';
import { refused, unsupported } from './unsupported.js';
import { bytesResult, bytesToWrite, optionalSize } from './values.js';

export class PyBufferedReader extends PyBuffered {
  override isReader = true;
}
export class PyBufferedWriter extends PyBuffered {
  override isWriter = true;
}
export class PyBufferedRandom extends PyBuffered {
  override isReader = true;
  override isWriter = true;
}

function bufferedType(name: string, js: typeof PyBuffered): PyType {
  return builtinType({ name, js, base: bufferedIOBaseType, module: '_io' });
}

export const bufferedReaderType = bufferedType('BufferedReader', PyBufferedReader);
export const bufferedWriterType = bufferedType('BufferedWriter', PyBufferedWriter);
export const bufferedRandomType = bufferedType('BufferedRandom', PyBufferedRandom);

/** A buffer over a raw file, made by the runtime itself. */
export function newBuffered(
  kind: 'reader' | 'writer' | 'random',
  raw: Py,
  size: number,
  block?: OutputBlock,
): PyBuffered {
  const buffered = new { reader: PyBufferedReader, writer: PyBufferedWriter, random: PyBufferedRandom }[kind]();
  checkRaw(buffered, raw);
  buffered.attach(raw, size, block);
  return buffered;
}

function checkRaw(self: PyBuffered, raw: Py): void {
  if (self.isReader && self.isWriter && !rawCanSeek(raw)) throw refused('File or stream is not seekable.');
  if (self.isReader && !rawCanRead(raw)) throw refused('File or stream is not readable.');
  if (self.isWriter && !rawCanWrite(raw)) throw refused('File or stream is not writable.');
}

function close(self: PyBuffered): null {
  self.checkAttached();
  if (rawIsClosed(self.raw)) return null;
  closeThrough(self, self.raw);
  return null;
}

export function reprNamed(self: Py): string {
  const path = typeName(self);
  const name = nameOf(self);
  if (name === undefined) return `<${path}>`;
  return guardRepr(self, `<${path}>`, () => `<${path} name=${repr(name)}>`);
}

/** The `name` of a file, undefined if it has none (or is detached). */
export function nameOf(self: Py): Py {
  try {
    return findAttr(self, 'name');
  } catch (error) {
    if (error instanceof PyBaseException && error.c$.mro.includes(ValueError.type)) return undefined;
    throw error;
  }
}

/** An attribute or method that is the raw file's. */
const ofRaw = (name: string): Py =>
  getter((self: PyBuffered) => {
    self.checkAttached();
    return getAttr(self.raw, name);
  });

const callRaw = (name: string): Py =>
  method('()', (self: PyBuffered) => {
    self.checkAttached();
    return callMethod(self.raw, name);
  });

/** `tell`, `seek` and `truncate` work only where the raw file can seek. */
function checkSeekable(self: PyBuffered, ability: string): void {
  self.checkAttached();
  void ability;
  if (!rawCanSeek(self.raw)) throw refused('File or stream is not seekable.');
}

function common(): Members {
  return {
    __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
    __init__: method('(raw, buffer_size=8192)', (self: PyBuffered, raw: Py, size: Py = DEFAULT_BUFFER_SIZE) => {
      self.wasDetached = false;
      self.raw = undefined;
      checkRaw(self, raw);
      self.attach(raw, asSize(size));
      return null;
    }),
    __repr__: method('()', reprNamed),
    raw: getter((self: PyBuffered) => self.raw ?? null),
    name: ofRaw('name'),
    mode: ofRaw('mode'),
    closed: getter((self: PyBuffered) => {
      self.checkAttached();
      return rawIsClosed(self.raw);
    }),
    detach: method('()', (self: PyBuffered) => {
      self.checkAttached();
      callMethod(self, 'flush');
      return self.detach();
    }),
    close: method('()', close),
    fileno: callRaw('fileno'),
    isatty: callRaw('isatty'),
    seekable: callRaw('seekable'),
    flush: method('()', (self: PyBuffered) => {
      self.checkOpen('flush of closed file');
      self.flush();
      return null;
    }),
    tell: method('()', (self: PyBuffered) => {
      self.checkAttached();
      return self.tell();
    }),
    seek: method('(target, whence=0, /)', (self: PyBuffered, target: Py, whence: Py = 0) => {
      const how = asSize(whence);
      if (how < 0 || how > (rt.dialect === 2 ? 2 : 4)) {
        self.checkAttached();
        throw ValueError(
          rt.dialect === 2 ? `whence must be between 0 and 2, not ${how}` : `whence value ${how} unsupported`,
        );
      }
      self.checkOpen('seek of closed file');
      checkSeekable(self, 'seek');
      return self.seek(asSize(target), how);
    }),
    truncate: method('(pos=None, /)', (self: PyBuffered, pos: Py = null) => {
      self.checkOpen('truncate of closed file');
      if (!self.isWriter) throw unsupported('truncate');
      self.flush();
      return callMethod(self.raw, 'truncate', pos === null ? self.tell() : pos);
    }),
    __sizeof__: method('()', (self: PyBuffered) => 152 + self.bufferSize),
    __reduce__: method('()', refusePickle),
    __reduce_ex__: method('(protocol, /)', refusePickle),
    _dealloc_warn: method('(source, /)', () => null),
  };
}

export const refusePickle = (self: Py): never => {
  throw TypeError(`cannot pickle '${shortTypeName(self.c$)}' ${rt.dialect === 2 ? 'object' : 'instances'}`);
};

function readMembers(): Members {
  return {
    read: sizedRead(
      method('(size=-1, /)', (self: PyBuffered, size: Py) => {
        self.checkAttached();
        const count = optionalSize(size);
        if (count < -1) throw ValueError(`read length must be ${rt.dialect === 2 ? 'positive' : 'non-negative'} or -1`);
        self.checkOpen('read of closed file');
        const bytes = count < 0 ? self.readAll() : self.read(count);
        return bytes === null ? null : bytesResult(bytes);
      }),
    ),
    read1: someRead(
      method('(size=-1, /)', (self: PyBuffered, size: Py = -1) => {
        self.checkOpen('read of closed file');
        const count = asSize(size);
        if (rt.dialect === 2 && count < 0) throw ValueError('read length must be positive');
        return bytesResult(self.read1(count));
      }),
    ),
    readinto: method('(buffer, /)', (self: PyBuffered, buffer: Py) => {
      self.checkOpen('readinto of closed file');
      return self.readInto(writableBufferOf(buffer), false);
    }),
    readinto1: someRead(
      method('(buffer, /)', (self: PyBuffered, buffer: Py) => {
        self.checkOpen('readinto of closed file');
        return self.readInto(writableBufferOf(buffer), true);
      }),
    ),
    peek: someRead(
      method('(size=0, /)', (self: PyBuffered) => {
        self.checkOpen('peek of closed file');
        return bytesResult(self.peek());
      }),
    ),
    readline: lineRead(
      method('(size=-1, /)', (self: PyBuffered, size: Py) => {
        self.checkOpen('readline of closed file');
        return bytesResult(self.readLine(optionalSize(size)));
      }),
    ),
    readable: callRaw('readable'),
    [NEXT()]: lineRead(
      method('()', (self: PyBuffered) => {
        const line = self.c$.isHeap ? callMethod(self, 'readline') : nextBytes(self);
        if (!truthy(line)) throw StopIteration();
        return line;
      }),
    ),
  };
}

function nextBytes(self: PyBuffered): Py {
  self.checkOpen('readline of closed file');
  return bytesResult(self.readLine(-1));
}

function writeMembers(): Members {
  return {
    write: method('(buffer, /)', (self: PyBuffered, data: Py) => {
      self.checkAttached();
      const bytes = bytesToWrite(data);
      self.checkOpen('write to closed file');
      self.write(bytes);
      return bytes.length;
    }),
    writable: callRaw('writable'),
  };
}

defineMembers(bufferedReaderType, () => ({ ...common(), ...readMembers() }));
defineMembers(bufferedWriterType, () => ({ ...common(), ...writeMembers() }));
defineMembers(bufferedRandomType, () => ({ ...common(), ...readMembers(), ...writeMembers() }));

/** Whether the object is one of these with their own methods. */
export const isPlainBuffered = (o: Py): o is PyBuffered =>
  o instanceof PyBuffered && !o.c$.isHeap && isPlainFileIO(o.raw);
