import { expect, test } from 'vitest';
import { sortFew } from '../../../src/runtime/builtins/fewSort.js';

/** Numbers in no order that anybody thought of, the same in each run. */
function* scattered(below: number): Generator<number> {
  for (let state = 7; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield (state >> 8) % below;
  }
}

const take = (count: number, below: number): number[] => {
  const source = scattered(below);
  return Array.from({ length: count }, () => source.next().value as number);
};

test.each([2, 3, 10, 24])('%i ints and texts are sorted, and what belongs to equal keys keeps its order', (count) => {
  for (const keys of [take(count, 5), take(count, 5).map((n) => 'ab'.repeat(n))]) {
    const values = keys.map((key, i) => [key, i]);
    const sorted = [...values].sort(([a], [b]) => (a! < b! ? -1 : a! > b! ? 1 : 0));
    const alone = [...keys];
    expect(sortFew(alone, null)).toBe(true);
    expect(alone).toEqual(sorted.map(([key]) => key));
    expect(sortFew(keys, values)).toBe(true);
    expect(values).toEqual(sorted);
  }
});

test.each([
  ['too many', Array.from({ length: 25 }, (_, i) => -i)],
  ['of two kinds', [2, 'a', 1]],
  ['none of both', [null, null]],
  ['texts whose units are in another order than their characters', ['\uffff', '\u{1f600}']],
])('what is %s stays as it is', (_, keys) => {
  const before = [...keys];
  expect(sortFew(keys, null)).toBe(false);
  expect(keys).toEqual(before);
});
