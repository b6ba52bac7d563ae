import { describe, expect, test } from 'vitest';
import '../../../src/runtime/builtins/bool.js';
import '../../../src/runtime/builtins/complex.js';
import '../../../src/runtime/builtins/float.js';
import '../../../src/runtime/builtins/int.js';
import '../../../src/runtime/builtins/list.js';
import '../../../src/runtime/builtins/str.js';
import { pow as powFunction, sum } from '../../../src/runtime/builtins/numeric.js';
import * as ops from '../../../src/runtime/helpers/arithmetic.js';
import { enterContext } from '../../../src/runtime/object/context.js';
import { PyBaseException } from '../../../src/runtime/object/errors.js';
import type { Py } from '../../../src/runtime/object/object.js';
import { repr } from '../../../src/runtime/object/text.js';
import { typeOf } from '../../../src/runtime/object/typeof.js';
import { PyComplex, PyFloat, PyList, PyLong } from '../../../src/runtime/object/values.js';

const f = (v: number) => new PyFloat(v);
const c = (real: number, imag: number) => new PyComplex(real, imag);
const L = (v: bigint) => new PyLong(v);

/** What Python would show of the result, or the exception's class and message. */
function outcome(run: () => Py): string {
  try {
    return repr(run());
  } catch (error) {
    if (!(error instanceof PyBaseException)) throw error;
    return `${typeOf(error).name}: ${error.args.items.join(', ')}`;
  }
}

type Operation = keyof typeof ops;
const operations = { ...ops } as unknown as Record<Operation, (a: Py, b: Py) => Py>;
const binary = (name: Operation) => operations[name];

describe('Python 3', () => {
  test.each<[Operation, Py, Py, string]>([
    ['add', 9007199254740991, 1, '9007199254740992'],
    ['sub', -9007199254740991, 2, '-9007199254740993'],
    ['sub', 2n ** 53n, 1, '9007199254740991'],
    ['mul', 3037000500, 3037000500, '9223372037000250000'],
    ['mul', 0, -5, '0'],
    ['trueDiv', 0, -5, '-0.0'],
    ['trueDiv', 10n ** 400n, 10n ** 399n, '10.0'],
    ['trueDiv', 10n ** 400n, 3, 'OverflowError: integer division result too large for a float'],
    ['trueDiv', 1, 0, 'ZeroDivisionError: division by zero'],
    ['trueDiv', f(1), 0, 'ZeroDivisionError: float division by zero'],
    ['floorDiv', -7, 2, '-4'],
    ['floorDiv', 0, -5, '0'],
    ['floorDiv', 1, 0, 'ZeroDivisionError: integer division or modulo by zero'],
    ['floorDiv', f(-7.5), 2, '-4.0'],
    ['floorDiv', f(1), 0, 'ZeroDivisionError: float floor division by zero'],
    ['floorDiv', -(2n ** 64n), 3, '-6148914691236517206'],
    ['mod', 7, -3, '-2'],
    ['mod', -4, 2, '0'],
    ['mod', 1, 0, 'ZeroDivisionError: integer modulo by zero'],
    ['mod', f(-5), f(Infinity), 'inf'],
    ['mod', f(1), 0, 'ZeroDivisionError: float modulo by zero'],
    ['pow', 2, 100, '1267650600228229401496703205376'],
    ['pow', -2, 3, '-8'],
    ['pow', 2, -1, '0.5'],
    ['pow', 0, -1, 'ZeroDivisionError: 0.0 cannot be raised to a negative power'],
    ['pow', 2, f(1.5), '2.8284271247461903'],
    ['pow', f(10), 400, 'OverflowError: 34, Numerical result out of range'],
    ['pow', -8, f(0.5), '(1.7319121124709868e-16+2.8284271247461903j)'],
    ['pow', c(0, 0), c(0, 1), 'ZeroDivisionError: 0.0 to a negative or complex power'],
    ['pow', c(1, 2), -3, '(-0.08800000000000001+0.016j)'],
    ['mul', c(1, 2), 3, '(3+6j)'],
    ['trueDiv', c(1, 2), c(3, 4), '(0.44+0.08j)'],
    ['lshift', 1, 70, '1180591620717411303424'],
    ['lshift', 1, -1, 'ValueError: negative shift count'],
    ['rshift', -1, 10n ** 30n, '-1'],
    ['rshift', 2n ** 64n, 60, '16'],
    ['and', -1, 2n ** 64n + 5n, '18446744073709551621'],
    ['or', 4503599627370496, 1, '4503599627370497'],
    ['xor', true, false, 'True'],
    ['and', true, 3, '1'],
    ['add', 'a', 1, 'TypeError: can only concatenate str (not "int") to str'],
    ['add', 1, 'a', "TypeError: unsupported operand type(s) for +: 'int' and 'str'"],
    ['iadd', 1, 'a', "TypeError: unsupported operand type(s) for +=: 'int' and 'str'"],
    ['isub', 'a', 'b', "TypeError: unsupported operand type(s) for -=: 'str' and 'str'"],
    ['mul', new PyList([1]), f(1.5), "TypeError: can't multiply sequence by non-int of type 'float'"],
    ['pow', 'a', 2, "TypeError: unsupported operand type(s) for ** or pow(): 'str' and 'int'"],
    ['ipow', 'a', 2, "TypeError: unsupported operand type(s) for **=: 'str' and 'int'"],
    ['matMul', 1, 2, "TypeError: unsupported operand type(s) for @: 'int' and 'int'"],
    ['mul', 3, 'ab', "'ababab'"],
  ])('%s(%o, %o)', (name, a, b, expected) => {
    enterContext(3);
    expect(outcome(() => binary(name)(a, b))).toBe(expected);
  });

  test.each<[Py[], Py, string]>([
    [[f(0.1), f(0.1), f(0.1), f(0.1), f(0.1), f(0.1), f(0.1), f(0.1), f(0.1), f(0.1)], undefined, '1.0'],
    [[1, f(2.5), true], undefined, '4.5'],
    [[9007199254740991, 1], undefined, '9007199254740992'],
    [['a'], '', "TypeError: sum() can't sum strings [use ''.join(seq) instead]"],
  ])('sum(%o, %o)', (items, start, expected) => {
    enterContext(3);
    expect(outcome(() => sum(...[new PyList(items), start].filter((x) => x !== undefined)))).toBe(expected);
  });

  test.each<[Py, Py, Py, string]>([
    [3, 200, 13, '9'],
    [2, -1, 5, '3'],
    [2, -1, 4, 'ValueError: base is not invertible for the given modulus'],
    [2, 3, -5, '-2'],
    [2, 3, 0, 'ValueError: pow() 3rd argument cannot be 0'],
    [f(2), 3, 5, 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'],
    [3, 2n ** 100n, 2n ** 80n + 1n, '809794711678901719049956'],
  ])('pow(%o, %o, %o)', (a, b, m, expected) => {
    enterContext(3);
    expect(outcome(() => powFunction(a, b, m))).toBe(expected);
  });

  test('neg of zero is zero', () => {
    enterContext(3);
    expect(Object.is(ops.neg(0), 0)).toBe(true);
  });
});

describe('Python 2 results', () => {
  // Methods are installed by the dialect that runs first, so only what numbers do by themselves is looked at here.
  test.each<[Operation, Py, Py, Py]>([
    ['div', 7, 2, 3],
    ['div', -7, 2, -4],
    ['add', 5, 3, 8],
  ])('%s(%o, %o)', (name, a, b, expected) => {
    enterContext(2);
    expect(binary(name)(a, b)).toBe(expected);
  });

  test('a small long stays a long', () => {
    enterContext(2);
    expect(ops.add(L(5n), 3)).toEqual(L(8n));
    expect(ops.sub(2n ** 64n, 2n ** 64n - 1n)).toEqual(L(1n));
  });
});
