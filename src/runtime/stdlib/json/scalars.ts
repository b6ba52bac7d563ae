/** What a JSON text is made of but arrays and objects: words, numbers, strings. */
import { unitAt } from '../../text/units.js';
import { getAttr } from '../../object/attributes.js';
import { call } from '../../object/call.js';
import { rt } from '../../object/context.js';
import { StopIteration, ValueError } from '../../object/errors.js';
import { normalInt } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import { PyFloat, PyUnicode } from '../../object/values.js';
import { importModule } from '../../import/importFunction.js';
import { isBmp, unitToCpIndex } from '../../text/codePoints.js';

/** What a decoder wants done; null where the usual is meant. */
export interface ScanHooks {
  readonly strict: boolean;
  readonly objectHook: Py;
  readonly pairsHook: Py;
  readonly parseFloat: Py;
  readonly parseInt: Py;
  readonly parseConstant: Py;
  /** Python 2: text from the bytes of a `str`. */
  readonly decode: ((bytes: string) => string) | null;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const STRING_RUN = /[^"\\\x00-\x1f]*/y;
/** Of this length an integer's digits always make a safe number. */
const SAFE_DIGITS = 15;
const POWERS_OF_TEN = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export const COMMA_MISSING = "Expecting ',' delimiter";
export const COLON_MISSING = "Expecting ':' delimiter";
export const NO_PROPERTY = 'Expecting property name enclosed in double quotes';
const WORDS_2: Readonly<Record<string, string>> = {
  [COMMA_MISSING]: 'Expecting , delimiter',
  [COLON_MISSING]: 'Expecting : delimiter',
  [NO_PROPERTY]: 'Expecting property name',
};

/** The value of a hexadecimal digit, or -1. */
function hexDigit(code: number): number {
  if (isDigit(code)) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Where the fraction and exponent that begin at `from` end; `from` where there are none. */
function endOfFloat(text: string, from: number): number {
  let at = from;
  if (unitAt(text, at) === 46 && isDigit(unitAt(text, at + 1))) {
    at += 2;
    while (isDigit(unitAt(text, at))) at++;
  }
  if ((unitAt(text, at) | 32) !== 101) return at;
  const sign = unitAt(text, at + 1);
  const first = at + (sign === 43 || sign === 45 ? 2 : 1);
  if (!isDigit(unitAt(text, first))) return at;
  at = first + 1;
  while (isDigit(unitAt(text, at))) at++;
  return at;
}

/** Reads one after the other, from `at` on, and leaves `at` behind it. */
export class ScalarScanner {
  protected at = 0;
  constructor(
    protected readonly text: string,
    protected readonly hooks: ScanHooks,
    private readonly shown: Py,
  ) {}

  /** Offsets in messages count characters. */
  protected position(unit: number): number {
    return isBmp(this.text) ? unit : unitToCpIndex(this.text, unit);
  }

  protected fail(message: string, at: number): never {
    if (rt.dialect === 2) return this.fail2(message, at);
    const type = getAttr(importModule('json.decoder', null, ['JSONDecodeError'], 0), 'JSONDecodeError');
    throw call(type, [message, this.shown, this.position(at)]);
  }

  /** The words of Python 2. Where something is missing at the end, it names the whole. */
  private fail2(message: string, at: number): never {
    const isCut = at >= this.text.length && (message === COMMA_MISSING || message === NO_PROPERTY);
    const words = isCut ? 'Expecting object' : (WORDS_2[message] ?? message);
    const position = isCut ? this.text.length - 1 : this.position(at);
    const before = this.text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    throw ValueError(`${words}: line ${line} column ${column} (char ${position})`);
  }

  protected skipSpace(): number {
    const { text } = this;
    let code = unitAt(text, this.at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = unitAt(text, ++this.at);
    return code;
  }

  protected word(length: number, value: Py): Py {
    this.at += length;
    return value;
  }

  protected constant(name: string): Py {
    this.at += name.length;
    return call(this.hooks.parseConstant, [name]);
  }

  protected number(): Py {
    const { text } = this;
    const start = this.at;
    let at = start;
    let code = unitAt(text, at);
    const negative = code === 45;
    if (negative) code = unitAt(text, ++at);
    const first = at;
    let value = 0;
    while (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      code = unitAt(text, ++at);
    }
    const digits = at - first;
    const isPlain = code !== 46 && code !== 101 && code !== 69;
    // What is short and plain needs no look at its text.
    if (
      isPlain &&
      this.hooks.parseInt === null &&
      digits > 0 &&
      digits <= SAFE_DIGITS &&
      (digits === 1 || unitAt(text, first) !== 48)
    ) {
      this.at = at;
      return negative ? 0 - value : value;
    }
    if (code === 46 && this.hooks.parseFloat === null && digits > 0 && (digits === 1 || unitAt(text, first) !== 48)) {
      const short = this.shortFloat(at, digits, value);
      if (short >= 0) return new PyFloat(negative ? -short : short);
    }
    const end = digits > 0 && (digits === 1 || unitAt(text, first) !== 48) ? endOfFloat(text, at) : -1;
    if (end > at && this.hooks.parseFloat === null) {
      this.at = end;
      return new PyFloat(Number(text.slice(start, end)));
    }
    return this.anyNumber();
  }

  /**
   * A decimal fraction whose point is at `point`, behind `digits` digits that make `whole`: of so few digits all in all that they
   * and the power of ten are exact, and so the quotient is the nearest double. -1, and nothing is read, for any other.
   */
  private shortFloat(point: number, digits: number, whole: number): number {
    const { text } = this;
    let value = whole;
    let at = point + 1;
    let code = unitAt(text, at);
    while (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      code = unitAt(text, ++at);
    }
    const places = at - point - 1;
    if (places === 0 || digits + places > SAFE_DIGITS || code === 101 || code === 69) return -1;
    this.at = at;
    return value / POWERS_OF_TEN[places]!;
  }

  private anyNumber(): Py {
    NUMBER.lastIndex = this.at;
    const match = NUMBER.exec(this.text);
    if (match === null) throw StopIteration(this.position(this.at));
    this.at = NUMBER.lastIndex;
    const digits = match[0];
    if (match[1] === undefined && match[2] === undefined) {
      const { parseInt } = this.hooks;
      if (parseInt !== null) return call(parseInt, [digits]);
      return digits.length <= SAFE_DIGITS ? Number(digits) + 0 : this.longInt(digits);
    }
    return this.hooks.parseFloat === null ? new PyFloat(Number(digits)) : call(this.hooks.parseFloat, [digits]);
  }

  /** Through `int` where there may be too many digits for it. */
  private longInt(digits: string): Py {
    return digits.length > 4000 ? call(getAttr(rt.builtins, 'int'), [digits]) : normalInt(BigInt(digits));
  }

  /** A string whose first character is at `start`. */
  protected string(start: number): Py {
    return rt.dialect === 2 ? new PyUnicode(this.content2(start)) : this.stringContent(start);
  }

  /** The content, decoded piece by piece as far as it is not escaped. */
  protected content2(start: number): string {
    const { decode } = this.hooks;
    if (decode === null) return this.stringContent(start);
    STRING_RUN.lastIndex = start;
    STRING_RUN.test(this.text);
    const end = STRING_RUN.lastIndex;
    if (unitAt(this.text, end) !== 34) return this.unusualContent(start);
    this.at = end + 1;
    return decode(this.text.slice(start, end));
  }

  private stringContent(start: number): string {
    const { text } = this;
    for (let i = start, size = text.length; i < size; i++) {
      const code = unitAt(text, i);
      if (code === 34) {
        this.at = i + 1;
        return text.slice(start, i);
      }
      if (code === 92 || code < 32) break;
    }
    return this.unusualContent(start);
  }

  /** With escapes or control characters, or without an end. */
  protected unusualContent(start: number): string {
    const { text } = this;
    let result = '';
    let at = start;
    for (;;) {
      STRING_RUN.lastIndex = at;
      STRING_RUN.test(text);
      const end = STRING_RUN.lastIndex;
      const run = text.slice(at, end);
      result += this.hooks.decode === null ? run : this.hooks.decode(run);
      if (end >= text.length) this.fail('Unterminated string starting at', start - 1);
      const char = text[end]!;
      if (char === '"') {
        this.at = end + 1;
        return result;
      }
      if (char === '\\') {
        const escape = text[end + 1];
        if (escape === undefined) this.fail('Unterminated string starting at', start - 1);
        if (escape === 'u') {
          result += String.fromCharCode(this.hex(end + 1));
          at = end + 6;
        } else {
          const plain = ESCAPES[escape!];
          if (plain === undefined) this.fail('Invalid \\escape', end);
          result += plain;
          at = end + 2;
        }
      } else {
        if (this.hooks.strict) this.fail('Invalid control character at', end);
        result += char;
        at = end + 1;
      }
    }
  }

  /** The code unit of `uXXXX` at `at`. */
  private hex(at: number): number {
    let value = 0;
    for (let i = at + 1; i <= at + 4; i++) {
      const digit = hexDigit(unitAt(this.text, i));
      if (digit < 0) this.fail('Invalid \\uXXXX escape', at);
      value = value * 16 + digit;
    }
    return value;
  }
}
