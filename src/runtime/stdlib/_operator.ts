/**
 * `_operator`: Python's operators as functions.
 * Spec: https://docs.python.org/3/library/operator.html
 */
import { add, matMul, mul, sub } from '../builtins/arithmetic.js';
import { and, lshift, or, rshift, xor } from '../builtins/bitwise.js';
import { div, floorDiv, mod, pow, trueDiv } from '../builtins/division.js';
import * as inPlace from '../builtins/inPlace.js';
import { lengthHint } from '../builtins/len.js';
import { delSlice, getSlice, setSlice } from '../builtins/slices.js';
import { contains, delItem, getItem, setItem } from '../builtins/subscript.js';
import { absolute, invert, neg, pos } from '../builtins/unary.js';
import { special } from '../object/attributes.js';
import { callKw } from '../object/call.js';
import { type CompareOp, compareValues } from '../object/compare.js';
import { rt } from '../object/context.js';
import { equals } from '../object/equality.js';
import { TypeError, ValueError } from '../object/errors.js';
import { fn } from '../object/fn.js';
import { iterate } from '../object/iterate.js';
import { asIndex, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyDict } from '../object/table.js';
import { truthy } from '../object/truth.js';
import { typeOf } from '../object/typeof.js';
import { PyBytes, PyFloat } from '../object/values.js';
import { attrGetterType } from './operator/attrGetter.js';
import { itemGetterType } from './operator/itemGetter.js';
import { methodCallerType } from './operator/methodCaller.js';

const binary = (f: (a: Py, b: Py) => Py) => fn('(a, b, /)', f);
const unary = (f: (a: Py) => Py) => fn('(a, /)', f);
const comparison = (op: CompareOp) => fn('(a, b, /)', (a: Py, b: Py) => compareValues(a, b, op));

const isSequence = (o: Py): boolean =>
  special(o, '__getitem__') !== undefined && !(o instanceof PyDict) && !typeOf(o).mro.some((c) => c.name === 'dict');

function concat(a: Py, b: Py): Py {
  if (!isSequence(a)) throw TypeError(`'${typeOf(a).name}' object can't be concatenated`);
  if (!isSequence(b)) throw TypeError(`'${typeOf(b).name}' object can't be concatenated`);
  return add(a, b);
}

function concatInPlace(a: Py, b: Py): Py {
  if (!isSequence(a)) throw TypeError(`'${typeOf(a).name}' object can't be concatenated`);
  if (!isSequence(b)) throw TypeError(`'${typeOf(b).name}' object can't be concatenated`);
  return inPlace.iadd(a, b);
}

function countOf(sequence: Py, value: Py): number {
  let n = 0;
  const it = iterate(sequence);
  for (let item = it.nx(); item !== undefined; item = it.nx()) if (equals(item, value)) n++;
  return n;
}

function indexOf(sequence: Py, value: Py): number {
  let at = 0;
  const it = iterate(sequence);
  for (let item = it.nx(); item !== undefined; item = it.nx(), at++) if (equals(item, value)) return at;
  throw ValueError('sequence.index(x): x not in sequence');
}

function hint(o: Py, fallback: Py): Py {
  const n = fallback === undefined ? 0 : intValue(fallback);
  if (n === undefined) throw TypeError(`'${typeOf(fallback).name}' object cannot be interpreted as an integer`);
  return lengthHint(o, n);
}

/** Compares two ASCII texts or two byte strings in a time that does not tell where they differ. */
function compareDigest(a: Py, b: Py): boolean {
  const left = digestBytes(a);
  const right = digestBytes(b);
  if (left === undefined || right === undefined || (typeof a === 'string') !== (typeof b === 'string')) {
    if (typeof a === 'string' && typeof b === 'string') {
      throw TypeError('comparing strings with non-ASCII characters is not supported');
    }
    throw TypeError(
      `unsupported operand types(s) or combination of types: '${typeOf(a).name}' and '${typeOf(b).name}'`,
    );
  }
  let difference = left.length ^ right.length;
  for (let i = 0; i < right.length; i++) difference |= (left[i] ?? ~right[i]!) ^ right[i]!;
  return difference === 0;
}

function digestBytes(o: Py): Uint8Array | undefined {
  if (typeof o !== 'string') return o instanceof PyBytes ? o.data : undefined;
  const bytes = new Uint8Array(o.length);
  for (let i = 0; i < o.length; i++) {
    const unit = o.charCodeAt(i);
    if (unit > 0x7f) return undefined;
    bytes[i] = unit;
  }
  return bytes;
}

const arithmetic = (): Record<string, Py> => ({
  add: binary(add),
  sub: binary(sub),
  mul: binary(mul),
  truediv: binary(trueDiv),
  floordiv: binary(floorDiv),
  mod: binary(mod),
  pow: binary(pow),
  lshift: binary(lshift),
  rshift: binary(rshift),
  and_: binary(and),
  or_: binary(or),
  xor: binary(xor),
  neg: unary(neg),
  pos: unary(pos),
  inv: unary(invert),
  invert: unary(invert),
  abs: unary(absolute),
  iadd: binary(inPlace.iadd),
  isub: binary(inPlace.isub),
  imul: binary(inPlace.imul),
  itruediv: binary(inPlace.itrueDiv),
  ifloordiv: binary(inPlace.ifloorDiv),
  imod: binary(inPlace.imod),
  ipow: binary(inPlace.ipow),
  ilshift: binary(inPlace.ilshift),
  irshift: binary(inPlace.irshift),
  iand: binary(inPlace.iand),
  ior: binary(inPlace.ior),
  ixor: binary(inPlace.ixor),
});

const comparisons = (): Record<string, Py> => ({
  lt: comparison('Lt'),
  le: comparison('LtE'),
  eq: comparison('Eq'),
  ne: comparison('NotEq'),
  gt: comparison('Gt'),
  ge: comparison('GtE'),
  is_: binary((a, b) => a === b),
  is_not: binary((a, b) => a !== b),
  not_: unary((a) => !truthy(a)),
  truth: unary(truthy),
});

const sequences = (): Record<string, Py> => ({
  concat: binary(concat),
  iconcat: binary(concatInPlace),
  contains: binary(contains),
  countOf: binary(countOf),
  indexOf: binary(indexOf),
  getitem: binary(getItem),
  setitem: fn('(a, b, c, /)', (a: Py, b: Py, c: Py) => {
    setItem(a, b, c);
    return null;
  }),
  delitem: binary((a, b) => {
    delItem(a, b);
    return null;
  }),
});

/** Built-in sequences, which no mapping can be. */
const SEQUENCES = new Set(['list', 'tuple', 'str', 'unicode', 'xrange', 'buffer', 'collections.deque', 'array.array']);
const isMapping = (o: Py): boolean =>
  special(o, '__getitem__') !== undefined && !typeOf(o).mro.some(({ name }) => SEQUENCES.has(name));
const isNumber = (o: Py): boolean =>
  ['__int__', '__float__', '__complex__'].some((name) => special(o, name) !== undefined) || typeOf(o).oldStyle;

/** An argument that has to be an int. */
function wholeNumber(o: Py): Py {
  if (o instanceof PyFloat) throw TypeError('integer argument expected, got float');
  if (intValue(o) === undefined && special(o, '__index__') === undefined) throw TypeError('an integer is required');
  return o;
}

/** `repeat` and `irepeat`: only of a sequence. */
const repetition = (run: (a: Py, b: Py) => Py): Py =>
  binary((a, b) => {
    if (!isSequence(a)) throw TypeError(`'${typeOf(a).name}' object can't be repeated`);
    return run(a, wholeNumber(b));
  });

/** Names that only Python 2 has. */
const python2 = (): Record<string, Py> => ({
  div: binary(div),
  idiv: binary(inPlace.idiv),
  isCallable: unary((o) => typeof o === 'function' || special(o, '__call__') !== undefined),
  isMappingType: unary(isMapping),
  isNumberType: unary(isNumber),
  isSequenceType: unary(isSequence),
  sequenceIncludes: binary(contains),
  repeat: repetition(mul),
  irepeat: repetition(inPlace.imul),
  getslice: fn('(a, b, c, /)', (a: Py, b: Py, c: Py) => getSlice(a, wholeNumber(b), wholeNumber(c))),
  setslice: fn('(a, b, c, d, /)', (a: Py, b: Py, c: Py, value: Py) => {
    setSlice(a, wholeNumber(b), wholeNumber(c), value);
    return null;
  }),
  delslice: fn('(a, b, c, /)', (a: Py, b: Py, c: Py) => {
    delSlice(a, wholeNumber(b), wholeNumber(c));
    return null;
  }),
});

/** Names that only Python 3 has. */
const python3 = (): Record<string, Py> => ({
  matmul: binary(matMul),
  imatmul: binary(inPlace.imatMul),
  length_hint: fn('(obj, default=0, /)', hint),
  call: fn('(obj, /, *args, **kwargs)', (f: Py, args: Py[], kwargs: Map<string, Py>) => callKw(f, args, kwargs)),
});

export default function _operator(): Record<string, Py> {
  return {
    __doc__:
      'Operator interface.\n\nThis module exports a set of functions implemented in C corresponding\nto the intrinsic operators of Python.  For example, operator.add(x, y)\nis equivalent to the expression x+y.',
    ...arithmetic(),
    ...comparisons(),
    ...sequences(),
    index: unary(asIndex),
    _compare_digest: binary(compareDigest),
    attrgetter: attrGetterType,
    itemgetter: itemGetterType,
    methodcaller: methodCallerType,
    ...(rt.dialect === 2 ? python2() : python3()),
  };
}
