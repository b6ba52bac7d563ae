/**
 * Reading of the format specification mini-language.
 *
 * Spec: https://docs.python.org/3/library/string.html#format-specification-mini-language
 */
import { valueError } from './error.js';
import { decimalValue } from './unicode.js';
import type { Dialect } from './unicodeCategory.js';

export interface FormatSpec {
  /** One code point. */
  readonly fill: string;
  readonly align: '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  /** 'z': a negative zero loses its sign. */
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  /** In code points; -1 if none was given. */
  readonly width: number;
  readonly thousands: '' | ',' | '_';
  /** -1 if none was given. */
  readonly precision: number;
  /** The presentation type, or the default of the object's kind. */
  readonly type: string;
}

/** What the mini-language depends on besides the text. */
export interface FormatOptions {
  /** Name of the object's class, for messages. */
  readonly typeName: string;
  readonly dialect: Dialect;
  /** Most decimal digits of an int, 0 for no limit. */
  readonly maxDigits?: number;
}

const MAX_SIZE = 2 ** 63 - 1;

/** Walks over the code points of a specification. */
class SpecReader {
  readonly #points: ArrayLike<string>;
  at = 0;

  constructor(spec: string) {
    this.#points = /[\ud800-\udfff]/.test(spec) ? Array.from(spec) : spec;
  }

  get length(): number {
    return this.#points.length;
  }

  peek(offset = 0): string {
    return this.#points[this.at + offset] ?? '';
  }

  take(c: string): boolean {
    if (this.#points[this.at] !== c) return false;
    this.at++;
    return true;
  }

  /** A decimal number; -1 without any digit. */
  integer(): number {
    let value = -1;
    for (;;) {
      const c = this.peek();
      const digit = c === '' ? undefined : decimalValue(c.codePointAt(0)!);
      if (digit === undefined) return value;
      value = Math.max(value, 0) * 10 + digit;
      if (value >= MAX_SIZE) throw valueError('Too many decimal digits in format string');
      this.at++;
    }
  }
}

function isAlign(c: string): c is FormatSpec['align'] {
  return c === '<' || c === '>' || c === '=' || c === '^';
}

/** Parses `spec`. ValueError with CPython's messages if it is malformed. */
export function parseFormatSpec(
  spec: string,
  defaultType: string,
  defaultAlign: '<' | '>',
  { typeName, dialect }: FormatOptions,
): FormatSpec {
  const reader = new SpecReader(spec);
  let fill = '';
  let align: FormatSpec['align'] | undefined;
  const [first, second] = [reader.peek(), reader.peek(1)];
  if (isAlign(second)) {
    fill = first;
    align = second;
    reader.at = 2;
  } else if (isAlign(first)) {
    align = first;
    reader.at = 1;
  }
  const sign = reader.take('+') ? '+' : reader.take('-') ? '-' : reader.take(' ') ? ' ' : '';
  const noNegativeZero = dialect === 3 && reader.take('z');
  const alternate = reader.take('#');
  if (fill === '' && reader.take('0')) {
    fill = '0';
    if (align === undefined && (defaultAlign === '>' || dialect === 2)) align = '=';
  }
  const width = reader.integer();
  const thousands = separator(reader, dialect);
  let precision = -1;
  if (reader.take('.')) {
    precision = reader.integer();
    if (precision < 0) throw valueError('Format specifier missing precision');
  }
  const left = reader.length - reader.at;
  if (left > 1) {
    throw valueError(
      dialect === 3
        ? `Invalid format specifier '${spec}' for object of type '${typeName}'`
        : 'Invalid conversion specification',
    );
  }
  const type = left === 1 ? reader.peek() : defaultType;
  if (thousands !== '') checkThousands(thousands, type, dialect);
  align ??= defaultAlign;
  return { fill: fill || ' ', align, sign, noNegativeZero, alternate, width, thousands, precision, type };
}

function separator(reader: SpecReader, dialect: Dialect): FormatSpec['thousands'] {
  if (dialect === 2) return reader.take(',') ? ',' : '';
  const comma = reader.take(',');
  const underscore = reader.take('_');
  if ((comma && underscore) || (underscore && reader.peek() === ',')) {
    throw valueError("Cannot specify both ',' and '_'.");
  }
  return comma ? ',' : underscore ? '_' : '';
}

function checkThousands(thousands: string, type: string, dialect: Dialect): void {
  if (type === '' || 'defgEG%F'.includes(type)) return;
  if (thousands === '_' && 'boxX'.includes(type)) return;
  throw valueError(`Cannot specify '${thousands}' with ${shownType(type, dialect)}.`);
}

function shownType(type: string, dialect: Dialect): string {
  const code = type.codePointAt(0)!;
  return dialect === 2 || (code > 32 && code < 128) ? `'${type}'` : `'\\x${code.toString(16)}'`;
}

/** The ValueError for a presentation type that the class does not know. */
export function unknownType(type: string, { typeName, dialect }: FormatOptions) {
  return valueError(`Unknown format code ${shownType(type, dialect)} for object of type '${typeName}'`);
}
