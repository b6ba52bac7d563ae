/**
 * `_decimal`: decimal arithmetic.
 * Spec: https://docs.python.org/3/library/decimal.html
 */
import { rt } from '../object/context.js';
import { TypeError } from '../object/errors.js';
import { fn, method } from '../object/fn.js';
import { intValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import type { PyType } from '../object/type.js';
import { typeOf } from '../object/typeof.js';
import { PyFloat, PyTuple } from '../object/values.js';
import { strValue } from '../object/number.js';
import {
  contextOr,
  declareContext,
  getContext,
  localContext,
  PyDecimalContext,
  setContext,
  templates,
} from './decimal/context.js';
import { argument, decimalType, exactValue, fromDouble, fromInt, makeDecimal, PyDecimal } from './decimal/decimal.js';
import { Condition } from './decimal/environment.js';
import { decimalMembers } from './decimal/members.js';
import { NAN, ROUNDINGS } from './decimal/number.js';
import * as ops from './decimal/operations.js';
import { powerModulo } from './decimal/transcendental.js';
import { signalTypes } from './decimal/signals.js';
import { toText } from './decimal/text.js';
import { structDecimalTuple } from './decimal/tuple.js';
import { declareType } from './moduleTypes.js';

decimalType.current = declareType({
  name: 'Decimal',
  module: 'decimal',
  js: PyDecimal,
  signature: "(value='0', context=None)",
  make: (cls: PyType, value: Py, context: Py) => {
    if (value instanceof PyDecimal && cls === decimalType.current && typeOf(value) === cls) return value;
    return makeDecimal(value === undefined ? fromInt(0) : exactValue(value, contextOr(context)), cls);
  },
  members: decimalMembers,
});

function createDecimal(self: PyDecimalContext, value: Py): Py {
  const text = strValue(value);
  if (text !== undefined && (text !== text.trim() || text.includes('_'))) {
    self.raise(Condition.ConversionSyntax);
    return makeDecimal(NAN);
  }
  const exact = value === undefined ? fromInt(0) : exactValue(value, self);
  return makeDecimal(self.run((env) => (exact.kind === 'finite' ? env.finish(exact) : createSpecial(exact, env))));
}

/** A NaN whose payload is too long is an invalid conversion here. */
function createSpecial(
  exact: ReturnType<typeof fromInt>,
  env: Parameters<Parameters<PyDecimalContext['run']>[0]>[0],
): typeof exact {
  const { prec, clamp } = env.limits;
  if (exact.kind !== 'infinite' && exact.coefficient.toString().length > prec - clamp)
    return env.invalid(Condition.ConversionSyntax);
  return exact;
}

/** Operations of a context take numbers as arguments and do not round those first. */
function contextOperations(): Record<string, Py> {
  const members: Record<string, Py> = {};
  for (const [name, operation] of Object.entries({ ...ops.UNARY, ...ops.CONTEXT_UNARY })) {
    members[name] = method('(x, /)', (self: PyDecimalContext, x: Py) => {
      const a = argument(x);
      return makeDecimal(self.run((env) => operation(a, env)));
    });
  }
  for (const [name, operation] of Object.entries({ ...ops.BINARY, ...ops.CONTEXT_BINARY })) {
    members[name] = method('(x, y, /)', (self: PyDecimalContext, x: Py, y: Py) => {
      const [a, b] = [argument(x), argument(y)];
      return makeDecimal(self.run((env) => operation(a, b, env)));
    });
  }
  for (const [name, operation] of Object.entries(ops.QUIET_UNARY))
    members[name] = method('(x, /)', (_self: Py, x: Py) => makeDecimal(operation(argument(x))));
  for (const [name, operation] of Object.entries(ops.QUIET_BINARY))
    members[name] = method('(x, y, /)', (_self: Py, x: Py, y: Py) => makeDecimal(operation(argument(x), argument(y))));
  for (const [name, test] of Object.entries(ops.PREDICATES))
    members[name] = method('(x, /)', (_self: Py, x: Py) => test(argument(x)));
  return { ...members, ...otherOperations() };
}

const otherOperations = (): Record<string, Py> => ({
  copy_decimal: method('(x, /)', (_self: Py, x: Py) => makeDecimal(argument(x))),
  is_normal: method('(x, /)', (self: PyDecimalContext, x: Py) => ops.isNormal(argument(x), self.emin)),
  is_subnormal: method('(x, /)', (self: PyDecimalContext, x: Py) => ops.isSubnormal(argument(x), self.emin)),
  number_class: method('(x, /)', (self: PyDecimalContext, x: Py) => ops.numberClass(argument(x), self.emin)),
  same_quantum: method('(x, y, /)', (_self: Py, x: Py, y: Py) => ops.sameQuantum(argument(x), argument(y))),
  to_sci_string: method('(x, /)', (self: PyDecimalContext, x: Py) => toText(argument(x), self.capitals === 1)),
  to_eng_string: method('(x, /)', (self: PyDecimalContext, x: Py) => toText(argument(x), self.capitals === 1, true)),
  radix: method('()', () => makeDecimal(fromInt(10))),
  divmod: method('(x, y, /)', (self: PyDecimalContext, x: Py, y: Py) => {
    const [a, b] = [argument(x), argument(y)];
    let rest = a;
    const quotient = self.run((env) => {
      const both = ops.divideInteger(a, b, env);
      rest = both.remainder;
      return both.quotient;
    });
    return new PyTuple([makeDecimal(quotient), makeDecimal(rest)]);
  }),
  fma: method('(x, y, z, /)', (self: PyDecimalContext, x: Py, y: Py, z: Py) => {
    const [a, b, c] = [argument(x), argument(y), argument(z)];
    return makeDecimal(self.run((env) => ops.fusedMultiplyAdd(a, b, c, env)));
  }),
  power: method('(a, b, modulo=None)', (self: PyDecimalContext, x: Py, y: Py, modulus: Py) => {
    const [a, b] = [argument(x), argument(y)];
    if (modulus === undefined || modulus === null) return makeDecimal(self.run((env) => ops.power(a, b, env)));
    const m = argument(modulus);
    return makeDecimal(self.run((env) => powerModulo(a, b, m, env)));
  }),
  create_decimal: method("(num='0', /)", createDecimal),
  create_decimal_from_float: method('(f, /)', (self: PyDecimalContext, f: Py) => {
    const int = intValue(f);
    if (int === undefined && !(f instanceof PyFloat)) throw TypeError('argument must be int or float');
    const exact = int === undefined ? fromDouble(f.v) : fromInt(int);
    return makeDecimal(self.run((env) => env.finish(exact)));
  }),
});

const contextType = declareContext(contextOperations);

export default function _decimal(): Record<string, Py> {
  return {
    __version__: '1.70',
    __libmpdec_version__: '2.5.1',
    Decimal: decimalType.current,
    Context: contextType,
    DecimalTuple: structDecimalTuple(),
    ...signalTypes(),
    ...Object.fromEntries(templates()),
    ...Object.fromEntries(ROUNDINGS.map((name) => [name, name])),
    getcontext: fn('()', getContext),
    setcontext: fn('(context, /)', setContext),
    localcontext: fn('(ctx=None, **kwargs)', localContext),
    HAVE_THREADS: true,
    ...(rt.dialect === 3 ? { HAVE_CONTEXTVAR: true } : {}),
    MAX_PREC: 999999999999999999n,
    MAX_EMAX: 999999999999999999n,
    MIN_EMIN: -999999999999999999n,
    MIN_ETINY: -1999999999999999997n,
  };
}
