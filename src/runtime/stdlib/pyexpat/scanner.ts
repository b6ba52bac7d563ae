/** Tokens of elements' content: where they end, and what is wrong with them. */
import { XmlFailure } from './errors.js';
import { COMMENT, endOfRun, HALF, INSTRUCTION, type NamePatterns, namePatterns, PARTIAL, VALUE } from './names.js';

/** Thrown where a token goes on after the text at hand. */
export const INCOMPLETE = new (class Incomplete {})();

export interface Attribute {
  readonly name: string;
  /** The value as it is written, without the quotes. */
  readonly raw: string;
  /** Where the name and the value begin. */
  readonly at: number;
  readonly valueAt: number;
}

export interface StartTag {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly isEmpty: boolean;
  readonly end: number;
}

export interface Reference {
  /** The character's number, of a name the undefined. */
  readonly code: number | undefined;
  readonly name: string;
  readonly end: number;
}

const SPACE = /[ \t\r\n]+/y;
const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\n' || c === '\t' || c === '\r';

/** A text that is read token by token: the document, as far as it has come, or an entity's. */
export class Scanner {
  /** Where the token being read begins. */
  pos = 0;
  protected readonly names: NamePatterns = namePatterns();

  /**
   * @param text what there is
   * @param final whether nothing follows
   * @param hasNamespaces whether names have at most one colon, in their inside
   */
  constructor(
    public text: string,
    public final: boolean,
    readonly hasNamespaces: boolean,
  ) {}

  /** There is something else at `i` than the token goes on with. */
  invalid(i: number): never {
    if (i >= this.text.length) throw INCOMPLETE;
    const char = this.text.codePointAt(i);
    if (char === PARTIAL.charCodeAt(0)) throw new XmlFailure('PARTIAL_CHAR', this.pos);
    throw char === HALF.charCodeAt(0) ? INCOMPLETE : new XmlFailure('INVALID_TOKEN', i);
  }

  /** Goes over this one character. */
  protected expect(i: number, char: string): number {
    return this.text[i] === char ? i + 1 : this.invalid(i);
  }

  protected skipSpace(i: number): number {
    return isSpace(this.text[i]) ? endOfRun(SPACE, this.text, i) : i;
  }

  /** Where the name that begins here ends. A name is whole when something follows it. */
  protected endOfName(i: number): number {
    const { text, names } = this;
    if (!this.hasNamespaces) {
      const end = endOfRun(names.any, text, i);
      return end === i || end === text.length ? this.invalid(end) : end;
    }
    let end = endOfRun(names.plain, text, i);
    if (end === i) this.invalid(end);
    if (text[end] === ':') {
      const local = end + 1;
      end = endOfRun(names.plain, text, local);
      if (end === local || text[end] === ':') this.invalid(end);
    }
    return end === text.length ? this.invalid(end) : end;
  }

  /** The tag that begins at `pos`. */
  startTag(): StartTag {
    const { text } = this;
    const attributes: Attribute[] = [];
    let i = this.endOfName(this.pos + 1);
    const name = text.slice(this.pos + 1, i);
    for (;;) {
      const afterSpace = this.skipSpace(i);
      const c = text[afterSpace];
      if (c === '>') return { name, attributes, isEmpty: false, end: afterSpace + 1 };
      if (c === '/') return { name, attributes, isEmpty: true, end: this.expect(afterSpace + 1, '>') };
      if (afterSpace === i) this.invalid(i);
      i = this.attribute(afterSpace, attributes);
    }
  }

  private attribute(at: number, attributes: Attribute[]): number {
    const { text } = this;
    let i = this.endOfName(at);
    const name = text.slice(at, i);
    i = this.skipSpace(this.expect(this.skipSpace(i), '='));
    const quote = text[i];
    if (quote !== '"' && quote !== "'") this.invalid(i);
    const valueAt = ++i;
    for (;;) {
      i = endOfRun(VALUE, text, i);
      const c = text[i];
      if (c === quote) break;
      if (c === '&') i = this.reference(i).end;
      else if (c === '"' || c === "'") i++;
      else this.invalid(i);
    }
    attributes.push({ name, raw: text.slice(valueAt, i), at, valueAt });
    const after = text[i + 1];
    return isSpace(after) || after === '/' || after === '>' ? i + 1 : this.invalid(i + 1);
  }

  /** The name in the end tag that begins at `pos`, and where the tag ends. */
  endTag(): { name: string; end: number } {
    const end = this.endOfName(this.pos + 2);
    return { name: this.text.slice(this.pos + 2, end), end: this.expect(this.skipSpace(end), '>') };
  }

  /** The reference whose `&` is at `i`. */
  reference(i: number): Reference {
    const { text } = this;
    if (text[i + 1] !== '#') {
      const end = this.endOfName(i + 1);
      return { code: undefined, name: text.slice(i + 1, end), end: this.expect(end, ';') };
    }
    const isHex = text[i + 2] === 'x';
    const from = i + (isHex ? 3 : 2);
    const end = endOfRun(isHex ? /[0-9a-fA-F]+/y : /[0-9]+/y, text, from);
    if (end === from) this.invalid(end);
    return { code: Number.parseInt(text.slice(from, end), isHex ? 16 : 10), name: '', end: this.expect(end, ';') };
  }

  /** Where the comment ends that begins at `pos`. */
  comment(): number {
    const { text } = this;
    let i = this.expect(this.pos + 3, '-');
    for (;;) {
      i = endOfRun(COMMENT, text, i);
      if (text[i] !== '-') this.invalid(i);
      if (i + 1 >= text.length) throw INCOMPLETE;
      if (text[i + 1] === '-') return this.expect(i + 2, '>');
      i++;
    }
  }

  /** The instruction that begins at `pos`; what has the target `xml` is a declaration. */
  instruction(): { target: string; data: string; end: number } {
    const { text, pos } = this;
    const nameEnd = this.endOfName(pos + 2);
    const target = text.slice(pos + 2, nameEnd);
    // Names with a colon are none of an instruction's, and xml is kept for what it is.
    if (this.hasNamespaces && target.includes(':')) this.invalid(pos + 2 + target.indexOf(':'));
    if (/^xml$/i.test(target) && target !== 'xml') this.invalid(nameEnd);
    if (text[nameEnd] === '?') return { target, data: '', end: this.expect(nameEnd + 1, '>') };
    const from = this.skipSpace(nameEnd);
    if (from === nameEnd) this.invalid(nameEnd);
    let i = from;
    for (;;) {
      i = endOfRun(INSTRUCTION, text, i);
      if (text[i] !== '?') this.invalid(i);
      if (i + 1 >= text.length) throw INCOMPLETE;
      if (text[i + 1] === '>') return { target, data: text.slice(from, i), end: i + 2 };
      i++;
    }
  }

  /** Goes over a fixed word, character by character. */
  word(i: number, word: string): number {
    let at = i;
    for (const char of word) at = this.expect(at, char);
    return at;
  }
}

/** Text with line ends as XML has them. */
export const withLineEnds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** The character of a reference; undefined where there is none of that number. */
export function characterOf(code: number): string | undefined {
  const isCharacter =
    code >= 0x20
      ? code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff
      : code === 9 || code === 10 || code === 13;
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

const PREDEFINED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The character of an entity that needs no declaration. */
export const predefined = (name: string): string | undefined =>
  Object.hasOwn(PREDEFINED, name) ? PREDEFINED[name] : undefined;
