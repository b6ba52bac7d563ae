/** Successive matches in one text, and what is built on them: `finditer`, `split`, `sub`. */
import type { Mode } from './native.js';
import type { Pattern } from './pattern.js';
import { charLength } from './pattern.js';
import type { MatchResult } from './result.js';

export type ScanPlace = readonly [at: number, notEnd: number];

/**
 * Walks through a text match by match.
 *
 * Python 3: a match may be empty right after another one, but not where an empty one just was.
 * Python 2: after an empty match the walk goes on one character further.
 */
export class Scanner {
  readonly #pattern: Pattern;
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #notEnd = -1;

  constructor(pattern: Pattern, text: string, pos: number, end: number) {
    this.#pattern = pattern;
    this.#text = text;
    this.#at = pos;
    this.#end = end;
  }

  /** The next match, or null. With `mode` 'match' it must begin where the last one ended. */
  next(mode: Mode = 'search'): MatchResult | null {
    if (this.#at > this.#end) return null;
    const match = this.#pattern.find(mode, this.#text, this.#at, this.#end, this.#notEnd);
    if (match === null) {
      this.#at = this.#end + 1;
      return null;
    }
    const isEmpty = match.start === match.end;
    this.#at = match.end;
    if (this.#pattern.dialect === 3) this.#notEnd = isEmpty ? match.end : -1;
    else if (isEmpty) this.#at += charLength(this.#text, match.end, this.#end);
    return match;
  }

  /** How far it has come: where it goes on, and what `find` calls `notEnd`. */
  get place(): ScanPlace {
    return [this.#at, this.#notEnd];
  }

  set place([at, notEnd]: ScanPlace) {
    this.#at = at;
    this.#notEnd = notEnd;
  }

  *[Symbol.iterator](): Generator<MatchResult> {
    for (let match = this.next(); match !== null; match = this.next()) yield match;
  }
}

/**
 * `pattern.split(text, maxsplit)`: the pieces between the matches, and after each piece the groups of its match.
 * Undefined stands for a group that took no part. 0 means no limit.
 */
export function splitText(pattern: Pattern, text: string, maxsplit = 0): (string | undefined)[] {
  const pieces: (string | undefined)[] = [];
  let last = 0;
  let count = 0;
  for (const match of pattern.scan(text)) {
    if (pattern.dialect === 2 && match.start === match.end) continue;
    pieces.push(text.slice(last, match.start));
    for (let group = 1; group <= pattern.groups; group++) pieces.push(match.group(group));
    last = match.end;
    count += 1;
    if (count === maxsplit) break;
  }
  pieces.push(text.slice(last));
  return pieces;
}

/**
 * `pattern.subn(replace, text, count)`: the new text, and how many matches were replaced. 0 means no limit.
 * What `replace` throws passes through.
 */
export function substitute(
  pattern: Pattern,
  text: string,
  replace: (match: MatchResult) => string,
  limit = 0,
): { text: string; count: number } {
  let result = '';
  let last = 0;
  let count = 0;
  for (const match of pattern.scan(text)) {
    // Python 2 does not replace an empty match right after another match.
    const isAdjacent = pattern.dialect === 2 && count > 0 && match.start === last && match.end === last;
    if (isAdjacent) continue;
    result += text.slice(last, match.start) + replace(match);
    last = match.end;
    count += 1;
    if (count === limit) break;
  }
  return { text: count === 0 ? text : result + text.slice(last), count };
}
