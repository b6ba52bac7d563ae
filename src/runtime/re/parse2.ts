/**
 * The pattern language of Python 2.7, where it differs from Python 3's: unknown escapes are themselves, flags may stand
 * anywhere and govern the whole pattern, and errors have no position.
 *
 * Spec: https://docs.python.org/2.7/library/re.html#regular-expression-syntax
 */
import type { PatternWarning } from './errors.js';
import { PatternError, ReValueError, reprName } from './errors.js';
import { FLAG_LETTERS_2, Flag } from './flags.js';
import {
  branch,
  classNode,
  DIGITS,
  literal,
  literalCode,
  MAX_REPEAT,
  REPEAT_CHARS,
  SPECIAL_CHARS,
  seq,
  WHITESPACE,
} from './lexical.js';
import { ParseState } from './parse-state.js';
import { parseClassEscape2, parseEscape2 } from './parse2-escape.js';
import { parseGroup2 } from './parse2-group.js';
import { Source } from './source.js';
import type { ClassItem, Node, ParsedPattern } from './tree.js';

const MAX_GROUPS = 100;

/** Parses `text`. `isBytes` tells `str` from `unicode`, for the names shown in errors. */
export function parsePattern2(
  text: string,
  flags: number,
  options: { readonly isBytes: boolean },
): { pattern: ParsedPattern; warnings: PatternWarning[] } {
  const parser = new Parser2(text, flags, options.isBytes);
  const pattern = parser.parse();
  // A (?x) that comes late makes the white space before it disappear too.
  const isNewlyVerbose = !(flags & Flag.VERBOSE) && (pattern.flags & Flag.VERBOSE) !== 0;
  if (isNewlyVerbose) return parsePattern2(text, pattern.flags, options);
  return { pattern, warnings: parser.state.warnings };
}

/** Recursive descent over one pattern; parse2-group.ts holds what begins with a parenthesis. */
export class Parser2 {
  readonly source: Source;
  readonly state: ParseState;
  /** How many lookbehinds are open. */
  lookbehinds = 0;

  constructor(text: string, flags: number, isBytes: boolean) {
    this.source = new Source(text, isBytes, 2);
    this.state = new ParseState(flags);
  }

  parse(): ParsedPattern {
    const { source, state } = this;
    const root = this.alternatives();
    if (source.get() !== null) throw new PatternError('unbalanced parenthesis');
    if (state.nextGroup > MAX_GROUPS) {
      throw new ReValueError('AssertionError', 'sorry, but this version only supports 100 named groups');
    }
    for (const group of state.conditionPositions.keys()) {
      if (group > MAX_GROUPS) throw new ReValueError('RuntimeError', 'invalid SRE code');
      if (group < 0) throw new ReValueError('OverflowError', 'regular expression code size limit exceeded');
    }
    const { flags, groupIndex, groupWidths } = state;
    return { root, flags, groups: state.nextGroup - 1, groupIndex, groupWidths };
  }

  /** `repr()` of a piece of the pattern. */
  repr(text: string): string {
    return reprName(text, { prefix: this.source.isBytes ? '' : 'u', ascii: true });
  }

  noteReference(): void {
    if (this.lookbehinds === 0) return;
    const message = 'group references in lookbehind assertions are not supported';
    this.state.warnings.push({ category: 'RuntimeWarning', message });
  }

  alternatives(): Node {
    const items = [this.sequence()];
    while (this.source.match('|')) items.push(this.sequence());
    return branch(items);
  }

  sequence(): Node {
    const { source } = this;
    const items: Node[] = [];
    while (source.next !== null && source.next !== '|' && source.next !== ')') {
      const token = source.get()!;
      if (this.state.flags & Flag.VERBOSE && this.#skipped(token)) continue;
      if (token.startsWith('\\')) {
        items.push(parseEscape2(this, token));
      } else if (!SPECIAL_CHARS.includes(token)) {
        items.push({ type: 'char', code: token.codePointAt(0)! });
      } else if (token === '[') {
        items.push(this.#class());
      } else if (REPEAT_CHARS.includes(token)) {
        this.#repeat(token, items);
      } else if (token === '.') {
        items.push({ type: 'any' });
      } else if (token === '(') {
        const group = parseGroup2(this);
        if (group) items.push(group);
      } else {
        items.push({ type: 'at', where: token === '^' ? 'lineStart' : 'lineEnd' });
      }
    }
    return seq(items);
  }

  #skipped(token: string): boolean {
    if (WHITESPACE.includes(token)) return true;
    if (token !== '#') return false;
    for (;;) {
      const skipped = this.source.get();
      if (skipped === null || skipped === '\n') return true;
    }
  }

  #class(): Node {
    const { source } = this;
    const items: ClassItem[] = [];
    const take = (): string => {
      const token = source.get();
      if (token === null) throw new PatternError('unexpected end of regular expression');
      return token;
    };
    const itemOf = (token: string): ClassItem =>
      token.startsWith('\\') ? parseClassEscape2(this, token) : literal(token.codePointAt(0)!);
    const negate = source.match('^');
    for (;;) {
      const token = take();
      if (token === ']' && items.length > 0) break;
      const low = itemOf(token);
      if (!source.match('-')) {
        items.push(low);
        continue;
      }
      const upper = take();
      if (upper === ']') {
        items.push(low, literal(0x2d));
        break;
      }
      const lo = literalCode(low);
      const hi = literalCode(itemOf(upper));
      if (lo === null || hi === null || hi < lo) throw new PatternError('bad character range');
      items.push({ lo, hi });
    }
    return classNode(negate, items);
  }

  #repeat(token: string, items: Node[]): void {
    const { source } = this;
    const bounds = this.#bounds(token);
    if (bounds === null) {
      items.push({ type: 'char', code: token.codePointAt(0)! });
      return;
    }
    const body = items.at(-1);
    if (!body || body.type === 'at') throw new PatternError('nothing to repeat');
    if (body.type === 'repeat') throw new PatternError('multiple repeat');
    items[items.length - 1] = { type: 'repeat', ...bounds, mode: source.match('?') ? 'lazy' : 'greedy', body };
  }

  #bounds(token: string): { min: number; max: number } | null {
    if (token === '?') return { min: 0, max: 1 };
    if (token === '*') return { min: 0, max: Infinity };
    if (token === '+') return { min: 1, max: Infinity };
    const { source } = this;
    if (source.next === '}') return null;
    const start = source.tell();
    const low = source.getWhile(Infinity, DIGITS);
    const high = source.match(',') ? source.getWhile(Infinity, DIGITS) : low;
    if (!source.match('}')) {
      source.seek(start);
      return null;
    }
    const [min, max] = [low === '' ? 0 : Number(low), high === '' ? Infinity : Number(high)];
    if (min >= MAX_REPEAT || (high !== '' && max >= MAX_REPEAT)) {
      throw new ReValueError('OverflowError', 'the repetition number is too large');
    }
    if (max < min) throw new PatternError('bad repeat interval');
    return { min, max };
  }
}

/** The flags of `(?iLmsux)`, whose first letter is next. */
export function parseFlags2({ source, state }: Parser2): void {
  if (source.next === null || !FLAG_LETTERS_2.has(source.next)) throw new PatternError('unexpected end of pattern');
  while (source.next !== null && FLAG_LETTERS_2.has(source.next)) state.flags |= FLAG_LETTERS_2.get(source.get()!)!;
  const token = source.get();
  if (token === null) throw new PatternError('unexpected end of pattern');
  if (token !== ')') throw new PatternError('unknown extension');
}
