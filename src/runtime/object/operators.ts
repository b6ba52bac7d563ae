/**
 * Binary, in-place and unary operators between any two values: who is asked first, and what is said when nobody answers.
 *
 * Spec: https://docs.python.org/3/reference/datamodel.html#emulating-numeric-types
 */
import { special, lacksSpecial } from './attributes.js';
import { classicMethod, coercedItems } from './classicOperators2.js';
import { rt } from './context.js';
import { TypeError } from './errors.js';
import type { BuiltinInfo } from './function.js';
import { ready } from './install.js';
import { intValue } from './number.js';
import type { Py } from './object.js';
import { PyType } from './type.js';
import { typeOf } from './typeof.js';
import { NotImplemented } from './values.js';

type SpecialMethod = (self: Py, ...others: Py[]) => Py;

/** The special methods behind one operator. The `m$` keys are where prototypes keep them (object.ts). */
export interface Operator {
  readonly symbol: string;
  readonly direct: string;
  readonly directKey: string;
  readonly reflected: string;
  readonly reflectedKey: string;
  readonly inPlace: string;
  readonly inPlaceKey: string;
  /** Where a type keeps the first of the three (`PyType.operators`); the others follow. */
  readonly slot: number;
}

function operator(slot: number, symbol: string, name: string): Operator {
  return {
    slot,
    symbol,
    direct: `__${name}__`,
    directKey: `m$__${name}__`,
    reflected: `__r${name}__`,
    reflectedKey: `m$__r${name}__`,
    inPlace: `__i${name}__`,
    inPlaceKey: `m$__i${name}__`,
  };
}

export const ADD = operator(0, '+', 'add');
export const SUB = operator(3, '-', 'sub');
export const MUL = operator(6, '*', 'mul');
export const TRUEDIV = operator(9, '/', 'truediv');
/** Python 2's `/` without `from __future__ import division`. */
export const DIV = operator(12, '/', 'div');
export const FLOORDIV = operator(15, '//', 'floordiv');
export const MOD = operator(18, '%', 'mod');
export const DIVMOD = operator(21, 'divmod()', 'divmod');
export const POW = operator(24, '** or pow()', 'pow');
export const MATMUL = operator(27, '@', 'matmul');
export const LSHIFT = operator(30, '<<', 'lshift');
export const RSHIFT = operator(33, '>>', 'rshift');
export const AND = operator(36, '&', 'and');
export const OR = operator(39, '|', 'or');
export const XOR = operator(42, '^', 'xor');

/** So many slots have the operators together. */
const SLOTS = 45;

/** The method of `o`, whose type is `type`, for an operator. */
function find(type: PyType, o: Py, name: string, key: string, slot: number): SpecialMethod | undefined {
  const known = type.operators?.[slot];
  if (known !== undefined) return known === null ? undefined : known;
  return look(type, o, name, key, slot);
}

function look(type: PyType, o: Py, name: string, key: string, slot: number): SpecialMethod | undefined {
  if (!type.isReady) ready(type);
  const own: SpecialMethod | undefined = type.proto[key];
  const found = own ?? special(o, name);
  // What is bound to one instance is of no use to others.
  const isOfType = own !== undefined || (found === undefined && type.specials.get(name) === null);
  if (isOfType && !type.oldStyle) {
    type.operators ??= new Array(SLOTS).fill(undefined);
    type.operators[slot] = found ?? null;
  }
  return found;
}

/**
 * A sequence's own `+` or `*` (CPython's sq_concat and sq_repeat): asked after the number methods of both sides.
 * What tells it from a number's method is that its type has a length.
 */
function isSequenceMethod(f: SpecialMethod): boolean {
  const info: BuiltinInfo | undefined = (f as Py).builtin;
  return info !== undefined && (info.ofSequence ?? isOfSequence(info));
}

function isOfSequence(info: BuiltinInfo): boolean {
  const { owner } = info;
  if (owner === null || typeof owner !== 'object') return false;
  info.ofSequence = owner.namespace.has('__len__') && !owner.namespace.has('__or__');
  return info.ofSequence;
}

/** `a op b`, or NotImplemented. */
export function tryBinary(a: Py, b: Py, op: Operator): Py {
  const ta = typeOf(a);
  const tb = typeOf(b);
  const direct = ta.oldStyle
    ? classicMethod(op.direct, (x, y) => binary(x, y, op))
    : find(ta, a, op.direct, op.directKey, op.slot);
  if (ta === tb && !ta.oldStyle) {
    if (direct === undefined) return NotImplemented;
    if (op === MUL && isSequenceMethod(direct)) return repeat(direct, a, b);
    return direct(a, b);
  }
  const reflected = tb.oldStyle
    ? classicMethod(op.reflected, (x, y) => binary(y, x, op))
    : find(tb, b, op.reflected, op.reflectedKey, op.slot + 1);
  let asked = false;
  if (reflected !== undefined && goesFirst(a, ta, tb, direct, reflected, op)) {
    asked = true;
    const result = op === MUL && isSequenceMethod(reflected) ? repeat(reflected, b, a) : reflected(b, a);
    if (result !== NotImplemented) return result;
  }
  if (direct !== undefined) {
    const result = op === MUL && isSequenceMethod(direct) ? repeat(direct, a, b) : direct(a, b);
    if (result !== NotImplemented) return result;
  }
  if (reflected === undefined || asked) return NotImplemented;
  return op === MUL && isSequenceMethod(reflected) ? repeat(reflected, b, a) : reflected(b, a);
}

/** Whether the right operand is asked before the left one. */
function goesFirst(
  a: Py,
  ta: PyType,
  tb: PyType,
  direct: SpecialMethod | undefined,
  reflected: SpecialMethod,
  op: Operator,
): boolean {
  if (tb.mro.includes(ta) && !ta.oldStyle && reflected !== find(ta, a, op.reflected, op.reflectedKey, op.slot + 1))
    return true;
  if (direct === undefined || (op !== ADD && op !== MUL)) return false;
  return isSequenceMethod(direct) && !isSequenceMethod(reflected) && !isNumberToo(a, ta, op);
}

/** Whether a sequence is of a class that has a reflected method of its own: as a number, it is asked first for all it inherits. */
function isNumberToo(a: Py, ta: PyType, op: Operator): boolean {
  const own = find(ta, a, op.reflected, op.reflectedKey, op.slot + 1);
  return own !== undefined && !isSequenceMethod(own);
}

/** `sequence * count` by the operator, whose message differs from that of calling `__mul__`. */
function repeat(method: SpecialMethod, sequence: Py, count: Py): Py {
  if (intValue(count) === undefined && special(count, '__index__') === undefined) {
    if (typeOf(count).oldStyle) throw TypeError('object cannot be interpreted as an index');
    throw TypeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
  }
  return method(sequence, count);
}

/** `a op b`. Throws TypeError. */
export function binary(a: Py, b: Py, op: Operator): Py {
  const result = tryBinary(a, b, op);
  if (result !== NotImplemented) return result;
  throw (op === ADD ? cannotConcatenate(a, b) : undefined) ?? unsupported(a, b, op.symbol, op === RSHIFT);
}

const BY_NAME: Readonly<Record<string, Operator>> = { add: ADD, sub: SUB, mul: MUL, truediv: TRUEDIV, matmul: MATMUL };

/** What is left to do when the left operand's own method has said NotImplemented, and the right one had no say before it. */
export function declined(a: Py, b: Py, name: string, isInPlace: boolean): Py {
  const op = BY_NAME[name]!;
  const tb = typeOf(b);
  const reflected = tb === typeOf(a) ? undefined : find(tb, b, op.reflected, op.reflectedKey, op.slot + 1);
  const repeats = reflected !== undefined && op === MUL && isSequenceMethod(reflected);
  // `a *= sequence` repeats nothing where `a` is of a class written in Python.
  if (reflected !== undefined && !(repeats && isInPlace)) {
    const result = repeats ? repeat(reflected, b, a) : reflected(b, a);
    if (result !== NotImplemented) return result;
  }
  const symbol = isInPlace ? `${op.symbol}=` : op.symbol;
  throw (op === ADD ? cannotConcatenate(a, b) : undefined) ?? unsupported(a, b, symbol, false);
}

/** What the `__coerce__` of an old-style class makes of two operands, where it changes them. */
export function coercedPair2(a: Py, b: Py): [Py, Py] | undefined {
  if (rt.dialect === 3) return undefined;
  for (const [self, other] of [
    [a, b],
    [b, a],
  ]) {
    const hook = typeOf(self).oldStyle ? special(self, '__coerce__') : undefined;
    const pair = coercedItems(hook?.(self, other));
    if (pair === undefined) continue;
    const [x, y] = pair;
    if (x === self && y === other) continue;
    return self === a ? [x, y] : [y, x];
  }
  return undefined;
}

/** `a op= b`: the new value of `a`. */
export function inPlace(a: Py, b: Py, op: Operator): Py {
  const ta = typeOf(a);
  const own = ta.oldStyle
    ? classicMethod(op.inPlace, (x, y) => inPlace(x, y, op))
    : find(ta, a, op.inPlace, op.inPlaceKey, op.slot + 2);
  if (own !== undefined) {
    const result = isSequenceMethod(own) ? inPlaceSequence(own, a, b, op) : own(a, b);
    if (result !== NotImplemented) return result;
  }
  const result = withoutRepeating(a, b, op);
  if (result !== NotImplemented) return result;
  throw (
    (op === ADD ? cannotConcatenate(a, b) : undefined) ??
    unsupported(a, b, op !== POW ? `${op.symbol}=` : rt.dialect === 2 ? op.symbol : '**=', false)
  );
}

/** `a *= sequence`, where `a` is a collection or of a class written in Python: repeats nothing, unlike `a * sequence`. */
function withoutRepeating(a: Py, b: Py, op: Operator): Py {
  const ta = typeOf(a);
  const reflected =
    op === MUL && (ta.isHeap || special(a, '__len__') !== undefined)
      ? find(typeOf(b), b, op.reflected, op.reflectedKey, op.slot + 1)
      : undefined;
  if (reflected === undefined || !isSequenceMethod(reflected)) return tryBinary(a, b, op);
  const direct = find(ta, a, op.direct, op.directKey, op.slot);
  if (direct === undefined) return NotImplemented;
  return isSequenceMethod(direct) ? repeat(direct, a, b) : direct(a, b);
}

/** The number methods of the right operand come before a sequence's `+=` and `*=`, too, but for the `+=` of a class written in Python. */
function inPlaceSequence(own: SpecialMethod, a: Py, b: Py, op: Operator): Py {
  const goesOn = op === ADD && typeOf(a).isHeap;
  const reflected = goesOn ? undefined : find(typeOf(b), b, op.reflected, op.reflectedKey, op.slot + 1);
  if (reflected !== undefined && !isSequenceMethod(reflected)) {
    const result = reflected(b, a);
    if (result !== NotImplemented) return result;
  }
  return op === MUL ? repeat(own, a, b) : own(a, b);
}

/** The error of a sequence that is asked to add what is none; undefined when `a` is no sequence. */
function cannotConcatenate(a: Py, b: Py): Py {
  const direct = find(typeOf(a), a, ADD.direct, ADD.directKey, ADD.slot);
  if (direct === undefined || !isSequenceMethod(direct)) return undefined;
  return concatenationError((direct as Py).builtin.owner.name, b);
}

/** TypeError of the `+` of a built-in sequence, called `kind`, that cannot add `b`. */
export function concatenationError(kind: string, b: Py): Py {
  const other = typeName(b);
  if (kind === 'bytes') return TypeError(`can't concat ${other} to bytes`);
  if (kind === 'bytearray') {
    return TypeError(rt.dialect === 2 ? `can't concat bytearray to ${other}` : `can't concat ${other} to bytearray`);
  }
  if (kind === 'unicode') return TypeError(`coercing to Unicode: need string or buffer, ${other} found`);
  if (kind === 'str' && rt.dialect === 2) return TypeError(`cannot concatenate 'str' and '${other}' objects`);
  return TypeError(`can only ${kind === 'array' ? 'append' : 'concatenate'} ${kind} (not "${other}") to ${kind}`);
}

/** A type's name as operator messages give it: old-style classes share one. */
export function typeName(o: Py): string {
  const type = typeOf(o);
  if (o instanceof PyType && o.oldStyle) return 'classobj';
  return type.oldStyle ? 'instance' : type.name;
}

function unsupported(a: Py, b: Py, symbol: string, shift: boolean): Py {
  const base = `unsupported operand type(s) for ${symbol}: '${typeName(a)}' and '${typeName(b)}'`;
  if (shift && rt.dialect === 3 && typeof a === 'function' && a.builtin?.name === 'print') {
    return TypeError(`${base}. Did you mean "print(<message>, file=<output_stream>)"?`);
  }
  return TypeError(base);
}

/** `pow(a, b, c)` with a third argument. */
export function ternaryPow(a: Py, b: Py, c: Py): Py {
  const direct = special(a, '__pow__');
  if (direct !== undefined) {
    const result = direct(a, b, c);
    if (result !== NotImplemented) return result;
  }
  // The number types on the other sides have their say; what they say is an error or NotImplemented.
  for (const other of [b, c]) {
    const f = special(other, '__pow__');
    if (f === undefined || f === direct || typeOf(other).isHeap) continue;
    const result = f(a, b, c);
    if (result !== NotImplemented) return result;
  }
  const symbol = rt.dialect === 2 ? 'pow()' : POW.symbol;
  const names = [typeName(a), typeName(b), typeName(c)];
  const types = (
    rt.dialect === 2 && intValue(a) !== undefined && intValue(b) !== undefined ? coercedNames2(names, typeOf(c)) : names
  )
    .map((name) => `'${name}'`)
    .join(', ');
  throw lacksSpecial(a, '__pow__', `unsupported operand type(s) for ${symbol}: ${types}`);
}

/** Types of Python 2 that have an operator of numbers (`%`, `-`), though they are none. */
const WITH_OPERATORS_2 = ['str', 'unicode', 'set', 'frozenset'];

/**
 * Names of the types of two ints and what is no number: Python 2 makes both ints long, if one is, before it finds that;
 * a third one with operators of its own keeps it from that.
 */
function coercedNames2(names: string[], third: PyType): string[] {
  if (third.isHeap || WITH_OPERATORS_2.includes(third.name) || !names.slice(0, 2).includes('long')) return names;
  return ['long', 'long', names[2]!];
}

/** `-a`, `+a`, `~a`, `abs(a)` by special method. Throws TypeError. */
export function unary(a: Py, name: string, symbol: string): Py {
  const f = special(a, name);
  if (f === undefined) throw lacksSpecial(a, name, `bad operand type for ${symbol}: '${typeName(a)}'`);
  return f(a);
}
