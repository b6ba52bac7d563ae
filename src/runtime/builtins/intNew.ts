/** `int(x)`, `int(text, base)` and Python 2's `long` (https://docs.python.org/3/library/functions.html#int). */
import { errorOfInstance, special } from '../object/attributes.js';
import { bufferOrUndefined, toLatin1 } from '../object/buffer.js';
import { rt } from '../object/context.js';
import { OverflowError, TypeError, ValueError } from '../object/errors.js';
import { intArg2 } from './args2.js';
import { asIndex, intValue } from '../object/number.js';
import { unknownKeyword } from '../object/keywordErrors.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyByteArray, PyBytes, PyComplex, PyIntBox, PyLong, PyStrBox, PyUnicode } from '../object/values.js';
import { floatToInt } from '../text/numberMath.js';
import {
  checkBase,
  invalidLiteral,
  type NumberSource,
  parseIntText,
  parseIntText2,
  smallDecimal,
} from '../text/parseInt.js';
import { isFloat } from './plainNumbers.js';
import { checkNew } from './checkNew.js';
import { direct } from './direct.js';
import { intLimit } from './intLimit.js';
import type { Int } from './intMath.js';
import { asLong } from './long2.js';
import { warnStrictSubclass } from './strictSubclass.js';
import { warn } from './warn.js';
import { pyCall } from './textError.js';

type Keywords = Map<string, Py>;

/** `int.__new__`. */
export function newInt(type: PyType): Py {
  const make = (cls: Py, x: Py, base: Py): Py => {
    if (cls !== type) checkSubtype(cls, type);
    const value = base === undefined ? toInt(x) : parseInBase(x, base, 'int');
    if (cls === type) return value;
    if (rt.dialect === 2 && BigInt.asIntN(64, BigInt(value)) !== BigInt(value))
      throw OverflowError('Python int too large to convert to C long');
    return new cls.ctor(value);
  };
  return maker('int', make);
}

/** `long.__new__`. */
export function newLong(type: PyType): Py {
  const make = (cls: Py, x: Py, base: Py): Py => {
    if (cls !== type) checkNew(cls, type);
    const value = base === undefined ? toInt(x, 'long') : parseInBase(x, base, 'long');
    return cls === type ? asLong(value) : new cls.ctor(BigInt(value));
  };
  return maker('long', make);
}

function checkSubtype(cls: Py, type: PyType): void {
  checkNew(cls, type);
  if (cls.name === 'bool' && !cls.isHeap) throw TypeError('int.__new__(bool) is not safe, use bool.__new__()');
}

/** Positional calls count their own arguments; the others pick `base` (and Python 2's `x`) out of the keywords. */
function maker(name: string, make: (cls: Py, x: Py, base: Py) => Py): Py {
  const positional = function (cls: Py, x: Py, base: Py): Py {
    const given = arguments.length;
    if (given === 0) throw TypeError(`${name}.__new__(): not enough arguments`);
    if (given > 3) throw tooMany(name, given - 1);
    return make(cls, x, base);
  };
  return direct('(cls, *args, **kwargs)', positional, (cls: Py, args: Py[], keywords: Keywords) => {
    if (args.length + keywords.size > 2) throw tooMany(name, args.length + keywords.size);
    let [x, base] = args;
    for (const [key, value] of keywords) {
      if (key === 'base' && base === undefined) base = value;
      else if (key === 'x' && x === undefined && rt.dialect === 2) x = value;
      else throw unexpected(name, key);
    }
    if (x === undefined && base !== undefined) throw TypeError(`${name}() missing string argument`);
    return make(cls, x, base);
  });
}

function tooMany(name: string, given: number): Py {
  if (rt.dialect === 2) return TypeError(`${name}() takes at most 2 arguments (${given} given)`);
  return TypeError(`${name} expected at most 2 arguments, got ${given}`);
}

function unexpected(name: string, key: string): Py {
  if (rt.dialect === 2) return TypeError(`'${key}' is an invalid keyword argument for this function`);
  return unknownKeyword(name, key, ['base']);
}

/** `int(x)` of one argument. */
export function toInt(x: Py, name: 'int' | 'long' = 'int'): Int {
  if (typeof x === 'number' || typeof x === 'bigint') return x;
  if (typeof x === 'string') {
    if (rt.dialect === 2) return pyCall(() => parseIntText2(x, undefined, name, 'bytes'));
    return decimalInt(x);
  }
  if (typeof x === 'boolean') return x ? 1 : 0;
  if (x === undefined) return 0;
  return isFloat(x) ? pyCall(() => floatToInt(x.v)) : objectToInt(x, name);
}

function decimalInt(text: string): Int {
  const small = smallDecimal(text);
  if (small === null) throw ValueError(invalidLiteral(text, 10, 'str'));
  return small ?? pyCall(() => parseIntText(text, 10, 'str', intLimit().maxStrDigits));
}

function objectToInt(x: Py, name: 'int' | 'long'): Int {
  const plain = x instanceof PyIntBox || x instanceof PyLong;
  if (plain && !x.c$.isHeap) return intValue(x)!;
  if (rt.dialect === 2 && x instanceof PyComplex) throw TypeError(`can't convert complex to ${name}`);
  const isLong = name === 'long';
  const hook =
    special(x, isLong ? '__long__' : '__int__') ?? (isLong && typeOf(x).oldStyle ? special(x, '__int__') : undefined);
  if (hook !== undefined) return checkedInt(hook(x), isLong ? 'long' : 'int');
  if (rt.dialect === 3) {
    const index = special(x, '__index__');
    if (index !== undefined) return checkedInt(index(x), 'index');
  }
  const truncate = special(x, '__trunc__');
  if (truncate !== undefined) {
    if (rt.dialect === 3) warn('DeprecationWarning', 'The delegation of int() to __trunc__ is deprecated.');
    return truncated(truncate(x));
  }
  const parsed = parseObject(x, undefined, name);
  if (parsed !== undefined) return parsed;
  const kind = typeOf(x).name;
  if (rt.dialect === 3) {
    throw TypeError(`int() argument must be a string, a bytes-like object or a real number, not '${kind}'`);
  }
  if (typeOf(x).oldStyle) throw errorOfInstance(x, '__trunc__');
  throw TypeError(`${name}() argument must be a string or a number, not '${kind}'`);
}

function checkedInt(result: Py, name: 'int' | 'long' | 'index'): Int {
  const method = `__${name}__`;
  const value = intValue(result);
  if (value === undefined)
    throw TypeError(`${method} returned non-${name === 'long' ? name : 'int'} (type ${typeOf(result).name})`);
  if (typeof result !== 'number' && typeof result !== 'bigint') warnStrictSubclass(result, method, 'int');
  return value;
}

function truncated(result: Py): Int {
  const value = intValue(result);
  if (value !== undefined) return value;
  const index = special(result, '__index__') ?? (rt.dialect === 2 ? special(result, '__int__') : undefined);
  if (index === undefined) throw TypeError(`__trunc__ returned non-Integral (type ${typeOf(result).name})`);
  return checkedInt(index(result), 'int');
}

/** `int(text, base)`. */
function parseInBase(x: Py, base: Py, name: 'int' | 'long'): Int {
  const radix = rt.dialect === 2 ? intArg2(base) : asIndex(base);
  if (typeof x === 'string') return parseText(x, radix, rt.dialect === 2 ? 'bytes' : 'str', name);
  const isBytes = rt.dialect === 3 && (x instanceof PyBytes || x instanceof PyByteArray);
  const known = isBytes || x instanceof PyStrBox || x instanceof PyUnicode;
  const parsed = known ? parseObject(x, radix, name) : undefined;
  if (parsed === undefined) {
    if (rt.dialect === 3) pyCall(() => checkBase(radix, name));
    throw TypeError(`${name}() can't convert non-string with explicit base`);
  }
  return parsed;
}

function parseText(text: string, base: Int | undefined, source: NumberSource, name: 'int' | 'long'): Int {
  if (rt.dialect === 2) return pyCall(() => parseIntText2(text, base, name, source));
  return pyCall(() => parseIntText(text, base ?? 10, source, intLimit().maxStrDigits));
}

/** Texts that are no plain string: undefined for what is no text at all. */
function parseObject(x: Py, base: Int | undefined, name: 'int' | 'long'): Int | undefined {
  if (x instanceof PyStrBox) return parseText(x.value, base, rt.dialect === 2 ? 'bytes' : 'str', name);
  if (x instanceof PyUnicode) return parseText(x.value, base, 'str', name);
  if (rt.dialect === 2 && !(x instanceof PyByteArray)) return undefined;
  const bytes = bufferOrUndefined(x);
  return bytes === undefined ? undefined : parseText(toLatin1(bytes), base, 'bytes', name);
}
