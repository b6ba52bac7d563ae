/** The table behind dict and set: equality of keys, both ends, and CPython's order of hashes. */
import { beforeEach, describe, expect, test } from 'vitest';
import '../../../src/runtime/stdlib/builtins.js';
import { setDifference, setFrom, setUpdate } from '../../../src/runtime/builtins/setOperations.js';
import { enterContext } from '../../../src/runtime/object/context.js';
import { PyDict, PySet } from '../../../src/runtime/object/table.js';
import { PyFloat, PyList, PyTuple } from '../../../src/runtime/object/values.js';

beforeEach(() => {
  enterContext(3);
});

describe('keys', () => {
  test.each([
    ['1 and 1.0', 1, new PyFloat(1)],
    ['1 and True', 1, true],
    ['0.0 and -0.0', new PyFloat(0), new PyFloat(-0)],
    ['a big int and its float', 10n ** 20n, new PyFloat(1e20)],
    ['tuples', new PyTuple([1, 'a']), new PyTuple([new PyFloat(1), 'a'])],
  ])('%s are one key, and the first stays', (_name, first, second) => {
    const dict = new PyDict();
    dict.set(first, 'old');
    dict.set(second, 'new');
    expect(dict.entryList()).toEqual([[first, 'new']]);
    expect(dict.delete(second)).toBe('new');
    expect(dict.size).toBe(0);
  });

  test('lists have no hash', () => {
    expect(() => new PyDict().get(new PyList([]))).toThrow();
  });

  test('tuples are found again after many changes', () => {
    const dict = new PyDict();
    for (let i = 0; i < 500; i++) dict.set(new PyTuple([i, -i]), i);
    for (let i = 0; i < 500; i += 2) dict.delete(new PyTuple([i, -i]));
    for (let i = 0; i < 500; i++) expect(dict.get(new PyTuple([i, -i]))).toBe(i % 2 === 0 ? undefined : i);
  });
});

describe('ends', () => {
  test('taken from either', () => {
    const dict = new PyDict();
    for (let i = 0; i < 6; i++) dict.set(i, i);
    expect(dict.takeEnd(true)).toEqual([5, 5]);
    expect(dict.takeEnd(false)).toEqual([0, 0]);
    dict.delete(1);
    dict.set(9, 9);
    expect(dict.takeEnd(false)).toEqual([2, 2]);
    expect(dict.takeEnd(true)).toEqual([9, 9]);
    dict.moveToEnd(4, false);
    expect(dict.keyList()).toEqual([4, 3]);
    dict.moveToEnd(4, true);
    expect(dict.keyList()).toEqual([3, 4]);
  });
});

describe('order of sets', () => {
  test.each([
    ['small', [7, 3, 100, 50, 1], [1, 3, 100, 7, 50]],
    ['negative', [-1, -2, 5, 8], [8, 5, -1, -2]],
    ['collisions', [8, 16, 0, 24], [8, 16, 0, 24]],
    ['strings keep the order of insertion', ['b', 'a', 'c'], ['b', 'a', 'c']],
  ])('%s', (_name, keys, expected) => {
    expect(PySet.from(keys).keyList()).toEqual(expected);
  });

  test('of a merge into an empty set', () => {
    const result = new PySet();
    setUpdate(result, PySet.from([33, 1, 65, 97, 2, 34]));
    expect(result.keyList()).toEqual(setFrom(PySet.from([33, 1, 65, 97, 2, 34])).keyList());
    expect(setDifference(result, PySet.from([1])).size).toBe(5);
  });
});
