/**
 * `_io.StringIO`: a text file in memory.
 * Spec: https://docs.python.org/3/library/io.html#io.StringIO
 */

import { plainOsError } from '../builtins/osError.js';
import { callMethod } from '../object/call.js';
import { rt } from '../object/context.js';
import { StopIteration, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { instanceDict, replaceInstanceDict } from '../object/namespace.js';
import { asSize, strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { repr } from '../object/text.js';
import { builtinType, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { cpIndexToUnit, cpLength } from '../text/codePoints.js';
import { closedError, NEXT, PyTextIOBase, textIOBaseType } from './base.js';
import { isNewline, lineEnd, type NewlineMode, newlineMode, UniversalNewlines } from './newlines.js';
import { optionalSize, textArg, textResult } from './values.js';

export class PyStringIO extends PyTextIOBase {
  text = '';
  /** Characters (code points) in `text`. */
  length = 0;
  /** In characters. */
  position = 0;
  newline: NewlineMode = newlineMode('\n');
  newlines: UniversalNewlines | undefined = undefined;
  isClosed = false;

  checkOpen(): void {
    if (this.isClosed) throw closedError('I/O operation on closed file');
  }

  /** Where a character is in `text`. */
  private unitOf(position: number): number {
    return this.length === this.text.length ? Math.min(position, this.length) : cpIndexToUnit(this.text, position);
  }

  private setText(text: string, length: number): void {
    this.text = text;
    this.length = length;
  }

  /** The text of the next `count` characters. */
  take(count: number): string {
    const start = this.unitOf(this.position);
    const left = Math.max(0, this.length - this.position);
    if (count < 0 || count >= left) {
      if (left > 0) this.position = this.length;
      return this.text.slice(start);
    }
    this.position += count;
    return this.text.slice(start, this.unitOf(this.position));
  }

  takeLine(limit: number): string {
    if (this.position >= this.length) return '';
    const start = this.unitOf(this.position);
    const end = lineEnd(this.text, start, this.newline.translatesRead ? LF : this.newline);
    const line = this.text.slice(start, end < 0 ? undefined : end);
    const size = this.length === this.text.length ? line.length : cpLength(line);
    if (limit >= 0 && limit < size) return this.take(limit);
    this.position += size;
    return line;
  }

  write(given: string): void {
    let data = this.newlines === undefined ? given : this.newlines.process(given, true);
    if (this.newline.written !== undefined) data = data.replaceAll('\n', this.newline.written);
    const size = WIDE.test(data) ? cpLength(data) : data.length;
    if (this.position === this.length) this.setText(this.text + data, this.length + size);
    else this.overwrite(data, size);
    this.position += size;
  }

  private overwrite(data: string, size: number): void {
    if (size === 0) return;
    const gap = this.position - this.length;
    if (gap > 0) {
      this.setText(this.text + '\0'.repeat(gap) + data, this.position + size);
      return;
    }
    const end = this.position + size;
    const before = this.text.slice(0, this.unitOf(this.position));
    const after = end >= this.length ? '' : this.text.slice(this.unitOf(end));
    this.setText(before + data + after, Math.max(this.length, end));
  }

  truncate(size: number): void {
    if (size < this.length) this.setText(this.text.slice(0, this.unitOf(size)), size);
  }

  /** Starts with a text, at its beginning. */
  begin(initial: string, newline: string | null): void {
    this.newline = newlineMode(newline);
    this.newlines = this.newline.isUniversal ? new UniversalNewlines(this.newline.translatesRead) : undefined;
    this.isClosed = false;
    this.setText('', 0);
    this.position = 0;
    this.write(initial);
    this.position = 0;
  }
}

const LF = newlineMode('\n');
const WIDE = /[\ud800-\udfff]/;

export const stringIOType: PyType = builtinType({
  name: 'StringIO',
  js: PyStringIO,
  base: textIOBaseType,
  module: '_io',
});

function initialText(o: Py): string {
  if (o === undefined || o === null) return '';
  const text = textArg(o);
  if (text === undefined) {
    const kind = rt.dialect === 2 ? 'unicode' : 'str';
    throw TypeError(`initial_value must be ${kind} or None, not ${typeOf(o).name}`);
  }
  return text;
}

function newlineArg(o: Py): string | null {
  if (o === undefined) return '\n';
  if (o === null) return null;
  const text = strValue(o) ?? (o instanceof PyUnicode ? o.value : undefined);
  if (text === undefined) throw TypeError(`newline must be str or None, not ${typeOf(o).name}`);
  if (!isNewline(text)) throw ValueError(`illegal newline value: ${repr(o)}`);
  return text;
}

function seek(self: PyStringIO, offset: Py, whence: Py = 0): number {
  self.checkOpen();
  const by = asSize(offset);
  const how = asSize(whence);
  if (how < 0 || how > 2) throw ValueError(`Invalid whence (${how}, should be 0, 1 or 2)`);
  if (by < 0 && how === 0) throw ValueError(`Negative seek position ${by}`);
  if (how !== 0 && by !== 0) throw plainOsError("Can't do nonzero cur-relative seeks");
  self.position = how === 0 ? by : how === 1 ? self.position : self.length;
  return self.position;
}

function setState(self: PyStringIO, state: Py): null {
  self.checkOpen();
  if (!(state instanceof PyTuple) || state.items.length < 4) {
    throw TypeError(`StringIO.__setstate__ argument should be 4-tuple, got ${typeOf(state).name}`);
  }
  const [text, newline, position, dict] = state.items;
  self.begin('', newlineArg(newline));
  // The text went through the translation already.
  self.text = initialText(text);
  self.length = cpLength(self.text);
  const at = asSize(position);
  if (at < 0) throw ValueError('position value cannot be negative');
  self.position = at;
  if (dict instanceof PyDict) replaceInstanceDict(self, dict);
  return null;
}

function newlinesSeen(self: PyStringIO): Py {
  self.checkOpen();
  const found = (self.newlines?.found() ?? []).map(textResult);
  return found.length === 0 ? null : found.length === 1 ? found[0] : new PyTuple(found);
}

/** A method that raises ValueError once the file is closed. */
const open = (signature: string, run: (self: PyStringIO, ...args: Py[]) => Py): Py =>
  method(signature, (self: PyStringIO, ...args: Py[]) => {
    self.checkOpen();
    return run(self, ...args);
  });

export const stringIOWrite = open('(s, /)', (self, s) => {
  const text = textArg(s);
  if (text === undefined) {
    const kind = rt.dialect === 2 ? 'unicode' : 'string';
    throw TypeError(`${kind} argument expected, got '${typeOf(s).name}'`);
  }
  self.write(text);
  return WIDE.test(text) ? cpLength(text) : text.length;
});

defineMembers(stringIOType, () => ({
  __new__: new PyStaticMethod(fn('(cls, *args, **kwargs)', (cls: PyType) => new cls.ctor())),
  __init__: method("(initial_value='', newline='\\n')", (self: PyStringIO, initial: Py, newline: Py) => {
    const ending = newlineArg(newline);
    self.begin(initialText(initial), ending);
    return null;
  }),
  read: open('(size=-1, /)', (self, size) => textResult(self.take(optionalSize(size)))),
  readline: open('(size=-1, /)', (self, size) => textResult(self.takeLine(optionalSize(size)))),
  [NEXT()]: open('()', (self) => {
    const line = self.c$.isHeap ? callMethod(self, 'readline') : textResult(self.takeLine(-1));
    if ((strValue(line) ?? line.value) === '') throw StopIteration();
    return line;
  }),
  write: stringIOWrite,
  getvalue: open('()', (self) => textResult(self.text)),
  tell: open('()', (self) => self.position),
  seek: method('(pos, whence=0, /)', seek),
  truncate: open('(pos=None, /)', (self, pos) => {
    const size = pos === undefined || pos === null ? self.position : asSize(pos);
    if (size < 0) throw ValueError(`Negative size value ${size}`);
    self.truncate(size);
    return size;
  }),
  close: method('()', (self: PyStringIO) => {
    self.isClosed = true;
    self.isClosedBase = true;
    self.text = '';
    self.length = 0;
    return null;
  }),
  flush: method('()', () => null),
  readable: open('()', () => true),
  writable: open('()', () => true),
  seekable: open('()', () => true),
  closed: getter((self: PyStringIO) => self.isClosed),
  newlines: getter(newlinesSeen),
  line_buffering: getter((self: PyStringIO) => {
    self.checkOpen();
    return false;
  }),
  __getstate__: open('()', (self) => {
    const dict = instanceDict(self);
    const newline = self.newline.given === null ? null : textResult(self.newline.given);
    return new PyTuple([textResult(self.text), newline, self.position, dict.size > 0 ? dict : null]);
  }),
  __setstate__: method('(state, /)', setState),
}));
