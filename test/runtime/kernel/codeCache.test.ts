import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BundleBytes, loadBundle, readBundle, Use } from '../../../src/runtime/kernel/codeCache.js';

// Else V8 remembers the script from the first load, and does not look at the cache given with the second.
setFlagsFromString('--no-compilation-cache');

let directory = '';
let file = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'code-cache-'));
  file = join(directory, 'bundle.js');
  writeBundle("exports.sep = require('node:path').sep; exports.name = __filename; // end");
});

afterEach(() => rmSync(directory, { recursive: true }));

const writeBundle = (text: string) =>
  writeFileSync(file, `(function (exports, require, module, __filename, __dirname) {${text}\n})`);
const load = (given?: BundleBytes) => loadBundle(file, {}, given, join(directory, 'cache'));
const usesKept = () => readBundle(file, join(directory, 'cache')).code?.uses;
const caches = () => readdirSync(join(directory, 'cache'));

test('the second load comes from the cache and exports the same', () => {
  const first = load();
  expect([first.cached, first.exports]).toEqual([false, { sep: '/', name: file }]);
  first.save();
  first.save();
  expect(caches().length).toBe(1);
  const second = load();
  expect([second.cached, second.exports]).toEqual([true, first.exports]);
});

test('what has been read is loaded without the files', () => {
  expect(readBundle(file, join(directory, 'cache')).code).toBe(null);
  const first = load();
  first.save();
  const bytes = readBundle(file, join(directory, 'cache'));
  writeFileSync(join(directory, 'cache', caches()[0]!), 'nonsense');
  const second = load(bytes);
  expect([second.cached, second.exports]).toEqual([true, first.exports]);
});

test('a use that the cache was not made after adds to it', () => {
  load().save(Use.child);
  expect(usesKept()).toBe(Use.child);
  load().save(Use.main);
  expect(usesKept()).toBe(Use.child | Use.main);
});

test('what another thread has kept meanwhile is not replaced by less', () => {
  const [main, child] = [load(), load()];
  child.save(Use.child);
  main.save(Use.main);
  expect(usesKept()).toBe(Use.child);
  main.save(Use.main, true);
  expect(usesKept()).toBe(Use.main);
});

test('a damaged cache is made anew', () => {
  load().save();
  writeFileSync(join(directory, 'cache', caches()[0]!), 'nonsense');
  const second = load();
  expect(second.cached).toBe(false);
  second.save();
  expect(load().cached).toBe(true);
});

test('a cache that cannot be written is no failure', () => {
  writeFileSync(join(directory, 'cache'), 'a file in its place');
  const bundle = load();
  bundle.save();
  expect(bundle.exports).toEqual({ sep: '/', name: file });
});

test('a changed bundle is not mixed up with the old one', () => {
  load().save();
  writeBundle('exports.changed = true');
  expect([load().cached, load().exports]).toEqual([false, { changed: true }]);
  load().save();
  expect(caches().length).toBe(1);
});
