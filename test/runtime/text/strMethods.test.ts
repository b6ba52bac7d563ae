/** Methods of str; the expected values are those of CPython 3.13. */
import { expect, test } from 'vitest';
import {
  cpAt,
  cpCompare,
  cpIndexToUnit,
  cpLength,
  cpSlice,
  unitToCpIndex,
} from '../../../src/runtime/text/codePoints.js';
import { center, expandTabs, ljust, rjust, strip, zfill } from '../../../src/runtime/text/strMethods.js';
import { translate } from '../../../src/runtime/text/translate.js';
import { count, endsWith, find, replace, rfind, startsWith } from '../../../src/runtime/text/strSearch.js';
import { partition, rpartition, rsplit, split, splitlines } from '../../../src/runtime/text/strSplit.js';
import { outcome } from './outcome.js';

test.each([
  [' a  b ', null, -1, ['a', 'b'], ['a', 'b']],
  [' a  b  c ', null, 1, ['a', 'b  c '], [' a  b', 'c']],
  ['a,b,,c', ',', -1, ['a', 'b', '', 'c'], ['a', 'b', '', 'c']],
  ['a,b,,c', ',', 2, ['a', 'b', ',c'], ['a,b', '', 'c']],
  ['aaa', 'aa', -1, ['', 'a'], ['a', '']],
  ['', 'x', -1, [''], ['']],
  ['', null, -1, [], []],
  ['a\x1cb\u3000c', null, -1, ['a', 'b', 'c'], ['a', 'b', 'c']],
  ['x', '', 1, 'ValueError: empty separator', 'ValueError: empty separator'],
  ['😀,a', ',', 0, ['😀,a'], ['😀,a']],
] as const)('split and rsplit of %j at %j, %s times', (s, sep, maxsplit, left, right) => {
  expect(outcome(() => split(s, sep, maxsplit))).toEqual(left);
  expect(outcome(() => rsplit(s, sep, maxsplit))).toEqual(right);
});

test.each([
  ['a\nb\r\nc\rd', false, ['a', 'b', 'c', 'd']],
  ['a\nb\r\nc\rd\n', true, ['a\n', 'b\r\n', 'c\r', 'd\n']],
  ['\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029x', false, ['', '', '', '', '', '', '', '', 'x']],
  ['', true, []],
] as const)('lines of %j, ends kept: %s', (s, keepends, expected) => {
  expect(splitlines(s, keepends)).toEqual(expected);
});

test('bytes and Python 2 know fewer spaces and line ends', () => {
  expect(split('a\x1cb\xa0c d', null, -1, 'bytes')).toEqual(['a\x1cb\xa0c', 'd']);
  expect(splitlines('a\x0bb\nc', false, 'bytes')).toEqual(['a\x0bb', 'c']);
  expect(split('a\u180eb', null, -1, 'unicode2')).toEqual(['a', 'b']);
});

test.each([
  ['a.b.c', '.', ['a', '.', 'b.c'], ['a.b', '.', 'c']],
  ['abc', 'x', ['abc', '', ''], ['', '', 'abc']],
  ['abc', '', 'ValueError: empty separator', 'ValueError: empty separator'],
] as const)('partition of %j at %j', (s, sep, left, right) => {
  expect(outcome(() => partition(s, sep))).toEqual(left);
  expect(outcome(() => rpartition(s, sep))).toEqual(right);
});

test.each([
  ['abcabc', 'bc', 0, 6, 1, 4, 2, false, true],
  ['abcabc', 'bc', 2, 6, 4, 4, 1, false, true],
  ['abc', '', 3, 9, 3, 3, 1, true, true],
  ['abc', '', 4, 9, -1, -1, 0, false, false],
  ['abc', 'c', -1, 9, 2, 2, 1, true, true],
  ['😀a😀a', 'a', 2, 4, 3, 3, 1, false, true],
  ['😀a😀a', 'a', 0, -1, 1, 1, 1, false, false],
  ['abc', 'abcd', 0, 9, -1, -1, 0, false, false],
  ['aaaa', 'aa', 0, 9, 0, 2, 2, true, true],
] as const)('search in %j for %j from %s to %s', (s, sub, start, end, ...expected) => {
  expect([find, rfind, count, startsWith, endsWith].map((search) => search(s, sub, start, end))).toEqual(expected);
});

test.each([
  ['aaa', 'a', 'b', -1, 'bbb'],
  ['aaa', 'a', 'b', 2, 'bba'],
  ['ab', '', '-', -1, '-a-b-'],
  ['ab', '', '-', 2, '-a-b'],
  ['😀b', '', '-', -1, '-😀-b-'],
  ['', '', 'x', 1, 'x'],
  ['a$&', '$&', '$$', -1, 'a$$'],
] as const)('%j: replace %j by %j, %s times', (s, old, replacement, times, expected) => {
  expect(replace(s, old, replacement, times)).toBe(expected);
});

test.each([
  ['ab', 5, '**ab*', 'ab   ', '   ab', '000ab'],
  ['abc', 6, '*abc**', 'abc   ', '   abc', '000abc'],
  ['-1', 5, '**-1*', '-1   ', '   -1', '-0001'],
  ['+', 3, '*+*', '+  ', '  +', '+00'],
  ['😀', 3, '*😀*', '😀  ', '  😀', '00😀'],
  ['abc', 2, 'abc', 'abc', 'abc', 'abc'],
] as const)('%j padded to %s', (s, width, ...expected) => {
  expect([center(s, width, '*'), ljust(s, width), rjust(s, width), zfill(s, width)]).toEqual(expected);
});

test.each([
  ['  a \n', null, 'a', 'a \n', '  a'],
  ['\x1fa\u2003', null, 'a', 'a\u2003', '\x1fa'],
  ['xxaxx', 'x', 'a', 'axx', 'xxa'],
  ['abcba', 'ab', 'c', 'cba', 'abc'],
  ['😀a😀', '😀', 'a', 'a😀', '😀a'],
  ['aaa', 'a', '', '', ''],
] as const)('strip %j of %j', (s, chars, ...expected) => {
  expect((['both', 'left', 'right'] as const).map((side) => strip(s, chars, side))).toEqual(expected);
});

test.each([
  ['a\tb', 8, 'a       b'],
  ['a\tbb\n\tc', 4, 'a   bb\n    c'],
  ['a\tb', 0, 'ab'],
  ['😀\tb', 4, '😀   b'],
  ['\t\t', -1, ''],
] as const)('tabs of %j to %s columns', (s, size, expected) => {
  expect(expandTabs(s, size)).toBe(expected);
});

test('a width beyond any string is a MemoryError', () => {
  expect(outcome(() => ljust('a', 2 ** 40))).toBe('MemoryError: ');
});

test('translate asks once for each character', () => {
  const asked: number[] = [];
  const result = translate('ab😀ba', (code) => {
    asked.push(code);
    return code === 97 ? 'xy' : code === 98 ? null : 0x4e2d;
  });
  expect([result, asked]).toEqual(['xy中xy', [97, 98, 0x1f600]]);
});

test.each([
  ['a😀b中c', [1, 3, 1], '😀b'],
  ['a😀b', [2, -1, -1], 'b😀a'],
  ['abcdef', [4, 0, -2], 'ec'],
  ['a😀b', [2, 3, 1], 'b'],
  ['abc', [2, 1, 1], ''],
] as const)('slice of %j by %j', (s, [start, stop, step], expected) => {
  expect(cpSlice(s, start, stop, step)).toBe(expected);
});

test('long strings with surrogate pairs are indexed like short ones', () => {
  const chars = Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? '😀' : i % 7 === 0 ? '\ud800' : 'a'));
  const s = chars.join('');
  expect(cpLength(s)).toBe(1000);
  for (const i of [0, 1, 63, 64, 65, 500, 999]) {
    expect(cpAt(s, i)).toBe(chars[i]);
    expect(unitToCpIndex(s, cpIndexToUnit(s, i))).toBe(i);
  }
  expect(cpIndexToUnit(s, 1000)).toBe(s.length);
});

test('strings are ordered by code points', () => {
  expect(cpCompare('\uffff', '😀')).toBe(-1);
  expect(cpCompare('😀', '\ud83d')).toBe(1);
  expect(cpCompare('a', 'ab')).toBe(-1);
});
