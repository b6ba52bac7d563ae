/** What Python can do with a Decimal. */
import { intHash } from './hash.js';
import { OverflowError, TypeError, ValueError } from '../../object/errors.js';
import { rt } from '../../object/context.js';
import { fn, method } from '../../object/fn.js';
import { getter } from '../../object/install.js';
import type { CompareOp } from '../../object/compare.js';
import { asSize, intValue, normalInt, strValue } from '../../object/number.js';
import type { Py } from '../../object/object.js';
import type { Members, PyType } from '../../object/type.js';
import { typeOf } from '../../object/typeof.js';
import { NotImplemented, PyClassMethod, PyComplex, PyFloat, PyTuple } from '../../object/values.js';
import { freshNaN } from '../../text/nan.js';
import { floatType } from '../../builtins/float.js';
import { call } from '../../object/call.js';
import { structDecimalTuple } from './tuple.js';
import { compareValues, rescale } from './arithmetic.js';
import { contextOr, getContext } from './context.js';
import {
  argument,
  comparable,
  decimalType,
  fromDouble,
  fromInt,
  makeDecimal,
  operand,
  PyDecimal,
  truncated,
} from './decimal.js';
import { Condition, Environment } from './environment.js';
import { formatDecimal } from './format.js';
import { big, adjusted, type Dec, finite, isFinite, isNan, isZero, pow10, ROUNDINGS, type Rounding } from './number.js';
import * as ops from './operations.js';
import { powerModulo } from './transcendental.js';
import { toText } from './text.js';

const under = (context: Py, operation: (env: Environment) => Dec): PyDecimal =>
  makeDecimal(contextOr(context).run(operation));

/** An operator and its reflected form. */
function operator(operation: ops.Binary): { direct: Py; reflected: Py } {
  const direct = method('(value, /)', (self: PyDecimal, other: Py) => {
    const b = operand(other);
    return b === undefined ? NotImplemented : computed(operation, self.value, b);
  });
  const reflected = method('(value, /)', (self: PyDecimal, other: Py) => {
    const a = operand(other);
    return a === undefined ? NotImplemented : computed(operation, a, self.value);
  });
  return { direct, reflected };
}

/** What the operation gives in the current context. */
function computed(operation: ops.Binary, a: Dec, b: Dec): PyDecimal {
  const context = getContext();
  const env = new Environment(context);
  const result = operation(a, b, env);
  if (env.status !== 0) context.raise(env.status);
  return makeDecimal(result);
}

const OPERATORS: Readonly<Record<string, ops.Binary>> = {
  add: ops.add,
  sub: ops.subtract,
  mul: ops.multiply,
  truediv: ops.divide,
  floordiv: ops.floorDivide,
  mod: ops.remainder,
};

function operators(): Members {
  const members: Members = {};
  for (const [name, operation] of Object.entries(OPERATORS)) {
    const { direct, reflected } = operator(operation);
    members[`__${name}__`] = direct;
    members[`__r${name}__`] = reflected;
    if (name === 'truediv' && rt.dialect === 2) {
      const plain = operator(operation);
      members.__div__ = plain.direct;
      members.__rdiv__ = plain.reflected;
    }
  }
  members.__divmod__ = method('(value, /)', (self: PyDecimal, other: Py) => divmod(self.value, operand(other)));
  members.__rdivmod__ = method('(value, /)', (self: PyDecimal, other: Py) => {
    const a = operand(other);
    return a === undefined ? NotImplemented : divmod(a, self.value);
  });
  members.__pow__ = method('(value, mod=None, /)', (self: PyDecimal, other: Py, modulus: Py) =>
    raise(self.value, other, modulus),
  );
  members.__rpow__ = method('(value, mod=None, /)', (self: PyDecimal, other: Py) => {
    const a = operand(other);
    return a === undefined ? NotImplemented : raise(a, self, undefined);
  });
  for (const [name, operation] of Object.entries({ neg: 'minus', pos: 'plus', abs: 'abs' })) {
    members[`__${name}__`] = method('()', (self: PyDecimal) =>
      makeDecimal(getContext().run((env) => ops.CONTEXT_UNARY[operation]!(self.value, env))),
    );
  }
  return members;
}

export function divmod(a: Dec, b: Dec | undefined): Py {
  if (b === undefined) return NotImplemented;
  let rest: Dec = a;
  const quotient = getContext().run((env) => {
    const both = ops.divideInteger(a, b, env);
    rest = both.remainder;
    return both.quotient;
  });
  return new PyTuple([makeDecimal(quotient), makeDecimal(rest)]);
}

function raise(a: Dec, other: Py, modulus: Py): Py {
  const b = operand(other);
  if (b === undefined) return NotImplemented;
  if (modulus === undefined || modulus === null) return makeDecimal(getContext().run((env) => ops.power(a, b, env)));
  const m = operand(modulus);
  return m === undefined ? NotImplemented : makeDecimal(getContext().run((env) => powerModulo(a, b, m, env)));
}

/** Equality is quiet but for signaling NaNs; order refuses every NaN. */
function comparison(op: CompareOp, holds: (order: number) => boolean) {
  const isOrder = op !== 'Eq' && op !== 'NotEq';
  return method('(value, /)', (self: PyDecimal, other: Py) => {
    if (!isOrder && other instanceof PyComplex) {
      const same = other.imag === 0 && compareValues(self.value, fromDouble(other.real)) === 0 && !isNan(self.value);
      return holds(same ? 0 : 1);
    }
    const both = comparable(other, self.value, isOrder);
    if (both === undefined) return NotImplemented;
    const { self: a, other: b } = both;
    if (isNan(a) || isNan(b)) {
      if (isOrder || a.kind === 'snan' || b.kind === 'snan') getContext().raise(Condition.InvalidOperation);
      return op === 'NotEq';
    }
    return holds(compareValues(a, b));
  });
}

function roundingOr(value: Py, fallback: Rounding): Rounding {
  if (value === undefined || value === null) return fallback;
  const text = strValue(value);
  if (text === undefined || !ROUNDINGS.includes(text as Rounding)) {
    throw TypeError(
      'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]',
    );
  }
  return text as Rounding;
}

function quantized(self: PyDecimal, exp: Py, rounding: Py, context: Py): PyDecimal {
  const b = argument(exp);
  const ctx = contextOr(context);
  const mode = roundingOr(rounding, ctx.rounding);
  const env = new Environment(ctx);
  const result = ops.quantize(self.value, b, env, mode);
  if (env.status !== 0) ctx.raise(env.status);
  return makeDecimal(result);
}

const integral = (signals: boolean) =>
  method('(rounding=None, context=None)', (self: PyDecimal, rounding: Py, context: Py) => {
    const ctx = contextOr(context);
    const mode = roundingOr(rounding, ctx.rounding);
    return makeDecimal(ctx.run((env) => ops.toIntegral(self.value, env, mode, signals)));
  });

/** `round(d)` to an int (half to even), `round(d, n)` to a Decimal. */
function round(self: PyDecimal, digits: Py): Py {
  if (digits === undefined) return toInteger(self.value, 'ROUND_HALF_EVEN');
  if (intValue(digits) === undefined) throw TypeError('optional arg must be an integer');
  const n = asSize(digits);
  return makeDecimal(getContext().run((env) => ops.quantize(self.value, finite(0, 1, -n), env)));
}

function toInteger(d: Dec, rounding: Rounding): Py {
  if (isNan(d)) throw ValueError('cannot convert NaN to integer');
  if (d.kind === 'infinite') throw OverflowError('cannot convert Infinity to integer');
  return truncated(rescale(d, 0, rounding).value);
}
const integerMethod = (rounding: Rounding) => method('()', (self: PyDecimal) => toInteger(self.value, rounding));

function toFloat(self: PyDecimal): Py {
  const { value } = self;
  if (value.kind === 'snan') throw ValueError('cannot convert signaling NaN to float');
  if (value.kind === 'nan') return new PyFloat(freshNaN(value.sign === 1));
  if (value.kind === 'infinite') return new PyFloat(value.sign === 1 ? -Infinity : Infinity);
  return call(floatType, [toText(value, true)]);
}

function ratio(self: PyDecimal): Py {
  const { value } = self;
  if (isNan(value)) throw ValueError('cannot convert NaN to integer ratio');
  if (value.kind === 'infinite') throw OverflowError('cannot convert Infinity to integer ratio');
  let n = value.exponent >= 0 ? big(value) * pow10(value.exponent) : big(value);
  let d = value.exponent >= 0 ? 1n : pow10(-value.exponent);
  for (let [x, y] = [n, d]; ; [x, y] = [y, x % y]) {
    if (y !== 0n) continue;
    n /= x;
    d /= x;
    break;
  }
  return new PyTuple([normalInt(value.sign === 1 ? -n : n), normalInt(d)]);
}

function asTuple(self: PyDecimal): Py {
  const { value } = self;
  const digits =
    value.kind === 'infinite'
      ? [0]
      : isNan(value) && value.coefficient === 0
        ? []
        : [...value.coefficient.toString()].map(Number);
  const exponent =
    value.kind === 'finite' ? value.exponent : value.kind === 'infinite' ? 'F' : value.kind === 'nan' ? 'n' : 'N';
  return call(structDecimalTuple(), [value.sign, new PyTuple(digits), exponent]);
}

function conversions(): Members {
  return {
    __bool__: method('()', (self: PyDecimal) => !isZero(self.value)),
    ...(rt.dialect === 2 ? { __nonzero__: method('()', (self: PyDecimal) => !isZero(self.value)) } : {}),
    __int__: integerMethod('ROUND_DOWN'),
    __trunc__: integerMethod('ROUND_DOWN'),
    __floor__: integerMethod('ROUND_FLOOR'),
    __ceil__: integerMethod('ROUND_CEILING'),
    __round__: method('(ndigits=None, /)', round),
    __float__: method('()', toFloat),
    __complex__: method('()', (self: PyDecimal) => new PyComplex(toFloat(self).v, 0)),
    __str__: method('()', (self: PyDecimal) => toText(self.value, getContext().capitals === 1)),
    __repr__: method('()', (self: PyDecimal) => `Decimal('${toText(self.value, getContext().capitals === 1)}')`),
    __format__: method('(format_spec, override=None, /)', (self: PyDecimal, spec: Py) => {
      const text = strValue(spec);
      if (text === undefined) throw TypeError(`format arg must be str`);
      const context = getContext();
      return text === ''
        ? toText(self.value, context.capitals === 1)
        : formatDecimal(self.value, text, context, context.capitals === 1);
    }),
    __hash__: method('()', (self: PyDecimal) => intHash(self)),
    __reduce__: method('()', (self: PyDecimal) => new PyTuple([typeOf(self), new PyTuple([toText(self.value, true)])])),
    __copy__: method('()', (self: PyDecimal) => self),
    __deepcopy__: method('(memo, /)', (self: PyDecimal) => self),
    __sizeof__: method('()', () => 104),
    as_tuple: method('()', asTuple),
    as_integer_ratio: method('()', ratio),
    conjugate: method('()', (self: PyDecimal) => self),
    real: getter((self: PyDecimal) => self),
    imag: getter(() => makeDecimal(finite(0, 0, 0))),
    radix: method('()', () => makeDecimal(fromInt(10))),
    adjusted: method('()', (self: PyDecimal) => (isFinite(self.value) ? adjusted(self.value) : 0)),
    from_float: new PyClassMethod(
      fn(
        '(cls, f, /)',
        (cls: PyType, f: Py) => {
          const int = intValue(f);
          if (int !== undefined) return convertTo(cls, fromInt(int));
          if (!(f instanceof PyFloat)) throw TypeError('argument must be int or float');
          return convertTo(cls, fromDouble(f.v));
        },
        'from_float',
      ),
    ),
  };
}

/** A subclass is made by calling it, so that its own `__new__` and `__init__` run. */
const convertTo = (cls: PyType, value: Dec): Py =>
  cls === decimalType.current ? makeDecimal(value) : call(cls, [makeDecimal(value)]);

function namedOperations(): Members {
  const members: Members = {};
  for (const [name, operation] of Object.entries(ops.UNARY))
    members[name] = method('(context=None)', (self: PyDecimal, context: Py) =>
      under(context, (env) => operation(self.value, env)),
    );
  for (const [name, operation] of Object.entries(ops.BINARY)) {
    members[name] = method('(other, context=None)', (self: PyDecimal, other: Py, context: Py) => {
      const b = argument(other);
      return under(context, (env) => operation(self.value, b, env));
    });
  }
  for (const [name, operation] of Object.entries(ops.QUIET_UNARY))
    members[name] = method('()', (self: PyDecimal) => makeDecimal(operation(self.value)));
  for (const [name, operation] of Object.entries(ops.QUIET_BINARY)) {
    members[name] = method('(other, context=None)', (self: PyDecimal, other: Py) =>
      makeDecimal(operation(self.value, argument(other))),
    );
  }
  for (const [name, test] of Object.entries(ops.PREDICATES))
    members[name] = method('()', (self: PyDecimal) => test(self.value));
  return members;
}

export const decimalMembers = (): Members => ({
  ...operators(),
  __eq__: comparison('Eq', (order) => order === 0),
  __ne__: comparison('NotEq', (order) => order !== 0),
  __lt__: comparison('Lt', (order) => order < 0),
  __le__: comparison('LtE', (order) => order <= 0),
  __gt__: comparison('Gt', (order) => order > 0),
  __ge__: comparison('GtE', (order) => order >= 0),
  ...conversions(),
  ...namedOperations(),
  is_normal: method('(context=None)', (self: PyDecimal, context: Py) =>
    ops.isNormal(self.value, contextOr(context).emin),
  ),
  is_subnormal: method('(context=None)', (self: PyDecimal, context: Py) =>
    ops.isSubnormal(self.value, contextOr(context).emin),
  ),
  number_class: method('(context=None)', (self: PyDecimal, context: Py) =>
    ops.numberClass(self.value, contextOr(context).emin),
  ),
  same_quantum: method('(other, context=None)', (self: PyDecimal, other: Py) =>
    ops.sameQuantum(self.value, argument(other)),
  ),
  quantize: method('(exp, rounding=None, context=None)', quantized),
  to_integral: integral(false),
  to_integral_value: integral(false),
  to_integral_exact: integral(true),
  to_eng_string: method('(context=None)', (self: PyDecimal, context: Py) =>
    toText(self.value, contextOr(context).capitals === 1, true),
  ),
  fma: method('(other, third, context=None)', (self: PyDecimal, other: Py, third: Py, context: Py) => {
    const [b, c] = [argument(other), argument(third)];
    return under(context, (env) => ops.fusedMultiplyAdd(self.value, b, c, env));
  }),
});
