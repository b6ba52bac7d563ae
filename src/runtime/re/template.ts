/**
 * Replacement templates: the second argument of `re.sub`, the argument of `match.expand`.
 *
 * Spec: https://docs.python.org/3/library/re.html#re.sub
 */
import { PatternError, ReValueError, reprName } from './errors.js';
import { DIGITS, isAsciiLetter, OCTAL_DIGITS, simpleEscape } from './lexical.js';
import type { Pattern } from './pattern.js';
import type { MatchResult } from './result.js';
import { lengthOf, Source } from './source.js';

const MAX_GROUPS = 2 ** 30 - 1;

/** Literal texts and group numbers, in order. */
export type Template = readonly (string | number)[];

/**
 * Parses a template for `pattern`. `isBytes` is the template's own type.
 *
 * Errors: {@link PatternError}, its `pattern` being the template; {@link ReValueError} (IndexError) for an unknown name.
 */
export function parseTemplate(text: string, pattern: Pattern, isBytes = pattern.isBytes): Template {
  if (!text.includes('\\')) return [text];
  const parser = pattern.dialect === 2 ? new TemplateParser2(text, pattern, isBytes) : null;
  return (parser ?? new TemplateParser(text, pattern, isBytes)).parse();
}

/**
 * The text of `template` for one match. A group that took no part is empty in Python 3, an error in Python 2.
 *
 * Errors: {@link PatternError} (Python 2 only).
 */
export function expandTemplate(template: Template, match: MatchResult, pattern: Pattern): string {
  let result = '';
  for (const part of template) {
    if (typeof part === 'string') {
      result += part;
      continue;
    }
    if (part > pattern.groups) throw new PatternError('invalid group reference');
    const text = match.group(part);
    if (text === undefined && pattern.dialect === 2) throw new PatternError('unmatched group');
    result += text ?? '';
  }
  return result;
}

class TemplateParser {
  protected readonly source: Source;
  protected readonly pattern: Pattern;
  readonly #parts: (string | number)[] = [];

  constructor(text: string, pattern: Pattern, isBytes: boolean) {
    this.source = new Source(text, isBytes, pattern.dialect);
    this.pattern = pattern;
  }

  parse(): Template {
    for (let token = this.source.get(); token !== null; token = this.source.get()) {
      if (!token.startsWith('\\')) this.literal(token);
      else if (token === '\\g') this.group(this.namedGroup());
      else if (DIGITS.includes(token.slice(1))) this.#number(token);
      else this.literal(this.escape(token));
    }
    return this.#parts;
  }

  protected literal(text: string): void {
    const last = this.#parts.length - 1;
    if (typeof this.#parts[last] === 'string') this.#parts[last] += text;
    else this.#parts.push(text);
  }

  protected group(index: number): void {
    this.#parts.push(index);
  }

  /** `\0`, `\012` (octal), `\12` (a group). */
  #number(token: string): void {
    const { source } = this;
    if (token === '\\0') {
      const code = Number.parseInt(`0${source.getWhile(2, OCTAL_DIGITS)}`, 8);
      this.literal(String.fromCharCode(code & 0xff));
      return;
    }
    let escape = token;
    if (source.nextIn(DIGITS)) {
      escape += source.get();
      if (/^\\[0-7][0-7]$/.test(escape) && source.nextIn(OCTAL_DIGITS)) {
        this.literal(String.fromCharCode(this.octal(escape + source.get())));
        return;
      }
    }
    const index = Number(escape.slice(1));
    this.checkIndex(index, escape.length - 1);
    this.group(index);
  }

  protected octal(escape: string): number {
    const code = Number.parseInt(escape.slice(1), 8);
    if (code > 0o377) {
      throw this.source.error(`octal escape value ${escape} outside of range 0-0o377`, escape.length);
    }
    return code;
  }

  protected checkIndex(index: number, offset: number): void {
    if (index > this.pattern.groups) throw this.source.error(`invalid group reference ${index}`, offset);
  }

  /** `\g<...>`, the letter already taken. */
  protected namedGroup(): number {
    const { source } = this;
    if (!source.match('<')) throw source.error('missing <');
    const name = source.getUntil('>', 'group name');
    if (/^[0-9]+$/.test(name)) {
      const index = Number(name);
      if (index >= MAX_GROUPS) throw source.error(`invalid group reference ${BigInt(name)}`, name.length + 1);
      this.checkIndex(index, name.length + 1);
      return index;
    }
    source.checkGroupName(name, 1);
    const index = this.pattern.groupIndex.get(name);
    if (index === undefined) throw new ReValueError('IndexError', `unknown group name ${reprName(name)}`);
    return index;
  }

  protected escape(token: string): string {
    const code = simpleEscape(token);
    if (code !== undefined) return String.fromCharCode(code);
    if (isAsciiLetter(token.slice(1))) throw this.source.error(`bad escape ${token}`, lengthOf(token));
    return token;
  }
}

const NAME_2 = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Python 2.7's: unknown escapes stay as they are, group numbers are checked only when the template is used. */
class TemplateParser2 extends TemplateParser {
  protected override octal(escape: string): number {
    return Number.parseInt(escape.slice(1), 8) & 0xff;
  }

  protected override checkIndex(): void {}

  protected override namedGroup(): number {
    const { source } = this;
    let name = '';
    if (source.match('<')) {
      for (let token = source.get(); token !== '>'; token = source.get()) {
        if (token === null) throw new PatternError('unterminated group name');
        name += token;
      }
    }
    if (name === '') throw new PatternError('missing group name');
    if (/^\s*[+-]?[0-9]+\s*$/.test(name)) {
      const index = Number(name);
      if (index < 0) throw new PatternError('negative group number');
      return index;
    }
    if (!NAME_2.test(name)) throw new PatternError('bad character in group name');
    const index = this.pattern.groupIndex.get(name);
    if (index === undefined) {
      const shown = reprName(name, { prefix: source.isBytes ? '' : 'u', ascii: true });
      throw new ReValueError('IndexError', `unknown group name: ${shown}`);
    }
    return index;
  }

  protected override escape(token: string): string {
    const code = simpleEscape(token);
    return code === undefined ? token : String.fromCharCode(code);
  }
}
