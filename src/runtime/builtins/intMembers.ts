/** Operators, conversions and attributes of `int`, for both dialects. */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { getter } from '../object/install.js';
import { asIndex, intToDouble, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { Members } from '../object/type.js';
import { NotImplemented, PyFloat, PyTuple } from '../object/values.js';
import { formatInt } from '../text/formatSpec.js';
import { hashInt, hashInt2 } from '../text/numberHash.js';
import { roundInt } from '../text/numberMath.js';
import { powInts, trueDivInt } from './division.js';
import { intText } from './intLimit.js';
import type { Int } from './intMath.js';
import * as math from './intMath.js';
import { asLong, intResult, isLong, powerOverflows } from './long2.js';
import { binaryPair, comparisons, formatMember, selfOf } from './numberMembers.js';

/** A binary operation whose result is an int. */
const binaryInt = (name: string, compute: (a: Int, b: Int) => Int): Members =>
  binaryPair(name, intValue, (a, b, self, other) => intResult(compute(a, b), self, other));

/** A method without arguments whose result is a plain int of the same kind. */
const unaryInt = (name: string, compute: (a: Int) => Int): Members => ({
  [name]: method('()', (self: Py) => intResult(compute(selfOf(intValue, self, name)), self, self)),
});

const same = (a: Int): Int => a;

export function intMembers(): Members {
  return { ...operators(), ...powers(), ...conversions(), ...attributes(), ...(rt.dialect === 3 ? members3() : {}) };
}

/** The message of a division by zero where it is the same for all operations: Python 2's longs, and divmod. */
function zeroMessage(a: Py, b: Py): string {
  return `${isLong(a) || isLong(b) ? 'long' : 'integer'} division or modulo by zero`;
}

/** `//` or `%`. */
const division = (name: string, compute: (a: Int, b: Int, zeroText?: string) => Int): Members =>
  binaryPair(name, intValue, (a, b, self, other) => {
    const zeroText = rt.dialect === 2 ? zeroMessage(self, other) : undefined;
    return intResult(compute(a, b, zeroText), self, other);
  });

function operators(): Members {
  return {
    ...binaryInt('add', math.addInt),
    ...binaryInt('sub', math.subInt),
    ...binaryInt('mul', math.mulInt),
    ...division('floordiv', math.floorDivInt),
    ...division('mod', math.modInt),
    ...(rt.dialect === 2 ? division('div', math.floorDivInt) : {}),
    ...binaryInt('lshift', math.lshiftInt),
    ...binaryInt('rshift', math.rshiftInt),
    ...binaryInt('and', math.andInt),
    ...binaryInt('or', math.orInt),
    ...binaryInt('xor', math.xorInt),
    ...binaryPair('truediv', intValue, (a, b) => new PyFloat(trueDivInt(a, b))),
    ...binaryPair('divmod', intValue, (a, b, self, other) => {
      const quotient = intResult(math.floorDivInt(a, b, zeroMessage(self, other)), self, other);
      return new PyTuple([quotient, intResult(math.modInt(a, b, zeroMessage(self, other)), self, other)]);
    }),
    ...unaryInt('__neg__', math.negInt),
    ...unaryInt('__pos__', same),
    ...unaryInt('__abs__', math.absInt),
    ...unaryInt('__invert__', math.invertInt),
    ...comparisons(intValue),
  };
}

function powers(): Members {
  return {
    __pow__: method('(value, mod=None, /)', (self: Py, other: Py, mod: Py) => power(self, other, mod, self, other)),
    __rpow__: method('(value, mod=None, /)', (self: Py, other: Py, mod: Py) => power(other, self, mod, self, other)),
  };
}

function power(base: Py, exponent: Py, mod: Py, self: Py, other: Py): Py {
  const a = intValue(base);
  const b = intValue(exponent);
  if (a === undefined || b === undefined) return NotImplemented;
  if (mod === undefined || mod === null) {
    const result = powInts(a, b);
    return result instanceof PyFloat ? result : intResult(result, self, other);
  }
  const m = intValue(mod);
  // Python 2's int does not look at the modulus before; its long does.
  if (rt.dialect === 2 && b < 0 && (m !== undefined || (!isLong(base) && !isLong(exponent)))) {
    throw TypeError('pow() 2nd argument cannot be negative when 3rd argument specified');
  }
  if (m === undefined) return NotImplemented;
  const result = math.powModInt(a, b, m);
  if (rt.dialect === 2 && (isLong(mod) || powerOverflows(a, b, m))) return asLong(result);
  return intResult(result, self, other);
}

function conversions(): Members {
  return {
    __repr__: method('()', (self: Py) => {
      const text = intText(selfOf(intValue, self, '__repr__'));
      return isLong(self) ? `${text}L` : text;
    }),
    __hash__: method('()', (self: Py) => (rt.dialect === 2 ? hashInt2 : hashInt)(selfOf(intValue, self, '__hash__'))),
    __format__: formatMember((self, spec, options) => formatInt(intValue(self)!, spec, options)),
    __float__: method('()', (self: Py) => new PyFloat(intToDouble(selfOf(intValue, self, '__float__')))),
    ...unaryInt('__int__', same),
    ...unaryInt('__index__', same),
    ...unaryInt('__trunc__', same),
    __getnewargs__: method('()', (self: Py) => new PyTuple([intResult(intValue(self)!, self, self)])),
    __sizeof__: method('()', (self: Py) => {
      const digits = Math.ceil(math.bitLength(intValue(self)!) / 30);
      if (rt.dialect === 3) return 24 + 4 * Math.max(1, digits);
      return isLong(self) ? 24 + 4 * digits : 24;
    }),
  };
}

function attributes(): Members {
  const value = getter((self: Py) => intResult(intValue(self)!, self, self));
  const fresh = () => getter(value.get);
  return {
    real: fresh(),
    imag: getter((self: Py) => intResult(0, self, self)),
    numerator: fresh(),
    denominator: getter((self: Py) => intResult(1, self, self)),
    bit_length: method('()', (self: Py) => math.bitLength(intValue(self)!)),
    ...unaryInt('conjugate', same),
  };
}

/** Python 3 only. */
function members3(): Members {
  return {
    __bool__: method('()', (self: Py) => intValue(self) !== 0),
    ...unaryInt('__floor__', same),
    ...unaryInt('__ceil__', same),
    __round__: method('(ndigits=None, /)', (self: Py, ndigits: Py) => {
      const n = selfOf(intValue, self, '__round__');
      return ndigits === undefined ? n : roundInt(n, asIndex(ndigits));
    }),
    bit_count: method('()', (self: Py) => math.bitCount(intValue(self)!)),
    is_integer: method('()', () => true),
    as_integer_ratio: method('()', (self: Py) => new PyTuple([intValue(self)!, 1])),
  };
}
