/**
 * Compiled patterns: `re` without Python's objects. Texts are JavaScript strings in which a surrogate pair is one
 * character (for bytes and Python 2's `str`, one character a byte); offsets in and out are UTF-16 offsets, which the
 * caller converts.
 *
 * Spec: https://docs.python.org/3/library/re.html#regular-expression-objects
 */
import { checkTree, compileProgram } from './compile.js';
import type { PatternWarning } from './errors.js';
import { Matcher } from './match.js';
import type { Mode } from './native.js';
import { NativeMatcher } from './native.js';
import { parsePattern } from './parse.js';
import type { NameLookup } from './parse-state.js';
import { parsePattern2 } from './parse2.js';
import type { MatchResult } from './result.js';
import { NativeResult, OwnResult } from './result.js';
import { Scanner } from './scan.js';
import { translate } from './translate.js';
import type { Width } from './translate-class.js';
import type { ParsedPattern } from './tree.js';

export interface PatternOptions {
  /** Whether the pattern is bytes (in Python 2: `str`, not `unicode`). */
  readonly isBytes?: boolean;
  /** A pattern of bytes is also searched in texts: Python 2. */
  readonly searchesTexts?: boolean;
  /** Which Python's language and rules; 3 by default. */
  readonly dialect?: 2 | 3;
  /** For `\N{...}`; without it no name is known. */
  readonly lookupName?: NameLookup;
  /** `own` keeps JavaScript's engine out; for tests. */
  readonly engine?: 'auto' | 'own';
}

/**
 * Compiles a pattern.
 *
 * Errors: {@link PatternError} (`re.error`); {@link ReValueError} for CPython's OverflowError and ValueError.
 */
export function compilePattern(source: string, flags = 0, options: PatternOptions = {}): Pattern {
  return new Pattern(source, flags, options);
}

export class Pattern {
  readonly source: string;
  /** As `pattern.flags` shows them. */
  readonly flags: number;
  /** How many capturing groups there are. */
  readonly groups: number;
  readonly groupIndex: ReadonlyMap<string, number>;
  readonly isBytes: boolean;
  readonly dialect: 2 | 3;
  readonly warnings: readonly PatternWarning[];
  readonly #parsed: ParsedPattern;
  readonly #native: NativeMatcher | null;
  readonly #searchesBytesOnly: boolean;
  #own: Matcher | null = null;
  #lastText: string | null = null;
  #lastWidth: Width = 'latin1';

  constructor(source: string, flags: number, options: PatternOptions) {
    const { isBytes = false, dialect = 3, lookupName = () => null, engine = 'auto' } = options;
    this.#searchesBytesOnly = isBytes && options.searchesTexts !== true;
    const { pattern, warnings } =
      dialect === 2 ? parsePattern2(source, flags, { isBytes }) : parsePattern(source, flags, { isBytes, lookupName });
    checkTree(pattern, dialect);
    this.source = source;
    this.flags = pattern.flags;
    this.groups = pattern.groups;
    this.groupIndex = pattern.groupIndex;
    this.isBytes = isBytes;
    this.dialect = dialect;
    this.warnings = warnings;
    this.#parsed = pattern;
    const translation = engine === 'own' ? null : translate(pattern, dialect);
    this.#native = translation === null ? null : new NativeMatcher(translation);
  }

  /** Whether JavaScript's engine runs this pattern. */
  get isNative(): boolean {
    return this.#native !== null;
  }

  /** A match that begins at `pos`. */
  match(text: string, pos = 0, end = text.length): MatchResult | null {
    return this.find('match', text, pos, end);
  }

  /** A match from `pos` to `end`. */
  fullmatch(text: string, pos = 0, end = text.length): MatchResult | null {
    return this.find('fullmatch', text, pos, end);
  }

  /** The leftmost match at or after `pos`. */
  search(text: string, pos = 0, end = text.length): MatchResult | null {
    return this.find('search', text, pos, end);
  }

  /** The successive matches, by the empty-match rules of the pattern's dialect: `finditer`, `findall`, `scanner`. */
  scan(text: string, pos = 0, end = text.length): Scanner {
    return new Scanner(this, text, clamp(pos, text.length), clamp(end, text.length));
  }

  /**
   * One match. With `notEnd` (an offset, or -1) a match that begins at `pos` must not end there: how a scan leaves
   * an empty match behind.
   */
  find(mode: Mode, text: string, pos: number, end: number, notEnd = -1): MatchResult | null {
    const from = clamp(pos, text.length);
    const to = clamp(end, text.length);
    // CPython: a match that needs no character is found even then, a search finds nothing.
    if (from > to && mode === 'search') return null;
    const width = this.#widthOf(text);
    if (this.#native === null || from > to) return this.#findOwn(mode, text, from, to, notEnd, width);
    let start = from;
    if (notEnd >= 0) {
      const result = this.#findOwn(mode === 'search' ? 'match' : mode, text, from, to, notEnd, width);
      if (result !== null || mode !== 'search' || from >= to) return result;
      start += charLength(text, from, to);
    }
    const subject = to < text.length ? text.slice(0, to) : text;
    const groups = this.#native.exec(mode, width, subject, start);
    if (groups === undefined) return this.#findOwn(mode, text, start, to, -1, width);
    return groups && new NativeResult(groups, this.#native, mode, width);
  }

  #findOwn(mode: Mode, text: string, from: number, to: number, notEnd: number, width: Width): MatchResult | null {
    this.#own ??= new Matcher(compileProgram(this.#parsed, this.dialect));
    const wide = width === 'unicode';
    const registers =
      mode === 'search'
        ? this.#own.search(text, from, to, notEnd, wide)
        : this.#own.matchAt(text, from, to, mode === 'fullmatch', notEnd, wide);
    return registers && new OwnResult(text, registers);
  }

  /** Remembers the answer for one text: scanning a long one asks again for each match. */
  #widthOf(text: string): Width {
    if (this.#searchesBytesOnly) return 'latin1';
    if (text !== this.#lastText) {
      this.#lastWidth = BEYOND_LATIN1.test(text) ? 'unicode' : 'latin1';
    }
    // An equal text at another address would be compared character by character the next time too.
    this.#lastText = text;
    return this.#lastWidth;
  }
}

// V8 answers this at once for a string that it stores with one byte a character.
const BEYOND_LATIN1 = /[^\0-\xff]/;

/** UTF-16 units of the character at `at`. */
export function charLength(text: string, at: number, end: number): number {
  const isPair =
    at + 1 < end && (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
  return isPair ? 2 : 1;
}

const clamp = (offset: number, length: number): number => Math.max(0, Math.min(offset, length));
