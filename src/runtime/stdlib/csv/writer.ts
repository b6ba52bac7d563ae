/** `csv.writer`: rows to lines. */
import { findAttr } from '../../object/attributes.js';
import { call1 } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { isInstanceOf, TypeError } from '../../object/errors.js';
import { method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import { forEach, iterate } from '../../object/iterate.js';
import type { Iterator } from '../../object/pyIterator.js';
import { strValue } from '../../object/number.js';
import { type Py, PyObject } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyUnicode } from '../../object/values.js';
import { special } from '../../object/attributes.js';
import { intValue } from '../../object/number.js';
import { encodeText } from '../../builtins/codecs.js';
import { toLatin1 } from '../../object/buffer.js';
import { declareType } from '../moduleTypes.js';
import { csvError, dialectFrom, type PyDialect, QUOTE } from './dialect.js';

export class CsvWriter extends PyObject {
  constructor(
    readonly write: Py,
    readonly dialect: PyDialect,
  ) {
    super();
  }
}

const isNumber = (o: Py): boolean =>
  intValue(o) !== undefined ||
  o instanceof PyFloat ||
  (o !== null &&
    typeof o === 'object' &&
    special(o, '__float__') !== undefined &&
    special(o, '__index__') !== undefined);

/** The row's line, with its terminator. */
function lineOf(dialect: PyDialect, row: Py): string {
  let fields: Iterator;
  try {
    fields = iterate(row);
  } catch (error) {
    if (!isInstanceOf(error, TypeError)) throw error;
    throw csvError()(rt.dialect === 2 ? 'sequence expected' : `iterable expected, not ${typeOf(row).name}`);
  }
  let line = '';
  let count = 0;
  let isNullAlone = false;
  let value = fields.nx();
  while (value !== undefined) {
    const isNull = value === null;
    const text = isNull ? '' : textOf(value);
    const quoted = mustQuote(dialect, value, isNull);
    if (isNull && quoted && dialect.quoting === QUOTE.NONE)
      throw csvError()('single empty field record must be quoted');
    const part = field(dialect, text, quoted, isNull);
    line = count++ === 0 ? part : line + dialect.delimiter + part;
    isNullAlone = isNull;
    value = fields.nx();
  }
  if (count === 1 && line === '') {
    if (
      dialect.quoting === QUOTE.NONE ||
      (isNullAlone && (dialect.quoting === QUOTE.STRINGS || dialect.quoting === QUOTE.NOTNULL))
    )
      throw csvError()('single empty field record must be quoted');
    line = dialect.quotechar! + dialect.quotechar!;
  }
  return line + dialect.lineterminator;
}

function mustQuote(dialect: PyDialect, value: Py, isNull: boolean): boolean {
  switch (dialect.quoting) {
    case QUOTE.NONNUMERIC:
      return !isNumber(value);
    case QUOTE.ALL:
      return true;
    case QUOTE.STRINGS:
      return typeof value === 'string' || strValue(value) !== undefined;
    case QUOTE.NOTNULL:
      return !isNull;
    default:
      return false;
  }
}

function textOf(value: Py): string {
  if (typeof value === 'string') return value;
  if (value instanceof PyUnicode) return toLatin1(encodeText(value.value, 'ascii', 'strict', value));
  if (rt.dialect === 2 && value instanceof PyFloat) return repr(value);
  return str(value);
}

/** A text with its quotes doubled. */
function doubled(text: string, quote: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + quote.length)) {
    out += text.slice(from, at + quote.length);
    from = at;
  }
  return from === 0 && out === '' ? text : out + text.slice(from);
}

/** A text with what must be escaped in it, and whether it must be quoted too. */
function escaped(dialect: PyDialect, text: string, quoted: boolean): { out: string; quote: boolean } {
  const { delimiter, quotechar, escapechar, lineterminator, quoting, doublequote } = dialect;
  // The usual way: whatever is special makes the field quoted, and quotes are doubled.
  if (doublequote && escapechar === null && quotechar !== null && quoting !== QUOTE.NONE)
    return { out: doubled(text, quotechar), quote: true };
  let quote = quoted;
  let out = '';
  for (const char of text) {
    const isSpecial =
      char === delimiter ||
      char === escapechar ||
      char === quotechar ||
      char === '\n' ||
      char === '\r' ||
      lineterminator.includes(char);
    if (isSpecial) {
      if (quoting === QUOTE.NONE) {
        if (escapechar === null) throw csvError()('need to escape, but no escapechar set');
        out += escapechar;
      } else if (char === quotechar) {
        if (doublequote) out += quotechar;
        else {
          if (escapechar === null) throw csvError()('need to escape, but no escapechar set');
          out += escapechar;
        }
        if (doublequote) quote = true;
      } else if (char === escapechar) out += escapechar;
      else quote = true;
    }
    out += char;
  }
  return { out, quote };
}

function field(dialect: PyDialect, text: string, quoted: boolean, isNull: boolean): string {
  const { delimiter, quotechar, quoting, skipinitialspace } = dialect;
  let quote = quoted && !(isNull && quoting === QUOTE.STRINGS);
  let out = text;
  if (dialect.hasSpecial(text)) ({ out, quote } = escaped(dialect, text, quote));
  if (text === '' && delimiter === ' ' && skipinitialspace) {
    if (quoting === QUOTE.NONE || (isNull && (quoting === QUOTE.STRINGS || quoting === QUOTE.NOTNULL)))
      throw csvError()('empty field must be quoted if delimiter is a space and skipinitialspace is true');
    quote = true;
  }
  return quote ? quotechar! + out + quotechar! : out;
}

export const writerType = declareType({
  name: 'writer',
  module: '_csv',
  js: CsvWriter,
  subclassable: false,
  members: () => ({
    writerow: method('(row, /)', (self: CsvWriter, row: Py) => call1(self.write, lineOf(self.dialect, row))),
    writerows: method('(rows, /)', (self: CsvWriter, rows: Py) => {
      forEach(rows, (row) => {
        call1(self.write, lineOf(self.dialect, row));
      });
      return null;
    }),
    dialect: getter((self: CsvWriter) => self.dialect),
  }),
});

export function newWriter(file: Py, dialect: Py, kwargs: ReadonlyMap<string, Py>): CsvWriter {
  const write = findAttr(file, 'write');
  if (write === undefined || (typeof write !== 'function' && special(write, '__call__') === undefined))
    throw TypeError('argument 1 must have a "write" method');
  return new CsvWriter(write, dialectFrom(dialect, kwargs));
}
