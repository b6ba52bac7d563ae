import { expect, test } from 'vitest';
import { diffLines } from '../../src/golden/diff.js';

const numbers = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i + 1));

test.each([
  { expected: ['a', 'b'], actual: ['a', 'c'], diff: [' a', '-b', '+c'] },
  { expected: [], actual: ['x'], diff: ['+x'] },
  { expected: ['x'], actual: [], diff: ['-x'] },
  { expected: ['a', 'b', 'c'], actual: ['b', 'c', 'd'], diff: ['-a', ' b', ' c', '+d'] },
])('$expected against $actual', ({ expected, actual, diff }) => {
  expect(diffLines(expected, actual)).toEqual(diff);
});

test('only the surroundings of a change are shown, with line numbers of the expected text', () => {
  const actual = numbers(30).toSpliced(9, 1, 'ten').toSpliced(24, 0, 'new');
  expect(diffLines(numbers(30), actual)).toEqual(
    ['@@ line 7 @@', ' 7', ' 8', ' 9', '-10', '+ten', ' 11', ' 12', ' 13'].concat([
      '@@ line 22 @@',
      ' 22',
      ' 23',
      ' 24',
      '+new',
      ' 25',
      ' 26',
      ' 27',
    ]),
  );
});

test('long differences and long lines are cut', () => {
  const lines = diffLines(numbers(500), []);
  expect(lines).toHaveLength(81);
  expect(lines.at(-1)).toBe('… 420 more lines of difference');
  expect(diffLines([], ['x'.repeat(5000)])[0]).toMatch(/^\+x{400}… \(5000 characters\)$/);
});

test('texts that are too big for a fine diff are still told apart', () => {
  const big = numbers(3000);
  expect(
    diffLines(
      big,
      big.map((n) => `x${n}`),
    )[0],
  ).toBe('-1');
});
