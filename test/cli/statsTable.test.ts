import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statsTable } from '../../src/cli/statsTable.js';

const main = {
  name: 'MainProcess',
  pid: 100,
  startMs: 30,
  runMs: 12_400,
  compileMs: 8.4,
  sentBytes: 1_500_000,
  tasks: 0,
  waits: [
    { reason: 'pool result' as const, ms: 350 },
    { reason: 'process end' as const, ms: 0.2 },
  ],
};
const worker = { ...main, name: 'Worker-1', pid: 101, startMs: null, runMs: 0, sentBytes: 900, tasks: 7, waits: [] };

test('a line for each process and one for all', () => {
  expect(statsTable([main, worker]).split('\n')).toEqual([
    'process      pid  start  compile     run  tasks    sent  waited',
    'MainProcess  100  30 ms     8 ms  12.4 s      0  1.5 MB  350 ms (pool result 350 ms)',
    'Worker-1     101  never     8 ms    0 ms      7   900 B  0 ms',
    '2 processes       30 ms    17 ms  12.4 s      7  1.5 MB  350 ms (pool result 350 ms)',
    '',
  ]);
});

test('one process needs no sum', () => expect(statsTable([main]).trim().split('\n').length).toBe(2));

test('the table comes after what the program wrote', () => {
  const cli = join(import.meta.dirname, '../../dist/cli.js');
  const { stderr } = spawnSync(process.execPath, [cli, 'run', '--stats', '-c', "import os; os.write(2, b'last\\n')"], {
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^last\n.*\nMainProcess .*\n$/);
});
