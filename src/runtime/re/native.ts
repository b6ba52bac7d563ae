/** Runs a translated pattern on JavaScript's own engine. */
import type { Translation } from './translate.js';
import type { Width } from './translate-class.js';

/** How a pattern is applied: anywhere from a position on, at it, or from it to the end. */
export type Mode = 'search' | 'match' | 'fullmatch';

export class NativeMatcher {
  readonly translation: Translation;
  /** By {@link slotOf}; null where JavaScript's engine failed. */
  readonly #compiled: (RegExp | null | undefined)[] = new Array(SLOTS).fill(undefined);

  constructor(translation: Translation) {
    this.translation = translation;
  }

  /**
   * The match of `text` from offset `at` on, or null if there is none; undefined if JavaScript's engine cannot do it
   * (its stack overflowed, or the pattern is too large for it).
   */
  exec(mode: Mode, width: Width, text: string, at: number): RegExpExecArray | null | undefined {
    const slot = slotOf(mode, width, false);
    const regexp = this.#compiled[slot] ?? this.#compile(slot, mode, width, false);
    if (regexp === null) return undefined;
    regexp.lastIndex = at;
    try {
      let groups = regexp.exec(text);
      // V8 also looks for a match between the halves of a surrogate pair, and finds empty ones there.
      while (groups !== null && width === 'unicode' && isInsidePair(text, groups.index)) {
        regexp.lastIndex = groups.index + 1;
        groups = regexp.exec(text);
      }
      return groups;
    } catch {
      this.#compiled[slot] = null;
      return undefined;
    }
  }

  /** Start and end of each JavaScript group of the match that begins at `at`, as {@link exec} found it. */
  indices(mode: Mode, width: Width, text: string, at: number): RegExpIndicesArray {
    const anchoredMode = mode === 'search' ? 'match' : mode;
    const slot = slotOf(anchoredMode, width, true);
    const regexp = (this.#compiled[slot] ?? this.#compile(slot, anchoredMode, width, true))!;
    regexp.lastIndex = at;
    return regexp.exec(text)!.indices!;
  }

  #compile(slot: number, mode: Mode, width: Width, withIndices: boolean): RegExp | null {
    let regexp = this.#compiled[slot];
    if (regexp === undefined) {
      const source = this.translation.source(width);
      regexp = source === null ? null : compile(source, mode, width, withIndices);
      this.#compiled[slot] = regexp;
    }
    return regexp;
  }
}

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

const SLOTS = 12;

function slotOf(mode: Mode, width: Width, withIndices: boolean): number {
  const modeNumber = mode === 'search' ? 0 : mode === 'match' ? 1 : 2;
  return modeNumber * 4 + (width === 'latin1' ? 0 : 2) + (withIndices ? 1 : 0);
}

function compile(source: string, mode: Mode, width: Width, withIndices: boolean): RegExp | null {
  const flags = (mode === 'search' ? 'g' : 'y') + (width === 'unicode' ? 'u' : '') + (withIndices ? 'd' : '');
  try {
    return new RegExp(mode === 'fullmatch' ? `(?:${source})$` : source, flags);
  } catch {
    return null;
  }
}
