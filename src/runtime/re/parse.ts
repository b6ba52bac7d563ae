/**
 * The pattern language of Python 3.13: text and flags in, tree out.
 *
 * Errors: {@link PatternError} with CPython's text and position; {@link ReValueError} where CPython raises
 *         OverflowError or ValueError.
 * Spec:   https://docs.python.org/3/library/re.html#regular-expression-syntax
 */
import type { PatternWarning } from './errors.js';
import { PatternError, ReValueError } from './errors.js';
import { Flag } from './flags.js';
import { branch, DIGITS, MAX_REPEAT, REPEAT_CHARS, SPECIAL_CHARS, seq, WHITESPACE } from './lexical.js';
import { parseClass } from './parse-class.js';
import { parseEscape } from './parse-escape.js';
import { parseGroup } from './parse-group.js';
import type { NameLookup } from './parse-state.js';
import { ParseState } from './parse-state.js';
import { Source } from './source.js';
import type { Node, ParsedPattern, Repeat } from './tree.js';

export interface ParseOptions {
  /** A bytes pattern: one character a byte. */
  readonly isBytes: boolean;
  /** For `\N{...}`. */
  readonly lookupName: NameLookup;
}

/** Parses `text`. `warnings` come in the order in which CPython issues them. */
export function parsePattern(
  text: string,
  flags: number,
  options: ParseOptions,
): { pattern: ParsedPattern; warnings: PatternWarning[] } {
  const parser = new Parser(text, flags, options);
  return { pattern: parser.parse(), warnings: parser.state.warnings };
}

/** Adds the flags that a pattern's type implies, and refuses those that it excludes. */
export function checkFlags(flags: number, isBytes: boolean): number {
  if (isBytes) {
    if (flags & Flag.UNICODE) throw new ReValueError('ValueError', 'cannot use UNICODE flag with a bytes pattern');
    if (flags & Flag.LOCALE && flags & Flag.ASCII) {
      throw new ReValueError('ValueError', 'ASCII and LOCALE flags are incompatible');
    }
    return flags;
  }
  if (flags & Flag.LOCALE) throw new ReValueError('ValueError', 'cannot use LOCALE flag with a str pattern');
  if (!(flags & Flag.ASCII)) return flags | Flag.UNICODE;
  if (flags & Flag.UNICODE) throw new ReValueError('ValueError', 'ASCII and UNICODE flags are incompatible');
  return flags;
}

/** Recursive descent over one pattern. Groups live in parse-group.ts and come back through the public methods. */
export class Parser {
  readonly source: Source;
  readonly state: ParseState;
  readonly #lookupName: NameLookup;

  constructor(text: string, flags: number, options: ParseOptions) {
    this.source = new Source(text, options.isBytes);
    this.state = new ParseState(flags);
    this.#lookupName = options.lookupName;
  }

  parse(): ParsedPattern {
    const { source, state } = this;
    const root = this.alternatives((state.flags & Flag.VERBOSE) !== 0, 0);
    state.flags = checkFlags(state.flags, source.isBytes);
    if (source.next !== null) throw source.error('unbalanced parenthesis');
    for (const [group, position] of state.conditionPositions) {
      if (group >= state.nextGroup) {
        throw new PatternError(`invalid group reference ${group}`, source.text, position);
      }
    }
    const { flags, groupIndex, groupWidths } = state;
    return { root, flags, groups: state.nextGroup - 1, groupIndex, groupWidths };
  }

  /** `a|b|c`, up to the closing parenthesis or the end. */
  alternatives(verbose: boolean, depth: number): Node {
    const items: Node[] = [];
    let isVerbose = verbose;
    for (;;) {
      items.push(this.sequence(isVerbose, depth + 1, depth === 0 && items.length === 0));
      if (!this.source.match('|')) return branch(items);
      // The flags at the start of the whole pattern govern its later alternatives too.
      if (depth === 0) isVerbose = (this.state.flags & Flag.VERBOSE) !== 0;
    }
  }

  /** One alternative. `isFirst` says that nothing but global flags can stand before it. */
  sequence(verbose: boolean, depth: number, isFirst = false): Node {
    const { source } = this;
    const items: Node[] = [];
    let isVerbose = verbose;
    while (source.next !== null && source.next !== '|' && source.next !== ')') {
      const token = source.get()!;
      if (isVerbose && this.#skipped(token)) continue;
      if (token.startsWith('\\')) {
        items.push(parseEscape(source, token, this.state, this.#lookupName));
      } else if (!SPECIAL_CHARS.includes(token)) {
        items.push({ type: 'char', code: token.codePointAt(0)! });
      } else if (token === '[') {
        items.push(parseClass(source, this.state, this.#lookupName));
      } else if (REPEAT_CHARS.includes(token)) {
        this.#repeat(token, items);
      } else if (token === '.') {
        items.push({ type: 'any' });
      } else if (token === '(') {
        const result = parseGroup(this, isVerbose, depth, isFirst && items.length === 0);
        if (result === 'flags') isVerbose = (this.state.flags & Flag.VERBOSE) !== 0;
        else if (result) items.push(result);
      } else {
        items.push({ type: 'at', where: token === '^' ? 'lineStart' : 'lineEnd' });
      }
    }
    return seq(items.map(flatten));
  }

  /** Whether `token` is white space or begins a comment of a verbose pattern; a comment is taken whole. */
  #skipped(token: string): boolean {
    if (WHITESPACE.includes(token)) return true;
    if (token !== '#') return false;
    for (;;) {
      const skipped = this.source.get();
      if (skipped === null || skipped === '\n') return true;
    }
  }

  /** A quantifier: replaces the last of `items` by its repetition (or is an ordinary `{`). */
  #repeat(token: string, items: Node[]): void {
    const { source } = this;
    const start = source.tell();
    const bounds = this.#bounds(token, start);
    if (bounds === null) {
      items.push({ type: 'char', code: token.codePointAt(0)! });
      return;
    }
    const body = items.at(-1);
    const offset = () => source.tell() - start + token.length;
    if (!body || body.type === 'at') throw source.error('nothing to repeat', offset());
    if (body.type === 'repeat') throw source.error('multiple repeat', offset());
    const mode: Repeat['mode'] = source.match('?') ? 'lazy' : source.match('+') ? 'possessive' : 'greedy';
    items[items.length - 1] = { type: 'repeat', ...bounds, mode, body };
  }

  #bounds(token: string, start: number): { min: number; max: number } | null {
    if (token === '?') return { min: 0, max: 1 };
    if (token === '*') return { min: 0, max: Infinity };
    if (token === '+') return { min: 1, max: Infinity };
    const { source } = this;
    if (source.next === '}') return null;
    const low = source.getWhile(Infinity, DIGITS);
    const high = source.match(',') ? source.getWhile(Infinity, DIGITS) : low;
    if (!source.match('}')) {
      source.seek(start);
      return null;
    }
    const min = low === '' ? 0 : repeatCount(low);
    const max = high === '' ? Infinity : repeatCount(high);
    if (max < min) throw source.error('min repeat greater than max repeat', source.tell() - start);
    return { min, max };
  }
}

function repeatCount(digits: string): number {
  const count = Number(digits);
  if (count >= MAX_REPEAT) throw new ReValueError('OverflowError', 'the repetition number is too large');
  return count;
}

/** `(?:x)` around a quantifier's operand matters only while parsing: afterwards it is its content. */
function flatten(node: Node): Node {
  return node.type === 'group' && node.index === null && !node.addFlags && !node.delFlags ? node.body : node;
}
