/**
 * `complex`.
 *
 * Spec: https://docs.python.org/3/library/stdtypes.html#numeric-types-int-float-complex
 */
import { rt } from '../object/context.js';
import { TypeError, ValueError, ZeroDivisionError } from '../object/errors.js';
import { method } from '../object/fn.js';
import { identityHash } from '../object/hash.js';
import { defineMembers, readOnlyMember } from '../object/install.js';
import { intToDouble, intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { builtinType, type Members, type PyType } from '../object/type.js';
import { NotImplemented, PyComplex, PyFloat, PyStaticMethod, PyTuple } from '../object/values.js';
import { complexRepr, complexStr2 } from '../text/floatRepr.js';
import { formatComplex } from '../text/formatSpec.js';
import { hashComplex, hashFloat2 } from '../text/numberHash.js';
import { complexAbs, complexDiv, complexMul, complexPower, type Pair } from './complexMath.js';
import { newComplex } from './complexNew.js';
import { binaryPair, formatMember, selfOf } from './numberMembers.js';

export const complexType: PyType = builtinType({ name: 'complex', js: PyComplex });

/** The parts of a number; undefined for anything else. OverflowError for an int beyond the doubles. */
function operand(o: Py): Pair | undefined {
  if (o instanceof PyComplex) return [o.real, o.imag];
  if (o instanceof PyFloat) return [o.v, 0];
  const int = intValue(o);
  return int === undefined ? undefined : [intToDouble(int), 0];
}

const made = ([real, imag]: Pair): PyComplex => new PyComplex(real, imag);

const binaryComplex = (name: string, compute: (a: Pair, b: Pair) => Pair): Members =>
  binaryPair(name, operand, (a, b) => made(compute(a, b)));

defineMembers(
  complexType,
  (): Members => ({
    __doc__: 'A complex number with a real and an imaginary part, both doubles.',
    __new__: new PyStaticMethod(newComplex(complexType)),
    ...binaryComplex('add', (a, b) => [a[0] + b[0], a[1] + b[1]]),
    ...binaryComplex('sub', (a, b) => [a[0] - b[0], a[1] - b[1]]),
    ...binaryComplex('mul', (a, b) => complexMul(...a, ...b)),
    ...binaryComplex('truediv', (a, b) => complexDiv(...a, ...b)),
    __pow__: method('(value, mod=None, /)', (self: Py, other: Py, mod: Py) => power(self, other, mod)),
    __rpow__: method('(value, mod=None, /)', (self: Py, other: Py, mod: Py) => power(other, self, mod)),
    __neg__: method('()', (self: PyComplex) => new PyComplex(-self.real, -self.imag)),
    __pos__: method('()', (self: PyComplex) => new PyComplex(self.real, self.imag)),
    __abs__: method('()', (self: PyComplex) => new PyFloat(complexAbs(self.real, self.imag))),
    ...comparisons(),
    ...conversions(),
    ...(rt.dialect === 2 ? members2() : members3()),
  }),
);

function power(base: Py, exponent: Py, mod: Py): Py {
  const a = operand(base);
  const b = operand(exponent);
  if (a === undefined || b === undefined) return NotImplemented;
  if (mod !== undefined && mod !== null) throw ValueError('complex modulo');
  return made(complexPower(...a, ...b));
}

/** Equality only; ints are compared exactly. */
function comparisons(): Members {
  const equal = (self: PyComplex, other: Py): boolean | undefined => {
    if (other instanceof PyComplex) return self.real === other.real && self.imag === other.imag;
    const real = other instanceof PyFloat ? other.v : intValue(other);
    // biome-ignore lint/suspicious/noDoubleEquals: exact between bigints and doubles
    return real === undefined ? undefined : self.imag === 0 && self.real == real;
  };
  const ordering = () =>
    method('(value, /)', (_self: Py, other: Py) => {
      if (rt.dialect === 2 && operand(other) !== undefined) {
        throw TypeError('no ordering relation is defined for complex numbers');
      }
      return NotImplemented;
    });
  return {
    __eq__: method('(value, /)', (self: PyComplex, other: Py) => equal(self, other) ?? NotImplemented),
    __ne__: method('(value, /)', (self: PyComplex, other: Py) => {
      const result = equal(self, other);
      return result === undefined ? NotImplemented : !result;
    }),
    __lt__: ordering(),
    __le__: ordering(),
    __gt__: ordering(),
    __ge__: ordering(),
  };
}

function conversions(): Members {
  const parts = (self: Py): Pair =>
    selfOf(
      (o: Py): Pair | undefined => (o instanceof PyComplex ? [o.real, o.imag] : undefined),
      self,
      '__repr__',
      'complex',
    );
  return {
    __repr__: method('()', (self: Py) => complexRepr(...parts(self))),
    __hash__: method('()', (self: PyComplex) => complexHash(self)),
    __format__: formatMember((self, spec, options) => formatComplex(self.real, self.imag, spec, options)),
    __getnewargs__: method('()', (self: PyComplex) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)])),
    __sizeof__: method('()', () => 32),
    conjugate: method('()', (self: PyComplex) => new PyComplex(self.real, -self.imag)),
    real: readOnlyMember((self: PyComplex) => new PyFloat(self.real)),
    imag: readOnlyMember((self: PyComplex) => new PyFloat(self.imag)),
  };
}

function complexHash(self: PyComplex): Py {
  if (rt.dialect === 3) return hashComplex(self.real, self.imag, () => identityHash(self));
  const sum = BigInt.asIntN(64, BigInt(hashFloat2(self.real)) + 1000003n * BigInt(hashFloat2(self.imag)));
  const hash = sum === -1n ? -2n : sum;
  return Number.isSafeInteger(Number(hash)) ? Number(hash) : hash;
}

function members3(): Members {
  return {
    __bool__: method('()', (self: PyComplex) => self.real !== 0 || self.imag !== 0),
    __complex__: method('()', (self: PyComplex) => new PyComplex(self.real, self.imag)),
  };
}

function members2(): Members {
  const refuse = (what: string) =>
    method('()', () => {
      throw TypeError(`can't convert complex to ${what}`);
    });
  return {
    ...binaryComplex('div', (a, b) => complexDiv(...a, ...b)),
    ...binaryComplex('floordiv', (a, b) => divmod(a, b)[0]),
    ...binaryComplex('mod', (a, b) => divmod(a, b, 'complex remainder')[1]),
    ...binaryPair('divmod', operand, (a, b) => new PyTuple(divmod(a, b, 'complex divmod()').map(made))),
    __str__: method('()', (self: PyComplex) => complexStr2(self.real, self.imag)),
    __nonzero__: method('()', (self: PyComplex) => self.real !== 0 || self.imag !== 0),
    __int__: refuse('int'),
    __long__: refuse('long'),
    __float__: refuse('float'),
    __coerce__: method('(other, /)', (self: PyComplex, other: Py) => {
      const b = operand(other);
      return b === undefined ? NotImplemented : new PyTuple([self, made(b)]);
    }),
  };
}

/** Python 2's floored division of complex numbers: the real part of the quotient decides. */
function divmod(a: Pair, b: Pair, what = 'complex divmod()'): [quotient: Pair, remainder: Pair] {
  if (b[0] === 0 && b[1] === 0) throw ZeroDivisionError(what);
  const quotient: Pair = [Math.floor(complexDiv(...a, ...b)[0]), 0];
  const product = complexMul(...b, ...quotient);
  return [quotient, [a[0] - product[0], a[1] - product[1]]];
}
