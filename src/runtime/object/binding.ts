/** Binding of call arguments to parameters, with CPython's messages for every way in which they do not fit. */
import { argumentCount2, countsAsTuple, isWrapper, lacking2, noKeywords2 } from './argumentCount2.js';
import { rt } from './context.js';
import { TypeError } from './errors.js';
import { type BuiltinInfo, type Code, FunctionInfo, type Signature } from './function.js';
import { isInPython } from './inPython.js';
import { parameterName2 } from './keywordNames.js';
import { unknownKeyword as unknownName } from './keywordErrors.js';
import { nearest } from './nearest.js';
import { type Py } from './object.js';
import { PyDict } from './table.js';
import { type PyType, shortTypeName } from './type.js';
import { PyTuple } from './values.js';

/** Keyword arguments of a call: in the order given. */
export type Keywords = Map<string, Py>;

const plural = (n: number) => (n === 1 ? '' : 's');

/** Arguments of a Python function in signature order, `*args` as a tuple and `**kwargs` as a dict. */
export function bindPython(info: FunctionInfo, args: readonly Py[], keywords: Keywords | null): Py[] {
  const { positional, positionalOnly, varargs, keywordOnly, varkw } = info.code.signature;
  const count = positional.length;
  const bound: Py[] = new Array(count + (varargs === null ? 0 : 1) + keywordOnly.length + (varkw === null ? 0 : 1));
  const given = Math.min(args.length, count);
  for (let i = 0; i < given; i++) bound[i] = args[i];
  const keywordBase = count + (varargs === null ? 0 : 1);
  const extra = varkw === null ? null : new PyDict();
  if (rt.dialect === 2) refuseTooMany2(info, args.length, keywords === null ? 0 : keywords.size);
  if (keywords !== null && keywords.size > 0) bindKeywords(info, bound, keywords, extra, keywordBase, given);
  if (varargs !== null) bound[count] = new PyTuple(args.slice(count));
  else if (args.length > count) throw tooManyArguments(info, args.length, bound, keywordBase);
  if (rt.dialect === 2) refuseTooFew2(info, bound, given);
  fillDefaults(info, bound, given, positionalOnly);
  fillKeywordDefaults(info, bound, keywordBase);
  if (extra !== null) bound[bound.length - 1] = extra;
  return bound;
}

function bindKeywords(
  info: FunctionInfo,
  bound: Py[],
  keywords: Keywords,
  extra: PyDict | null,
  keywordBase: number,
  given: number,
): void {
  const { positional, positionalOnly, keywordOnly } = info.code.signature;
  for (const [key, value] of keywords as Map<Py, Py>) {
    const name = typeof key === 'string' ? key : nameFor(info, key);
    const at = positional.indexOf(name, positionalOnly);
    if (at >= 0) {
      if (at < given)
        throw TypeError(`${callName(info)}() got multiple values for ${argumentWord()}argument '${name}'`);
      bound[at] = value;
      continue;
    }
    const only = keywordOnly.indexOf(name);
    if (only >= 0) bound[keywordBase + only] = value;
    else if (extra !== null) extra.set(key, value);
    else throw unexpectedKeyword(info, name, keywords);
  }
}

function nameFor(info: FunctionInfo, key: Py): string {
  const name = parameterName2(key);
  if (name === undefined) throw TypeError(`${callName(info)}() keywords must be strings`);
  return name;
}

const argumentWord = () => (rt.dialect === 2 ? 'keyword ' : '');

function unexpectedKeyword(info: FunctionInfo, name: string, keywords: Keywords): Py {
  const { positional, positionalOnly } = info.code.signature;
  const wrong = positional.slice(0, positionalOnly).filter((p) => keywords.has(p));
  if (wrong.length > 0) {
    return TypeError(
      `${callName(info)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
    );
  }
  // Python 2 shows it as a text of C, which ends with a NUL.
  if (rt.dialect === 2)
    return TypeError(`${callName(info)}() got an unexpected keyword argument '${name.replace(/\0.*/s, '')}'`);
  const wanted = nearest(keywordNames(info.code.signature), name);
  const meant = wanted === null ? '' : `. Did you mean '${wanted}'?`;
  return TypeError(`${callName(info)}() got an unexpected keyword argument '${name}'${meant}`);
}

const keywordNames = (s: Signature) => [...s.positional.slice(s.positionalOnly), ...s.keywordOnly];

function fillDefaults(info: FunctionInfo, bound: Py[], given: number, _positionalOnly: number): void {
  const { positional } = info.code.signature;
  const defaults = info.currentDefaults;
  const firstDefault = positional.length - (defaults === null ? 0 : defaults.length);
  let missing: string[] | null = null;
  for (let i = given; i < positional.length; i++) {
    if (bound[i] !== undefined) continue;
    if (i >= firstDefault) bound[i] = defaults![i - firstDefault];
    else (missing ??= []).push(positional[i]!);
  }
  if (missing !== null) throw missingArguments(info, missing, 'positional');
}

function fillKeywordDefaults(info: FunctionInfo, bound: Py[], keywordBase: number): void {
  const { keywordOnly } = info.code.signature;
  let missing: string[] | null = null;
  for (let i = 0; i < keywordOnly.length; i++) {
    if (bound[keywordBase + i] !== undefined) continue;
    const fallback = info.kwdefaults === null ? undefined : info.kwdefaults.get(keywordOnly[i]);
    if (fallback !== undefined) bound[keywordBase + i] = fallback;
    else (missing ??= []).push(keywordOnly[i]!);
  }
  if (missing !== null) throw missingArguments(info, missing, 'keyword-only');
}

/** The default of a keyword-only parameter that was not given; undefined where it has lost it. */
export const keywordDefault = (info: FunctionInfo, name: string): Py => info.kwdefaults?.get(name);

/** Raises the error about keyword-only parameters without a value. `given` are the values of all of them. */
export function missingKeywords(info: FunctionInfo, given: Py[]): never {
  fillKeywordDefaults(info, given, 0);
  throw missingArguments(info, [], 'keyword-only');
}

/**
 * Functions are called by their qualified name in Python 3's messages, by the name of their code in Python 2's. Those of the
 * library, which is Python 3's, stand for others there.
 */
function callName(info: FunctionInfo): string {
  const { code } = info;
  if (rt.dialect === 2)
    return code.unit !== undefined && code.unit.compiled.stamp === undefined ? code.name : (info.name ?? code.name);
  return info.qualname ?? info.code.qualname;
}

function missingArguments(info: FunctionInfo, names: string[], kind: string): Py {
  const quoted = names.map((name) => `'${name}'`);
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? quoted.join(' and ')
        : `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
  return TypeError(
    `${callName(info)}() missing ${names.length} required ${kind} argument${plural(names.length)}: ${list}`,
  );
}

function tooManyArguments(info: FunctionInfo, given: number, bound: Py[], keywordBase: number): Py {
  const { positional, keywordOnly } = info.code.signature;
  const count = positional.length;
  const defaults = info.currentDefaults?.length ?? 0;
  const takes = defaults === 0 ? `${count}` : `from ${count - defaults} to ${count}`;
  let keywordsGiven = 0;
  for (let i = 0; i < keywordOnly.length; i++) if (bound[keywordBase + i] !== undefined) keywordsGiven++;
  const detail =
    keywordsGiven === 0
      ? `${given}`
      : `${given} positional argument${plural(given)} (and ${keywordsGiven} keyword-only argument${plural(keywordsGiven)})`;
  const takesWord = defaults === 0 ? plural(count) : 's';
  const were = given === 1 && keywordsGiven === 0 ? 'was' : 'were';
  return TypeError(`${callName(info)}() takes ${takes} positional argument${takesWord} but ${detail} ${were} given`);
}

/** Python 2.7 looks at the number of arguments first, named ones included. */
function refuseTooMany2(info: FunctionInfo, given: number, named: number): void {
  const { positional, varargs, varkw } = info.code.signature;
  const count = positional.length;
  if (varargs !== null || (given <= count && (count > 0 || varkw !== null || named === 0))) return;
  if (count === 0 && varkw === null) throw wrongCount2(info, 'no', 0, given + named);
  throw wrongCount2(info, (info.currentDefaults?.length ?? 0) === 0 ? 'exactly' : 'at most', count, given + named);
}

/** Parameters without a default must have been given by now. */
function refuseTooFew2(info: FunctionInfo, bound: readonly Py[], given: number): void {
  const { positional, varargs } = info.code.signature;
  const needed = positional.length - (info.currentDefaults?.length ?? 0);
  for (let i = given; i < needed; i++) {
    if (bound[i] !== undefined) continue;
    const had = positional.filter((_, at) => bound[at] !== undefined).length;
    throw wrongCount2(info, varargs !== null || needed < positional.length ? 'at least' : 'exactly', needed, had);
  }
}

function wrongCount2(info: FunctionInfo, word: string, limit: number, given: number): Py {
  const takes = word === 'no' ? 'no arguments' : `${word} ${limit} argument${plural(limit)}`;
  return TypeError(`${callName(info)}() takes ${takes} (${given} given)`);
}

/**
 * Called by a plain function's own check when the positional arguments do not fit it as it was written: throws, unless
 * `__defaults__` were set later and make them fit.
 */
export function badCall(info: FunctionInfo, args: ArrayLike<Py>): Py {
  return info.body(...bindPython(info, Array.prototype.slice.call(args), null));
}

/** Arguments of a built-in in signature order, `*args` as an array and `**kwargs` as a Map; undefined = not given. */
export function bindBuiltin(info: BuiltinInfo, args: readonly Py[], keywords: Keywords | null = null): Py[] {
  try {
    return fitBuiltin(info, args, keywords);
  } catch (error) {
    if (isInPython(info)) refuseAsPython(info, args, keywords);
    throw error;
  }
}

function fitBuiltin(info: BuiltinInfo, args: readonly Py[], keywords: Keywords | null): Py[] {
  const s = info.signature;
  const { positional, varargs, keywordOnly, varkw } = s;
  const count = positional.length;
  if (keywords !== null && keywords.size > 0) refuseKeywords(info, args.length, keywords.size);
  if (args.length > count && varargs === null) throw badArgumentCount(info, args.length);
  const bound: Py[] = new Array(count + (varargs === null ? 0 : 1) + keywordOnly.length + (varkw === null ? 0 : 1));
  for (let i = 0; i < count && i < args.length; i++) bound[i] = args[i];
  const keywordBase = count + (varargs === null ? 0 : 1);
  const extra: Keywords | null = varkw === null ? null : new Map();
  let unknown: string | undefined;
  if (keywords !== null) {
    // What must be given by position is counted first.
    if (rt.dialect === 3 && keywords.size > 0 && args.length < Math.min(s.required, s.positionalOnly))
      throw badArgumentCount(info, args.length);
    for (const [key, value] of keywords) {
      const name = typeof key === 'string' ? key : (parameterName2(key) ?? key);
      const at = positional.indexOf(name, s.positionalOnly);
      if (at >= 0) {
        if (at < args.length) {
          const position = at + 1 - hiddenParameters(info);
          const what = rt.dialect === 2 ? 'Argument' : `argument for ${shortName(info)}()`;
          throw TypeError(`${what} given by name ('${name}') and position (${position})`);
        }
        bound[at] = value;
        continue;
      }
      const only = keywordOnly.indexOf(name);
      if (only >= 0) bound[keywordBase + only] = value;
      else if (extra !== null) extra.set(info.keepsKeys ? key : name, value);
      else if (rt.dialect === 2) throw unknownKeyword(info, name, args.length);
      else unknown ??= name;
    }
  }
  for (let i = 0; i < s.required; i++) {
    if (bound[i] !== undefined) continue;
    if (i >= s.positionalOnly && keywords !== null) {
      const position = i + 1 - hiddenParameters(info);
      throw TypeError(`${shortName(info)}() missing required argument '${positional[i]}' (pos ${position})`);
    }
    throw badArgumentCount(info, args.length);
  }
  if (unknown !== undefined) throw unknownKeyword(info, unknown, args.length);
  if (varargs !== null) bound[count] = args.slice(count);
  if (extra !== null) bound[bound.length - 1] = extra;
  return bound;
}

/** Functions that count their keywords apart from their other arguments. */
const LIKE_TUPLES: ReadonlySet<string> = new Set(['min', 'max']);

/** What is said of named arguments before anything else is looked at: that there are none, or too many of all. */
function refuseKeywords(info: BuiltinInfo, given: number, named: number): void {
  const { positional, positionalOnly, varargs, keywordOnly, varkw } = info.signature;
  if (varkw !== null) return;
  if (rt.dialect === 3 && LIKE_TUPLES.has(info.name) && info.owner === null) {
    if (given === 0) return;
    const [only, word] = [keywordOnly.length, plural(keywordOnly.length)];
    if (named > only) throw TypeError(`${info.name}() takes at most ${only} keyword argument${word} (${named} given)`);
  }
  const takesNone = keywordOnly.length === 0 && positionalOnly === positional.length;
  const words = rt.dialect === 2 ? noKeywords2(info, takesNone) : takesNone ? noKeywords(info) : undefined;
  if (words !== undefined) throw TypeError(words);
  if (varargs !== null || positionalOnly === positional.length) return;
  const offset = hiddenParameters(info);
  const [most, all] = [positional.length + keywordOnly.length - offset, given - offset + named];
  if (all > most && given > offset)
    throw TypeError(`${shortName(info)}() takes at most ${most} argument${plural(most)} (${all} given)`);
}

const noKeywords = (info: BuiltinInfo): string =>
  isWrapper(info)
    ? `wrapper ${info.name}() takes no keyword arguments`
    : `${typeof info.owner === 'string' ? `${info.owner}.` : ''}${builtinCallName(info)}() takes no keyword arguments`;

/** Throws what a Python function of this signature throws, if the arguments do not fit. */
function refuseAsPython(info: BuiltinInfo, args: readonly Py[], keywords: Keywords | null): void {
  const { signature } = info;
  const { positional, required, keywordOnly, defaults } = signature;
  const name = info.name.slice(info.name.lastIndexOf('.') + 1);
  const qualname =
    info.name !== name || info.owner === null || typeof info.owner === 'string'
      ? info.name
      : `${info.owner.name}.${name}`;
  const like = new FunctionInfo({ signature, name, qualname } as unknown as Code, []);
  like.defaults = required === positional.length ? null : new Array(positional.length - required).fill(null);
  like.kwdefaults = new Map(keywordOnly.filter((name) => defaults.has(name)).map((name) => [name, null]));
  bindPython(like, args, keywords);
}

/** The same for a call without keywords. */
export function bindPositional(info: BuiltinInfo, args: ArrayLike<Py>): Py[] {
  const { positional, required, varargs, keywordOnly, varkw } = info.signature;
  const count = positional.length;
  const given = args.length;
  if (given < required || (given > count && varargs === null))
    return bindBuiltin(info, Array.prototype.slice.call(args));
  const bound: Py[] = [];
  for (let i = 0; i < count; i++) bound.push(i < given ? args[i] : undefined);
  if (varargs !== null) {
    const rest: Py[] = [];
    for (let i = count; i < given; i++) rest.push(args[i]);
    bound.push(rest);
  }
  for (let i = 0; i < keywordOnly.length; i++) bound.push(undefined);
  if (varkw !== null) bound.push(new Map());
  return bound;
}

function unknownKeyword(info: BuiltinInfo, name: string, given: number): Py {
  const called = info.name === 'sorted' ? 'sort' : shortName(info);
  if (called === 'min' || called === 'max') {
    const what = rt.dialect === 2 ? '1 arguments' : 'at least 1 argument';
    if (given === 0) return TypeError(`${called} expected ${what}, got 0`);
    if (rt.dialect === 2) return TypeError(`${called}() got an unexpected keyword argument`);
  }
  if (rt.dialect === 3) {
    return unknownName(called, name, keywordNames(info.signature));
  }
  const lacking = lacking2(info, given);
  if (lacking !== undefined) return TypeError(lacking);
  // A dotted name is that of a function that CPython has in Python.
  const dot = called.lastIndexOf('.');
  return TypeError(
    dot < 0
      ? `'${name}' is an invalid keyword argument for this function`
      : `${called.slice(dot + 1)}() got an unexpected keyword argument '${name}'`,
  );
}

/** `list.append` for methods of types, `len` for functions, the class for its `__new__`. */
function builtinCallName(info: BuiltinInfo): string {
  const { owner } = info;
  if (owner === null || typeof owner !== 'object' || makes(info)) return shortName(info);
  return rt.dialect === 2 ? info.name : `${shortTypeName(owner)}.${info.name}`;
}

const isNew = ({ name, owner }: BuiltinInfo) => name === '__new__' && owner !== null && typeof owner === 'object';
/** Messages about `__new__` and `__init__` speak of the class. */
const makes = (info: BuiltinInfo) =>
  isNew(info) || (info.name === '__init__' && info.owner !== null && typeof info.owner === 'object');
const shortName = (info: BuiltinInfo) => (makes(info) ? shortTypeName(info.owner as PyType) : info.name);

/** How many leading parameters messages do not count: `self`, or the class. */
const hiddenParameters = (info: BuiltinInfo) => (info.isMethod || isNew(info) || isClassMethod(info) ? 1 : 0);
const isClassMethod = ({ owner, signature }: BuiltinInfo) =>
  owner !== null && typeof owner === 'object' && signature.positional[0] === 'cls';

/** TypeError for a wrong number of positional arguments to a built-in. `given` counts `self`. */
export function badArgumentCount(info: BuiltinInfo, given: number): Py {
  if (isInPython(info)) refuseAsPython(info, new Array(given).fill(null), null);
  const s = info.signature;
  const offset = hiddenParameters(info);
  const min = s.required - offset;
  const max = s.positional.length - offset;
  const n = given - offset;
  const name = shortName(info);
  if (n < 0) {
    return TypeError(
      isNew(info)
        ? `${name}.__new__(): not enough arguments`
        : info.role === 'slot' || rt.dialect === 2
          ? `descriptor '${name}' of '${(info.owner as PyType).name}' object needs an argument`
          : `unbound method ${builtinCallName(info)}() needs an argument`,
    );
  }
  const words = rt.dialect === 2 ? argumentCount2(info, n, min, max) : undefined;
  if (words !== undefined) return TypeError(words);
  if (isWrapper(info) && min === max)
    return TypeError(`${countsAsTuple(info, max) ? ' ' : ''}expected ${max} argument${plural(max)}, got ${n}`);
  if (max === 0 && s.keywordOnly.length > 0) return TypeError(`${name}() takes no positional arguments`);
  if (max === 0) return TypeError(`${builtinCallName(info)}() takes no arguments (${n} given)`);
  if (min === 1 && max === 1 && s.positionalOnly === s.positional.length && !isNew(info)) {
    return TypeError(`${builtinCallName(info)}() takes exactly one argument (${n} given)`);
  }
  const limit = n < min ? min : max;
  if (rt.dialect === 2) {
    const word = min === max ? 'exactly' : n < min ? 'at least' : 'at most';
    return TypeError(`${name}() takes ${word} ${limit} argument${plural(limit)} (${n} given)`);
  }
  if (s.positionalOnly < s.positional.length) {
    const positionalMin = Math.min(min, s.positionalOnly - offset);
    if (n < positionalMin) {
      const word = positionalMin === max ? 'exactly' : 'at least';
      return TypeError(
        `${name}() takes ${word} ${positionalMin} positional argument${plural(positionalMin)} (${n} given)`,
      );
    }
    if (n < min) return TypeError(`${name}() missing required argument '${s.positional[n + offset]}' (pos ${n + 1})`);
    const word = s.keywordOnly.length > 0 && n <= max + s.keywordOnly.length ? 'positional argument' : 'argument';
    const most = word === 'argument' ? max + s.keywordOnly.length : max;
    return TypeError(`${name}() takes at most ${most} ${word}${plural(most)} (${n} given)`);
  }
  const bound = min === max ? `${max}` : n < min ? `at least ${min}` : `at most ${max}`;
  return TypeError(`${name} expected ${bound} argument${plural(limit)}, got ${n}`);
}
