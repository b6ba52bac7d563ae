/** Holds ARCHITECTURE.md's table: which room imports which at run time. `import type` is free, since it is erased. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

/** Rooms that know little, and what each may import. What is not named here may import what it likes, except upwards (see below). */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  parser: [],
  lower: ['parser'],
  golden: [],
  'runtime/mp': [],
  'runtime/kernel': ['runtime/mp'],
  'runtime/text': [],
  'runtime/re': ['runtime/text'],
  'runtime/libm': [],
  'runtime/random': [],
  'runtime/struct': [],
  'runtime/object': ['runtime/text'],
};

/** Files that any room may use: they import nothing. */
const SHARED = ['cookie.js', 'simpleEscapes.js'];

const imports = files.flatMap((file) =>
  importsOf(file).map((target) => ({ file, from: roomOf(file), to: roomOf(target) })),
);

test('the imports are found', () => expect(imports.length).toBeGreaterThan(1000));

test.each(Object.entries(MAY_IMPORT))('%s imports only %j', (room, allowed) => {
  const others = imports.filter(({ from, to }) => from === room && to !== room && !allowed.includes(to));
  expect(others).toEqual([]);
});

test('the runtime never loads the parser, the lowering or the command line', () => {
  const upwards = imports.filter(
    ({ from, to }) => from.startsWith('runtime') && !to.startsWith('runtime') && to !== 'src',
  );
  expect(upwards).toEqual([]);
});

test('the lowering and the parser load nothing of the runtime', () => {
  const across = imports.filter(({ from, to }) => (from === 'lower' || from === 'parser') && to.startsWith('runtime'));
  expect(across).toEqual([]);
});

test('no export of the runtime changes its value: bundles take over what it is when they are loaded', () => {
  const lets = files.filter((file) => /^export let /m.test(readFileSync(join(src, file), 'utf8')));
  expect(lets).toEqual([]);
});

test('only the parser knows Lezer', () => {
  const users = files.filter((file) => /from '@lezer\//.test(readFileSync(join(src, file), 'utf8')));
  expect(users.map(roomOf).filter((room) => room !== 'parser')).toEqual([]);
});

/** Files of `src` that a file imports at run time. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)(\{[^}]*\}|[^'"{;]*?)(?:\s*from\s+)?'(\.[^']+)'/gm);
  return [...statements]
    .filter(([, names]) => !isOnlyTypes(names!))
    .map(([, , path]) => normalize(join(dirname(file), path!)))
    .filter((target) => !SHARED.includes(target));
}

function isOnlyTypes(names: string): boolean {
  const listed = names.match(/^\{([^}]*)\}$/)?.[1]?.split(',');
  return listed?.every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

/** `runtime/mp` for what lies there, `parser` and so on; `src` and `runtime` for the files between the rooms. */
function roomOf(file: string): string {
  const parts = relative('.', file).split('/');
  if (parts.length === 1) return 'src';
  if (parts[0] !== 'runtime') return parts[0]!;
  return parts.length === 2 ? 'runtime' : `runtime/${parts[1]}`;
}
