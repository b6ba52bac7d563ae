import { expect, test } from 'vitest';
import { KnownTexts } from '../../../src/runtime/codec/knownTexts.js';

const bytesOf = (text: string) => Uint8Array.from(`..${text}..`, (char) => char.charCodeAt(0));

test('texts are what their bytes say, however many there are', () => {
  const [known, ascii] = [new KnownTexts(), new KnownTexts()];
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 3000; n++) {
      const text = `${'k'.repeat(n % 30)}${n}`;
      expect(known.text(bytesOf(text), 2, text.length)).toBe(text);
      expect(ascii.ascii(bytesOf(text), 2, text.length)).toBe(text);
    }
  }
  expect(ascii.ascii(bytesOf(''), 2, 0)).toBe('');
});

test('what is not ASCII is told apart', () => {
  const [known, ascii] = [new KnownTexts(), new KnownTexts()];
  for (const text of ['é', 'abcdefghijklmnopqrstuvwxyzé', 'aé', 'éa']) {
    expect(ascii.ascii(bytesOf(text), 2, text.length)).toBeUndefined();
    expect(known.text(bytesOf(text), 2, text.length)).toBe(text);
  }
});
