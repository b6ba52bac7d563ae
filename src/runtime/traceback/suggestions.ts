/** "Did you mean": names like one that was not found. */

import { frameOfTraceback } from '../builtins/exceptions.js';
import { importModule } from '../import/importFunction.js';
import { stdlibNames } from '../import/stdlibNames.js';
import { findAttr, getAttr } from '../object/attributes.js';
import { call } from '../object/call.js';
import { rt } from '../object/context.js';
import {
  AttributeError,
  ImportError,
  isInstanceOf,
  NameError,
  type PyBaseException,
  type PyTraceback,
} from '../object/errors.js';
import { toArray } from '../object/iterate.js';
import type { Py } from '../object/object.js';

const MOVE = 2;
const CASE = 1;
const MOST_CANDIDATES = 750;
const LONGEST = 40;

/** What is added to the message: `. Did you mean: 'x'?` and the like, or nothing. */
export function suggestion(e: PyBaseException): string {
  if (isInstanceOf(e, ImportError)) return meant(e, text(e, 'name_from'));
  const isAttribute = isInstanceOf(e, AttributeError);
  if (!isAttribute && !isInstanceOf(e, NameError)) return '';
  const name = text(e, 'name');
  if (name === null) return '';
  if (isAttribute) return meant(e, name);
  const found = meant(e, name);
  if (!stdlibNames().has(name)) return found;
  return found === '' ? `. Did you forget to import '${name}'?` : `${found} Or did you forget to import '${name}'?`;
}

function text(e: PyBaseException, field: string): string | null {
  const value = findAttr(e, field);
  return typeof value === 'string' ? value : null;
}

function meant(e: PyBaseException, name: string | null): string {
  const found = name === null ? null : suggestedName(e, name);
  return found === null ? '' : `. Did you mean: '${found}'?`;
}

/** The name that was probably meant where `name` was not found; null where none is near. */
export function suggestedName(e: PyBaseException, name: string): string | null {
  try {
    return nearestFor(e, name);
  } catch {
    return null;
  }
}

function nearestFor(e: PyBaseException, name: string): string | null {
  if (isInstanceOf(e, AttributeError))
    return nearest(visible(directory((e as Py).x$obj), name, selfOf(e.tb) === (e as Py).x$obj), name);
  if (isInstanceOf(e, ImportError)) {
    const module = importModule(text(e, 'name') ?? '', null, [], 0);
    return nearest(visible(directory(module), name, false), name);
  }
  const last = lastOf(e.tb);
  if (last === null) return null;
  const self = selfOf(last);
  if (self !== undefined && findAttr(self, name) !== undefined) return `self.${name}`;
  const frame = frameOfTraceback.current(last);
  const names = [
    ...localNames(last),
    ...toArray(getAttr(frame, 'f_globals')),
    ...toArray(getAttr(frame, 'f_builtins')),
  ];
  return nearest(names, name);
}

function lastOf(tb: PyTraceback | null): PyTraceback | null {
  let last = tb;
  while (last?.next != null) last = last.next;
  return last;
}

/** The value of `self` in the frame where the exception came from, where it is known. */
function selfOf(tb: PyTraceback | null): Py {
  return lastOf(tb)?.self;
}

function localNames(tb: PyTraceback): string[] {
  const { varnames, cellvars, freevars, index } = tb.code;
  return index === 0 ? [] : [...varnames, ...cellvars, ...freevars];
}

const directory = (o: Py): Py[] => toArray(call(rt.builtins.$dir, [o]));

/** Names with an underscore are meant only by one who writes one. */
function visible(names: Py[], wrong: string, isSelf: boolean): Py[] {
  return wrong.startsWith('_') || isSelf
    ? names
    : names.filter((name) => typeof name === 'string' && !name.startsWith('_'));
}

/** The candidate that takes the fewest changes, at most a third of the letters. */
export function nearest(candidates: readonly Py[], wrong: string): string | null {
  if (candidates.length > MOST_CANDIDATES || wrong.length > LONGEST) return null;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (typeof candidate !== 'string' || candidate === wrong) continue;
    const limit = Math.min(Math.floor(((candidate.length + wrong.length + 3) * MOVE) / 6), least - 1);
    const cost = distance(wrong, candidate, limit);
    if (cost > limit) continue;
    if (best === null || cost < least) {
      best = candidate;
      least = cost;
    }
  }
  return best;
}

const substitution = (a: string, b: string): number =>
  a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? CASE : MOVE;

/** Weighted edit distance; a change of case costs half. Anything above `limit` may be returned as `limit + 1`. */
export function distance(first: string, second: string, limit: number): number {
  let [a, b] = [first, second];
  if (a === b) return 0;
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  a = a.slice(same);
  b = b.slice(same);
  same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same++;
  a = a.slice(0, a.length - same);
  b = b.slice(0, b.length - same);
  if (a === '' || b === '') return (a.length + b.length) * MOVE;
  if (a.length > LONGEST || b.length > LONGEST) return limit + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE > limit) return limit + 1;
  const row = Array.from(a, (_, i) => (i + 1) * MOVE);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE;
    result = diagonal;
    let smallest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < a.length; i++) {
      const substituted = diagonal + substitution(b[j]!, a[i]!);
      diagonal = row[i]!;
      result = Math.min(substituted, Math.min(diagonal, result) + MOVE);
      row[i] = result;
      smallest = Math.min(smallest, result);
    }
    if (smallest > limit) return limit + 1;
  }
  return result;
}
