/** What the runner says: a line for each case, the reasons below those that failed, and a last line of counts. */
import type { Result } from './suite.js';

const LABEL: Record<Result['status'], { readonly text: string; readonly colour: number }> = {
  passed: { text: 'ok   ', colour: 32 },
  failed: { text: 'FAIL ', colour: 31 },
  error: { text: 'ERROR', colour: 31 },
  written: { text: 'wrote', colour: 33 },
};

/** The lines about one case, with ANSI colours if `coloured`. */
export function resultLines(result: Result, coloured: boolean): string[] {
  const { text, colour } = LABEL[result.status];
  const paint = painter(coloured);
  const head = `${paint(text, colour)} ${result.name}  ${(result.durationMs / 1000).toFixed(2)} s`;
  if (result.status === 'passed') return [head];
  return [
    head,
    ...result.complaints.flatMap(({ title, details }) => [
      `      ${paint(title, 1)}`,
      ...details.map((line) => `      ${paint(line, diffColour(line))}`),
    ]),
  ];
}

/** `3 passed, 1 failed`; a case that could not be judged counts as failed. */
export function summaryLine(results: readonly Result[]): string {
  const failed = results.filter(({ status }) => status === 'failed' || status === 'error').length;
  return `${results.length - failed} passed, ${failed} failed`;
}

/** The exit code for these results: 0 all right, 1 some failed, 2 some could not be judged. */
export function exitCode(results: readonly Result[]): 0 | 1 | 2 {
  if (results.some(({ status }) => status === 'error')) return 2;
  return results.some(({ status }) => status === 'failed') ? 1 : 0;
}

function painter(coloured: boolean): (text: string, colour: number) => string {
  return (text, colour) => (coloured && colour !== 0 ? `\u001b[${colour}m${text}\u001b[0m` : text);
}

function diffColour(line: string): number {
  if (line.startsWith('@@')) return 36;
  if (line.startsWith('-')) return 31;
  return line.startsWith('+') ? 32 : 0;
}
