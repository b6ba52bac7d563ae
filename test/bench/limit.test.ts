/** The programs that do by hand what the benchmark's programs do, and their place in docs/performance.md. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
// Plain JavaScript, without types.
const { performancePage } = await import(join(here, 'report.mjs'));

const named = (folder: string, ending: string) =>
  readdirSync(join(here, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));

test('each program that computes has one by hand', () =>
  expect(named('limit/cpu', '.mjs')).toEqual(named('cpu', '.py')));

test('each program by hand belongs to one of the benchmark', () => {
  const programs = named('mp', '.py');
  expect(named('limit/mp', '.mjs').filter((name) => !programs.includes(name))).toEqual([]);
});

/** What CPython prints for the program of the same name and size. */
test.each([
  ['cpu/primes', '1000', '[(53, 18), (42, 30), (37, 42), (36, 53)]'],
  ['cpu/montecarlo_pi', '1000', '3.1340 [214, 400, 276, 28]'],
  ['mp/queue_str1k', '1000', '1000 1000000'],
  ['mp/map_chunk1', '1009', '1009 508536'],
  ['mp/barrier_rounds', '50', '50 2'],
  ['mp/condition_rounds', '50', '50 0'],
  ['mp/lock_contended', '1000', '1000 2000'],
])('%s.mjs %s', (name, size, printed) => {
  const { stdout } = spawnSync(process.execPath, [join(here, 'limit', `${name}.mjs`), size], {
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect(stdout.trim()).toBe(printed);
});

test('the page has the limit beside the figures, empty cells where there is none, and the mean', () => {
  const figure = (name: string, wallMs: number, toLimit?: number) => ({
    name,
    wallMs,
    peakMb: 9,
    ratio: wallMs / 100,
    toLimit,
  });
  const result = (name: string, figures: object[]) => ({ family: 'mp', name, same: true, figures });
  const page: string = performancePage(
    {
      machine: 'a machine',
      runners: ['cpython', 'pymp', 'limit'],
      node: 20,
      results: [
        result('hello', [figure('cpython', 100, 10), figure('pymp', 80, 8), figure('limit', 10)]),
        result('queue_ints', [figure('cpython', 100, 4), figure('pymp', 50, 2), figure('limit', 25)]),
        result('other', [figure('cpython', 100), figure('pymp', 50)]),
      ],
      growth: [],
    },
    new Set(['hello']),
  );
  expect(page.split('\n').filter((line) => /^\||Geometric/.test(line))).toEqual([
    '| program | cpython ms | MB | pymp ms | ratio | MB | limit ms | pymp/limit |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| `hello` | 100 | 9 | 80 | 0.80 | 9 | 10 | 8.00 |',
    '| `queue_ints` | 100 | 9 | 50 | 0.50 | 9 | 25 | 2.00 |',
    '| `other` | 100 | 9 | 50 | 0.50 | 9 |  |  |',
    'Geometric means of the ratios: pymp 0.58 (0.50 without the programs that only start), pymp/limit 4.00 (2.00 without the programs that only start).',
  ]);
});
