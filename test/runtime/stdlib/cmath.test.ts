import { beforeEach, expect, test } from 'vitest';
import '../../../src/runtime/builtins/complex.js';
import '../../../src/runtime/builtins/float.js';
import '../../../src/runtime/builtins/int.js';
import { call } from '../../../src/runtime/object/call.js';
import { enterContext } from '../../../src/runtime/object/context.js';
import { PyBaseException } from '../../../src/runtime/object/errors.js';
import { repr } from '../../../src/runtime/object/text.js';
import { typeOf } from '../../../src/runtime/object/typeof.js';
import { PyComplex } from '../../../src/runtime/object/values.js';
import cmath from '../../../src/runtime/stdlib/cmath.js';

beforeEach(() => {
  enterContext(3);
});

const inf = Number.POSITIVE_INFINITY;

/** Recorded from CPython 3.13. */
test.each<[string, number, number, string]>([
  ['sqrt', -1, 0, '1j'],
  ['sqrt', -1, -0, '-1j'],
  ['exp', 1, -0, '(2.718281828459045-0j)'],
  ['acos', 1, 1, '(0.9045568943023814-1.0612750619050357j)'],
  ['acos', 0, inf, '(1.5707963267948966-infj)'],
  ['acosh', 0, 0, '1.5707963267948966j'],
  ['cos', -0, 1, '(1.5430806348152437+0j)'],
  ['log', 0, 0, 'ValueError: math domain error'],
  ['exp', 1000, 0, 'OverflowError: math range error'],
  ['phase', 1e308, 1e-310, 'OverflowError: math range error'],
])('cmath.%s(complex(%o, %o))', (name, real, imag, expected) => {
  let result: string;
  try {
    result = repr(call(cmath()[name], [new PyComplex(real, imag)]));
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    result = `${typeOf(error).name}: ${error.args.items.join(', ')}`;
  }
  expect(result).toBe(expected);
});
