/** Runs many cases, some at a time. Whatever happens to one of them, the others still run. */
import { GoldenError } from './errors.js';
import { type BrokenCase, findCases, type GoldenCase, loadCase, type Variant } from './goldenCase.js';
import { goldenFile, writeGoldens } from './goldens.js';
import { type Complaint, judge, matches, type RunSettings, runVariant } from './judge.js';

export interface Result {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'error' | 'written';
  readonly complaints: readonly Complaint[];
  readonly durationMs: number;
}

export interface SuiteSettings extends RunSettings {
  /** How many cases run at a time. */
  readonly jobs: number;
  /** How often each case is run; it must be right every time. */
  readonly repeat: number;
  /** Write goldens from what the program prints, instead of comparing with them. */
  readonly write: boolean;
}

export type Work = Variant | BrokenCase;

/**
 * The variants in `paths` whose name contains `filter`, each once, in the order of their names.
 *
 * Errors: GoldenError for a path without cases.
 */
export function collect(paths: readonly string[], filter?: string): Work[] {
  const byFolder = new Map<string, GoldenCase>();
  for (const path of paths) for (const found of findCases(path)) byFolder.set(found.folder, found);
  const cases = [...byFolder.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const all = cases.flatMap((golden): Work[] => {
    const loaded = loadCase(golden);
    return Array.isArray(loaded) ? loaded : [loaded];
  });
  return filter === undefined ? all : all.filter(({ name }) => name.includes(filter));
}

/** Runs all of `work`; calls `onResult` as each case ends. The results come in the order of `work`. */
export async function runSuite(
  work: readonly Work[],
  settings: SuiteSettings,
  onResult: (result: Result) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = work.entries();
  const lane = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (settings.signal?.aborted) return;
      const result = await runOne(item, settings);
      results[index] = result;
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(settings.jobs, work.length)) }, lane));
  return results;
}

/** Runs one variant as often as `settings` says. Never rejects. */
export async function runOne(item: Work, settings: SuiteSettings): Promise<Result> {
  const startedAt = performance.now();
  const result = (status: Result['status'], complaints: readonly Complaint[]): Result => ({
    name: item.name,
    status,
    complaints,
    durationMs: performance.now() - startedAt,
  });
  if ('reason' in item) return result('error', [{ title: item.reason, details: [] }]);
  try {
    let wrote = '';
    for (let round = 1; round <= settings.repeat; round++) {
      const run = await runVariant(item, settings);
      if (settings.write && round === 1 && !run.complaint && !matches(item, run)) {
        writeGoldens(item, run.goldens);
        wrote = `wrote ${goldenFile(item, 'txt')}, exit code ${run.goldens.exit}`;
      }
      const complaints = run.complaint ? [run.complaint] : judge(item, run);
      if (complaints.length > 0)
        return result('failed', settings.repeat > 1 ? [inRound(round), ...complaints] : complaints);
    }
    return wrote === '' ? result('passed', []) : result('written', [{ title: wrote, details: [] }]);
  } catch (error) {
    const title = error instanceof GoldenError ? error.message : `the runner failed: ${(error as Error).stack}`;
    return result('error', [{ title, details: [] }]);
  }
}

function inRound(round: number): Complaint {
  return { title: `in run ${round}`, details: [] };
}
