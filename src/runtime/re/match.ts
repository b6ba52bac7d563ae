/**
 * The backtracking matcher: runs a {@link Program} over a text, with an explicit stack, so that neither a long text nor
 * a nested loop can overflow anything but memory.
 *
 * Texts are UTF-16; with `wide` a surrogate pair counts as one character. Offsets are UTF-16 offsets.
 */
import type { Folding } from './casefold.js';
import type { CharSet } from './charset.js';
import type { Program } from './program.js';
import { NO_LIMIT, type Op, type Unit } from './program.js';

/** Words in one frame of the stack: position or old value; extra; resume target, or the complement of a register. */
const FRAME = 3;
const INITIAL_FRAMES = 64;
/** A stack larger than this is given back after the match. */
const KEPT_FRAMES = 1 << 14;

type OpCode = typeof Op;
type UnitKind = typeof Unit;

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
    if (!this.#run(text, start, end, mustEnd, notEnd, wide)) return null;
    const result = this.#registers.slice(0, 2 * this.#program.groups + 3);
    result[0] = start;
    return result;
  }

  /** The leftmost match that begins at `start` or later; `notEnd` applies to `start` only. */
  search(text: string, start: number, end: number, notEnd: number, wide: boolean) {
    const { literal, first, anchored } = this.#program.prefilter;
    let at = start;
    for (;;) {
      if (literal !== '') {
        at = text.indexOf(literal, at);
        if (at < 0) return null;
      } else if (first !== null) {
        while (at < end && text.charCodeAt(at) < 256 && first[text.charCodeAt(at)] === 0) at += 1;
      }
      if (at > end || (anchored && at > 0)) return null;
      const result = this.matchAt(text, at, end, false, at === start ? notEnd : -1, wide);
      if (result !== null) return result;
      if (at >= end) return null;
      at = wide ? next(text, at, end) : at + 1;
    }
  }

  #grow(): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(this.#stack.length * 2);
    larger.set(this.#stack);
    this.#stack = larger;
    return larger;
  }

  /** Long on purpose: one loop over locals is what the JIT compiles well. */
  #run(text: string, start: number, end: number, mustEnd: boolean, notEnd: number, wide: boolean): boolean {
    const { code, sets, foldings, groups } = this.#program;
    const registers = this.#registers;
    const closedLast = 2 * groups + 2;
    registers.fill(-1);
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
          if (at >= end || text.charCodeAt(at) !== code[pc + 1]) break;
          at += 1;
          pc += 2;
          continue;
        case 3 satisfies OpCode['SET']: {
          if (at >= end) break;
          const unit = text.charCodeAt(at);
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
          if (at >= end || text.charCodeAt(at) === 10) break;
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
          while (i < count && text.charCodeAt(at + i) === code[pc + 2 + i]) i += 1;
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
          if (at !== 0 && text.charCodeAt(at - 1) !== 10) break;
          pc += 1;
          continue;
        case 9 satisfies OpCode['END']:
          if (at !== end) break;
          pc += 1;
          continue;
        case 10 satisfies OpCode['LAST_LINE_END']:
          if (at !== end && (at + 1 !== end || text.charCodeAt(at) !== 10)) break;
          pc += 1;
          continue;
        case 11 satisfies OpCode['LINE_END']:
          if (at !== end && text.charCodeAt(at) !== 10) break;
          pc += 1;
          continue;
        case 12 satisfies OpCode['BOUNDARY']:
          if (!isBoundary(text, at, end, sets[code[pc + 1]!]!, wide)) break;
          pc += 2;
          continue;
        case 13 satisfies OpCode['NOT_BOUNDARY']:
          // CPython before 3.14: in an empty text there is no non-boundary either.
          if (end === 0 || isBoundary(text, at, end, sets[code[pc + 1]!]!, wide)) break;
          pc += 2;
          continue;
        case 14 satisfies OpCode['OPEN']: {
          const register = 2 * code[pc + 1]!;
          if (top > 0) top = pushRegister(stack, top, register, registers[register]!);
          registers[register] = at;
          pc += 2;
          continue;
        }
        case 15 satisfies OpCode['CLOSE']: {
          const register = 2 * code[pc + 1]! + 1;
          if (top > 0) {
            top = pushRegister(stack, top, register, registers[register]!);
            top = pushRegister(stack, top, closedLast, registers[closedLast]!);
          }
          registers[register] = at;
          registers[closedLast] = code[pc + 1]!;
          pc += 2;
          continue;
        }
        case 16 satisfies OpCode['SPLIT']:
          top = pushChoice(stack, top, code[pc + 1]!, at, 0);
          pc = code[pc + 2]!;
          continue;
        case 17 satisfies OpCode['JUMP']:
          pc = code[pc + 1]!;
          continue;
        case 18 satisfies OpCode['LOOP_START']: {
          const register = code[pc + 1]!;
          top = pushRegister(stack, top, register, registers[register]!);
          top = pushRegister(stack, top, register + 1, registers[register + 1]!);
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
            top = pushChoice(stack, top, code[pc + 4]!, at, 0);
            top = pushRegister(stack, top, register + 1, registers[register + 1]!);
            registers[register + 1] = at;
          }
          top = pushRegister(stack, top, register, count);
          registers[register] = count + 1;
          pc += 5;
          continue;
        }
        case 20 satisfies OpCode['LOOP_LAZY']: {
          const register = code[pc + 1]!;
          const count = registers[register]!;
          if (count < code[pc + 2]!) {
            top = pushRegister(stack, top, register, count);
            registers[register] = count + 1;
            pc += 6;
            continue;
          }
          top = pushChoice(stack, top, pc + 5, at, 0);
          pc = code[pc + 4]!;
          continue;
        }
        case 21 satisfies OpCode['LOOP_LAZY_RETRY']: {
          const register = code[pc - 4]!;
          const count = registers[register]!;
          const max = code[pc - 2]!;
          if ((count >= max && max !== NO_LIMIT) || at === registers[register + 1]) break;
          top = pushRegister(stack, top, register + 1, registers[register + 1]!);
          registers[register + 1] = at;
          top = pushRegister(stack, top, register, count);
          registers[register] = count + 1;
          pc += 1;
          continue;
        }
        case 22 satisfies OpCode['RUN']: {
          const min = code[pc + 3]!;
          const max = code[pc + 4]!;
          if (min > end - at) break;
          const least = min === 0 ? at : skip(code, pc, sets, text, at, end, min, wide);
          if (least < 0) break;
          let far = least;
          if (max > min) {
            far = skipUpTo(code, pc, sets, text, least, end, max === NO_LIMIT ? NO_LIMIT : max - min, wide);
          }
          const follows = code[pc + 5]!;
          if (follows >= 0) while (far > least && text.charCodeAt(far) !== follows) far = back(text, far, least, wide);
          if (far > least) top = pushChoice(stack, top, pc + 6, far, least);
          at = far;
          pc += 7;
          continue;
        }
        case 23 satisfies OpCode['RUN_RETRY']: {
          const follows = code[pc - 1]!;
          at = back(text, at, extra, wide);
          if (follows >= 0) while (at > extra && text.charCodeAt(at) !== follows) at = back(text, at, extra, wide);
          if (at > extra) top = pushChoice(stack, top, pc, at, extra);
          pc += 1;
          continue;
        }
        case 24 satisfies OpCode['LAZY_RUN']: {
          const min = code[pc + 3]!;
          const max = code[pc + 4]!;
          if (min > end - at) break;
          at = min === 0 ? at : skip(code, pc, sets, text, at, end, min, wide);
          if (at < 0) break;
          if (max > min) top = pushChoice(stack, top, pc + 6, at, max === NO_LIMIT ? NO_LIMIT : max - min);
          pc += 7;
          continue;
        }
        case 25 satisfies OpCode['LAZY_RUN_RETRY']: {
          const follows = code[pc - 1]!;
          do {
            at = skip(code, pc - 6, sets, text, at, end, 1, wide);
            if (extra !== NO_LIMIT) extra -= 1;
          } while (follows >= 0 && at >= 0 && extra > 0 && at < end && text.charCodeAt(at) !== follows);
          if (at < 0) break;
          if (extra > 0) top = pushChoice(stack, top, pc, at, extra);
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
          top = pushRegister(stack, top, register, registers[register]!);
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
          top = pushRegister(stack, top, register, registers[register]!);
          top = pushRegister(stack, top, register + 1, registers[register + 1]!);
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
          top = pushRegister(stack, top, register, registers[register]!);
          registers[register] = top;
          top = pushChoice(stack, top, code[pc + 2]!, at, 0);
          pc += 3;
          continue;
        }
        case 32 satisfies OpCode['NOT_LOOK_END']:
          top = unwind(stack, registers, registers[code[pc + 1]!]!, top);
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
          while (i < count && text.charCodeAt(from + i) === text.charCodeAt(at + i)) i += 1;
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
        if (top === 0) return false;
        top -= FRAME;
        const tag = stack[top + 2]!;
        if (tag >= 0) {
          at = stack[top]!;
          extra = stack[top + 1]!;
          pc = tag;
          break;
        }
        registers[~tag] = stack[top]!;
      }
    }
  }
}

function pushChoice(stack: Int32Array, top: number, target: number, at: number, extra: number): number {
  stack[top] = at;
  stack[top + 1] = extra;
  stack[top + 2] = target;
  return top + FRAME;
}

/** Notes the old value of a register, to be restored by a failure. */
function pushRegister(stack: Int32Array, top: number, register: number, value: number): number {
  stack[top] = value;
  stack[top + 2] = ~register;
  return top + FRAME;
}

/** Removes the choices above `bottom`, keeping the notes of registers. Returns the new top. */
function dropChoices(stack: Int32Array, bottom: number, top: number): number {
  let kept = bottom;
  for (let i = bottom; i < top; i += FRAME) {
    if (stack[i + 2]! >= 0) continue;
    stack[kept] = stack[i]!;
    stack[kept + 2] = stack[i + 2]!;
    kept += FRAME;
  }
  return kept;
}

/** Undoes everything above `bottom`. Returns the new top. */
function unwind(stack: Int32Array, registers: Int32Array, bottom: number, top: number): number {
  for (let i = top - FRAME; i >= bottom; i -= FRAME) {
    const tag = stack[i + 2]!;
    if (tag < 0) registers[~tag] = stack[i]!;
  }
  return bottom;
}

/** The character at `at`, which is below `end`; a pair counts as one. */
function charAt(text: string, at: number, end: number): number {
  const unit = text.charCodeAt(at);
  if ((unit & 0xfc00) !== 0xd800 || at + 1 >= end) return unit;
  const low = text.charCodeAt(at + 1);
  return (low & 0xfc00) === 0xdc00 ? 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff) : unit;
}

/** The offset after the character at `at`. */
function next(text: string, at: number, end: number): number {
  return at < end && charAt(text, at, end) > 0xffff ? at + 2 : at + 1;
}

/** The offset of the character before `at`; the characters begin at `start`. */
function back(text: string, at: number, start: number, wide: boolean): number {
  if (!wide || at - 2 < start) return at - 1;
  return charAt(text, at - 2, at) > 0xffff ? at - 2 : at - 1;
}

function stepBack(text: string, at: number, count: number, wide: boolean): number {
  if (!wide) return at - count;
  let offset = at;
  for (let i = 0; i < count && offset >= 0; i++) offset = back(text, offset, 0, wide);
  return offset;
}

function isBoundary(text: string, at: number, end: number, word: CharSet, wide: boolean): boolean {
  const before = at > 0 && word.has(charAt(text, back(text, at, 0, wide), at));
  const after = at < end && word.has(wide ? charAt(text, at, end) : text.charCodeAt(at));
  return before !== after;
}

function matchFolded(text: string, from: number, to: number, at: number, end: number, folding: Folding): number {
  let left = from;
  let right = at;
  while (left < to) {
    if (right >= end) return -1;
    const a = charAt(text, left, to);
    const b = charAt(text, right, end);
    if (a !== b && folding.lower(a) !== folding.lower(b)) return -1;
    left += a > 0xffff ? 2 : 1;
    right += b > 0xffff ? 2 : 1;
  }
  return right;
}

/** The offset after exactly `count` characters of the run at `pc`, or -1. */
function skip(
  code: Int32Array,
  pc: number,
  sets: readonly CharSet[],
  text: string,
  at: number,
  end: number,
  count: number,
  wide: boolean,
): number {
  let offset = at;
  if (!wide) {
    if (count > end - at) return -1;
    offset = skipUpTo(code, pc, sets, text, at, end, count, wide);
    return offset - at === count ? offset : -1;
  }
  for (let i = 0; i < count; i++) {
    const after = skipUpTo(code, pc, sets, text, offset, end, 1, wide);
    if (after === offset) return -1;
    offset = after;
  }
  return offset;
}

/** The offset after at most `count` characters of the run at `pc`. */
function skipUpTo(
  code: Int32Array,
  pc: number,
  sets: readonly CharSet[],
  text: string,
  at: number,
  end: number,
  count: number,
  wide: boolean,
): number {
  const argument = code[pc + 2]!;
  if (at >= end) return at;
  const last = count > end - at ? end : at + count;
  let offset = at;
  switch (code[pc + 1]!) {
    case 0 satisfies UnitKind['CHAR']:
      while (offset < last && text.charCodeAt(offset) === argument) offset += 1;
      return offset;
    case 1 satisfies UnitKind['SET']: {
      const set = sets[argument]!;
      if (wide) return skipWide(text, at, end, count, set);
      const { latin1 } = set;
      for (; offset < last; offset++) {
        const unit = text.charCodeAt(offset);
        if (unit < 256 ? latin1[unit] === 0 : !set.has(unit)) break;
      }
      return offset;
    }
    case 2 satisfies UnitKind['ANY']:
      if (wide) return skipWide(text, at, end, count, NOT_NEWLINE);
      while (offset < last && text.charCodeAt(offset) !== 10) offset += 1;
      return offset;
    default:
      return wide && count < end - at ? skipWide(text, at, end, count, EVERYTHING) : last;
  }
}

const NOT_NEWLINE = { has: (char: number) => char !== 10 };
const EVERYTHING = { has: () => true };

function skipWide(text: string, at: number, end: number, count: number, set: Pick<CharSet, 'has'>): number {
  let offset = at;
  for (let i = 0; i < count && offset < end; i++) {
    const char = charAt(text, offset, end);
    if (!set.has(char)) break;
    offset += char > 0xffff ? 2 : 1;
  }
  return offset;
}
