/** Runs one variant once and says whether it did what its goldens say. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Comparison, compareLastLines, compareTexts } from './compare.js';
import { cleanEnvironment } from './environment.js';
import { GoldenError } from './errors.js';
import { type Execution, execute } from './execute.js';
import type { Variant } from './goldenCase.js';
import { type Goldens, readGoldens, stderrMode } from './goldens.js';
import type { Launcher } from './launcher.js';
import { makeWorkspace, outputText } from './workspace.js';

/** One thing that was wrong: a headline, and lines of a diff or of output below it. */
export interface Complaint {
  readonly title: string;
  readonly details: readonly string[];
}

export interface RunSettings {
  readonly launcher: Launcher;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** What one run of a program gave. `complaint` is set if it did not come to its own end. */
export interface Run {
  readonly goldens: Goldens;
  readonly durationMs: number;
  readonly complaint: Complaint | undefined;
}

const LAST_STDERR_LINES = 15;

/** Runs the program in a fresh working directory. Errors: GoldenError if the runner has no command for it. */
export async function runVariant(variant: Variant, { launcher, timeoutMs, signal }: RunSettings): Promise<Run> {
  const workspace = makeWorkspace(variant.folder);
  try {
    const launch = launcher(variant, workspace.scratch);
    const stdinFile = join(variant.folder, 'stdin.txt');
    const limitMs = variant.settings.timeoutMs ?? timeoutMs;
    const execution = await execute({
      file: launch.words[0]!,
      args: launch.words.slice(1),
      cwd: workspace.cwd,
      env: { ...cleanEnvironment(process.env), ...launch.env },
      stdinFile: existsSync(stdinFile) ? stdinFile : undefined,
      timeoutMs: limitMs,
      signal,
    });
    const goldens = {
      stdout: outputText(execution.stdout, workspace.cwd),
      stderr: outputText(execution.stderr, workspace.cwd),
      exit: execution.ending.kind === 'exit' ? execution.ending.exit : '',
    };
    return { goldens, durationMs: execution.durationMs, complaint: stopped(execution, goldens, limitMs) };
  } finally {
    workspace.remove();
  }
}

function stopped({ ending }: Execution, goldens: Goldens, limitMs: number): Complaint | undefined {
  switch (ending.kind) {
    case 'exit':
      return undefined;
    case 'timeout':
      return {
        title: `still running after ${limitMs / 1000} s: killed`,
        details: [...tail('stdout', goldens.stdout), ...tail('stderr', goldens.stderr)],
      };
    case 'too-much-output':
      return { title: 'too much output: killed', details: [] };
    case 'not-started':
      return { title: `could not be run: ${ending.reason}`, details: [] };
  }
}

/** Everything in which a run differs from the goldens; empty if it is right. Errors: GoldenError for bad goldens. */
export function judge(variant: Variant, run: Run): Complaint[] {
  const expected = readGoldens(variant);
  if (run.complaint) return [run.complaint];
  const { order, masks } = variant.settings;
  const complaints: Complaint[] = [];
  const compare = (what: string, comparison: Comparison): void => {
    if (comparison.same) return;
    const title = comparison.onlyOrderDiffers ? `${what}: the lines are right, their order is not` : `${what} differs`;
    complaints.push({ title, details: comparison.diff });
  };
  compare('stdout', compareTexts(expected.stdout, run.goldens.stdout, order, masks));
  const mode = stderrMode(variant);
  if (mode === 'exact') compare('stderr', compareTexts(expected.stderr, run.goldens.stderr, order, masks));
  if (mode === 'last-line') {
    compare('the last line of stderr', compareLastLines(expected.stderr, run.goldens.stderr, masks));
  }
  if (expected.exit !== run.goldens.exit) {
    complaints.push({ title: `exit code: expected ${expected.exit}, got ${run.goldens.exit}`, details: [] });
  }
  const saidAll = complaints.length === 0 || mode === 'exact' || run.goldens.stderr === '';
  return saidAll ? complaints : [...complaints, { title: 'stderr was:', details: tail('', run.goldens.stderr) }];
}

function tail(what: string, text: string): string[] {
  if (text === '') return [];
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.slice(-LAST_STDERR_LINES);
  const label = what === '' ? [] : [`${what}${shown.length < lines.length ? ' (its end)' : ''}:`];
  return [...label, ...shown.map((line) => `  ${line}`)];
}

/** Whether a run is right; goldens that are missing or corrupt are not matched. */
export function matches(variant: Variant, run: Run): boolean {
  try {
    return judge(variant, run).length === 0;
  } catch (error) {
    if (error instanceof GoldenError) return false;
    throw error;
  }
}
