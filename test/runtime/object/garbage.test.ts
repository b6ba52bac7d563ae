import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { collectGarbage } from '../../../src/runtime/object/garbage.js';

test('compiled code from before a collection is accepted after it', () => {
  const text = '(a, b) => a + b';
  const cachedData = new Script(text).createCachedData();
  collectGarbage();
  expect(new Script(text, { cachedData }).cachedDataRejected).toBe(false);
});
