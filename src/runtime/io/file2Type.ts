/**
 * Python 2's `file` type and `open()`.
 * Spec: https://docs.python.org/2.7/library/stdtypes.html#file-objects
 */
import { lineRead, sizedRead, wholeRead } from './threadReads.js';
import { defaultEncoding } from '../builtins/ascii2.js';
import { constants } from 'node:fs';
import { encodeText } from '../builtins/codecs.js';
import { address } from '../builtins/object.js';
import { ioError } from '../builtins/osError.js';
import { bufferOrUndefined, fromLatin1, toLatin1, writableBufferOf } from '../object/buffer.js';
import { callMethod } from '../object/call.js';
import { beforeShowing } from '../object/endings.js';
import { StopIteration, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter, ready } from '../object/install.js';
import { forEach } from '../object/iterate.js';
import { intArg2 } from '../builtins/args2.js';
import { asSize, intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { closeDescriptor, fileAt, openPath } from './descriptors.js';
import { holdFile, withRoom } from './forgottenFiles.js';
import { errnoOf } from './errnoTable.js';
import { PyFile2, raisingIoError } from './file2.js';
import { pathArg } from './paths.js';
import { flushUnclosed } from './unclosed.js';

export const fileType2: PyType = builtinType({ name: 'file', js: PyFile2, module: '__builtin__' });

/** Checks a mode as `open()` does and returns the flags for the system. */
export function flagsOf2(mode: string): number {
  const { O_APPEND, O_CREAT, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY } = constants;
  if (mode === '') throw ValueError('empty mode string');
  const kind = mode[0]!;
  if (mode.includes('U') && /^[wa]/.test(mode.replaceAll('U', ''))) {
    throw ValueError("universal newline mode can only be used with modes starting with 'r'");
  }
  if (!'rwaU'.includes(kind)) {
    throw ValueError(`mode string must begin with one of 'r', 'w', 'a' or 'U', not '${mode}'`);
  }
  const isUpdating = mode.includes('+');
  const access = isUpdating ? O_RDWR : 'rU'.includes(kind) ? O_RDONLY : O_WRONLY;
  return access | (kind === 'w' ? O_CREAT | O_TRUNC : kind === 'a' ? O_CREAT | O_APPEND : 0);
}

function init(self: PyFile2, name: Py, mode: Py = 'r', buffering: Py = -1): null {
  const modeText = strValue(mode) ?? (mode instanceof PyUnicode ? mode.value : undefined);
  if (modeText === undefined) throw TypeError(`file() argument 2 must be string, not ${typeOf(mode).name}`);
  if (typeof name === 'string' && name.includes('\0')) {
    throw TypeError('file() argument 1 must be encoded string without null bytes, not str');
  }
  const { path } = pathArg(name, 'open');
  if (intValue(buffering) === undefined) throw TypeError('an integer is required');
  const flags = flagsOf2(modeText);
  flushUnclosed(path);
  const fd = raisingIoError(() => withRoom(() => openPath(path, flags, 0o666)), name);
  if (fileAt(fd).stat().isDirectory()) {
    closeDescriptor(fd);
    throw ioError(errnoOf('EISDIR')!, name);
  }
  self.open(fd, name, modeText, asSize(buffering));
  holdFile(self, fd);
  if (modeText.startsWith('a')) seekQuietly(fd);
  return null;
}

function seekQuietly(fd: number): void {
  try {
    fileAt(fd).seek(0, 2);
  } catch {
    // Pipes have no end to go to.
  }
}

/** `os.fdopen`. */
export function fdopen2(fd: number, mode: string, buffering: number): PyFile2 {
  flagsOf2(mode);
  ready(fileType2);
  const file = new PyFile2();
  file.open(fd, '<fdopen>', mode, buffering);
  return file;
}

/** The bytes of what is written: a unicode goes through the file's encoding. */
export function fileBytes2(self: PyFile2, data: Py): Uint8Array {
  if (typeof data === 'string') return fromLatin1(data);
  if (data instanceof PyUnicode) {
    const encoding = typeof self.encoding === 'string' ? self.encoding : defaultEncoding().name;
    return encodeText(data.value, encoding, typeof self.errors === 'string' ? self.errors : 'strict', data);
  }
  const bytes = bufferOrUndefined(data);
  if (bytes === undefined) throw TypeError('expected a string or other character buffer object');
  return bytes;
}

function writeLines(self: PyFile2, lines: Py): null {
  self.checkWritable();
  if (typeof lines !== 'string' && lines !== null && typeof lines !== 'object') {
    throw TypeError('writelines() requires an iterable argument');
  }
  let batch: Py[] = [];
  const writeBatch = () => {
    for (const line of batch) self.write(fileBytes2(self, line));
    batch = [];
  };
  forEach(lines, (line) => {
    if (typeof line !== 'string' && !(line instanceof PyUnicode) && bufferOrUndefined(line) === undefined) {
      throw TypeError('writelines() argument must be a sequence of strings');
    }
    batch.push(line);
    if (batch.length === LINES_AT_ONCE) writeBatch();
  });
  writeBatch();
  return null;
}

/** So many lines are looked at before any of them is written. */
const LINES_AT_ONCE = 1000;

/** With universal newlines all of a line's forms end with \n. */
function lineText(self: PyFile2, bytes: Uint8Array): string {
  const text = toLatin1(bytes);
  return self.newlines === undefined ? text : self.newlines.process(text, true);
}

function readText(self: PyFile2, count: number): string {
  return lineText(self, self.read(count));
}

/** A line; with universal newlines a lone \r ends one too. */
function readLine(self: PyFile2, limit: number, next: () => Uint8Array): string {
  if (self.newlines === undefined) return toLatin1(next());
  const kept = self.splitAhead;
  if (kept.length > 0) return kept.shift()!;
  const lines = lineText(self, next()).split(/(?<=\n)/);
  const [first = '', ...rest] = lines;
  kept.push(...rest);
  return limit >= 0 ? first.slice(0, limit) : first;
}

/** `readlines(hint)`: as many lines as the blocks up to `hint` bytes hold. */
function readLines(self: PyFile2, hint: number): PyList {
  const lines: string[] = [];
  let size = 0;
  for (;;) {
    const line = readLine(self, -1, () => self.readLine(-1, 8192));
    if (line === '') break;
    lines.push(line);
    size += line.length;
    if (hint > 0 && size >= Math.ceil(hint / 8192) * 8192) break;
  }
  return new PyList(lines);
}

function reprFile(self: PyFile2): string {
  const state = self.isClosed ? 'closed' : 'open';
  return `<${state} file ${repr(self.name)}, mode '${self.mode}' at ${address(self)}>`;
}

const readonly = (get: (self: PyFile2) => Py): Py =>
  getter(get, () => {
    throw TypeError('readonly attribute');
  });

function newlinesSeen(self: PyFile2): Py {
  const found = self.newlines?.found() ?? [];
  return found.length === 0 ? null : found.length === 1 ? found[0] : new PyTuple(found);
}

const sizeArg = (o: Py): number => intArg2(o, -1);

defineMembers(fileType2, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method("(name, mode='r', buffering=-1)", init),
  __repr__: method('()', reprFile),
  __iter__: method('()', (self: PyFile2) => {
    self.checkOpen();
    return self;
  }),
  next: lineRead(
    method('()', (self: PyFile2) => {
      const line = readLine(self, -1, () => self.nextLine());
      if (line === '') throw StopIteration();
      return line;
    }),
  ),
  xreadlines: method('()', (self: PyFile2) => {
    self.checkOpen();
    return self;
  }),
  read: sizedRead(
    method('(size=-1, /)', (self: PyFile2, size: Py) => {
      self.checkReadable();
      return readText(self, sizeArg(size));
    }),
  ),
  readline: lineRead(
    method('(size=-1, /)', (self: PyFile2, size: Py) => {
      self.checkReadable();
      const limit = sizeArg(size);
      return readLine(self, limit, () => self.readLine(limit));
    }),
  ),
  readlines: wholeRead(
    method('(size=-1, /)', (self: PyFile2, size: Py) => {
      self.checkReadable();
      return readLines(self, sizeArg(size));
    }),
  ),
  readinto: method('(buffer, /)', (self: PyFile2, buffer: Py) => {
    self.checkReadable();
    const target = writableBufferOf(buffer);
    const bytes = self.read(target.length);
    target.set(bytes);
    return bytes.length;
  }),
  write: method('(str, /)', (self: PyFile2, data: Py) => {
    beforeShowing();
    self.checkWritable();
    self.softspace = 0;
    self.write(fileBytes2(self, data));
    return null;
  }),
  writelines: method('(sequence, /)', writeLines),
  flush: method('()', (self: PyFile2) => {
    self.checkOpen();
    self.flushHeld();
    return null;
  }),
  close: method('()', (self: PyFile2) => {
    if (self.isClosed) return null;
    self.close();
    return self.ended?.() ?? null;
  }),
  seek: method('(offset, whence=0, /)', (self: PyFile2, offset: Py, whence: Py = 0) => {
    self.checkOpen();
    self.seek(asSize(offset), asSize(whence));
    return null;
  }),
  tell: method('()', (self: PyFile2) => {
    self.checkOpen();
    return self.tell();
  }),
  truncate: method('(size=None, /)', (self: PyFile2, size: Py) => {
    self.checkWritable();
    self.truncate(sizeArg(size));
    return null;
  }),
  fileno: method('()', (self: PyFile2) => {
    self.checkOpen();
    return self.fd;
  }),
  isatty: method('()', (self: PyFile2) => {
    self.checkOpen();
    return fileAt(self.fd).isTerminal();
  }),
  __enter__: method('()', (self: PyFile2) => {
    self.checkOpen();
    return self;
  }),
  __exit__: method('(*args)', (self: PyFile2) => {
    callMethod(self, 'close');
    return null;
  }),
  closed: readonly((self) => self.isClosed),
  name: readonly((self) => self.name),
  mode: readonly((self) => self.mode),
  encoding: readonly((self) => self.encoding),
  errors: readonly((self) => self.errors),
  newlines: readonly(newlinesSeen),
  softspace: getter(
    (self: PyFile2) => self.softspace,
    (self: PyFile2, value: Py) => {
      self.softspace = asSize(value);
    },
  ),
}));

/** `open(name[, mode[, buffering]])`. */
export const open2 = fn(
  "(name, mode='r', buffering=-1)",
  (name: Py, mode: Py, buffering: Py) => {
    ready(fileType2);
    const file = new PyFile2();
    init(file, name, mode, buffering);
    return file;
  },
  'open',
  'open(name[, mode[, buffering]]) -> file object\n\nOpens a file; as file(), but the way that is preferred.',
);
