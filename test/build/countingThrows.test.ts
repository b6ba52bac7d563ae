/** Functions that mostly raise are compiled by V8 all the same. */
import { join } from 'node:path';
import { expect, test } from 'vitest';

const { countingThrows } = await import(join(import.meta.dirname, '../../build/countingThrows.mjs'));

const made = (body: string) =>
  new Function('x', 'error', countingThrows(body)) as (x: number, error?: unknown) => unknown;

test.each([
  ['at the end', '  return x > 0 ? x : 0;\n  throw error;'],
  ['after a condition', '  if (x < 0) throw error;\n  return x;'],
  ['before an else', '  if (x < 0)\n    throw error;\n  else if (x === 0) return 0;\n  else return x;'],
  ['in a nested condition', '  if (x < 1) if (x < 0) throw error; else return 0;\n  return x;'],
  ['in a case', '  switch (x) {\n    case -1:\n      throw error;\n    default:\n      return x;\n  }'],
  ['in a handler', '  try {\n    if (x < 0) throw error;\n    return x;\n  } catch (e) {\n    throw e;\n  }'],
])('a throw %s', (_, body) => {
  const f = made(body);
  expect([f(0), f(2)]).toEqual([0, 2]);
  if (body.includes('< 0') || body.includes('-1')) expect(() => f(-1, new Error('raised'))).toThrow('raised');
});

test('what a call makes is made once', () => {
  const f = new Function('make', countingThrows('  throw make("x");')) as (make: (text: string) => unknown) => never;
  let made = 0;
  expect(() => f((text) => new Error(`${text}${++made}`))).toThrow('x1');
});

test.each(['throw new Error();', 'const text = "throw it";', 'const o = { throw: 1 };', 'generator.throw(error);'])(
  'is left alone: %s',
  (text) => expect(countingThrows(` ${text}`)).toBe(` ${text}`),
);
