import type { Mode, NativeMatcher } from './native.js';
import type { Width } from './translate-class.js';

/**
 * One match. Offsets are UTF-16 offsets into the text that was searched; -1 stands for a group that took no part.
 * Group 0 is the whole match.
 */
export interface MatchResult {
  readonly start: number;
  readonly end: number;
  startOf(group: number): number;
  endOf(group: number): number;
  /** The text of a group; undefined if it took no part. */
  group(group: number): string | undefined;
  /** The capturing group that closed last, or null. */
  readonly lastIndex: number | null;
}

/** A match of the backtracking matcher. */
export class OwnResult implements MatchResult {
  readonly #text: string;
  /** Starts and ends by group, then the group closed last. */
  readonly #registers: Int32Array;

  constructor(text: string, registers: Int32Array) {
    this.#text = text;
    this.#registers = registers;
  }

  get start(): number {
    return this.#registers[0]!;
  }

  get end(): number {
    return this.#registers[1]!;
  }

  startOf(group: number): number {
    return this.#isSet(group) ? this.#registers[2 * group]! : -1;
  }

  endOf(group: number): number {
    return this.#isSet(group) ? this.#registers[2 * group + 1]! : -1;
  }

  group(group: number): string | undefined {
    if (!this.#isSet(group)) return undefined;
    return this.#text.slice(this.#registers[2 * group]!, this.#registers[2 * group + 1]!);
  }

  get lastIndex(): number | null {
    const last = this.#registers.at(-1)!;
    return last < 0 ? null : last;
  }

  #isSet(group: number): boolean {
    return this.#registers[2 * group]! >= 0 && this.#registers[2 * group + 1]! >= 0;
  }
}

/** A match of JavaScript's engine. It knows the groups' texts; their offsets cost a second match. */
export class NativeResult implements MatchResult {
  readonly start: number;
  readonly end: number;
  readonly #groups: RegExpExecArray;
  readonly #matcher: NativeMatcher;
  readonly #mode: Mode;
  readonly #width: Width;
  #indices: RegExpIndicesArray | null = null;

  /** `groups` is what `matcher` found in that mode and width; its `input` is cut at the end of the search. */
  constructor(groups: RegExpExecArray, matcher: NativeMatcher, mode: Mode, width: Width) {
    this.start = groups.index;
    this.end = groups.index + groups[0].length;
    this.#groups = groups;
    this.#matcher = matcher;
    this.#mode = mode;
    this.#width = width;
  }

  startOf(group: number): number {
    return group === 0 ? this.start : (this.#span(group)?.[0] ?? -1);
  }

  endOf(group: number): number {
    return group === 0 ? this.end : (this.#span(group)?.[1] ?? -1);
  }

  group(group: number): string | undefined {
    return this.#groups[this.#matcher.translation.groupNumbers[group]!];
  }

  get lastIndex(): number | null {
    const { closingOrder } = this.#matcher.translation;
    for (let i = closingOrder.length - 1; i >= 0; i--) {
      if (this.group(closingOrder[i]!) !== undefined) return closingOrder[i]!;
    }
    return null;
  }

  #span(group: number): [number, number] | undefined {
    const matcher = this.#matcher;
    this.#indices ??= matcher.indices(this.#mode, this.#width, this.#groups.input, this.start);
    return this.#indices[matcher.translation.groupNumbers[group]!];
  }
}
