/**
 * Python 2's `cStringIO`: files in memory, of str only; one kind to read a text, one to write.
 * Spec: https://docs.python.org/2.7/library/stringio.html#module-cStringIO
 */
import { bytesArg2, intArg2 } from '../../builtins/args2.js';
import { encodeAscii2 } from '../../builtins/ascii2.js';
import { iteratorMembers } from '../../builtins/iterator.js';
import { ioError } from '../../builtins/osError.js';
import { bufferOrUndefined } from '../../object/buffer.js';
import { StopIteration, TypeError, ValueError } from '../../object/errors.js';
import { fn, method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { forEach } from '../../object/iterate.js';
import { PyIterator } from '../../object/pyIterator.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import type { Members, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { PyList, PyUnicode } from '../../object/values.js';
import { declareType } from '../moduleTypes.js';

const EINVAL = 22;

/** The text, whose characters are bytes, and the position in it. */
class PyStringFile extends PyIterator {
  position = 0;
  softSpace = 0;
  isClosed = false;
  /** What was written at the end since the text was last looked at. */
  private added: string[] = [];
  size: number;

  constructor(private text: string) {
    super();
    this.size = text.length;
  }

  /** All of the text. */
  get content(): string {
    if (this.added.length > 0) {
      this.text += this.added.join('');
      this.added = [];
    }
    return this.text;
  }

  /** Up to `count` characters; all that are left for a negative count. */
  read(count: number): string {
    const left = Math.max(0, this.size - this.position);
    const start = this.position;
    this.position += count < 0 || count > left ? left : count;
    return this.content.slice(start, this.position);
  }

  readLine(limit: number): string {
    const newline = this.content.indexOf('\n', this.position);
    const length = newline < 0 ? -1 : newline + 1 - this.position;
    if (limit < 0) return this.read(length);
    return this.read(length < 0 ? limit : Math.min(limit, length));
  }

  /** Puts a text at the position; what is between it and the end of what there was becomes zeros. */
  write(text: string): void {
    const { position } = this;
    if (position === this.size) this.added.push(text);
    else {
      const before = this.content.slice(0, position).padEnd(position, '\0');
      this.text = before + text + this.text.slice(position + text.length);
    }
    this.position = position + text.length;
    this.size = Math.max(this.size, this.position);
  }

  truncate(size: number): void {
    this.text = this.content.slice(0, size);
    this.size = this.text.length;
    this.position = this.size;
  }

  close(): void {
    this.isClosed = true;
    this.text = '';
    this.added = [];
  }

  nx(): Py {
    checkOpen(this);
    const line = this.readLine(-1);
    return line === '' ? undefined : line;
  }
}

class PyInput extends PyStringFile {}
class PyOutput extends PyStringFile {}

function checkOpen(file: PyStringFile): void {
  if (file.isClosed) throw ValueError('I/O operation on closed file');
}

/** The bytes of a str, a buffer or an ASCII unicode; undefined for anything else. */
function bytesOf(o: Py): string | undefined {
  const text = strValue(o);
  if (text !== undefined) return text;
  if (o instanceof PyUnicode) return encodeAscii2(o.value);
  return o !== null && bufferOrUndefined(o) !== undefined ? bytesArg2(o) : undefined;
}

/** The bytes of a function's argument. */
function bytesArgument(o: Py, name: string): string {
  const text = bytesOf(o);
  if (text !== undefined) return text;
  throw TypeError(`${name}() argument 1 must be string or buffer, not ${o === null ? 'None' : typeOf(o).name}`);
}

/** A method that raises ValueError once the file is closed. */
const open = (signature: string, run: (self: PyStringFile, ...args: Py[]) => Py): Py =>
  method(signature, (self: PyStringFile, ...args: Py[]) => {
    checkOpen(self);
    return run(self, ...args);
  });

function readLines(self: PyStringFile, hint: Py): PyList {
  const limit = intArg2(hint);
  const lines: string[] = [];
  let size = 0;
  for (let line = self.readLine(-1); line !== ''; line = self.readLine(-1)) {
    lines.push(line);
    size += line.length;
    if (limit > 0 && size >= limit) break;
  }
  return new PyList(lines);
}

function seek(self: PyStringFile, to: Py, whence: Py): null {
  const by = intArg2(to);
  const how = intArg2(whence);
  self.position = Math.max(0, by + (how === 1 ? self.position : how === 2 ? self.size : 0));
  return null;
}

function truncate(self: PyStringFile, size: Py): null {
  const keep = intArg2(size, self.position);
  if (keep < 0) throw ioError(EINVAL);
  self.truncate(keep);
  return null;
}

const commonMembers = (): Members => ({
  ...iteratorMembers(),
  next: open('()', (self) => {
    const line = self.nx();
    if (line === undefined) throw StopIteration();
    return line;
  }),
  closed: getter((self: PyStringFile) => self.isClosed),
  close: method('()', (self: PyStringFile) => {
    self.close();
    return null;
  }),
  flush: open('()', () => null),
  isatty: open('()', () => false),
  tell: open('()', (self) => self.position),
  seek: open('(position, mode=0, /)', seek),
  reset: open('()', (self) => {
    self.position = 0;
    return null;
  }),
  read: open('(s=-1, /)', (self, size) => self.read(intArg2(size, -1))),
  readline: open('(length=-1, /)', (self, limit) => self.readLine(intArg2(limit, -1))),
  readlines: open('(hint=0, /)', readLines),
  getvalue: open('(use_pos=False, /)', (self, usePosition) =>
    usePosition !== undefined && truthy(usePosition) ? self.content.slice(0, self.position) : self.content,
  ),
  truncate: open('(size=-1, /)', truncate),
});

const inputType: PyType = declareType({
  name: 'StringI',
  module: 'cStringIO',
  js: PyInput,
  subclassable: false,
  members: commonMembers,
});

const outputType: PyType = declareType({
  name: 'StringO',
  module: 'cStringIO',
  js: PyOutput,
  subclassable: false,
  members: () => ({
    ...commonMembers(),
    softspace: getter(
      (self: PyStringFile) => self.softSpace,
      (self: PyStringFile, value: Py) => {
        self.softSpace = intArg2(value);
      },
    ),
    write: open('(s, /)', (self, data) => {
      self.write(bytesArgument(data, 'write'));
      return null;
    }),
    writelines: open('(sequence, /)', (self, lines) => {
      forEach(lines, (line) => {
        const text = bytesOf(line);
        if (text === undefined) throw TypeError(`expected string or Unicode object, ${typeOf(line).name} found`);
        self.write(text);
      });
      return null;
    }),
  }),
});

const make = fn(
  '(s=None, /)',
  (text: Py) => (text === undefined ? new PyOutput('') : new PyInput(bytesArgument(text, 'StringIO'))),
  'StringIO',
);

export default (): Record<string, Py> => ({ InputType: inputType, OutputType: outputType, StringIO: make });
