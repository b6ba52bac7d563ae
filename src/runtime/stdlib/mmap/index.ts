/**
 * The `mmap` module.
 * Spec: https://docs.python.org/3/library/mmap.html
 */
import { registerShared } from '../../codec/shared.js';
import { openHandle } from '../../mp/index.js';
import { type BufferInfo, bufferOf, byteBuffer } from '../../object/buffer.js';
import {
  BufferError,
  IndexError,
  OSError,
  OverflowError,
  SystemError,
  TypeError,
  ValueError,
} from '../../object/errors.js';
import { isLent } from '../../object/lending.js';
import { osError } from '../../builtins/osError.js';
import { select } from '../../builtins/sliceIndices.js';
import { fn, method } from '../../object/fn.js';
import { defineMembers, getter } from '../../object/install.js';
import { iter } from '../../object/iterate.js';
import { asSize, intValue } from '../../object/number.js';
import { hide, type Py, PyInstance } from '../../object/object.js';
import { builtinType, type PyType, shortTypeName } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyBytes, PySlice, PyStaticMethod, PyTuple } from '../../object/values.js';
import { host } from '../../process/host.js';
import { claim } from '../multiprocessing/pipeEnds.js';
import { bytesOf, type Mapping, mapFile, mapMemory, unmap, writeBack } from './mapping.js';

const PAGE = 4096;
const EINVAL = 22;
const EBADF = 9;

const Access = { default: 0, read: 1, write: 2, copy: 3 } as const;
const ACCESS_NAMES = ['ACCESS_DEFAULT', 'ACCESS_READ', 'ACCESS_WRITE', 'ACCESS_COPY'];
const MAP_SHARED = 1;
const MAP_PRIVATE = 2;
const PROT_WRITE = 2;

const CONSTANTS = {
  ACCESS_COPY: Access.copy,
  ACCESS_DEFAULT: Access.default,
  ACCESS_READ: Access.read,
  ACCESS_WRITE: Access.write,
  ALLOCATIONGRANULARITY: PAGE,
  MADV_DODUMP: 17,
  MADV_DOFORK: 11,
  MADV_DONTDUMP: 16,
  MADV_DONTFORK: 10,
  MADV_DONTNEED: 4,
  MADV_FREE: 8,
  MADV_HUGEPAGE: 14,
  MADV_HWPOISON: 100,
  MADV_MERGEABLE: 12,
  MADV_NOHUGEPAGE: 15,
  MADV_NORMAL: 0,
  MADV_RANDOM: 1,
  MADV_REMOVE: 9,
  MADV_SEQUENTIAL: 2,
  MADV_UNMERGEABLE: 13,
  MADV_WILLNEED: 3,
  MAP_32BIT: 64,
  MAP_ANON: 32,
  MAP_ANONYMOUS: 32,
  MAP_DENYWRITE: 2048,
  MAP_EXECUTABLE: 4096,
  MAP_NORESERVE: 16384,
  MAP_POPULATE: 32768,
  MAP_PRIVATE,
  MAP_SHARED,
  MAP_STACK: 131072,
  PAGESIZE: PAGE,
  PROT_EXEC: 4,
  PROT_READ: 1,
  PROT_WRITE,
};

class PyMmap extends PyInstance {
  mapping: Mapping | null = null;
  access: number = Access.default;
  fd = -1;
  offset = 0;
  pos = 0;
  exports = 0;
}
export const mmapType: PyType = builtinType({ name: 'mmap', js: PyMmap, module: 'mmap' });

/** The memory; ValueError once it is closed. */
function memory(self: PyMmap): Uint8Array {
  if (self.mapping === null) throw ValueError('mmap closed or invalid');
  return bytesOf(self.mapping);
}

function writableMemory(self: PyMmap): Uint8Array {
  const bytes = memory(self);
  if (self.access === Access.read) throw TypeError("mmap can't modify a readonly memory map.");
  return bytes;
}

hide(PyMmap.prototype, 'buffer$', function (this: PyMmap): BufferInfo {
  return byteBuffer(memory(this), this.access === Access.read, (delta) => {
    this.exports += delta;
  });
});

registerShared(mmapType, {
  kind: 'mmap',
  encode: (self: PyMmap, transfer) => {
    if (transfer !== 'fork') throw TypeError("cannot pickle 'mmap.mmap' object");
    const { mapping, access, fd, offset, pos } = self;
    return [mapping === null ? null : [mapping.block, mapping.size], access, fd, offset, pos];
  },
  decode: (data, _parts, cls) => {
    const [memory, access, fd, offset, pos] = data as [[number, number] | null, number, number, number, number];
    const self = new ((cls ?? mmapType).ctor as typeof PyMmap)();
    const shared = host().arena;
    if (memory !== null) {
      const [block, size] = memory;
      shared.reach(block, 1);
      const inherited = claim(shared, 'block', block);
      const handle = inherited === 0 ? openHandle(shared, 'block', block) : inherited;
      // The process that mapped the file brings the content back to it.
      self.mapping = { block, handle, size, file: null };
    }
    return Object.assign(self, { access, fd, offset, pos });
  },
});

function newMmap(cls: PyType, fileno: Py, length: Py, flags: Py, prot: Py, access: Py, offset: Py): PyMmap {
  const size = asSize(length);
  if (size < 0) throw OverflowError('memory mapped length must be positive');
  const start = offset === undefined ? 0 : asSize(offset);
  if (start < 0) throw OverflowError('memory mapped offset must be positive');
  const mode = access === undefined ? Access.default : asSize(access);
  if (mode !== Access.default && (flags !== undefined || prot !== undefined))
    if ((flags !== undefined && asSize(flags) !== MAP_SHARED) || (prot !== undefined && asSize(prot) !== 3))
      throw ValueError("mmap can't specify both access and flags, prot.");
  if (mode < 0 || mode > Access.copy) throw ValueError('mmap invalid access parameter.');
  const rights = prot === undefined ? 3 : asSize(prot);
  const isWritable = mode === Access.default ? (rights & PROT_WRITE) !== 0 : mode !== Access.read;
  const isPrivate = mode === Access.copy || (flags !== undefined && (asSize(flags) & MAP_PRIVATE) !== 0);
  const fd = asSize(fileno);
  if (fd === -1 && size === 0) throw osError(EINVAL);
  if (start % PAGE !== 0) throw osError(EINVAL);
  const self = new cls.ctor() as PyMmap;
  self.mapping = fd === -1 ? mapMemory(size) : mapFile(fd, size, start, isPrivate, isWritable);
  return Object.assign(self, { access: isWritable ? mode : Access.read, fd, offset: start });
}

function item(self: PyMmap, key: Py): Py {
  const bytes = memory(self);
  if (key instanceof PySlice) {
    const { start, step, count } = select(key, bytes.length);
    if (step === 1) return new PyBytes(bytes.slice(start, start + count));
    return new PyBytes(Uint8Array.from({ length: count }, (_, i) => bytes[start + i * step]!));
  }
  return bytes[place(bytes, key)]!;
}

function place(bytes: Uint8Array, key: Py): number {
  const n = intValue(key);
  if (n === undefined) throw TypeError('mmap indices must be integers');
  const at = Number(n) < 0 ? Number(n) + bytes.length : Number(n);
  if (at < 0 || at >= bytes.length) throw IndexError('mmap index out of range');
  return at;
}

function setItem(self: PyMmap, key: Py, value: Py): null {
  const bytes = writableMemory(self);
  if (key instanceof PySlice) {
    const { start, step, count } = select(key, bytes.length);
    const source = bufferOf(value);
    if (source.length !== count) throw IndexError('mmap slice assignment is wrong size');
    if (step === 1) bytes.set(source, start);
    else for (let i = 0; i < count; i++) bytes[start + i * step] = source[i]!;
    return null;
  }
  const at = place(bytes, key);
  const n = intValue(value);
  if (n === undefined) throw TypeError('mmap item value must be an int');
  if (n < 0 || n > 255) throw ValueError('mmap item value must be in range(0, 256)');
  bytes[at] = Number(n);
  return null;
}

function take(self: PyMmap, count: number): PyBytes {
  const bytes = memory(self);
  const end = Math.min(bytes.length, self.pos + count);
  const taken = bytes.slice(self.pos, end);
  self.pos = Math.max(self.pos, end);
  return new PyBytes(taken);
}

function readLine(self: PyMmap): PyBytes {
  const end = memory(self).indexOf(10, self.pos);
  return take(self, end < 0 ? Infinity : end + 1 - self.pos);
}

function write(self: PyMmap, data: Py): number {
  const bytes = writableMemory(self);
  const source = bufferOf(data);
  if (self.pos + source.length > bytes.length) throw ValueError('data out of range');
  bytes.set(source, self.pos);
  self.pos += source.length;
  return source.length;
}

function seek(self: PyMmap, distance: Py, whence: Py): number {
  const { length } = memory(self);
  const from = whence === undefined ? 0 : asSize(whence);
  if (from < 0 || from > 2) throw ValueError('unknown seek type');
  const at = asSize(distance) + [0, self.pos, length][from]!;
  if (at < 0 || at > length) throw ValueError('seek out of range');
  self.pos = at;
  return at;
}

function find(last: boolean) {
  return method('(sub, start=None, end=None, /)', (self: PyMmap, sub: Py, start: Py, end: Py) => {
    const bytes = memory(self);
    const bound = (value: Py, otherwise: number) => {
      if (value === undefined || value === null) return otherwise;
      const n = asSize(value);
      return Math.max(0, Math.min(bytes.length, n < 0 ? n + bytes.length : n));
    };
    const from = bound(start, self.pos);
    const part = Buffer.from(bytes.subarray(from, Math.max(from, bound(end, bytes.length))));
    const found = last ? part.lastIndexOf(bufferOf(sub)) : part.indexOf(bufferOf(sub));
    return found < 0 ? -1 : found + from;
  });
}

function move(self: PyMmap, to: Py, from: Py, count: Py): null {
  const bytes = writableMemory(self);
  const [target, source, length] = [asSize(to), asSize(from), asSize(count)];
  if (target < 0 || source < 0 || length < 0 || Math.max(target, source) + length > bytes.length)
    throw ValueError('source, destination, or count out of range');
  bytes.copyWithin(target, source, source + length);
  return null;
}

function flush(self: PyMmap, offset: Py, size: Py): null {
  const bytes = memory(self);
  const start = offset === undefined ? 0 : asSize(offset);
  const length = size === undefined ? bytes.length - start : asSize(size);
  if (start < 0 || length < 0 || start + length > bytes.length) throw ValueError('flush values out of range');
  if (start % PAGE !== 0) throw osError(EINVAL);
  writeBack(self.mapping!);
  return null;
}

function close(self: PyMmap): null {
  if (self.mapping === null) return null;
  if (self.exports > 0 && isLent(self)) throw BufferError('cannot close exported pointers exist');
  unmap(self.mapping);
  self.mapping = null;
  return null;
}

function shown(self: PyMmap): string {
  if (self.mapping === null) return `<${typeOf(self).moduleName}.${shortTypeName(typeOf(self))} closed=True>`;
  const { access, pos, offset } = self;
  return `<mmap.${shortTypeName(typeOf(self))} closed=False, access=${ACCESS_NAMES[access]}, length=${self.mapping.size}, pos=${pos}, offset=${offset}>`;
}

defineMembers(mmapType, () => ({
  __new__: new PyStaticMethod(
    fn('(cls, fileno, length, flags=1, prot=3, access=0, offset=0, trackfd=True)', newMmap, '__new__'),
  ),
  __len__: method('()', (self: PyMmap) => memory(self).length),
  __getitem__: method('(key, /)', item),
  __setitem__: method('(key, value, /)', setItem),
  __iter__: method('()', (self: PyMmap) => singleBytes(self)),
  __enter__: method('()', (self: PyMmap) => {
    memory(self);
    return self;
  }),
  __exit__: method('(*args)', close),
  __repr__: method('()', shown),
  closed: getter((self: PyMmap) => self.mapping === null),
  close: method('()', close),
  find: find(false),
  rfind: find(true),
  flush: method('(offset=0, size=None, /)', flush),
  madvise: method('(option, start=0, length=None, /)', (self: PyMmap) => {
    memory(self);
    return null;
  }),
  move: method('(dest, src, count, /)', move),
  read: method('(n=None, /)', (self: PyMmap, n: Py) =>
    take(self, n === undefined || n === null || asSize(n) < 0 ? Infinity : asSize(n)),
  ),
  read_byte: method('()', (self: PyMmap) => {
    const bytes = memory(self);
    if (self.pos >= bytes.length) throw ValueError('read byte out of range');
    return bytes[self.pos++]!;
  }),
  readline: method('()', readLine),
  resize: method('(newsize, /)', (self: PyMmap) => {
    writableMemory(self);
    throw SystemError('mmap: resizing not available--no mremap()');
  }),
  seek: method('(pos, whence=0, /)', seek),
  seekable: method('()', () => true),
  size: method('()', (self: PyMmap) => {
    memory(self);
    if (self.fd === -1) throw osError(EBADF);
    return self.mapping!.size + self.offset;
  }),
  tell: method('()', (self: PyMmap) => {
    memory(self);
    return self.pos;
  }),
  write: method('(bytes, /)', write),
  write_byte: method('(byte, /)', (self: PyMmap, byte: Py) => {
    const bytes = writableMemory(self);
    if (self.pos >= bytes.length) throw ValueError('write byte out of range');
    bytes[self.pos++] = asSize(byte);
    return null;
  }),
}));

/** The bytes one by one. */
function singleBytes(self: PyMmap): Py {
  return iter(new PyTuple(Array.from(memory(self), (byte) => new PyBytes(new Uint8Array([byte])))));
}

export default function mmap(): Record<string, Py> {
  return { ...CONSTANTS, error: OSError.type, mmap: mmapType };
}
