/**
 * The backtracking matcher: runs a {@link Program} over a text, with an explicit stack, so that neither a long text nor
 * a nested loop can overflow anything but memory.
 *
 * Texts are UTF-16; with `wide` a surrogate pair counts as one character. Offsets are UTF-16 offsets.
 */
import { unitAt } from '../text/units.js';
import type { Program } from './program.js';
import { NO_LIMIT, type Op } from './program.js';
import { skip, skipUpTo } from './run.js';
import { advance, back, charAt, isBoundary, matchFolded, next, stepBack } from './text.js';

/**
 * Words in one frame of the stack. A choice: position, extra, resume target. A note of what to restore: the old value
 * of a register, the group closed last, the complement of the register.
 */
const FRAME = 3;
const INITIAL_FRAMES = 64;
/** A stack larger than this is given back after the match. */
const KEPT_FRAMES = 1 << 14;

type OpCode = typeof Op;

export class Matcher {
  readonly #program: Program;
  readonly #registers: Int32Array;
  #stack = new Int32Array(INITIAL_FRAMES * FRAME);

  constructor(program: Program) {
    this.#program = program;
    this.#registers = new Int32Array(program.registers);
  }

  /**
   * Tries to match exactly at `start`.
   *
   * Returns the registers up to the group closed last (see {@link Program}), or null. `mustEnd`: the match must reach
   * `end`. `notEnd`: where the match must not end, or -1.
   */
  matchAt(text: string, start: number, end: number, mustEnd: boolean, notEnd: number, wide: boolean) {
    if (!this.#run(text, start, end, mustEnd, notEnd, wide, false)) return null;
    return this.#registers.slice(0, 2 * this.#program.groups + 3);
  }

  /** The leftmost match that begins at `start` or later; only the first place tried honours `notEnd`. */
  search(text: string, start: number, end: number, notEnd: number, wide: boolean) {
    const from = this.#candidate(text, start, end);
    if (from < 0) return null;
    if (!this.#run(text, from, end, false, from === start ? notEnd : -1, wide, true)) return null;
    return this.#registers.slice(0, 2 * this.#program.groups + 3);
  }

  /** The first place at or after `at` where a match can begin, or -1. */
  #candidate(text: string, at: number, end: number): number {
    const { literal, first, anchored } = this.#program.prefilter;
    if (at > end || (anchored && at > 0)) return -1;
    if (literal !== '') {
      const found = text.indexOf(literal, at);
      return found > end ? -1 : found;
    }
    if (first === null) return at;
    for (let candidate = at; candidate < end; candidate++) {
      const unit = unitAt(text, candidate);
      if (unit > 255 || first[unit] === 1) return candidate;
    }
    return -1;
  }

  #grow(): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(this.#stack.length * 2);
    larger.set(this.#stack);
    this.#stack = larger;
    return larger;
  }

  /** Long on purpose: one loop over locals is what the JIT compiles well. */
  #run(
    text: string,
    start: number,
    end: number,
    mustEnd: boolean,
    notEndFirst: number,
    wide: boolean,
    isSearch: boolean,
  ): boolean {
    const { code, sets, foldings, followers, groups } = this.#program;
    const registers = this.#registers;
    const closedLast = 2 * groups + 2;
    for (let i = 0; i < registers.length; i++) registers[i] = -1;
    registers[0] = start;
    let notEnd = notEndFirst;
    if (this.#stack.length > KEPT_FRAMES * FRAME) this.#stack = new Int32Array(INITIAL_FRAMES * FRAME);
    let stack = this.#stack;
    // Every instruction pushes at most three frames.
    let limit = stack.length - 3 * FRAME;
    let top = 0;
    let pc = 0;
    let at = start;
    let extra = 0;
    for (;;) {
      if (top > limit) {
        stack = this.#grow();
        limit = stack.length - 3 * FRAME;
      }
      // `break` means failure, `continue` success.
      switch (code[pc]!) {
        case 0 satisfies OpCode['FAIL']:
          break;
        case 1 satisfies OpCode['MATCH']:
          if ((mustEnd && at !== end) || at === notEnd) break;
          registers[1] = at;
          return true;
        case 2 satisfies OpCode['CHAR']:
          if (at >= end || unitAt(text, at) !== code[pc + 1]) break;
          at += 1;
          pc += 2;
          continue;
        case 3 satisfies OpCode['SET']: {
          if (at >= end) break;
          const unit = unitAt(text, at);
          const set = sets[code[pc + 1]!]!;
          if (unit < 256) {
            if (set.latin1[unit] === 0) break;
            at += 1;
          } else {
            const char = wide ? charAt(text, at, end) : unit;
            if (!set.has(char)) break;
            at += char > 0xffff ? 2 : 1;
          }
          pc += 2;
          continue;
        }
        case 4 satisfies OpCode['ANY']:
          if (at >= end || unitAt(text, at) === 10) break;
          at = wide ? next(text, at, end) : at + 1;
          pc += 1;
          continue;
        case 5 satisfies OpCode['ANY_ALL']:
          if (at >= end) break;
          at = wide ? next(text, at, end) : at + 1;
          pc += 1;
          continue;
        case 6 satisfies OpCode['STRING']: {
          const count = code[pc + 1]!;
          if (at + count > end) break;
          let i = 0;
          while (i < count && unitAt(text, at + i) === code[pc + 2 + i]) i += 1;
          if (i < count) break;
          at += count;
          pc += 2 + count;
          continue;
        }
        case 7 satisfies OpCode['START']:
          if (at !== 0) break;
          pc += 1;
          continue;
        case 8 satisfies OpCode['LINE_START']:
          if (at !== 0 && unitAt(text, at - 1) !== 10) break;
          pc += 1;
          continue;
        case 9 satisfies OpCode['END']:
          if (at !== end) break;
          pc += 1;
          continue;
        case 10 satisfies OpCode['LAST_LINE_END']:
          if (at !== end && (at + 1 !== end || unitAt(text, at) !== 10)) break;
          pc += 1;
          continue;
        case 11 satisfies OpCode['LINE_END']:
          if (at !== end && unitAt(text, at) !== 10) break;
          pc += 1;
          continue;
        case 12 satisfies OpCode['BOUNDARY']:
          if (end === 0 || !isBoundary(text, at, end, sets[code[pc + 1]!]!, wide)) break;
          pc += 2;
          continue;
        case 13 satisfies OpCode['NOT_BOUNDARY']:
          // CPython before 3.14: an empty text has no boundaries, and no non-boundaries either.
          if (end === 0 || isBoundary(text, at, end, sets[code[pc + 1]!]!, wide)) break;
          pc += 2;
          continue;
        case 14 satisfies OpCode['OPEN']: {
          const register = 2 * code[pc + 1]!;
          if (top > 0) {
            stack[top] = registers[register]!;
            stack[top + 1] = registers[closedLast]!;
            stack[top + 2] = ~register;
            top += FRAME;
          }
          registers[register] = at;
          pc += 2;
          continue;
        }
        case 15 satisfies OpCode['CLOSE']: {
          const register = 2 * code[pc + 1]! + 1;
          if (top > 0) {
            stack[top] = registers[register]!;
            stack[top + 1] = registers[closedLast]!;
            stack[top + 2] = ~register;
            top += FRAME;
          }
          registers[register] = at;
          registers[closedLast] = code[pc + 1]!;
          pc += 2;
          continue;
        }
        case 16 satisfies OpCode['SPLIT']:
          stack[top] = at;
          stack[top + 1] = 0;
          stack[top + 2] = code[pc + 1]!;
          top += FRAME;
          pc = code[pc + 2]!;
          continue;
        case 17 satisfies OpCode['JUMP']:
          pc = code[pc + 1]!;
          continue;
        case 18 satisfies OpCode['LOOP_START']: {
          const register = code[pc + 1]!;
          stack[top] = registers[register]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~register;
          top += FRAME;
          stack[top] = registers[register + 1]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~(register + 1);
          top += FRAME;
          registers[register] = 0;
          registers[register + 1] = -1;
          pc += 2;
          continue;
        }
        case 19 satisfies OpCode['LOOP_GREEDY']: {
          const register = code[pc + 1]!;
          const count = registers[register]!;
          const max = code[pc + 3]!;
          if (count >= code[pc + 2]!) {
            // An iteration that matched nothing is the last one.
            if ((count >= max && max !== NO_LIMIT) || at === registers[register + 1]) {
              pc = code[pc + 4]!;
              continue;
            }
            stack[top] = at;
            stack[top + 1] = 0;
            stack[top + 2] = code[pc + 4]!;
            top += FRAME;
            stack[top] = registers[register + 1]!;
            stack[top + 1] = registers[closedLast]!;
            stack[top + 2] = ~(register + 1);
            top += FRAME;
            registers[register + 1] = at;
          }
          stack[top] = count;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~register;
          top += FRAME;
          registers[register] = count + 1;
          pc += 5;
          continue;
        }
        case 20 satisfies OpCode['LOOP_LAZY']: {
          const register = code[pc + 1]!;
          const count = registers[register]!;
          if (count < code[pc + 2]!) {
            stack[top] = count;
            stack[top + 1] = registers[closedLast]!;
            stack[top + 2] = ~register;
            top += FRAME;
            registers[register] = count + 1;
            pc += 6;
            continue;
          }
          stack[top] = at;
          stack[top + 1] = 0;
          stack[top + 2] = pc + 5;
          top += FRAME;
          pc = code[pc + 4]!;
          continue;
        }
        case 21 satisfies OpCode['LOOP_LAZY_RETRY']: {
          const register = code[pc - 4]!;
          const count = registers[register]!;
          const max = code[pc - 2]!;
          if ((count >= max && max !== NO_LIMIT) || at === registers[register + 1]) break;
          stack[top] = registers[register + 1]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~(register + 1);
          top += FRAME;
          registers[register + 1] = at;
          stack[top] = count;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~register;
          top += FRAME;
          registers[register] = count + 1;
          pc += 1;
          continue;
        }
        case 22 satisfies OpCode['RUN']: {
          const min = code[pc + 3]!;
          if (min > end - at) break;
          const far = skipUpTo(code, pc, sets, text, at, end, code[pc + 4]!, wide);
          const least = min === 0 ? at : wide ? advance(text, at, far, min) : at + min;
          if (far < least) break;
          at = far;
          extra = least;
          // The retry is the first try, but for the step back.
          pc += 6;
          continue;
        }
        case 23 satisfies OpCode['RUN_RETRY']: {
          if (at < 0) at = back(text, ~at, extra, wide);
          const follows = code[pc - 1]!;
          if (follows >= 0) {
            const table = followers[follows]!;
            while (at > extra && (at === end || table[unitAt(text, at)] === 0)) at = back(text, at, extra, wide);
          }
          if (at > extra) {
            stack[top] = ~at;
            stack[top + 1] = extra;
            stack[top + 2] = pc;
            top += FRAME;
          }
          pc += 1;
          continue;
        }
        case 24 satisfies OpCode['LAZY_RUN']: {
          const min = code[pc + 3]!;
          const max = code[pc + 4]!;
          if (min > end - at) break;
          at = min === 0 ? at : skip(code, pc, sets, text, at, end, min, wide);
          if (at < 0) break;
          if (max > min) {
            stack[top] = at;
            stack[top + 1] = max === NO_LIMIT ? NO_LIMIT : max - min;
            stack[top + 2] = pc + 6;
            top += FRAME;
          }
          pc += 7;
          continue;
        }
        case 25 satisfies OpCode['LAZY_RUN_RETRY']: {
          const follows = code[pc - 1]!;
          const table = follows < 0 ? null : followers[follows]!;
          do {
            at = skip(code, pc - 6, sets, text, at, end, 1, wide);
            if (extra !== NO_LIMIT) extra -= 1;
          } while (table !== null && at >= 0 && extra > 0 && at < end && table[unitAt(text, at)] === 0);
          if (at < 0) break;
          if (extra > 0) {
            stack[top] = at;
            stack[top + 1] = extra;
            stack[top + 2] = pc;
            top += FRAME;
          }
          pc += 1;
          continue;
        }
        case 26 satisfies OpCode['POSSESSIVE_RUN']: {
          const min = code[pc + 3]!;
          const max = code[pc + 4]!;
          if (min > end - at) break;
          at = min === 0 ? at : skip(code, pc, sets, text, at, end, min, wide);
          if (at < 0) break;
          at = skipUpTo(code, pc, sets, text, at, end, max === NO_LIMIT ? NO_LIMIT : max - min, wide);
          pc += 6;
          continue;
        }
        case 27 satisfies OpCode['ATOMIC_START']: {
          const register = code[pc + 1]!;
          stack[top] = registers[register]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~register;
          top += FRAME;
          registers[register] = top;
          pc += 2;
          continue;
        }
        case 28 satisfies OpCode['ATOMIC_END']:
          top = dropChoices(stack, registers[code[pc + 1]!]!, top);
          pc += 2;
          continue;
        case 29 satisfies OpCode['LOOK_START']: {
          const register = code[pc + 1]!;
          stack[top] = registers[register]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~register;
          top += FRAME;
          stack[top] = registers[register + 1]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~(register + 1);
          top += FRAME;
          registers[register] = top;
          registers[register + 1] = at;
          pc += 2;
          continue;
        }
        case 30 satisfies OpCode['LOOK_END']: {
          const register = code[pc + 1]!;
          top = dropChoices(stack, registers[register]!, top);
          at = registers[register + 1]!;
          pc += 2;
          continue;
        }
        case 31 satisfies OpCode['NOT_LOOK_START']: {
          const register = code[pc + 1]!;
          stack[top] = registers[register]!;
          stack[top + 1] = registers[closedLast]!;
          stack[top + 2] = ~register;
          top += FRAME;
          registers[register] = top;
          stack[top] = at;
          stack[top + 1] = 0;
          stack[top + 2] = code[pc + 2]!;
          top += FRAME;
          pc += 3;
          continue;
        }
        case 32 satisfies OpCode['NOT_LOOK_END']:
          top = unwind(stack, registers, closedLast, registers[code[pc + 1]!]!, top);
          break;
        case 33 satisfies OpCode['STEP_BACK']: {
          at = stepBack(text, at, code[pc + 1]!, wide);
          if (at < 0) break;
          pc += 2;
          continue;
        }
        case 34 satisfies OpCode['BACKREF']: {
          const from = registers[2 * code[pc + 1]!]!;
          const count = registers[2 * code[pc + 1]! + 1]! - from;
          if (from < 0 || count < 0 || (count > 0 && at + count > end)) break;
          let i = 0;
          while (i < count && unitAt(text, from + i) === unitAt(text, at + i)) i += 1;
          if (i < count) break;
          at += count;
          pc += 2;
          continue;
        }
        case 35 satisfies OpCode['BACKREF_FOLDED']: {
          const group = 2 * code[pc + 1]!;
          const [from, to] = [registers[group]!, registers[group + 1]!];
          if (from < 0 || to < from) break;
          at = matchFolded(text, from, to, at, end, foldings[code[pc + 2]!]!);
          if (at < 0) break;
          pc += 3;
          continue;
        }
        case 36 satisfies OpCode['CONDITION']: {
          const group = 2 * code[pc + 1]!;
          const isSet = registers[group]! >= 0 && registers[group + 1]! >= registers[group]!;
          pc = isSet ? pc + 3 : code[pc + 2]!;
          continue;
        }
        default:
          throw new RangeError(`unknown instruction ${code[pc]}`);
      }
      // Failure: undo what was done since the last choice, and take its other way.
      for (;;) {
        if (top === 0) {
          if (!isSearch) return false;
          const from = this.#candidate(text, wide ? next(text, registers[0]!, end) : registers[0]! + 1, end);
          if (from < 0) return false;
          for (let i = 1; i < registers.length; i++) registers[i] = -1;
          registers[0] = from;
          at = from;
          pc = 0;
          notEnd = -1;
          break;
        }
        top -= FRAME;
        const tag = stack[top + 2]!;
        if (tag >= 0) {
          at = stack[top]!;
          extra = stack[top + 1]!;
          pc = tag;
          break;
        }
        registers[~tag] = stack[top]!;
        registers[closedLast] = stack[top + 1]!;
      }
    }
  }
}

/** Removes the choices above `bottom`, keeping the notes of registers. Returns the new top. */
function dropChoices(stack: Int32Array, bottom: number, top: number): number {
  let kept = bottom;
  for (let i = bottom; i < top; i += FRAME) {
    if (stack[i + 2]! >= 0) continue;
    stack[kept] = stack[i]!;
    stack[kept + 1] = stack[i + 1]!;
    stack[kept + 2] = stack[i + 2]!;
    kept += FRAME;
  }
  return kept;
}

/** Undoes everything above `bottom`. Returns the new top. */
function unwind(stack: Int32Array, registers: Int32Array, closedLast: number, bottom: number, top: number): number {
  for (let i = top - FRAME; i >= bottom; i -= FRAME) {
    const tag = stack[i + 2]!;
    if (tag >= 0) continue;
    registers[~tag] = stack[i]!;
    registers[closedLast] = stack[i + 1]!;
  }
  return bottom;
}
