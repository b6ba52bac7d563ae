/**
 * `float`.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
 */
import { call1 } from '../object/call.js';
import { rt } from '../object/context.js';
import { OverflowError, TypeError, ValueError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { defineMembers, getter } from '../object/install.js';
import { asIndex, intToDouble, intValue, strValue } from '../object/number.js';
import { hide, type Py } from '../object/object.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { NotImplemented, PyClassMethod, PyFloat, PyStaticMethod, PyTuple, PyUnicode } from '../object/values.js';
import { floatFromHex, floatHex } from '../text/floatHex.js';
import { floatRepr, floatStr2 } from '../text/floatRepr.js';
import { formatFloat } from '../text/formatSpec.js';
import { hashFloat, hashFloat2 } from '../text/numberHash.js';
import { floatAsIntegerRatio, floatToInt, roundFloat, roundFloatToInt } from '../text/numberMath.js';
import { floatDiv, floatDivmod, floatFloorDiv, floatMod, floatPow } from './floatMath.js';
import { newFloat } from './floatNew.js';
import { binaryPair, comparisons, formatMember, selfOf } from './numberMembers.js';
import { pyCall } from './textError.js';

export const floatType: PyType = builtinType({ name: 'float', js: PyFloat });
hide(PyFloat.prototype, 'float$', true);
floatType.isFloat = true;

/** The double of a float or int operand; undefined for anything else. OverflowError. */
function operand(o: Py): number | undefined {
  if (o instanceof PyFloat) return o.v;
  const int = intValue(o);
  return int === undefined ? undefined : intToDouble(int);
}

/** For comparisons, which take ints exactly. */
function comparable(o: Py): number | bigint | undefined {
  return o instanceof PyFloat ? o.v : intValue(o);
}

defineMembers(
  floatType,
  (): Members => ({
    __doc__: 'A real number of double precision. float(x) converts a number or reads a text.',
    __new__: new PyStaticMethod(newFloat(floatType)),
    ...operators(),
    ...conversions(),
    ...hexMembers(),
    ...(rt.dialect === 2 ? members2() : members3()),
  }),
);

const binaryFloat = (name: string, compute: (a: number, b: number) => number): Members =>
  binaryPair(name, operand, (a, b) => new PyFloat(compute(a, b)));

const pair = ([a, b]: readonly [number, number]): PyTuple => new PyTuple([new PyFloat(a), new PyFloat(b)]);

function operators(): Members {
  const unary = (compute: (v: number) => number) => method('()', (self: PyFloat) => new PyFloat(compute(self.v)));
  return {
    ...binaryFloat('add', (a, b) => a + b),
    ...binaryFloat('sub', (a, b) => a - b),
    ...binaryFloat('mul', (a, b) => a * b),
    ...binaryFloat('truediv', floatDiv),
    ...binaryFloat('floordiv', floatFloorDiv),
    ...binaryFloat('mod', floatMod),
    ...binaryPair('divmod', operand, (a, b) => pair(floatDivmod(a, b))),
    __pow__: method('(value, mod=None, /)', (self: Py, other: Py, mod: Py) => power(self, other, mod)),
    __rpow__: method('(value, mod=None, /)', (self: Py, other: Py, mod: Py) => power(other, self, mod)),
    __neg__: unary((v) => -v),
    __pos__: unary((v) => v),
    __abs__: unary(Math.abs),
    ...comparisons(comparable),
  };
}

function power(base: Py, exponent: Py, mod: Py): Py {
  if (mod !== undefined && mod !== null) {
    throw TypeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  const a = operand(base);
  const b = operand(exponent);
  return a === undefined || b === undefined ? NotImplemented : floatPow(a, b);
}

function conversions(): Members {
  const toInt = () => method('()', (self: PyFloat) => pyCall(() => floatToInt(self.v)));
  return {
    __repr__: method('()', (self: Py) => floatRepr(selfOf(operandOfFloat, self, '__repr__', 'float'))),
    __hash__: method('()', (self: PyFloat) => (rt.dialect === 2 ? hashFloat2(self.v) : (hashFloat(self.v) ?? 0))),
    __format__: formatMember((self, spec, options) => formatFloat(self.v, spec, options)),
    __int__: toInt(),
    __trunc__: toInt(),
    __float__: method('()', (self: PyFloat) => (self.c$.isHeap && rt.dialect === 3 ? new PyFloat(self.v) : self)),
    __getnewargs__: method('()', (self: PyFloat) => new PyTuple([new PyFloat(self.v)])),
    __sizeof__: method('()', () => 24),
    as_integer_ratio: method('()', (self: PyFloat) => new PyTuple(pyCall(() => ratio(self.v)))),
    conjugate: method('()', (self: PyFloat) => new PyFloat(self.v)),
    is_integer: method('()', (self: PyFloat) => Number.isInteger(self.v)),
    real: getter((self: PyFloat) => new PyFloat(self.v)),
    imag: getter(() => new PyFloat(0)),
  };
}

const operandOfFloat = (o: Py): number | undefined => (o instanceof PyFloat ? o.v : undefined);

function ratio(v: number): Py[] {
  if (rt.dialect === 2) {
    if (Number.isNaN(v)) throw ValueError('Cannot pass NaN to float.as_integer_ratio.');
    if (!Number.isFinite(v)) throw OverflowError('Cannot pass infinity to float.as_integer_ratio.');
  }
  return floatAsIntegerRatio(v);
}

function hexMembers(): Members {
  return {
    hex: method('()', (self: PyFloat) => floatHex(self.v)),
    fromhex: new PyClassMethod(
      fn('(cls, string, /)', (cls: PyType, text: Py) => {
        const value = new PyFloat(pyCall(() => floatFromHex(hexSource(text))));
        return cls === floatType ? value : call1(cls, value);
      }),
    ),
    __getformat__: new PyClassMethod(
      fn('(cls, typestr, /)', (_cls: PyType, kind: Py) => {
        const name = strValue(kind);
        if (name === undefined) {
          throw TypeError(`__getformat__() argument must be str, not ${kind === null ? 'None' : typeOf(kind).name}`);
        }
        if (name !== 'double' && name !== 'float') {
          throw ValueError("__getformat__() argument 1 must be 'double' or 'float'");
        }
        return 'IEEE, little-endian';
      }),
    ),
  };
}

function hexSource(text: Py): string {
  const value = strValue(text) ?? (text instanceof PyUnicode ? text.value : undefined);
  if (value !== undefined) return value;
  if (rt.dialect === 2) throw TypeError(`expected string or Unicode object, ${typeOf(text).name} found`);
  throw TypeError('bad argument type for built-in operation');
}

function members3(): Members {
  return {
    __bool__: method('()', (self: PyFloat) => self.v !== 0),
    __floor__: method('()', (self: PyFloat) => pyCall(() => floatToInt(Math.floor(self.v)))),
    __ceil__: method('()', (self: PyFloat) => pyCall(() => floatToInt(Math.ceil(self.v)))),
    __round__: method('(ndigits=None, /)', (self: PyFloat, ndigits: Py) => roundToDigits(self.v, ndigits)),
  };
}

/** `round(x)` gives an int, `round(x, n)` a float. */
export function roundToDigits(v: number, ndigits: Py): Py {
  if (ndigits === undefined || ndigits === null) return pyCall(() => roundFloatToInt(v));
  const digits = asIndex(ndigits);
  return new PyFloat(pyCall(() => roundFloat(v, digits)));
}

function members2(): Members {
  return {
    ...binaryFloat('div', floatDiv),
    __str__: method('()', (self: PyFloat) => floatStr2(self.v)),
    __nonzero__: method('()', (self: PyFloat) => self.v !== 0),
    __long__: method('()', (self: PyFloat) => pyCall(() => floatToInt(self.v))),
    __coerce__: method('(other, /)', (self: PyFloat, other: Py) => {
      const b = operand(other);
      return b === undefined ? NotImplemented : new PyTuple([self, new PyFloat(b)]);
    }),
  };
}
