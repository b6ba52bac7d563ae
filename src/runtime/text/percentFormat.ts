/**
 * The `%` operator of str and bytes, in both dialects.
 *
 * The objects are known only through callbacks; a bytes (and Python 2 str) template holds one character a byte.
 * Spec: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 */
import { cpLength, cpSlice } from './codePoints.js';
import { overflowError, type TextError, typeError, valueError } from './error.js';
import { flat } from './flat.js';
import { type FloatCode, formatDouble } from './floatFormat.js';
import type { Int } from './numberMath.js';
import { intToText } from './parseInt.js';
import { type ParsedPercent, type PercentField, type PercentKind, parsePercent } from './percentTemplate.js';
import { repeatText } from './repeatText.js';

export type { ParsedPercent, PercentKind } from './percentTemplate.js';

/** What stands right of the `%`: the items of a tuple, or one object, which may serve as a mapping. */
export type PercentArguments<T> =
  | { readonly items: readonly T[] }
  | { readonly single: T; readonly isMapping: boolean };

/** What formatting asks of the objects. All may throw; undefined means that the object does not fit. */
export interface PercentValues<T> {
  /** `mapping[key]`. */
  item(mapping: T, key: string): T;
  typeName(value: T): string;
  /** The text of '%s', '%r', '%a' and, for bytes, '%b' (which '%s' means there too), before width and precision. */
  text(value: T, conversion: 's' | 'r' | 'a' | 'b', kind: PercentKind): string;
  /** The int of '%d', '%i', '%u': a number of any kind, truncated. */
  decimal(value: T, kind: PercentKind): Int | undefined;
  /** The int of '%x', '%o', '%X': Python 3 takes only what has `__index__`, Python 2 what '%d' takes. */
  index(value: T, kind: PercentKind): Int | undefined;
  /** The float of '%e', '%f', '%g'; it may throw its own error, undefined gives "float argument required". */
  float(value: T, kind: PercentKind): number | undefined;
  /** The text or number of '%c'. */
  character(value: T, kind: PercentKind): string | Int | undefined;
  /** An int given for '*' (Python 2: not a long). */
  size(value: T): Int | undefined;
  /** The most digits that '%d' writes of an int; 0 for any number (Python 2). */
  maxDigits?(): number;
  /** Python 2: whether '%s' of the value makes a unicode of the whole result. */
  isUnicode?(value: T): boolean;
  /** Python 2: the ASCII bytes as unicode, or UnicodeDecodeError. */
  promote?(bytes: string): string;
}

export interface PercentResult {
  readonly text: string;
  /** The kind of the result: that of the template, or 'unicode2' if a value promoted it. */
  readonly kind: PercentKind;
}

/** What of a template is formatted already: so many pieces, with so many arguments, to this text. */
export interface PercentBegun {
  readonly pieces: number;
  readonly taken: number;
  readonly text: string;
}

const NOTHING: PercentBegun = { pieces: 0, taken: 0, text: '' };

/** `template % args`, or the rest of it. Errors are TextErrors with CPython's messages. */
export function formatPercent<T>(
  template: string | ParsedPercent,
  args: PercentArguments<T>,
  values: PercentValues<T>,
  kind: PercentKind = 'str',
  begun: PercentBegun = NOTHING,
): PercentResult {
  const parsed = typeof template === 'string' ? parsePercent(template, kind) : template;
  const formatter = new PercentFormatter(parsed.template, args, values, kind, begun);
  for (let i = begun.pieces; i < parsed.pieces.length; i++) formatter.add(parsed.pieces[i]!);
  formatter.finish();
  flat(formatter.text);
  return formatter;
}

const NOT_ENOUGH = 'not enough arguments for format string';

class PercentFormatter<T> implements PercentResult {
  readonly #template: string;
  readonly #values: PercentValues<T>;
  readonly #mapping: { readonly value: T } | undefined;
  #arguments: readonly T[];
  #next: number;
  // Python 2: what was formatted as str before a value made the rest unicode, and where that rest begins.
  #bytesBefore = '';
  #restIndex = 0;
  text: string;
  kind: PercentKind;

  constructor(
    template: string,
    args: PercentArguments<T>,
    values: PercentValues<T>,
    kind: PercentKind,
    begun: PercentBegun,
  ) {
    this.#template = template;
    this.#next = begun.taken;
    this.text = begun.text;
    this.#values = values;
    this.kind = kind;
    if ('items' in args) this.#arguments = args.items;
    else {
      this.#arguments = [args.single];
      if (args.isMapping) this.#mapping = { value: args.single };
    }
  }

  add(piece: string | PercentField): void {
    // The field may replace what was there: it is formatted before the sum is taken.
    const added = typeof piece === 'string' ? piece : this.#field(piece);
    this.text += added;
  }

  finish(): void {
    if (this.#next < this.#arguments.length && this.#mapping === undefined) {
      throw typeError(`not all arguments converted during ${this.kind === 'bytes' ? 'bytes' : 'string'} formatting`);
    }
    if (this.#bytesBefore !== '') this.text = this.#values.promote!(this.#bytesBefore) + this.text;
  }

  get #isPython2(): boolean {
    return this.kind === 'str2' || this.kind === 'unicode2';
  }

  #argument(): T {
    if (this.#next >= this.#arguments.length) throw typeError(NOT_ENOUGH);
    return this.#arguments[this.#next++]!;
  }

  #field(field: PercentField): string {
    if (field.isKeyed && this.#mapping === undefined) throw typeError('format requires a mapping');
    if (field.key !== null && this.#mapping !== undefined) {
      this.#arguments = [this.#values.item(this.#mapping.value, field.key)];
      this.#next = 0;
    }
    let { left } = field;
    let width = field.width === '*' ? this.#size('ssize_t') : field.width;
    if (field.width === '*' && width < 0) {
      left = true;
      width = -width;
    }
    const precision = field.precision === '*' ? Math.max(this.#size('int'), 0) : field.precision;
    if (field.error !== undefined) throw field.error;
    if (field.code === '%' && this.#isPython2) return padded('%', width, left);
    const text = this.#converted(field, this.#argument(), width, precision, left);
    return padded(text, width, left);
  }

  #size(type: 'ssize_t' | 'int'): number {
    const size = this.#values.size(this.#argument());
    if (size === undefined) throw typeError('* wants int');
    const limit = type === 'int' ? 2 ** 31 : 2 ** 63;
    if (size >= limit || size < -limit) throw overflowError(`Python int too large to convert to C ${type}`);
    return Number(size);
  }

  /** The converted value; numbers are already zero-filled to `width`. */
  #converted(field: PercentField, value: T, width: number, precision: number, left: boolean): string {
    const zeroWidth = field.zero && !left ? width : 0;
    switch (field.code) {
      case 's':
      case 'r':
        return this.#textOf(value, field.code, precision, field);
      case 'a':
        if (!this.#isPython2) return this.#textOf(value, 'a', precision, field);
        break;
      case 'b':
        if (this.kind === 'bytes') return this.#textOf(value, 'b', precision, field);
        break;
      case 'd':
      case 'i':
      case 'u':
        return integerText(
          this.#decimal(value, field.code),
          field,
          precision,
          zeroWidth,
          this.#isPython2,
          this.#values.maxDigits?.(),
        );
      case 'o':
      case 'x':
      case 'X':
        return integerText(
          this.#index(value, field.code),
          field,
          precision,
          zeroWidth,
          this.#isPython2,
          this.#values.maxDigits?.(),
        );
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return floatText(this.#float(value), field, precision, zeroWidth, this.#isPython2);
      case 'c':
        return this.#character(value, field);
    }
    throw this.#unsupported(field);
  }

  #textOf(value: T, conversion: 's' | 'r' | 'a' | 'b', precision: number, field: PercentField): string {
    if (this.kind === 'str2' && conversion === 's' && this.#values.isUnicode!(value)) this.#promote(field);
    if (this.kind === 'bytes' && conversion !== 'a') conversion = conversion === 'r' ? 'a' : 'b';
    const text = this.#values.text(value, conversion, this.kind);
    return precision >= 0 && precision < text.length ? cpSlice(text, 0, Math.min(precision, cpLength(text))) : text;
  }

  /** Python 2: from this field on, the template is formatted as unicode; what came before joins it at the end. */
  #promote(field: PercentField): void {
    this.#values.promote!(this.#template.slice(field.start));
    this.#bytesBefore = this.text;
    this.#restIndex = field.start;
    this.text = '';
    this.kind = 'unicode2';
  }

  #decimal(value: T, code: string): Int {
    const n = this.#values.decimal(value, this.kind);
    if (n !== undefined) return n;
    throw this.#notNumber(this.kind !== 'str' && code === 'i' ? 'd' : code, 'a real number', value);
  }

  #index(value: T, code: string): Int {
    const n = this.#values.index(value, this.kind);
    if (n !== undefined) return n;
    throw this.#notNumber(code, 'an integer', value);
  }

  #notNumber(code: string, wanted: string, value: T): TextError {
    const what = this.#isPython2 ? 'a number' : wanted;
    return typeError(`%${code} format: ${what} is required, not ${this.#values.typeName(value)}`);
  }

  #float(value: T): number {
    const x = this.#values.float(value, this.kind);
    if (x === undefined) throw typeError(`float argument required, not ${this.#values.typeName(value)}`);
    return x;
  }

  #character(value: T, field: PercentField): string {
    if (this.kind === 'str2' && this.#values.isUnicode!(value)) this.#promote(field);
    const c = this.#values.character(value, this.kind);
    const isBytes = this.kind === 'bytes';
    if (c === undefined || (typeof c === 'string' && cpLength(c) !== 1)) {
      throw typeError(isBytes ? '%c requires an integer in range(256) or a single byte' : '%c requires int or char');
    }
    if (typeof c === 'string') return c;
    if (this.kind === 'str2') return byteCharacter2(c);
    const range = isBytes ? '256' : '0x110000';
    if (c < 0 || c >= Number(range)) {
      const build = this.kind === 'unicode2' ? ' (wide Python build)' : '';
      throw overflowError(`%c arg not in range(${range})${build}`);
    }
    return String.fromCodePoint(Number(c));
  }

  #unsupported({ code, index }: PercentField): TextError {
    const number = code.codePointAt(0)!;
    const isRaw = this.kind === 'bytes' || this.kind === 'str2';
    const shown = isRaw || (number > 31 && number < 126) ? code : '?';
    // Python 2 prints a char of C, which is signed.
    const printed = this.kind === 'str2' && number > 127 ? number + 0xffff_ff00 : number;
    return valueError(
      `unsupported format character '${shown}' (0x${printed.toString(16)}) at index ${index - this.#restIndex}`,
    );
  }
}

function byteCharacter2(c: Int): string {
  if (BigInt.asIntN(64, BigInt(c)) !== BigInt(c)) throw overflowError('Python int too large to convert to C long');
  if (c < 0) throw overflowError('unsigned byte integer is less than minimum');
  if (c > 255) throw overflowError('unsigned byte integer is greater than maximum');
  return String.fromCharCode(Number(c));
}

function padded(text: string, width: number, left: boolean): string {
  const missing = width - cpLength(text);
  if (missing <= 0) return text;
  return left ? text + repeatText(' ', missing) : repeatText(' ', missing) + text;
}

function zeroFilled(text: string, width: number): string {
  return repeatText('0', width - text.length) + text;
}

function signOf(negative: boolean, field: PercentField): string {
  return negative ? '-' : field.plus ? '+' : field.space ? ' ' : '';
}

function integerText(
  n: Int,
  field: PercentField,
  precision: number,
  zeroWidth: number,
  python2: boolean,
  maxDigits?: number,
): string {
  const size = n < 0 ? -n : n;
  let prefix = '';
  let digits: string;
  if (field.code === 'o') {
    digits = size.toString(8);
    if (field.alternate && !python2) prefix = '0o';
    else if (field.alternate && size !== 0) digits = `0${digits}`;
  } else if (field.code === 'x' || field.code === 'X') {
    digits = size.toString(16);
    if (field.alternate) prefix = '0x';
  } else digits = intToText(size, maxDigits);
  if (precision > digits.length) digits = zeroFilled(digits, precision);
  // C prints nothing for a zero with no digits asked for, and Python 2 left its ints to C.
  else if (precision === 0 && n === 0 && python2) digits = '';
  if (field.code === 'X') {
    prefix = prefix.toUpperCase();
    digits = digits.toUpperCase();
  }
  const head = signOf(n < 0, field) + prefix;
  return head + zeroFilled(digits, zeroWidth - head.length);
}

function floatText(x: number, field: PercentField, precision: number, zeroWidth: number, python2: boolean): string {
  const text = formatDouble(x, field.code as FloatCode, precision < 0 ? 6 : precision, {
    alternate: field.alternate,
    python2,
  });
  const negative = text.startsWith('-');
  const sign = signOf(negative, field);
  return sign + zeroFilled(negative ? text.slice(1) : text, zeroWidth - sign.length);
}
