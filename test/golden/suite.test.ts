/** The runner as a whole. The programs are shell scripts, so that no Python is needed: the runner cannot tell. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { junitXml } from '../../src/golden/junit.js';
import { commandLauncher, parseCommands } from '../../src/golden/launcher.js';
import { exitCode, resultLines, summaryLine } from '../../src/golden/report.js';
import { collect, type Result, runSuite, type SuiteSettings } from '../../src/golden/suite.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pymp-suite-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const shell: SuiteSettings = {
  launcher: commandLauncher(parseCommands(['sh'])),
  timeoutMs: 5000,
  jobs: 2,
  repeat: 1,
  write: false,
};

function put(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

async function run(
  files: Record<string, string | Uint8Array>,
  settings: Partial<SuiteSettings> = {},
): Promise<Result[]> {
  put(files);
  return runSuite(collect([root]), { ...shell, ...settings });
}

const statuses = (results: Result[]): string[] => results.map(({ name, status }) => `${name} ${status}`);
const said = (results: Result[]): string => results.flatMap((result) => resultLines(result, false)).join('\n');

test.each([
  { what: 'the same output', files: { 'main.py': 'echo hi', 'expected.txt': 'hi\n' }, status: 'passed' },
  { what: 'another output', files: { 'main.py': 'echo ho', 'expected.txt': 'hi\n' }, status: 'failed' },
  {
    what: 'an exit code',
    files: { 'main.py': 'exit 3', 'expected.txt': '', 'expected.exit': '3\n' },
    status: 'passed',
  },
  { what: 'an unexpected exit code', files: { 'main.py': 'exit 3', 'expected.txt': '' }, status: 'failed' },
  {
    what: 'a signal',
    files: { 'main.py': 'kill -TERM $$', 'expected.txt': '', 'expected.exit': 'SIGTERM' },
    status: 'passed',
  },
  {
    what: 'stderr, exactly',
    files: { 'main.py': 'echo e >&2', 'expected.txt': '', 'expected.stderr.txt': 'e\n' },
    status: 'passed',
  },
  {
    what: 'other stderr',
    files: { 'main.py': 'echo x >&2', 'expected.txt': '', 'expected.stderr.txt': 'e\n' },
    status: 'failed',
  },
  { what: 'stderr that nobody asked for', files: { 'main.py': 'echo x >&2', 'expected.txt': '' }, status: 'passed' },
  {
    what: 'the last line of stderr',
    files: {
      'main.py': '# pymp: stderr=last-line\necho a >&2; echo b >&2',
      'expected.txt': '',
      'expected.stderr.txt': 'b\n',
    },
    status: 'passed',
  },
  {
    what: 'standard input',
    files: { 'main.py': 'cat', 'stdin.txt': 'typed', 'expected.txt': 'typed' },
    status: 'passed',
  },
  { what: 'no standard input', files: { 'main.py': 'cat', 'expected.txt': '' }, status: 'passed' },
  {
    what: 'arguments',
    files: { 'main.py': 'echo "$#:$1:$2"', args: 'a b\n\n', 'expected.txt': '2:a b:\n' },
    status: 'passed',
  },
  {
    what: 'files beside it',
    files: { 'main.py': 'ls; cat d/x m/y', 'files/d/x': '1\n', 'm/y': '2\n', 'expected.txt': 'd\nm\nmain.py\n1\n2\n' },
    status: 'passed',
  },
  { what: 'its directory', files: { 'main.py': 'pwd -P', 'expected.txt': '<cwd>\n' }, status: 'passed' },
  {
    what: 'bytes that are no UTF-8',
    files: { 'main.py': "printf 'a\\377\\303\\251'", 'expected.txt': 'a\\xffé' },
    status: 'passed',
  },
  { what: 'a missing golden', files: { 'main.py': 'true' }, status: 'error' },
  {
    what: 'a golden that is no UTF-8',
    files: { 'main.py': 'true', 'expected.txt': new Uint8Array([255]) },
    status: 'error',
  },
  {
    what: 'a bad exit golden',
    files: { 'main.py': 'true', 'expected.txt': '', 'expected.exit': 'one' },
    status: 'error',
  },
  { what: 'a bad case.json', files: { 'main.py': 'true', 'expected.txt': '', 'case.json': '{' }, status: 'error' },
  { what: 'stderr without golden', files: { 'main.py': '# pymp: stderr=exact', 'expected.txt': '' }, status: 'error' },
])('$what: $status', async ({ files, status }) => {
  const entries = Object.entries<string | Uint8Array | undefined>(files).map(([name, text]) => [
    `area/case/${name}`,
    text,
  ]);
  const results = await run(Object.fromEntries(entries));
  expect(statuses(results), said(results)).toEqual([`area/case ${status}`]);
});

test('a case that hangs is killed with all that it started, and the others still run', async () => {
  const started = performance.now();
  const results = await run(
    {
      'a/hangs/main.py': '# pymp: timeout=0.3\necho begun; sleep 60 & echo $! > pid; sleep 60',
      'a/hangs/expected.txt': '',
      'a/leaves/main.py': '# pymp: timeout=0.3\nsleep 60 &',
      'a/leaves/expected.txt': '',
      'b/works/main.py': 'echo ok',
      'b/works/expected.txt': 'ok\n',
    },
    { jobs: 1 },
  );
  expect(statuses(results)).toEqual(['a/hangs failed', 'a/leaves failed', 'b/works passed']);
  expect(said(results)).toContain('still running after 0.3 s: killed');
  expect(said(results)).toContain('  begun');
  expect(performance.now() - started).toBeLessThan(5000);
});

test('a command that does not exist fails each case with its name', async () => {
  const results = await run(
    { 'a/x/main.py': '', 'a/x/expected.txt': '' },
    { launcher: commandLauncher(parseCommands(['no-such-command'])) },
  );
  expect(said(results)).toContain('could not be run: spawn no-such-command ENOENT');
});

test('says when only the order is wrong', async () => {
  const results = await run({ 'a/x/main.py': 'echo 1; echo 2', 'a/x/expected.txt': '2\n1\n' });
  expect(said(results)).toContain('stdout: the lines are right, their order is not');
});

test('a case of both dialects runs twice, with goldens of its own', async () => {
  const files = {
    'a/x/main.py': '# pymp: python=2,3\necho $DIALECT',
    'a/x/expected.2.txt': 'two\n',
    'a/x/expected.3.txt': 'three\n',
  };
  const launcher = commandLauncher(parseCommands(['2=env DIALECT=two sh', '3=env DIALECT=three sh']));
  expect(statuses(await run(files, { launcher }))).toEqual(['a/x@2 passed', 'a/x@3 passed']);
});

test('writing goldens: only where they do not fit, and nothing from a case that hangs', async () => {
  const results = await run(
    {
      'a/fits/main.py': '# pymp: mask=number\necho 5',
      'a/fits/expected.txt': '4\n',
      'a/new/main.py': '# pymp: stderr=last-line\necho out; echo one >&2; echo two >&2; exit 2',
      'a/stale/main.py': 'echo now',
      'a/stale/expected.txt': 'then\n',
      'a/stale/expected.exit': '1\n',
      'a/hangs/main.py': '# pymp: timeout=0.2\nsleep 60',
    },
    { write: true },
  );
  expect(statuses(results)).toEqual(['a/fits passed', 'a/hangs failed', 'a/new written', 'a/stale written']);
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  expect(read('a/fits/expected.txt')).toBe('4\n');
  expect([read('a/new/expected.txt'), read('a/new/expected.stderr.txt'), read('a/new/expected.exit')]).toEqual([
    'out\n',
    'two\n',
    '2\n',
  ]);
  expect(read('a/stale/expected.txt')).toBe('now\n');
  expect(existsSync(join(root, 'a/stale/expected.exit'))).toBe(false);
  expect(existsSync(join(root, 'a/hangs/expected.txt'))).toBe(false);
});

test('repeating finds what is only sometimes right', async () => {
  const counter = join(root, 'counter');
  const results = await run(
    { 'a/x/main.py': `echo x >> ${counter}; wc -l < ${counter} | tr -d ' '`, 'a/x/expected.txt': '1\n' },
    { repeat: 3 },
  );
  expect(said(results)).toContain('in run 2');
});

test('cases are found by folder, by main.py and by part of their names', () => {
  put({
    'corpus/a/one/main.py': '',
    'corpus/a/one/pkg/main.py': '',
    'corpus/b/two/main.py': '',
    'corpus/.x/main.py': '',
  });
  const names = (path: string, filter?: string): string[] =>
    collect([join(root, path)], filter).map(({ name }) => name);
  expect(names('corpus')).toEqual(['a/one', 'b/two']);
  expect(names('corpus/a')).toEqual(['a/one']);
  expect(names('corpus/a/one')).toEqual(['a/one']);
  expect(names('corpus/a/one/main.py')).toEqual(['a/one']);
  expect(names('corpus', 'tw')).toEqual(['b/two']);
  expect(collect([join(root, 'corpus'), join(root, 'corpus/a')])).toHaveLength(2);
  expect(() => names('nothing')).toThrow('nothing: no such file or folder');
  mkdirSync(join(root, 'empty'));
  expect(() => names('empty')).toThrow('no case in it');
});

test('summary, exit code and JUnit XML', () => {
  const result = (name: string, status: Result['status']): Result => ({
    name,
    status,
    complaints: status === 'passed' ? [] : [{ title: 'a < b & "c"\u0001', details: ['-x'] }],
    durationMs: 1500,
  });
  const results = [result('a/one', 'passed'), result('a/two', 'failed'), result('b/three@2', 'error')];
  expect(summaryLine(results)).toBe('1 passed, 2 failed');
  expect([exitCode(results), exitCode(results.slice(0, 2)), exitCode(results.slice(0, 1))]).toEqual([2, 1, 0]);
  expect(junitXml(results).split('\n')).toEqual([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites tests="3" failures="1" errors="1" time="4.500">',
    '  <testsuite name="a" tests="2" failures="1" errors="0" time="3.000">',
    '    <testcase classname="a" name="one" time="1.500"/>',
    '    <testcase classname="a" name="two" time="1.500">',
    '      <failure message="a &lt; b &amp; &quot;c&quot;?">a &lt; b &amp; &quot;c&quot;?',
    '-x</failure>',
    '    </testcase>',
    '  </testsuite>',
    '  <testsuite name="b" tests="1" failures="0" errors="1" time="1.500">',
    '    <testcase classname="b" name="three@2" time="1.500">',
    '      <error message="a &lt; b &amp; &quot;c&quot;?">a &lt; b &amp; &quot;c&quot;?',
    '-x</error>',
    '    </testcase>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ]);
});
