/**
 * `_io.FileIO`: a descriptor as a raw file.
 * Spec: https://docs.python.org/3/library/io.html#io.FileIO
 */
import { constants } from 'node:fs';
import { errnoFrom, fileSystem, ioError } from '../builtins/osError.js';
import { findAttr, setAttr } from '../object/attributes.js';
import { writableBufferOf } from '../object/buffer.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import { OverflowError, PyBaseException, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asIndex, asSize, intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { guardRepr, repr } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType, shortTypeName } from '../object/type.js';
import { PyBytes, PyStaticMethod, PyUnicode } from '../object/values.js';
import { PyRawIOBase, rawIOBaseType } from './base.js';
import { closeDescriptor, fileAt, openPath } from './descriptors.js';
import { errnoOf } from './errnoTable.js';
import { type NativePath, nativeName, pathArg, resolvePath } from './paths.js';
import { holdFile, withRoom } from './forgottenFiles.js';
import { flushUnclosed } from './unclosed.js';
import { unsupported } from './unsupported.js';
import { bytesResult, bytesToWrite, joinBytes, optionalSize, textResult } from './values.js';

export const DEFAULT_BUFFER_SIZE = 8192;
const FIRST_READ = 65536;

export class PyFileIO extends PyRawIOBase {
  fd = -1;
  isReadable = false;
  isWritable = false;
  isAppending = false;
  isCreated = false;
  /** `close()` closes the descriptor too. */
  closesFd = true;
  /** undefined until asked. */
  seekable: boolean | undefined = undefined;
  blockSize = DEFAULT_BUFFER_SIZE;

  get isClosed(): boolean {
    return this.fd < 0;
  }

  checkOpen(): void {
    if (this.fd < 0) throw ValueError('I/O operation on closed file');
  }

  checkReadable(): void {
    this.checkOpen();
    if (!this.isReadable) throw notOpenFor('reading');
  }

  checkWritable(): void {
    this.checkOpen();
    if (!this.isWritable) throw notOpenFor('writing');
  }

  canRead(): boolean {
    this.checkOpen();
    return this.isReadable;
  }

  canWrite(): boolean {
    this.checkOpen();
    return this.isWritable;
  }

  /** Reads into memory. Returns the number of bytes, 0 at the end, null when nothing is there yet. */
  readInto(target: Uint8Array): number | null {
    this.checkReadable();
    if (target.length === 0) return 0;
    return unlessBlocked(() => fileAt(this.fd).read(target));
  }

  /** Everything up to the end; null when nothing is there yet. */
  readAll(): Uint8Array | null {
    this.checkOpen();
    const parts: Uint8Array[] = [];
    let chunk = this.remaining();
    for (;;) {
      const target = new Uint8Array(chunk);
      const count = unlessBlocked(() => fileAt(this.fd).read(target));
      if (count === null && parts.length === 0) return null;
      if (count === null || count === 0) break;
      parts.push(count === chunk ? target : target.subarray(0, count));
      // The size said how much to expect: one byte more is asked only to see the end.
      chunk = count === chunk && chunk > FIRST_READ ? chunk : FIRST_READ;
    }
    return parts.length === 0 ? new Uint8Array() : joinBytes(parts);
  }

  /** How much is left of a regular file, as a size for the first read. */
  private remaining(): number {
    try {
      const file = fileAt(this.fd);
      const left = Number(file.stat().size) - file.seek(0, 1);
      return left > 0 ? left + 1 : 1;
    } catch {
      return FIRST_READ;
    }
  }

  /** Writes some of the bytes. Returns how many, null when none could be written without waiting. */
  writeSome(bytes: Uint8Array): number | null {
    this.checkWritable();
    if (bytes.length === 0) return 0;
    return unlessBlocked(() => fileAt(this.fd).write(bytes));
  }

  seek(offset: number, whence: number): number {
    this.checkOpen();
    return fileSystem(() => fileAt(this.fd).seek(offset, whence));
  }

  canSeek(): boolean {
    this.checkOpen();
    if (this.seekable === undefined) {
      try {
        fileAt(this.fd).seek(0, 1);
        this.seekable = true;
      } catch {
        this.seekable = false;
      }
    }
    return this.seekable;
  }

  isTerminal(): boolean {
    this.checkOpen();
    return fileAt(this.fd).isTerminal();
  }

  closeFile(): void {
    const { fd } = this;
    if (fd < 0) return;
    this.fd = -1;
    if (this.closesFd) fileSystem(() => closeDescriptor(fd));
  }

  get mode(): string {
    if (this.isCreated) return this.isReadable ? 'xb+' : 'xb';
    if (this.isAppending) return this.isReadable ? 'ab+' : 'ab';
    if (this.isReadable) return this.isWritable ? 'rb+' : 'rb';
    return 'wb';
  }
}

export const fileIOType: PyType = builtinType({ name: 'FileIO', js: PyFileIO, base: rawIOBaseType, module: '_io' });

/** Whether the object is a FileIO with the methods of one. */
export const isPlainFileIO = (o: Py): o is PyFileIO => o instanceof PyFileIO && o.c$ === fileIOType;

/** Runs a read or write; null if it would have to wait. */
function unlessBlocked(run: () => number): number | null {
  try {
    return run();
  } catch (error) {
    const errno = errnoFrom(error);
    if (errno === undefined) throw error;
    if (errno === errnoOf('EAGAIN')) return null;
    throw ioError(errno);
  }
}

interface FileMode {
  readable: boolean;
  writable: boolean;
  appending: boolean;
  created: boolean;
  flags: number;
}

function notOpenFor(what: string) {
  const text = `File not open for ${what}`;
  return rt.dialect === 2 ? ValueError(text) : unsupported(text);
}

/** One of how many modes a file is opened in. */
export const kindsOfModes = (): string => (rt.dialect === 2 ? 'read/write/append' : 'create/read/write/append');

const tooManyModes = () => ValueError(`Must have exactly one of ${kindsOfModes()} mode and at most one plus`);

/** Parses a raw mode: one of r, w, a, x, and at most one +. */
function parseMode(mode: string): FileMode {
  const { O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_RDWR, O_RDONLY, O_WRONLY } = constants;
  let kind = '';
  let plus = false;
  for (const char of mode) {
    if ('rwax'.includes(char) && !(char === 'x' && rt.dialect === 2)) {
      if (kind !== '') throw tooManyModes();
      kind = char;
    } else if (char === '+') {
      if (plus) throw tooManyModes();
      plus = true;
    } else if (char !== 'b') throw ValueError(`invalid mode: ${mode}`);
  }
  if (kind === '') throw tooManyModes();
  const readable = kind === 'r' || plus;
  const writable = kind !== 'r' || plus;
  const access = readable && writable ? O_RDWR : readable ? O_RDONLY : O_WRONLY;
  const extra = { r: 0, w: O_CREAT | O_TRUNC, a: O_CREAT | O_APPEND, x: O_CREAT | O_EXCL }[kind]!;
  return { readable, writable, appending: kind === 'a', created: kind === 'x', flags: access | extra };
}

/** Opens, or takes a descriptor; `FileIO.__init__`. */
export function initFileIO(self: PyFileIO, file: Py, mode: string, closesFd: boolean, opener: Py): void {
  if (self.fd >= 0 && self.closesFd) self.closeFile();
  const given = rt.dialect === 2 ? intValue(file) : descriptorOf(file);
  const fd = given === undefined ? -1 : Number(given);
  if (given !== undefined && fd < 0) throw ValueError('negative file descriptor');
  if (fd > 0x7fffffff) throw OverflowError('Python int too large to convert to C int');
  const parsed = parseMode(mode);
  const isPath = given === undefined;
  const path = isPath ? fileName(file) : undefined;
  self.isReadable = parsed.readable;
  self.isWritable = parsed.writable;
  self.isAppending = parsed.appending;
  self.isCreated = parsed.created;
  self.seekable = undefined;
  self.closesFd = closesFd;
  if (path !== undefined) {
    if (!closesFd) throw ValueError('Cannot use closefd=False with file name');
    const shown = rt.dialect === 2 ? pathArg(file, 'open').shown : file;
    self.fd = opener === null ? openFile(path, parsed.flags, shown) : openedBy(opener, file, parsed.flags);
    if (opener === null) holdFile(self, self.fd);
  } else self.fd = fd;
  checkKind(self, isPath ? file : undefined);
  setAttr(self, 'name', file);
  if (self.isAppending) appendAtEnd(self);
}

/** The descriptor that a number or an object with an `__index__` is; what gives none that fits is taken for a path. */
function descriptorOf(file: Py): number | bigint | undefined {
  if (typeof file === 'string') return undefined;
  try {
    const value = asIndex(file);
    return value > 0x7fffffff || value < -0x80000000 ? undefined : value;
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return undefined;
  }
}

function openFile(path: NativePath, flags: number, shown: Py): number {
  flushUnclosed(path);
  return raisingIoError(() => withRoom(() => openPath(path, flags | constants.O_NOCTTY, 0o666)), shown);
}

function raisingIoError<T>(run: () => T, shown?: Py): T {
  try {
    return run();
  } catch (error) {
    const errno = errnoFrom(error);
    throw errno === undefined ? error : ioError(errno, shown);
  }
}

const O_CLOEXEC = 0o2000000;

function openedBy(opener: Py, file: Py, flags: number): number {
  const result = intValue(call(opener, [file, flags | O_CLOEXEC]));
  if (result === undefined) throw TypeError('expected integer from opener');
  if (result < 0) throw ValueError(`opener returned ${result}`);
  return Number(result);
}

/** A file name of `open()`. Its messages differ from those of the functions of `os`. */
function fileName(file: Py): NativePath {
  const text = rt.dialect === 3 ? strValue(file) : undefined;
  if (text !== undefined) {
    if (text.includes('\0')) throw ValueError('embedded null byte');
    return resolvePath(nativeName(text));
  }
  if (rt.dialect === 2) return pathArg(file, 'open').path;
  const path = fspath(file);
  if (path instanceof PyBytes && path.data.includes(0)) throw ValueError('embedded null byte');
  return pathArg(path, 'open').path;
}

import { fspath } from './paths.js';

/** Directories cannot be opened as files; the file system's block size is a good buffer size. */
function checkKind(self: PyFileIO, shown: Py): void {
  const { fd } = self;
  try {
    const status = fileAt(fd).stat();
    if (status.isDirectory()) throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
    if (status.blksize > 1n) self.blockSize = Number(status.blksize);
  } catch (error) {
    const errno = errnoFrom(error);
    if (shown !== undefined) closeDescriptor(fd);
    self.fd = -1;
    throw errno === undefined ? error : ioError(errno, shown);
  }
}

function appendAtEnd(self: PyFileIO): void {
  try {
    fileAt(self.fd).seek(0, 2);
  } catch {
    // Pipes have no end to go to.
  }
}

function reprFileIO(self: PyFileIO): string {
  if (self.fd < 0) return `<${typeName(self)} [closed]>`;
  const name = findAttr(self, 'name');
  const closing = rt.dialect === 2 ? '' : ` closefd=${self.closesFd ? 'True' : 'False'}`;
  const rest = `mode='${self.mode}'${closing}>`;
  if (name === undefined) return `<${typeName(self)} fd=${self.fd} ${rest}`;
  return guardRepr(self, `<${typeName(self)}>`, () => `<${typeName(self)} name=${repr(name)} ${rest}`);
}

/** The class's name as reprs of files show it. */
export const typeName = (self: Py): string => `${self.c$.moduleName}.${shortTypeName(self.c$)}`;

/** A raw file on a path, opened by the runtime itself. */
export function newFileIO(file: Py, mode: string, closesFd = true, opener: Py = null): PyFileIO {
  const raw = new PyFileIO();
  initFileIO(raw, file, mode, closesFd, opener);
  return raw;
}

defineMembers(fileIOType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method(
    "(file, mode='r', closefd=True, opener=None)",
    (self: PyFileIO, file: Py, mode: Py = 'r', closefd: Py = true, opener: Py = null) => {
      const text = strValue(mode) ?? (mode instanceof PyUnicode ? mode.value : undefined);
      if (text === undefined)
        throw TypeError(`FileIO() argument 'mode' must be str, not ${mode === null ? 'None' : mode.c$.name}`);
      initFileIO(self, file, text, truthy(closefd), opener);
      return null;
    },
  ),
  __repr__: method('()', reprFileIO),
  read: method('(size=-1, /)', (self: PyFileIO, size: Py) => {
    const want = optionalSize(size);
    self.checkReadable();
    if (want < 0) {
      const all = self.readAll();
      return all === null ? null : bytesResult(all);
    }
    const target = new Uint8Array(want);
    const count = self.readInto(target);
    return count === null ? null : bytesResult(count === want ? target : target.slice(0, count));
  }),
  readall: method('()', (self: PyFileIO) => {
    const all = self.readAll();
    return all === null ? null : bytesResult(all);
  }),
  readinto: method('(buffer, /)', (self: PyFileIO, buffer: Py) => {
    self.checkReadable();
    return self.readInto(writableBufferOf(buffer));
  }),
  write: method('(b, /)', (self: PyFileIO, data: Py) => {
    self.checkWritable();
    return self.writeSome(bytesToWrite(data));
  }),
  seek: method('(pos, whence=0, /)', (self: PyFileIO, pos: Py, whence: Py = 0) => {
    self.checkOpen();
    return self.seek(asSize(pos), asSize(whence));
  }),
  tell: method('()', (self: PyFileIO) => self.seek(0, 1)),
  truncate: method('(size=None, /)', (self: PyFileIO, size: Py = null) => {
    self.checkWritable();
    const length = size === null ? self.seek(0, 1) : asSize(size);
    if (length < 0) throw ioError(errnoOf('EINVAL')!);
    fileSystem(() => fileAt(self.fd).truncate(length));
    return size === null ? length : size;
  }),
  close: method('()', (self: PyFileIO) => {
    self.isClosedBase = true;
    self.closeFile();
    return null;
  }),
  seekable: method('()', (self: PyFileIO) => self.canSeek()),
  readable: method('()', (self: PyFileIO) => self.canRead()),
  writable: method('()', (self: PyFileIO) => self.canWrite()),
  fileno: method('()', (self: PyFileIO) => {
    self.checkOpen();
    return self.fd;
  }),
  isatty: method('()', (self: PyFileIO) => self.isTerminal()),
  _isatty_open_only: method('()', (self: PyFileIO) => self.isTerminal()),
  closed: getter((self: PyFileIO) => self.isClosed),
  closefd: getter((self: PyFileIO) => self.closesFd),
  mode: getter((self: PyFileIO) => textResult(self.mode)),
  _blksize: getter(
    (self: PyFileIO) => self.blockSize,
    (self: PyFileIO, value: Py) => {
      self.blockSize = asSize(value);
    },
  ),
}));
