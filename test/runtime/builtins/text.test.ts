/** str, bytes, bytearray, memoryview, unicode and format against calls recorded from both CPythons. */
import { expect, test } from 'vitest';
import { readCalls, replay, startDialect } from './recordedCalls.js';

test.each([
  { table: 'str3', dialect: 3 },
  { table: 'bytes3', dialect: 3 },
  { table: 'format3', dialect: 3 },
  { table: 'memoryview3', dialect: 3 },
  { table: 'codecs3', dialect: 3 },
  { table: 'text2', dialect: 2 },
] as const)('$table', ({ table, dialect }) => {
  startDialect(dialect);
  for (const call of readCalls(table)) {
    const { r, m, a, k = {}, x } = call;
    expect({ r, m, a, k, x: replay(call) }).toEqual({ r, m, a, k, x });
  }
});
