import type { Folding } from './casefold.js';
import type { CharSet } from './charset.js';
import type { Prefilter } from './prefilter.js';

/**
 * The instructions of the backtracking matcher, with their operands. `target` is an index into the code.
 *
 * A choice that failed resumes at an instruction; the `*_RETRY` ones exist only to be resumed at.
 */
export const Op = {
  FAIL: 0,
  MATCH: 1,
  /** unit: one UTF-16 unit that is no surrogate. */
  CHAR: 2,
  /** set */
  SET: 3,
  /** Any character but a newline. */
  ANY: 4,
  ANY_ALL: 5,
  /** count, units... */
  STRING: 6,
  START: 7,
  LINE_START: 8,
  END: 9,
  /** At the end, or before a newline that ends the text. */
  LAST_LINE_END: 10,
  LINE_END: 11,
  /** word set */
  BOUNDARY: 12,
  /** word set */
  NOT_BOUNDARY: 13,
  /** group */
  OPEN: 14,
  /** group */
  CLOSE: 15,
  /** choice target, next target */
  SPLIT: 16,
  /** target */
  JUMP: 17,
  /** register */
  LOOP_START: 18,
  /** register, min, max, exit target; the body follows, and jumps back here. */
  LOOP_GREEDY: 19,
  /** register, min, max, exit target; the body follows LOOP_LAZY_RETRY. */
  LOOP_LAZY: 20,
  LOOP_LAZY_RETRY: 21,
  /** unit kind, argument, min, max, table of what can follow or -1 */
  RUN: 22,
  RUN_RETRY: 23,
  /** As RUN, taking as few as possible. */
  LAZY_RUN: 24,
  LAZY_RUN_RETRY: 25,
  /** As RUN, giving nothing back. */
  POSSESSIVE_RUN: 26,
  /** register */
  ATOMIC_START: 27,
  /** register */
  ATOMIC_END: 28,
  /** register; the next one holds the position. */
  LOOK_START: 29,
  /** register */
  LOOK_END: 30,
  /** register, target when the body fails */
  NOT_LOOK_START: 31,
  /** register */
  NOT_LOOK_END: 32,
  /** characters */
  STEP_BACK: 33,
  /** group */
  BACKREF: 34,
  /** group, folding */
  BACKREF_FOLDED: 35,
  /** group, target when the group is not set */
  CONDITION: 36,
} as const;

/** What a run of single characters repeats. */
export const Unit = {
  /** argument: the UTF-16 unit */
  CHAR: 0,
  /** argument: the set */
  SET: 1,
  ANY: 2,
  ANY_ALL: 3,
} as const;

/** Stands for "no limit" in an operand. */
export const NO_LIMIT = 2 ** 31 - 1;

/**
 * A compiled pattern.
 *
 * Registers: 2g and 2g + 1 hold start and end of group g (0 is the whole match), the next one the group closed last;
 * those of loops and lookarounds follow.
 */
export interface Program {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  readonly foldings: readonly Folding[];
  /** By code point below 256: whether it can follow a run. */
  readonly followers: readonly Uint8Array[];
  readonly groups: number;
  readonly registers: number;
  readonly prefilter: Prefilter;
}
