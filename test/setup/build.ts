/**
 * Builds `dist` once before the tests, if it is older than the sources. A build that fails leaves no `dist`: the tests
 * that need it (the corpus says so first) fail, those of single modules still run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export default function setup(): void {
  if (isUpToDate()) return;
  const { status } = spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.stderr.write('node build.mjs failed: the tests of the built command will fail\n');
}

function isUpToDate(): boolean {
  const built = join(root, 'dist/cli.js');
  if (!existsSync(built)) return false;
  const builtAtMs = statSync(built).mtimeMs;
  const sources = ['src', 'build'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  );
  return [...sources, join(root, 'build.mjs')].every((file) => statSync(file).mtimeMs < builtAtMs);
}
