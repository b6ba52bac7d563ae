/**
 * Parsing of `%` templates of str and bytes.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
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
    const parser = new FieldParser(template, percent + 1, kind);
    const field = parser.field();
    pieces.push(field);
    if (field.error !== undefined) return { template, pieces };
    at = parser.at;
  }
  if (at < template.length) pieces.push(template.slice(at));
  return { template, pieces };
}

type Size = number | '*';
type Flags = Record<'left' | 'plus' | 'space' | 'alternate' | 'zero', boolean>;

const NO_FLAGS: Flags = { left: false, plus: false, space: false, alternate: false, zero: false };

class FieldParser {
  readonly #text: string;
  readonly #kind: PercentKind;
  at: number;

  constructor(text: string, at: number, kind: PercentKind) {
    this.#text = text;
    this.at = at;
    this.#kind = kind;
  }

  field(): PercentField {
    const start = this.at - 1;
    const isKeyed = this.#text[this.at] === '(';
    const field = {
      ...NO_FLAGS,
      key: null as string | null,
      width: -1 as Size,
      precision: -1 as Size,
      code: '',
      index: 0,
    };
    let error: TextError | undefined;
    try {
      field.key = this.#key();
      this.#flags(field);
      field.width = this.#size(MAX_WIDTH, 'width too big');
      if (this.#text[this.at] === '.') {
        this.at++;
        field.precision = this.#size(MAX_PRECISION, this.#kind === 'str' ? 'precision too big' : 'prec too big');
        if (field.precision === -1) field.precision = 0;
      }
      field.code = this.#code();
      field.index = Array.from(this.#text.slice(0, this.at)).length - 1;
    } catch (problem) {
      if (!(problem instanceof TextError)) throw problem;
      error = problem;
    }
    return { ...field, start, isKeyed, error };
  }

  #code(): string {
    if (/[hlL]/.test(this.#text[this.at] ?? '')) this.at++;
    const codePoint = this.#text.codePointAt(this.at);
    if (codePoint === undefined) throw valueError('incomplete format');
    const code = String.fromCodePoint(codePoint);
    this.at += code.length;
    return code;
  }

  #key(): string | null {
    if (this.#text[this.at] !== '(') return null;
    const start = ++this.at;
    let depth = 1;
    while (this.at < this.#text.length) {
      const c = this.#text[this.at++];
      if (c === '(') depth++;
      else if (c === ')' && --depth === 0) return this.#text.slice(start, this.at - 1);
    }
    throw valueError('incomplete format key');
  }

  #flags(flags: Flags): void {
    for (;;) {
      const c = this.#text[this.at];
      if (c === '-') flags.left = true;
      else if (c === '+') flags.plus = true;
      else if (c === ' ') flags.space = true;
      else if (c === '#') flags.alternate = true;
      else if (c === '0') flags.zero = true;
      else return;
      this.at++;
    }
  }

  #size(limit: number, message: string): Size {
    if (this.#text[this.at] === '*') {
      this.at++;
      return '*';
    }
    const start = this.at;
    let size = 0;
    for (;;) {
      const digit = this.#text.charCodeAt(this.at) - 48;
      if (!(digit >= 0 && digit <= 9)) return this.at === start ? -1 : size;
      size = size * 10 + digit;
      if (size >= limit) throw valueError(message);
      this.at++;
    }
  }
}
