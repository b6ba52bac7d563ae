import { beforeEach, expect, test } from 'vitest';
import '../../../src/runtime/builtins/bool.js';
import '../../../src/runtime/builtins/complex.js';
import '../../../src/runtime/builtins/float.js';
import '../../../src/runtime/builtins/int.js';
import '../../../src/runtime/builtins/list.js';
import '../../../src/runtime/builtins/str.js';
import '../../../src/runtime/builtins/tuple.js';
import { call } from '../../../src/runtime/object/call.js';
import { enterContext } from '../../../src/runtime/object/context.js';
import { PyBaseException } from '../../../src/runtime/object/errors.js';
import type { Py } from '../../../src/runtime/object/object.js';
import { repr } from '../../../src/runtime/object/text.js';
import { typeOf } from '../../../src/runtime/object/typeof.js';
import { PyFloat, PyList } from '../../../src/runtime/object/values.js';
import math from '../../../src/runtime/stdlib/math.js';

const f = (v: number) => new PyFloat(v);
const list = (...items: Py[]) => new PyList(items);

beforeEach(() => {
  enterContext(3);
});

function outcome(run: () => Py): string {
  try {
    return repr(run());
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return `${typeOf(error).name}: ${error.args.items.join(', ')}`;
  }
}

/** Recorded from CPython 3.13. */
test.each<[string, Py[], string]>([
  ['sqrt', [-1], 'ValueError: math domain error'],
  ['sqrt', ['a'], 'TypeError: must be real number, not str'],
  ['sin', [1], '0.8414709848078965'],
  ['exp', [1000], 'OverflowError: math range error'],
  ['exp', [f(2.762941436239821)], '15.846385596450501'],
  ['log', [10n ** 400n], '921.0340371976182'],
  ['log', [8, 2], '3.0'],
  ['log', [2, 1], 'ZeroDivisionError: float division by zero'],
  ['log', [0], 'ValueError: math domain error'],
  ['log2', [2n ** 2000n], '2000.0'],
  ['log10', [1000], '3.0'],
  ['pow', [0, -1], 'ValueError: math domain error'],
  ['pow', [10, 400], 'OverflowError: math range error'],
  ['cbrt', [27], '3.0000000000000004'],
  ['fmod', [5, 0], 'ValueError: math domain error'],
  ['remainder', [f(-7.5), 2], '0.5'],
  ['floor', [f(-1.5)], '-2'],
  ['ceil', [f(Number.NaN)], 'ValueError: cannot convert float NaN to integer'],
  ['trunc', ['a'], "TypeError: type str doesn't define __trunc__ method"],
  ['modf', [f(-1.5)], '(-0.5, -1.0)'],
  ['frexp', [f(5e-324)], '(0.5, -1073)'],
  ['ldexp', [f(0.7), -1060], '5.6664e-320'],
  ['ldexp', [1, 1024], 'OverflowError: math range error'],
  ['hypot', [1, 2, 3], '3.7416573867739413'],
  ['dist', [list(1, 2), list(4, 6)], '5.0'],
  ['fsum', [list(f(1e100), 1, f(-1e100))], '1.0'],
  ['fsum', [list(f(1e308), f(1e308))], 'OverflowError: intermediate overflow in fsum'],
  ['prod', [list(2, f(1.5))], '3.0'],
  ['sumprod', [list(1, 2), list(3, 4)], '11'],
  ['sumprod', [list(1), list(1, 2)], 'ValueError: Inputs are not the same length'],
  ['comb', [100, 50], '100891344545564193334812497256'],
  ['comb', [5, -1], 'ValueError: k must be a non-negative integer'],
  ['perm', [5, 2], '20'],
  ['factorial', [25], '15511210043330985984000000'],
  ['factorial', [f(5)], "TypeError: 'float' object cannot be interpreted as an integer"],
  ['gcd', [2n ** 100n, 3n * 2n ** 90n], '1237940039285380274899124224'],
  ['lcm', [4, 6], '12'],
  ['isqrt', [2n ** 200n - 1n], '1267650600228229401496703205375'],
  ['nextafter', [f(0), 1], '5e-324'],
  ['ulp', [1], '2.220446049250313e-16'],
  ['fma', [f(0.1), f(0.1), f(-0.010000000000000002)], '-8.326672684688674e-19'],
  ['gamma', [f(0.5)], '1.7724538509055159'],
  ['gamma', [0], 'ValueError: math domain error'],
  ['lgamma', [5], '3.178053830347945'],
  ['erfc', [10], '2.088487583762545e-45'],
  ['isclose', [1, f(1.0000000001)], 'True'],
])('math.%s(*%o)', (name, args, expected) => {
  expect(outcome(() => call(math()[name], args))).toBe(expected);
});
