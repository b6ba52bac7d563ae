/** `csv.reader`: lines to lists of fields. */
import { iteratorMembers } from '../../builtins/iterator.js';
import { rt } from '../../object/context.js';
import { ValueError } from '../../object/errors.js';
import { getter } from '../../object/install.js';
import { iterate } from '../../object/iterate.js';
import { type Iterator, PyIterator } from '../../object/pyIterator.js';
import { strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { repr, str } from '../../object/text.js';
import { typeOf } from '../../object/typeof.js';
import { PyFloat, PyList, PyUnicode } from '../../object/values.js';
import { cpLength } from '../../text/codePoints.js';
import { parseFloatText } from './number.js';
import { declareType } from '../moduleTypes.js';
import { csvError, csvState, dialectFrom, type PyDialect, QUOTE } from './dialect.js';

type State =
  | 'record'
  | 'escapedCr'
  | 'field'
  | 'escape'
  | 'inField'
  | 'quoted'
  | 'escapeQuoted'
  | 'quoteInQuoted'
  | 'eatCrnl'
  | 'afterEscapedCrnl';
const END = '';

export class CsvReader extends PyIterator {
  lines = 0;
  private state: State = 'record';
  private field = '';
  private wasQuoted = false;
  private fields: Py[] = [];
  constructor(
    private readonly source: Iterator,
    readonly dialect: PyDialect,
  ) {
    super();
  }

  nx(): Py {
    this.state = 'record';
    this.fields = [];
    this.startField();
    do {
      const line = this.source.nx();
      if (line === undefined) {
        if (this.field !== '' || (this.state as State) === 'quoted') {
          if (this.dialect.strict) throw csvError()('unexpected end of data');
          this.saveField();
          return new PyList(this.fields);
        }
        return undefined;
      }
      const text = strValue(line instanceof PyUnicode ? str(line) : line);
      if (text === undefined) {
        throw csvError()(
          rt.dialect === 2
            ? `iterator should return strings, not ${typeOf(line).name}`
            : `iterator should return strings, not ${typeOf(line).name} (the file should be opened in text mode)`,
        );
      }
      this.lines++;
      if (rt.dialect === 2 && text.includes('\0')) throw csvError()('line contains NUL');
      this.readLine(text);
    } while (this.state !== 'record');
    return new PyList(this.fields);
  }

  private startField(): void {
    this.field = '';
    this.wasQuoted = false;
  }

  private readLine(line: string): void {
    if (this.state === 'record' && this.readPlain(line)) return;
    const limit = csvState().fieldLimit;
    for (let at = 0; at < line.length; ) {
      const room = limit - this.field.length;
      const end = room <= 0 ? at : Math.min(this.runFrom(line, at), at + room);
      if (end > at) {
        this.field += line.slice(at, end);
        at = end;
      } else {
        const char = String.fromCodePoint(line.codePointAt(at)!);
        this.take(char);
        at += char.length;
      }
    }
    this.take(END);
  }

  /** Where the characters from `at` on end that belong to the field whatever they are; `at` itself if it must be looked at. */
  private runFrom(line: string, at: number): number {
    const { delimiter, quotechar, escapechar } = this.dialect;
    if (escapechar !== null) return at;
    if (this.state === 'quoted') {
      if (quotechar === null || this.dialect.quoting === QUOTE.NONE) return at;
      const end = line.indexOf(quotechar, at);
      return end < 0 ? line.length : end;
    }
    if (this.state !== 'inField' || delimiter.length !== 1) return at;
    const stop = delimiter.charCodeAt(0);
    for (let end = at; end < line.length; end++) {
      const unit = line.charCodeAt(end);
      if (unit === stop || unit === 10 || unit === 13) return end;
    }
    return line.length;
  }

  /** A line without quotes, escapes and inner line ends is split at once. */
  private readPlain(line: string): boolean {
    const { delimiter, quotechar, escapechar, skipinitialspace, quoting } = this.dialect;
    if (skipinitialspace || quoting === QUOTE.NONNUMERIC || quoting === QUOTE.STRINGS || quoting === QUOTE.NOTNULL)
      return false;
    if ((quotechar !== null && line.includes(quotechar)) || (escapechar !== null && line.includes(escapechar)))
      return false;
    let end = line.length;
    if (line.endsWith('\r\n')) end -= 2;
    else if (line.endsWith('\n') || line.endsWith('\r')) end -= 1;
    const body = end === line.length ? line : line.slice(0, end);
    if (body === '') return end === line.length ? false : (this.state = 'record') === 'record';
    if (body.length > csvState().fieldLimit || body.includes('\n') || body.includes('\r')) return false;
    this.fields = body.split(delimiter);
    return true;
  }

  private saveField(): void {
    const { quoting } = this.dialect;
    let value: Py = this.field;
    if (!this.wasQuoted) {
      if ((quoting === QUOTE.NONNUMERIC || quoting === QUOTE.STRINGS) && this.field !== '') {
        const n = parseFloatText(this.field);
        if (n === undefined) throw ValueError(`could not convert string to float: ${repr(this.field)}`);
        value = new PyFloat(n);
      } else if ((quoting === QUOTE.STRINGS || quoting === QUOTE.NOTNULL) && this.field === '') value = null;
    }
    this.fields.push(value);
    this.startField();
  }

  private add(char: string): void {
    const limit = csvState().fieldLimit;
    if (this.field.length >= limit && cpLength(this.field) >= limit)
      throw csvError()(`field larger than field limit (${limit})`);
    this.field += char;
  }

  /** One character, or END after the last of a line. */
  private take(char: string): void {
    const { dialect } = this;
    const isNewline = char === '\n' || char === '\r';
    switch (this.state) {
      case 'record':
        if (char === END) return;
        if (isNewline) {
          this.state = 'eatCrnl';
          return;
        }
        this.state = 'field';
        this.startOfField(char);
        return;
      case 'field':
        this.startOfField(char);
        return;
      case 'escape':
        if (isNewline) {
          this.add(char);
          this.state = 'afterEscapedCrnl';
          return;
        }
        this.add(char === END ? '\n' : char);
        this.state = 'inField';
        return;
      case 'afterEscapedCrnl':
        if (char === END) return;
        this.insideField(char);
        return;
      case 'inField':
        this.insideField(char);
        return;
      case 'quoted':
        if (char === END) return;
        if (char === dialect.escapechar) this.state = 'escapeQuoted';
        else if (char === dialect.quotechar && dialect.quoting !== QUOTE.NONE)
          this.state = dialect.doublequote ? 'quoteInQuoted' : 'inField';
        else this.add(char);
        return;
      case 'escapeQuoted':
        this.add(char === END ? '\n' : char);
        this.state = 'quoted';
        return;
      case 'quoteInQuoted':
        this.afterQuote(char, isNewline);
        return;
      case 'eatCrnl':
        if (isNewline) return;
        if (char === END) {
          this.state = 'record';
          return;
        }
        throw csvError()(
          rt.dialect === 2
            ? 'new-line character seen in unquoted field - do you need to open the file in universal-newline mode?'
            : "new-line character seen in unquoted field - do you need to open the file with newline=''?",
        );
    }
  }

  private startOfField(char: string): void {
    const { dialect } = this;
    if (char === '\n' || char === '\r' || char === END) {
      this.saveField();
      this.state = char === END ? 'record' : 'eatCrnl';
    } else if (char === dialect.quotechar && dialect.quoting !== QUOTE.NONE) {
      this.wasQuoted = true;
      this.state = 'quoted';
    } else if (char === dialect.escapechar) this.state = 'escape';
    else if (char === ' ' && dialect.skipinitialspace) return;
    else if (char === dialect.delimiter) this.saveField();
    else {
      this.add(char);
      this.state = 'inField';
    }
  }

  private insideField(char: string): void {
    const { dialect } = this;
    if (char === '\n' || char === '\r' || char === END) {
      this.saveField();
      this.state = char === END ? 'record' : 'eatCrnl';
    } else if (char === dialect.escapechar) this.state = 'escape';
    else if (char === dialect.delimiter) {
      this.saveField();
      this.state = 'field';
    } else {
      this.add(char);
      this.state = 'inField';
    }
  }

  private afterQuote(char: string, isNewline: boolean): void {
    const { dialect } = this;
    if (dialect.quoting !== QUOTE.NONE && char === dialect.quotechar && char !== END) {
      this.add(char);
      this.state = 'quoted';
    } else if (char === dialect.delimiter) {
      this.saveField();
      this.state = 'field';
    } else if (isNewline || char === END) {
      this.saveField();
      this.state = char === END ? 'record' : 'eatCrnl';
    } else if (!dialect.strict) {
      this.add(char);
      this.state = 'inField';
    } else throw csvError()(`'${dialect.delimiter}' expected after '${dialect.quotechar}'`);
  }
}

export const readerType = declareType({
  name: 'reader',
  module: '_csv',
  js: CsvReader,
  subclassable: false,
  members: () =>
    iteratorMembers({
      dialect: getter((self: CsvReader) => self.dialect),
      line_num: getter((self: CsvReader) => self.lines),
    }),
});

export const newReader = (source: Py, dialect: Py, kwargs: ReadonlyMap<string, Py>): CsvReader =>
  new CsvReader(iterate(source), dialectFrom(dialect, kwargs));
