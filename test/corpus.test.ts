/**
 * Runs every case of corpus/ through the built command. What a case is: src/golden/goldenCase.ts.
 *
 * A case named in corpus/known-gaps.txt (`area/case`, or `area/case@2` for one dialect) must fail: a gap
 * that closes has to leave the list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGoldens } from '../src/golden/goldens.js';
import { pympLauncher } from '../src/golden/launcher.js';
import { resultLines } from '../src/golden/report.js';
import { collect, runOne } from '../src/golden/suite.js';

const root = join(import.meta.dirname, '..');
const cliFile = join(root, 'dist/cli.js');
const work = collect([join(root, 'corpus')]);
const knownGaps = new Set(readFileSync(join(root, 'corpus/known-gaps.txt'), 'utf8').match(/^[^#\s]\S*/gm));
const isKnownGap = (name: string): boolean => knownGaps.has(name) || knownGaps.has(name.replace(/@\d$/, ''));

const settings = {
  launcher: pympLauncher(cliFile),
  timeoutMs: 30_000,
  jobs: 1,
  repeat: 1,
  write: false,
};

test('the command is built', () => expect(existsSync(cliFile)).toBe(true));

test('known-gaps.txt names only cases that exist', () => {
  const names = new Set(work.flatMap(({ name }) => [name, name.replace(/@\d$/, '')]));
  expect([...knownGaps].filter((name) => !names.has(name))).toEqual([]);
});

// A case without a usable golden would fail as a known gap should: it must not hide there.
test('every case has goldens that can be read', () => {
  const broken = work.flatMap((item) => {
    if ('reason' in item) return [item.reason];
    try {
      readGoldens(item);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  expect(broken).toEqual([]);
});

// Vitest runs at most `maxConcurrency` (5) of them at a time; more than the machine has cores would only add noise.
const lanes = lanesOf(availableParallelism());

describe.concurrent('corpus', () => {
  for (const item of work) {
    const run = isKnownGap(item.name) ? test.fails : test;
    run(item.name, { timeout: 120_000 }, async () => {
      const result = await lanes(() => runOne(item, settings));
      expect(result.status, resultLines(result, false).join('\n')).toBe('passed');
    });
  }
});

/** Lets at most `count` tasks run at a time, first come, first served. */
function lanesOf(count: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
