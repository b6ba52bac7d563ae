import { describe, expect, test } from 'vitest';
import { lineEnd, newlineMode, UniversalNewlines } from '../../../src/runtime/io/newlines.js';

describe('UniversalNewlines', () => {
  test.each([
    { parts: ['a\r', '\nb'], translated: ['a', '\nb'], kept: ['a', '\r\nb'], found: ['\r\n'] },
    { parts: ['a\r', 'b\n'], translated: ['a', '\nb\n'], kept: ['a', '\rb\n'], found: ['\r', '\n'] },
    { parts: ['a\r\r\n', 'b'], translated: ['a\n\n', 'b'], kept: ['a\r\r\n', 'b'], found: ['\r', '\r\n'] },
    { parts: ['a\r', ''], translated: ['a', '\n'], kept: ['a', '\r'], found: ['\r'] },
    { parts: ['plain', ' text'], translated: ['plain', ' text'], kept: ['plain', ' text'], found: [] },
  ])('$parts', ({ parts, translated, kept, found }) => {
    for (const [translates, expected] of [
      [true, translated],
      [false, kept],
    ] as const) {
      const newlines = new UniversalNewlines(translates);
      expect(parts.map((part, i) => newlines.process(part, i === parts.length - 1))).toEqual(expected);
      expect(newlines.found()).toEqual(found);
    }
  });
});

test.each([
  { newline: null, text: 'a\rb\nc', end: 4 },
  { newline: '\n', text: 'a\r\nc', end: 3 },
  { newline: '\r', text: 'a\r\nc', end: 2 },
  { newline: '\r\n', text: 'a\nb\r\nc', end: 5 },
  { newline: '', text: 'a\r\nb', end: 3 },
  { newline: '', text: 'a\rb\n', end: 2 },
  { newline: '', text: 'no end', end: -1 },
])('a line of $text ends at $end with newline=$newline', ({ newline, text, end }) => {
  expect(lineEnd(text, 0, newlineMode(newline))).toBe(end);
});
