/** A program all of whose processes are stopped is itself seen as stopped; what a program leaves stopped when it ends does not keep it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

const cli = join(import.meta.dirname, '../../dist/cli.js');

const LEAVES = `import os, signal
pid = os.fork()
if pid == 0:
    os.kill(os.getpid(), signal.SIGSTOP)
    print('never')
os.waitpid(pid, os.WUNTRACED)
print('ends')
`;

const STOPS = `import os, signal
print('stops', flush=True)
os.kill(os.getpid(), signal.SIGSTOP)
print('goes on')
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pymp-stopped-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = (text: string): string[] => {
  const file = join(folder, 'main.py');
  writeFileSync(file, text);
  return [cli, 'run', file];
};

test('a stopped process that is left does not keep the program', () => {
  const { stdout, status } = spawnSync(process.execPath, program(LEAVES), { encoding: 'utf8', timeout: 20_000 });
  expect([stdout, status]).toEqual(['ends\n', 0]);
});

test('a program that stops itself goes on by SIGCONT', { timeout: 20_000 }, async () => {
  const child = spawn(process.execPath, program(STOPS), { stdio: ['ignore', 'pipe', 'inherit'] });
  let shown = '';
  child.stdout.on('data', (data) => {
    shown += data;
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const isStopped = () => /^State:\s*T/m.test(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
  while (!isStopped()) await setTimeout(20);
  expect(shown).toBe('stops\n');
  child.kill('SIGCONT');
  expect([await ended, shown]).toEqual([0, 'stops\ngoes on\n']);
});
