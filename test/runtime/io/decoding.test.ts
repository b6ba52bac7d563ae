import { beforeAll, expect, test } from 'vitest';
import { makeDecoder, makeEncoder } from '../../../src/runtime/io/decoding.js';
import { enterContext } from '../../../src/runtime/object/context.js';

beforeAll(() => {
  enterContext(3);
});

const bytes = (...parts: number[]) => Uint8Array.from(parts);

test.each([
  {
    encoding: 'utf-8',
    parts: [
      [0x61, 0xc3],
      [0xa9, 0xf0, 0x9f],
      [0x98, 0x80],
    ],
    texts: ['a', 'é', '😀'],
  },
  { encoding: 'utf-8-sig', parts: [[0xef], [0xbb, 0xbf, 0x61], [0x62]], texts: ['', 'a', 'b'] },
  { encoding: 'utf-8-sig', parts: [[0x61, 0x62], [0x63]], texts: ['', 'abc'] },
  { encoding: 'utf-16', parts: [[0xfe], [0xff, 0x00], [0x61, 0x00, 0x62]], texts: ['', '', 'ab'] },
  {
    encoding: 'utf-16',
    parts: [
      [0x61, 0x00],
      [0x62, 0x00],
    ],
    texts: ['a', 'b'],
  },
  {
    encoding: 'utf-32',
    parts: [
      [0xff, 0xfe, 0, 0, 0x61],
      [0, 0, 0],
    ],
    texts: ['', 'a'],
  },
  { encoding: 'latin-1', parts: [[0xe9], [0xff]], texts: ['é', 'ÿ'] },
])('$encoding in parts', ({ encoding, parts, texts }) => {
  const decoder = makeDecoder(encoding, 'strict');
  expect(parts.map((part, i) => decoder.decode(bytes(...part), i === parts.length - 1))).toEqual(texts);
});

test.each([
  { encoding: 'utf-16', undecided: 2, after: 1, mark: [0xfe, 0xff] },
  { encoding: 'utf-16', undecided: 2, after: 0, mark: [0xff, 0xfe] },
  { encoding: 'utf-8-sig', undecided: 1, after: 0, mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-8', undecided: 0, after: 0, mark: [] },
])('state of $encoding is $undecided, then $after', ({ encoding, undecided, after, mark }) => {
  const decoder = makeDecoder(encoding, 'strict');
  expect(decoder.state()[1]).toBe(undecided);
  decoder.decode(bytes(...mark), false);
  expect(decoder.state()[1]).toBe(after);
});

test.each([
  { encoding: 'utf-16', first: [0xff, 0xfe, 0x61, 0], later: [0x61, 0] },
  { encoding: 'utf-8-sig', first: [0xef, 0xbb, 0xbf, 0x61], later: [0x61] },
  { encoding: 'ascii', first: [0x61], later: [0x61] },
])('$encoding marks only the start of a file', ({ encoding, first, later }) => {
  const encode = makeEncoder(encoding, 'strict');
  expect([...encode('a', true)]).toEqual(first);
  expect([...encode('a', false)]).toEqual(later);
});
