import { expect, test } from 'vitest';
import { firstOfLongestRow, ownNumbers } from '../../../src/runtime/kernel/ownNumbers.js';

test.each([
  [[], undefined],
  [[7], 7],
  [[3, 4, 9, 7, 8], 7],
  [[12, 10, 11, 5], 10],
  [[1, 2, 5, 6], 1],
])('the longest row of %j begins at %j', (numbers, first) => expect(firstOfLongestRow(numbers)).toBe(first));

test('a signal for one of the numbers reaches this process', () =>
  expect(() => process.kill(ownNumbers(process.pid), 0)).not.toThrow());
