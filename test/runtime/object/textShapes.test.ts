import { expect, test } from 'vitest';
import { PyDict } from '../../../src/runtime/object/table.js';
import { TextShapes } from '../../../src/runtime/object/textShapes.js';

const record = (count: number, from = 0): (string | number)[] =>
  Array.from({ length: count }, (_, i) => [`key${i}`, i + from]).flat();

test.each([9, 20, 64])('records of %i keys share them from the second time on that they come', (count) => {
  const shapes = new TextShapes();
  expect(shapes.fill(new PyDict(), record(count), 0)).toBe(false);
  for (let from = 1; from < 4; from++) {
    const dict = new PyDict();
    expect(shapes.fill(dict, record(count, from), 0)).toBe(true);
    expect(dict.entryList().flat()).toEqual(record(count, from));
    expect(dict.size).toBe(count);
    for (let i = 0; i < 3 * count; i++) expect(dict.get(`key${i % count}`)).toBe((i % count) + from);
    dict.set('other', 1);
    expect([dict.size, dict.get('other'), dict.get('key3')]).toEqual([count + 1, 1, 3 + from]);
  }
});

test.each([
  ['few keys', record(8)],
  ['many keys', record(65)],
  ['a key twice', [...record(9), 'key4', 1]],
  ['a key that is no text', [...record(9), 5, 1, 'last', 2]],
])('not with %s', (_, items) => {
  const shapes = new TextShapes();
  for (let i = 0; i < 4; i++) expect(shapes.fill(new PyDict(), items, 0)).toBe(false);
});

test('nor into a dict that has been used', () => {
  const shapes = new TextShapes();
  shapes.fill(new PyDict(), record(9), 0);
  const dict = new PyDict();
  dict.set('here', 1);
  expect(shapes.fill(dict, record(9), 0)).toBe(false);
});
