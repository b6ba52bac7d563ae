/** The table of what waiting modules bring with them holds all that they do bring. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { comesInTheWay, SILENT } from '../../../src/runtime/import/deferredNames.js';

const command = join(import.meta.dirname, '../../../dist/cli.js');

test('what the modules import is known', { timeout: 120_000 }, () => {
  const names = [...SILENT].join();
  const program = `import sys\nbefore = set(sys.modules)\nimport ${names}\nprint(*set(sys.modules) - before)`;
  const loaded = execFileSync(process.execPath, [command, 'run', '-c', program], { encoding: 'utf8' })
    .trim()
    .split(' ');
  expect(loaded.length).toBeGreaterThan(SILENT.size);
  expect(loaded.filter((name) => !comesInTheWay(name))).toEqual([]);
});
