/** `pymp test` as it is called, with a stand-in for pymp that runs the program with `sh`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testCommand } from '../../src/cli/test.js';

const STAND_IN = `
const [command, ...rest] = process.argv.slice(2);
const script = rest.indexOf('main.py');
process.stdout.write(command + ' ' + rest.slice(0, script).join(' ') + '\\n');
const { status } = require('node:child_process').spawnSync('sh', rest.slice(script), { stdio: 'inherit' });
process.exit(status);
`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pymp-command-'));
  writeFileSync(join(root, 'cli.cjs'), STAND_IN);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, main: string, expected: string): void {
  mkdirSync(join(root, 'corpus', name), { recursive: true });
  writeFileSync(join(root, 'corpus', name, 'main.py'), main);
  writeFileSync(join(root, 'corpus', name, 'expected.txt'), expected);
}

async function pympTest(...words: string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const before = process.exitCode;
  let stdout = '';
  let stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += text;
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += text;
    return true;
  });
  try {
    await testCommand(join(root, 'cli.cjs')).parseAsync(words, { from: 'user' });
    return { code: process.exitCode, stdout, stderr };
  } finally {
    vi.restoreAllMocks();
    process.exitCode = before;
  }
}

const corpus = (): string => join(root, 'corpus');

test('runs pymp with the dialect, and ends with the counts', async () => {
  put('a/three', 'echo hi', 'run --python 3\nhi\n');
  put('a/two', '# pymp: python=2 start-method=spawn', 'run --python 2 --start-method spawn\n');
  put('a/unsaid', '# pymp: detect=yes', 'run \n');
  const { code, stdout, stderr } = await pympTest(corpus());
  expect(stdout).toMatch(/\n3 passed, 0 failed\n$/);
  expect([code, stderr]).toEqual([0, '']);
});

test.each([
  { what: 'a case that fails', path: 'corpus', options: [], code: 1, says: '0 passed, 1 failed' },
  { what: 'no such path', path: 'nowhere', options: [], code: 2, says: 'nowhere: no such file or folder' },
  {
    what: 'a filter that fits nothing',
    path: 'corpus',
    options: ['--filter', 'zzz'],
    code: 2,
    says: 'no case is left',
  },
  { what: 'two ways at once', path: 'corpus', options: ['--update', '--record', 'sh'], code: 2, says: 'only one of' },
  {
    what: 'a dialect that there is not',
    path: 'corpus',
    options: ['--runner', '4=sh'],
    code: 2,
    says: 'must be 2 or 3',
  },
  {
    what: 'a report that cannot be written',
    path: 'corpus',
    options: ['--junit', '/no/such/folder/x.xml'],
    code: 2,
    says: 'cannot be written',
  },
])('$what: exit code $code', async ({ path, options, code, says }) => {
  put('a/x', 'echo other', 'something\n');
  const result = await pympTest(join(root, path), ...options);
  expect(result.stdout + result.stderr).toContain(says);
  expect(result.code).toBe(code);
});

test('colours only when told to, where there is no terminal', async () => {
  put('a/x', 'echo other', 'something\n');
  expect((await pympTest(corpus(), '--color')).stdout).toContain('\u001b[31m');
  expect((await pympTest(corpus(), '--no-color')).stdout).not.toContain('\u001b[');
});

test('--update takes what pymp prints, --record what another command prints', async () => {
  put('a/x', 'echo $0', 'stale\n');
  const golden = (): string => readFileSync(join(corpus(), 'a/x/expected.txt'), 'utf8');
  expect((await pympTest(corpus(), '--update')).code).toBe(0);
  expect(golden()).toBe('run --python 3\nmain.py\n');
  expect((await pympTest(corpus(), '--record', '3=sh')).stdout).toContain('goldens written for 1 of 1 cases');
  expect(golden()).toBe('main.py\n');
  expect((await pympTest(corpus(), '--runner', '3=sh', '--repeat', '2', '--jobs', '1')).code).toBe(0);
});

test('--record with one dialect leaves the cases of the other alone', async () => {
  put('a/two', '# pymp: python=2\necho two', 'stale\n');
  put('a/three', 'echo three', 'stale\n');
  expect((await pympTest(corpus(), '--record', '3=sh')).stdout).toMatch(/\n1 passed, 0 failed\n$/);
  expect(readFileSync(join(corpus(), 'a/two/expected.txt'), 'utf8')).toBe('stale\n');
});
