/** What comes with the build: a first run makes nothing of the library anew. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const dist = new URL('../../dist', import.meta.url).pathname;
const PROGRAM = 'import logging, argparse, random, threading\nlogging.warning("%s", random.Random(1).random())\n';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pymp-prepared-'));
  writeFileSync(join(folder, 'main.py'), PROGRAM);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a first run prints, and the names of the files that it leaves for modules of the library and for our bundles. */
function firstRun(cli: string): { stderr: string; modules: string[]; bundles: string[] } {
  const cache = join(folder, 'cache');
  const { stderr } = spawnSync(process.execPath, [cli, 'run', join(folder, 'main.py')], {
    env: { ...process.env, PYMP_CACHE: cache },
    encoding: 'utf8',
  });
  const entries = existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: 'utf8' }) : [];
  return {
    stderr,
    modules: entries.filter((name) => name.endsWith('.lib')),
    bundles: entries.filter((name) => name.endsWith('.code')),
  };
}

const PRINTED = 'WARNING:root:0.13436424411240122\n';

test('a first run compiles nothing of the library', () => {
  expect(firstRun(join(dist, 'cli.js'))).toEqual({ stderr: PRINTED, modules: [], bundles: [] });
});

test('what is damaged or missing there is made anew', () => {
  const copy = join(folder, 'dist');
  cpSync(dist, copy, { recursive: true });
  symlinkSync(new URL('../../node_modules', import.meta.url).pathname, join(folder, 'node_modules'));
  for (const name of readdirSync(join(copy, 'library'))) writeFileSync(join(copy, 'library', name), 'damaged');
  rmSync(join(copy, 'runtime.js.code'));
  const { stderr, modules, bundles } = firstRun(join(copy, 'cli.js'));
  expect(stderr).toBe(PRINTED);
  expect(modules.length).toBeGreaterThan(5);
  expect(bundles.some((name) => name.startsWith('runtime.js'))).toBe(true);
});
