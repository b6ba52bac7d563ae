/**
 * Parsing of `%` templates of str and bytes.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
import { unitAt } from './units.js';
import { unitToCpIndex } from './codePoints.js';
import { TextError, valueError } from './error.js';

/** What is formatted: Python 3's str and bytes, Python 2's str and unicode. */
export type PercentKind = 'str' | 'bytes' | 'str2' | 'unicode2';

/** One conversion of a template, with everything that stands between '%' and its letter. */
export interface PercentField {
  /** The mapping key, null without one. */
  readonly key: string | null;
  readonly left: boolean;
  readonly plus: boolean;
  readonly space: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  /** -1 if none was given; '*' takes it from the arguments. */
  readonly width: number | '*';
  /** -1 if none was given; '*' takes it from the arguments. */
  readonly precision: number | '*';
  /** The conversion letter (one code point). */
  readonly code: string;
  /** Index of the letter in the template, in code points. */
  readonly index: number;
  /** Where its '%' stands, in UTF-16 units. */
  readonly start: number;
  /** Whether a '(' was read; the key is still null if nothing closes it. */
  readonly isKeyed: boolean;
  /** Whether it has no key, sign, '#' or '*', and is of no unusual width: only zeros, '-', width and precision. */
  readonly isPlain: boolean;
  /** What is wrong with the field; CPython asks for key, width and precision first, as far as they were read. */
  readonly error: TextError | undefined;
}

export interface ParsedPercent {
  readonly template: string;
  /** Texts (with '%%' already replaced) and fields. */
  readonly pieces: readonly (string | PercentField)[];
}

const MAX_WIDTH = 2 ** 63 - 1;
const MAX_PRECISION = 2 ** 31 - 1;
const PLAIN_WIDTH = 1000;

/** Parses a template. Pure: the result may be kept. */
export function parsePercent(template: string, kind: PercentKind = 'str'): ParsedPercent {
  const pieces: (string | PercentField)[] = [];
  let at = 0;
  for (;;) {
    const percent = template.indexOf('%', at);
    if (percent < 0) break;
    if (percent > at) pieces.push(template.slice(at, percent));
    if (template[percent + 1] === '%') {
      pieces.push('%');
      at = percent + 2;
      continue;
    }
    const { field, end } = readField(template, percent, kind);
    pieces.push(field);
    if (field.error !== undefined) return { template, pieces };
    at = end;
  }
  if (at < template.length) pieces.push(template.slice(at));
  return { template, pieces };
}

type Size = number | '*';

interface Reader {
  readonly text: string;
  at: number;
}

/** Reads the field whose '%' stands at `start`; `end` is behind its letter. */
function readField(text: string, start: number, kind: PercentKind): { field: PercentField; end: number } {
  const reader: Reader = { text, at: start + 1 };
  const field = {
    key: null as string | null,
    left: false,
    plus: false,
    space: false,
    alternate: false,
    zero: false,
    width: -1 as Size,
    precision: -1 as Size,
    code: '',
    index: 0,
    start,
    isKeyed: text[start + 1] === '(',
    isPlain: false,
    error: undefined as TextError | undefined,
  };
  try {
    if (field.isKeyed) field.key = readKey(reader);
    readFlags(reader, field);
    field.width = readSize(reader, MAX_WIDTH, 'width too big');
    if (text[reader.at] === '.') {
      reader.at++;
      const precision = readSize(reader, MAX_PRECISION, kind === 'str' ? 'precision too big' : 'prec too big');
      field.precision = precision === -1 ? 0 : precision;
    }
    field.code = readCode(reader);
    field.index = unitToCpIndex(text, reader.at - field.code.length);
    field.isPlain =
      !(field.isKeyed || field.plus || field.space || field.alternate || field.precision === '*') &&
      field.width !== '*' &&
      field.width <= PLAIN_WIDTH;
  } catch (problem) {
    if (!(problem instanceof TextError)) throw problem;
    field.error = problem;
  }
  return { field, end: reader.at };
}

function readKey(reader: Reader): string {
  const { text } = reader;
  const start = ++reader.at;
  let depth = 1;
  while (reader.at < text.length) {
    const c = text[reader.at++];
    if (c === '(') depth++;
    else if (c === ')' && --depth === 0) return text.slice(start, reader.at - 1);
  }
  throw valueError('incomplete format key');
}

type Flags = Record<'left' | 'plus' | 'space' | 'alternate' | 'zero', boolean>;

function readFlags(reader: Reader, flags: Flags): void {
  for (;;) {
    const c = reader.text[reader.at];
    if (c === '-') flags.left = true;
    else if (c === '+') flags.plus = true;
    else if (c === ' ') flags.space = true;
    else if (c === '#') flags.alternate = true;
    else if (c === '0') flags.zero = true;
    else return;
    reader.at++;
  }
}

function readSize(reader: Reader, limit: number, message: string): Size {
  if (reader.text[reader.at] === '*') {
    reader.at++;
    return '*';
  }
  const start = reader.at;
  let size = 0;
  for (;;) {
    const digit = unitAt(reader.text, reader.at) - 48;
    if (!(digit >= 0 && digit <= 9)) return reader.at === start ? -1 : size;
    size = size * 10 + digit;
    if (size >= limit) throw valueError(message);
    reader.at++;
  }
}

function readCode(reader: Reader): string {
  const letter = reader.text[reader.at];
  if (letter === 'h' || letter === 'l' || letter === 'L') reader.at++;
  const codePoint = reader.text.codePointAt(reader.at);
  if (codePoint === undefined) throw valueError('incomplete format');
  const code = String.fromCodePoint(codePoint);
  reader.at += code.length;
  return code;
}
