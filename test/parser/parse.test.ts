/** What CPython 3.13 and 2.7 make of many small sources, recorded by record.mjs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dumpPython2 } from '../../src/parser/dump/python2.js';
import { dumpPython3 } from '../../src/parser/dump/python3.js';
import { parseModule } from '../../src/parser/parse.js';

interface Recorded {
  readonly source: string;
  readonly dump?: string;
  /** Type, message, line, column, and in Python 3 the end line and column. */
  readonly error?: readonly unknown[];
}

function recorded(name: string): readonly Recorded[] {
  return JSON.parse(readFileSync(new URL(`./recorded/${name}.json`, import.meta.url), 'utf8'));
}

describe('ast.dump of Python 3', () => {
  test.each(recorded('dumps3'))('$source', ({ source, dump }) => {
    const result = parseModule(source, { filename: '<string>', dialect: 3, validate: false });
    expect(result.ok && dumpPython3(result.module, { indent: 1 })).toBe(dump);
  });
});

describe('ast.dump of Python 2', () => {
  test.each(recorded('dumps2'))('$source', ({ source, dump }) => {
    const result = parseModule(source, { filename: '<string>', dialect: 2, validate: false });
    expect(result.ok && dumpPython2(result.module)).toBe(dump);
  });
});

describe('errors of Python 3', () => {
  test.each(recorded('errors3'))('$source', ({ source, error }) => {
    const result = parseModule(source, { filename: '<string>', dialect: 3 });
    const [found] = result.ok ? [] : result.errors;
    const shown = found && [found.type, found.message, found.line, found.column, found.endLine, found.endColumn];
    expect(shown).toEqual(error);
  });
});

describe('errors of Python 2', () => {
  test.each(recorded('errors2'))('$source', ({ source, error }) => {
    const result = parseModule(source, { filename: '<string>', dialect: 2 });
    const [found] = result.ok ? [] : result.errors;
    expect(found && [found.type, found.message, found.line, found.column]).toEqual(error);
  });
});
