import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSealed, writeSealed } from '../../../src/runtime/kernel/sealedFile.js';

let folder: string;
let file: string;
const body = Buffer.from('compiled code, as far as anybody knows');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  file = join(folder, 'a');
  writeSealed(file, body);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was written is read', () => {
  expect(readSealed(file)).toEqual(body);
});

test('a copy of another time is read too', () => {
  copyFileSync(file, join(folder, 'b'));
  expect(readSealed(join(folder, 'b'))).toEqual(body);
});

test.each([
  ['a changed byte', (bytes: Buffer) => bytes.fill(bytes[5]! ^ 1, 5, 6)],
  ['a changed sum', (bytes: Buffer) => bytes.fill(bytes.at(-1)! ^ 1, bytes.length - 1)],
  ['half a file', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
  ['no file to speak of', () => Buffer.from('abc')],
])('%s is noticed', (_, damaged) => {
  writeFileSync(file, damaged(readFileSync(file)));
  expect(readSealed(file)).toBeNull();
});

test('an absent file is none', () => {
  expect(readSealed(join(folder, 'c'))).toBeNull();
});
