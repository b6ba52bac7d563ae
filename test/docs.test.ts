/** What the documents name exists: paths, scripts and commands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
  ...(existsSync(join(root, 'docs')) ? readdirSync(join(root, 'docs')).map((name) => `docs/${name}`) : []),
].filter((name) => name.endsWith('.md'));
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts);

test.each(pages)('%s: paths exist', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const paths = [...text.matchAll(/`((?:src|test|corpus|docs|tools)\/[^`\s]*)`/g)].map((match) => match[1]!);
  expect(paths.filter((path) => !/[<{*…]/.test(path) && !existsSync(join(root, path)))).toEqual([]);
});

test.each(pages)('%s: scripts exist', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const named = [...text.matchAll(/npm (?:run )?([a-z][a-z:-]*)/g)].map((match) => match[1]!);
  const own = new Set([...scripts, 'ci', 'install', 'pack', 'package', 'packages']);
  expect(named.filter((name) => !own.has(name))).toEqual([]);
});
