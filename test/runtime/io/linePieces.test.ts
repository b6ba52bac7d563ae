import { expect, test } from 'vitest';
import { linePieces, splitLines } from '../../../src/runtime/io/linePieces.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (part: Uint8Array): string => Buffer.from(part).toString();

test('pieces end with lines and fit into what a pipe takes at once', () => {
  const lines = Array.from({ length: 500 }, (_, i) => `${'x'.repeat(i % 70)}${i}\n`).join('');
  const pieces = linePieces(bytes(lines)).map(text);
  expect(pieces.join('')).toBe(lines);
  expect(pieces.every((piece) => piece.endsWith('\n') && piece.length <= 4096)).toBe(true);
  expect(pieces.length).toBeLessThan(8);
});

test('a line that is longer is a piece of its own', () => {
  const long = `${'y'.repeat(5000)}\n`;
  expect(linePieces(bytes(`a\n${long}b\n`)).map(text)).toEqual(['a\n', long, 'b\n']);
});

test('what begins the next line stays', () => {
  const { lines, rest } = splitLines(bytes('one\ntw'), bytes('o\nthr'))!;
  expect([text(lines), text(rest)]).toEqual(['one\ntwo\n', 'thr']);
  expect(splitLines(bytes('no'), bytes(' end'))).toBeNull();
});
