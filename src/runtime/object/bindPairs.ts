/** Binding of the calls that fit: no Map in between, and no message. What does not fit is left to `bindPython`. */
import { rt } from './context.js';
import type { BuiltinInfo, FunctionInfo, Signature } from './function.js';
import type { Py } from './object.js';
import { PyDict } from './table.js';
import { TextDict } from './textDict.js';
import { PyTuple } from './values.js';

export const NO_PAIRS: readonly Py[] = [];

/**
 * Arguments of a Python function in signature order, as `bindPython` gives them. `pairs` is name, value, …
 * Null where an argument is missing, too many, given twice, or not known by that name.
 */
export function bindPairs(info: FunctionInfo, args: readonly Py[], pairs: readonly Py[]): Py[] | null {
  const { code } = info;
  const { positional, varargs, keywordOnly, varkw } = code.signature;
  const count = positional.length;
  const given = args.length;
  if (given > count && varargs === null) return null;
  if (code.relaysArgs && code.relaysKeywords && count === 0 && keywordOnly.length === 0 && areDistinct(pairs))
    return [args, pairs];
  const only = varargs === null ? count : count + 1;
  const named = only + keywordOnly.length;
  const bound = places(varkw === null ? named : named + 1);
  for (let i = 0; i < count && i < given; i++) bound[i] = args[i];
  if (varargs !== null) {
    const rest = given > count ? args.slice(count) : [];
    bound[count] = code.relaysArgs ? rest : new PyTuple(rest);
  }
  const extra = varkw === null ? null : new ExtraPairs(pairs.length);
  if (!placePairs(code.signature, pairs, bound, only, extra)) return null;
  if (!fillDefaults(info, bound, given, count, only)) return null;
  if (extra !== null) bound[named] = code.relaysKeywords ? extra.list() : keywordDict(extra.list());
  return bound;
}

/** The same for a built-in, as `bindBuiltin` gives them. */
export function bindBuiltinPairs(info: BuiltinInfo, args: readonly Py[], pairs: readonly Py[]): Py[] | null {
  const { positional, positionalOnly, varargs, keywordOnly, varkw, required } = info.signature;
  const count = positional.length;
  const given = args.length;
  if ((given > count && varargs === null) || rt.dialect === 2) return null;
  if (given < required && given < positionalOnly) return null;
  const only = varargs === null ? count : count + 1;
  const bound = places(only + keywordOnly.length);
  for (let i = 0; i < count && i < given; i++) bound[i] = args[i];
  if (varargs !== null) bound[count] = args.slice(count);
  const extra: Map<string, Py> | null = varkw === null ? null : new Map();
  if (!placePairs(info.signature, pairs, bound, only, extra)) return null;
  for (let i = given; i < required; i++) if (bound[i] === undefined) return null;
  if (extra !== null) bound.push(extra);
  return bound;
}

/** Puts named arguments in their places, those behind the positional ones from `only` on; the others go into `extra`. Returns false where they do not fit. */
function placePairs(
  { positional, positionalOnly, keywordOnly }: Signature,
  pairs: readonly Py[],
  bound: Py[],
  only: number,
  extra: Extra | null,
): boolean {
  for (let i = 0; i < pairs.length; i += 2) {
    const name = pairs[i];
    if (typeof name !== 'string') return false;
    let at = positionOf(name, positional, positionalOnly);
    if (at < 0) {
      at = positionOf(name, keywordOnly, 0);
      if (at >= 0) at += only;
    }
    if (at >= 0) {
      if (bound[at] !== undefined) return false;
      bound[at] = pairs[i + 1];
    } else if (extra === null || extra.has(name)) return false;
    else extra.set(name, pairs[i + 1]);
  }
  return true;
}

/** Arguments with names that the function does not have. */
interface Extra {
  has(name: string): boolean;
  set(name: string, value: Py): void;
}

/** So many places for arguments. An array that grows would take room for seventeen. */
function places(count: number): Py[] {
  switch (count) {
    case 0:
      return [];
    case 1:
      return [undefined];
    case 2:
      return [undefined, undefined];
    case 3:
      return [undefined, undefined, undefined];
    case 4:
      return [undefined, undefined, undefined, undefined];
    case 5:
      return [undefined, undefined, undefined, undefined, undefined];
    case 6:
      return [undefined, undefined, undefined, undefined, undefined, undefined];
    default:
      return new Array(count).fill(undefined);
  }
}

/** `names.indexOf(name, start)`: names are few, and a loop is faster on them. */
function positionOf(name: string, names: readonly string[], start: number): number {
  for (let i = start; i < names.length; i++) if (names[i] === name) return i;
  return -1;
}

/** The keywords that no parameter has the name of: names and values in turn. */
class ExtraPairs {
  private readonly pairs: Py[];
  private used = 0;

  constructor(most: number) {
    this.pairs = places(most);
  }

  has(name: string): boolean {
    const { pairs, used } = this;
    for (let i = 0; i < used; i += 2) if (pairs[i] === name) return true;
    return false;
  }

  set(name: string, value: Py): void {
    this.pairs[this.used] = name;
    this.pairs[this.used + 1] = value;
    this.used += 2;
  }

  list(): Py[] {
    return this.used === this.pairs.length ? this.pairs : this.pairs.slice(0, this.used);
  }
}

/** The dict of different names and their values in turn, as `**kwargs` gets it. */
function keywordDict(pairs: readonly Py[]): PyDict {
  const made = new PyDict();
  const texts = rt.dialect === 2 ? null : fewTexts(pairs);
  if (texts !== null) made.texts = texts;
  else for (let i = 0; i < pairs.length; i += 2) made.set(pairs[i], pairs[i + 1]);
  return made;
}

/** Arrays of the right size: those that grow would take room for seventeen. */
function fewTexts(pairs: readonly Py[]): TextDict | null {
  switch (pairs.length) {
    case 2:
      return new TextDict([undefined, pairs[0]], [undefined, pairs[1]]);
    case 4:
      return new TextDict([undefined, pairs[0], pairs[2]], [undefined, pairs[1], pairs[3]]);
    case 6:
      return new TextDict([undefined, pairs[0], pairs[2], pairs[4]], [undefined, pairs[1], pairs[3], pairs[5]]);
    default:
      return null;
  }
}

/** Different names, and all of them strings. */
function areDistinct(pairs: readonly Py[]): boolean {
  for (let i = 0; i < pairs.length; i += 2) {
    if (typeof pairs[i] !== 'string') return false;
    for (let k = 0; k < i; k += 2) if (pairs[k] === pairs[i]) return false;
  }
  return true;
}

function fillDefaults(info: FunctionInfo, bound: Py[], given: number, count: number, only: number): boolean {
  const { currentDefaults: defaults, kwdefaults } = info;
  for (let i = given; i < count; i++) {
    if (bound[i] !== undefined) continue;
    const at = defaults === null ? -1 : i - count + defaults.length;
    if (at < 0) return false;
    bound[i] = defaults![at];
  }
  const { keywordOnly } = info.code.signature;
  for (let i = 0; i < keywordOnly.length; i++) {
    if (bound[only + i] !== undefined) continue;
    const value = kwdefaults === null ? undefined : kwdefaults.get(keywordOnly[i]);
    if (value === undefined) return false;
    bound[only + i] = value;
  }
  return true;
}

/** `body(...bound)`; the short ones without going through an iterator. */
export function applyBody(body: (...all: Py[]) => Py, bound: readonly Py[]): Py {
  switch (bound.length) {
    case 0:
      return body();
    case 1:
      return body(bound[0]);
    case 2:
      return body(bound[0], bound[1]);
    case 3:
      return body(bound[0], bound[1], bound[2]);
    case 4:
      return body(bound[0], bound[1], bound[2], bound[3]);
    case 5:
      return body(bound[0], bound[1], bound[2], bound[3], bound[4]);
    case 6:
      return body(bound[0], bound[1], bound[2], bound[3], bound[4], bound[5]);
    default:
      return body(...bound);
  }
}
