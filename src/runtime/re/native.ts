/** Runs a translated pattern on JavaScript's own engine. */
import type { Translation } from './translate.js';
import type { Width } from './translate-class.js';

/** How a pattern is applied: anywhere from a position on, at it, or from it to the end. */
export type Mode = 'search' | 'match' | 'fullmatch';

export class NativeMatcher {
  readonly translation: Translation;
  readonly #compiled = new Map<string, RegExp | null>();

  constructor(translation: Translation) {
    this.translation = translation;
  }

  /**
   * The match of `text` from offset `at` on, or null if there is none; undefined if JavaScript's engine cannot do it
   * (its stack overflowed, or the pattern is too large for it).
   */
  exec(mode: Mode, width: Width, text: string, at: number): RegExpExecArray | null | undefined {
    const regexp = this.#get(mode, width, false);
    if (regexp === null) return undefined;
    regexp.lastIndex = at;
    try {
      return regexp.exec(text);
    } catch {
      this.#compiled.set(mode + width, null);
      return undefined;
    }
  }

  /** Start and end of each JavaScript group of the match that begins at `at`, as {@link exec} found it. */
  indices(mode: Mode, width: Width, text: string, at: number): RegExpIndicesArray {
    const regexp = this.#get(mode === 'search' ? 'match' : mode, width, true)!;
    regexp.lastIndex = at;
    return regexp.exec(text)!.indices!;
  }

  #get(mode: Mode, width: Width, withIndices: boolean): RegExp | null {
    const key = mode + width + (withIndices ? 'd' : '');
    let regexp = this.#compiled.get(key);
    if (regexp === undefined) {
      const source = this.translation.source(width);
      regexp = source === null ? null : compile(source, mode, width, withIndices);
      this.#compiled.set(key, regexp);
    }
    return regexp;
  }
}

function compile(source: string, mode: Mode, width: Width, withIndices: boolean): RegExp | null {
  const flags = (mode === 'search' ? 'g' : 'y') + (width === 'unicode' ? 'u' : '') + (withIndices ? 'd' : '');
  try {
    return new RegExp(mode === 'fullmatch' ? `(?:${source})$` : source, flags);
  } catch {
    return null;
  }
}
