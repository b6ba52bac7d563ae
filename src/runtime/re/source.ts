import { PatternError, reprName } from './errors.js';

const IDENTIFIER = /^[\p{XIDS}_][\p{XIDC}]*$/u;

/**
 * The pattern's text, read one token at a time: a character, or a backslash with the character after it.
 * Positions count characters (code points).
 */
export class Source {
  readonly text: string;
  readonly isBytes: boolean;
  /** The token not yet taken; null at the end. */
  next: string | null = null;
  #index = 0;
  readonly #chars: readonly string[];
  readonly #dialect: 2 | 3;

  /** `dialect` chooses the error for a backslash at the very end, which Python 2 reports without a position. */
  constructor(text: string, isBytes: boolean, dialect: 2 | 3 = 3) {
    this.text = text;
    this.isBytes = isBytes;
    this.#dialect = dialect;
    this.#chars = [...text];
    this.#advance();
  }

  #advance(): void {
    const char = this.#chars[this.#index];
    if (char === undefined) {
      this.next = null;
      return;
    }
    if (char !== '\\') {
      this.next = char;
      this.#index += 1;
      return;
    }
    const escaped = this.#chars[this.#index + 1];
    if (escaped === undefined) {
      if (this.#dialect === 2) throw new PatternError('bogus escape (end of line)');
      throw new PatternError('bad escape (end of pattern)', this.text, this.#chars.length - 1);
    }
    this.next = char + escaped;
    this.#index += 2;
  }

  /** Takes the next token if it is `token`. */
  match(token: string): boolean {
    if (this.next !== token) return false;
    this.#advance();
    return true;
  }

  /** Takes the next token, whatever it is; null at the end. */
  get(): string | null {
    const token = this.next;
    this.#advance();
    return token;
  }

  /** Takes up to `count` tokens out of `allowed`. */
  getWhile(count: number, allowed: string): string {
    let result = '';
    while (result.length < count && this.nextIn(allowed)) result += this.get();
    return result;
  }

  /** Whether the next token is one of the characters of `set`. */
  nextIn(set: string): boolean {
    return this.next !== null && this.next.length === 1 && set.includes(this.next);
  }

  /** Takes everything before `terminator`, and the terminator. `what` names it in errors. */
  getUntil(terminator: string, what: string): string {
    let result = '';
    for (;;) {
      const token = this.get();
      if (token === null) {
        if (result === '') throw this.error(`missing ${what}`);
        throw this.error(`missing ${terminator}, unterminated name`, lengthOf(result));
      }
      if (token === terminator) {
        if (result === '') throw this.error(`missing ${what}`, 1);
        return result;
      }
      result += token;
    }
  }

  /** Where the next token begins. */
  tell(): number {
    return this.#index - (this.next === null ? 0 : lengthOf(this.next));
  }

  seek(position: number): void {
    this.#index = position;
    this.#advance();
  }

  /** An error `offset` characters before the next token. */
  error(msg: string, offset = 0): PatternError {
    return new PatternError(this.isBytes ? asciiOnly(msg) : msg, this.text, this.tell() - offset);
  }

  /** Throws unless `name`, which ends `offset` characters before the next token, can name a group. */
  checkGroupName(name: string, offset: number): void {
    const isAscii = /^[\0-\x7f]*$/.test(name);
    if ((this.isBytes && !isAscii) || !IDENTIFIER.test(name)) {
      const shown = reprName(name, { ascii: this.isBytes && !isAscii });
      throw this.error(`bad character in group name ${shown}`, lengthOf(name) + offset);
    }
  }
}

/** Length in code points. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) length -= 1;
  }
  return length;
}

function asciiOnly(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (char) => reprName(char, { ascii: true }).slice(1, -1));
}
