/**
 * `_io.TextIOWrapper` as Python sees it.
 * Spec: https://docs.python.org/3/library/io.html#io.TextIOWrapper
 */
import { findAttr, getAttr } from '../object/attributes.js';
import { callMethod } from '../object/call.js';
import { beforeShowing } from '../object/endings.js';
import { rt } from '../object/context.js';
import { StopIteration, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asSize, intValue, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { guardRepr, repr } from '../object/text.js';
import { truthy } from '../object/truth.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyList, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { NEXT, readLines, textIOBaseType } from './base.js';
import { nameOf, refusePickle } from './bufferedTypes.js';
import { closeThrough } from './closing.js';
import { checkEncoding } from './decoding.js';
import { typeName } from './fileio.js';
import { restoreText } from './forked.js';
import { lineRead, sizedRead, wholeRead } from './threadReads.js';
import { host } from './host.js';
import { isNewline } from './newlines.js';
import { PyTextIOWrapper } from './textio.js';
import { seekText, tellText } from './textPosition.js';
import { unsupported } from './unsupported.js';
import { optionalSize, textArg, textResult } from './values.js';

export const textIOWrapperType: PyType = builtinType({
  name: 'TextIOWrapper',
  js: PyTextIOWrapper,
  base: textIOBaseType,
  module: '_io',
});

/**
 * Whether a text file is as the runtime made it: nobody has asked for anything of its class yet, let alone put something else in its place.
 * A program that only prints never does, and putting the members of all file types in place takes longer than the printing.
 */
export function isUntouched(file: Py): file is PyTextIOWrapper {
  if (textIOWrapperType.isReady || !(file instanceof PyTextIOWrapper) || file.c$ !== textIOWrapperType) return false;
  return !('$write' in file || '$flush' in file);
}

/** The encoding of files that do not say theirs. */
export function localeEncoding(): string {
  if (rt.dialect === 2) return 'UTF-8';
  const environ = host().environ;
  const locale = environ.get('LC_ALL') || environ.get('LC_CTYPE') || environ.get('LANG') || 'C';
  if (locale === 'C' || locale === 'POSIX' || environ.get('PYTHONUTF8') === '1') return 'utf-8';
  const charset = /\.([\w-]+)/.exec(locale)?.[1];
  if (charset === undefined || /^utf-?8$/i.test(charset)) return 'UTF-8';
  return charset;
}

const optionText = (o: Py): string | null =>
  o === undefined || o === null ? null : (strValue(o) ?? (o instanceof PyUnicode ? o.value : null));

/** An option that must be a str or None. */
export function stringOption(o: Py, fname: string, name: string): string | null {
  if (o === undefined || o === null) return null;
  const text = optionText(o);
  if (text === null) throw TypeError(`${fname}() argument '${name}' must be str or None, not ${typeOf(o).name}`);
  return text;
}

export function newlineOption(newline: string | null): string | null {
  if (newline !== null && !isNewline(newline)) throw ValueError(`illegal newline value: ${newline}`);
  return newline;
}

/** A text layer made by the runtime itself. */
export function newTextIOWrapper(
  buffer: Py,
  encoding: string | null,
  errors: string | null,
  newline: string | null,
  lineBuffering: boolean,
): PyTextIOWrapper {
  const self = new PyTextIOWrapper();
  init(self, buffer, encoding, errors, newline);
  self.lineBuffering = lineBuffering;
  return self;
}

function init(
  self: PyTextIOWrapper,
  buffer: Py,
  encoding: string | null,
  errors: string | null,
  newline: string | null,
): void {
  newlineOption(newline);
  const name = encoding === null || encoding === 'locale' ? localeEncoding() : encoding;
  if (encoding !== null) checkEncoding(name);
  if (findAttr(buffer, 'seekable') === undefined) getAttr(buffer, 'readable');
  self.attach(buffer, name, errors ?? 'strict', newline);
}

function reprText(self: PyTextIOWrapper): string {
  const path = typeName(self);
  return guardRepr(self, `<${path}>`, () => {
    const name = nameOf(self);
    const mode = findAttr(self, 'mode');
    const shown = [
      name === undefined ? '' : ` name=${repr(name)}`,
      mode === undefined || rt.dialect === 2 ? '' : ` mode=${repr(mode)}`,
      ` encoding=${repr(self.encoding)}`,
    ];
    return `<${path}${shown.join('')}>`;
  });
}

/** `write` of a wrapper whose class leaves it alone. */
export const writeMethod = method('(text, /)', (self: PyTextIOWrapper, text: Py) => {
  const data = textArg(text);
  if (data === undefined) throw notText(text);
  beforeShowing();
  self.checkOpen();
  self.write(data);
  return typeof text === 'string' && text.isWellFormed() && !SURROGATE.test(text)
    ? text.length
    : callMethod(text, '__len__');
});
const SURROGATE = /[\ud800-\udfff]/;

const notText = (o: Py) =>
  rt.dialect === 2
    ? TypeError(`write() argument 1 must be unicode, not ${typeOf(o).name}`)
    : TypeError(`write() argument must be str, not ${typeOf(o).name}`);

function close(self: PyTextIOWrapper): null {
  self.checkAttached();
  if (truthy(getAttr(self.buffer, 'closed'))) return null;
  closeThrough(self, self.buffer);
  return null;
}

function next(self: PyTextIOWrapper): Py {
  self.checkOpen();
  self.tellsPositions = false;
  const isPlain = !self.c$.isHeap;
  const line = isPlain ? self.readLine() : (optionText(callMethod(self, 'readline')) ?? '');
  if (line === '') {
    self.dropText();
    self.tellsPositions = self.isSeekable;
    throw StopIteration();
  }
  return textResult(line);
}

function reconfigure(
  self: PyTextIOWrapper,
  encoding: Py,
  errors: Py,
  newline: Py,
  lineBuffering: Py,
  writeThrough: Py,
): null {
  self.checkAttached();
  const isCodecChange = given(encoding) || given(errors) || newline !== undefined;
  if (self.snapshot !== undefined && isCodecChange) {
    throw unsupported('It is not possible to set the encoding or newline of stream after the first read');
  }
  const newlineText =
    newline === undefined ? self.newline.given : newlineOption(stringOption(newline, 'reconfigure', 'newline'));
  let encodingText = stringOption(encoding, 'reconfigure', 'encoding');
  const errorsText = stringOption(errors, 'reconfigure', 'errors') ?? (encodingText === null ? self.errors : 'strict');
  if (encodingText === 'locale') encodingText = localeEncoding();
  if (encodingText !== null) checkEncoding(encodingText);
  callMethod(self, 'flush');
  if (given(lineBuffering)) self.lineBuffering = truthy(lineBuffering);
  if (given(writeThrough)) self.writeThrough = truthy(writeThrough);
  if (isCodecChange) self.configure(encodingText ?? self.encoding, errorsText, newlineText);
  return null;
}

const given = (o: Py): boolean => o !== undefined && o !== null;

const callBuffer = (name: string): Py =>
  method('()', (self: PyTextIOWrapper) => {
    self.checkAttached();
    return callMethod(self.buffer, name);
  });

function newlinesSeen(self: PyTextIOWrapper): Py {
  const found = self.seenNewlines().map(textResult);
  return found.length === 0 ? null : found.length === 1 ? found[0] : new PyTuple(found);
}

function truncate(self: PyTextIOWrapper, pos: Py): Py {
  self.checkAttached();
  callMethod(self, 'flush');
  return callMethod(self.buffer, 'truncate', ...(pos === undefined ? [] : [pos]));
}

defineMembers(textIOWrapperType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method(
    '(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)',
    (self: PyTextIOWrapper, buffer: Py, encoding: Py, errors: Py, newline: Py, lineBuffering: Py, writeThrough: Py) => {
      const text = (o: Py, name: string) => stringOption(o, 'TextIOWrapper', name);
      self.buffer = undefined;
      init(self, buffer, text(encoding, 'encoding'), text(errors, 'errors'), text(newline, 'newline'));
      self.lineBuffering = given(lineBuffering) && truthy(lineBuffering);
      self.writeThrough = given(writeThrough) && truthy(writeThrough);
      return null;
    },
  ),
  __repr__: method('()', reprText),
  write: writeMethod,
  read: sizedRead(
    method('(size=-1, /)', (self: PyTextIOWrapper, size: Py) => {
      const count = optionalSize(size);
      self.checkOpen();
      self.checkReadable();
      return textResult(count < 0 ? self.readAll() : self.read(count));
    }),
  ),
  readline: lineRead(
    method('(size=-1, /)', (self: PyTextIOWrapper, size: Py = -1) => {
      const limit = asSize(size);
      self.checkOpen();
      return textResult(limit < 0 ? self.readLine() : self.readLineSlow(limit));
    }),
  ),
  readlines: wholeRead(
    method('(hint=-1, /)', (self: PyTextIOWrapper, hint: Py) => {
      if (self.c$.isHeap || optionalSize(hint) > 0) return readLines(self, hint);
      self.checkOpen();
      self.checkReadable();
      const lines: Py[] = [];
      for (let line = self.readLine(); line !== ''; line = self.readLine()) lines.push(textResult(line));
      return new PyList(lines);
    }),
  ),
  [NEXT()]: lineRead(method('()', next)),
  flush: method('()', (self: PyTextIOWrapper) => {
    self.checkOpen();
    self.flush();
    return null;
  }),
  close: method('()', close),
  closed: getter((self: PyTextIOWrapper) => {
    self.checkAttached();
    return getAttr(self.buffer, 'closed');
  }),
  detach: method('()', (self: PyTextIOWrapper) => {
    self.checkAttached();
    callMethod(self, 'flush');
    return self.detach();
  }),
  reconfigure: method(
    '(*, encoding=None, errors=None, newline=<unrepresentable>, line_buffering=None, write_through=None)',
    reconfigure,
  ),
  seek: method('(cookie, whence=0, /)', (self: PyTextIOWrapper, cookie: Py, whence: Py = 0) => {
    self.checkOpen();
    return seekText(self, cookie, whence);
  }),
  tell: method('()', (self: PyTextIOWrapper) => {
    self.checkOpen();
    return tellText(self);
  }),
  truncate: method('(pos=None, /)', truncate),
  fileno: callBuffer('fileno'),
  seekable: callBuffer('seekable'),
  readable: callBuffer('readable'),
  writable: callBuffer('writable'),
  isatty: callBuffer('isatty'),
  name: getter((self: PyTextIOWrapper) => {
    self.checkAttached();
    return getAttr(self.buffer, 'name');
  }),
  buffer: getter((self: PyTextIOWrapper) => self.buffer ?? null),
  encoding: getter((self: PyTextIOWrapper) => self.encoding),
  errors: getter((self: PyTextIOWrapper) => self.errors),
  newlines: getter(newlinesSeen),
  line_buffering: getter((self: PyTextIOWrapper) => self.lineBuffering),
  write_through: getter((self: PyTextIOWrapper) => self.writeThrough),
  _CHUNK_SIZE: getter(
    (self: PyTextIOWrapper) => self.chunkSize,
    (self: PyTextIOWrapper, value: Py) => {
      const size = Number(intValue(value) ?? 0);
      if (size <= 0) throw ValueError('a strictly positive integer is required');
      self.chunkSize = size;
    },
  ),
  _fork_restore: new PyStaticMethod(restoreText),
  __reduce__: method('()', refusePickle),
  __reduce_ex__: method('(protocol, /)', refusePickle),
}));
