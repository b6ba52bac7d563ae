/** Runs of single characters: what `RUN` and its like repeat. `pc` is the place of such an instruction in `code`. */
import { unitAt } from '../text/units.js';
import type { CharSet } from './charset.js';
import type { Unit } from './program.js';
import { charAt } from './text.js';

type UnitKind = typeof Unit;

/** The offset after exactly `count` characters of the run at `pc`, or -1. */
export function skip(
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
export function skipUpTo(
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
      while (offset < last && unitAt(text, offset) === argument) offset += 1;
      return offset;
    case 1 satisfies UnitKind['SET']: {
      const set = sets[argument]!;
      if (wide) return skipWide(text, at, end, count, set);
      const { latin1 } = set;
      for (; offset < last; offset++) {
        const unit = unitAt(text, offset);
        if (unit < 256 ? latin1[unit] === 0 : !set.has(unit)) break;
      }
      return offset;
    }
    case 2 satisfies UnitKind['ANY']:
      if (wide) return skipWide(text, at, end, count, NOT_NEWLINE);
      while (offset < last && unitAt(text, offset) !== 10) offset += 1;
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
