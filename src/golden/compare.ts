/** Compares what a program printed with what it should have printed, under the settings of its case. */
import { diffLines } from './diff.js';
import { applyMasks, type Mask } from './masks.js';
import { numberPidsInOrder, numberPidsUnordered } from './pids.js';
import type { Order } from './settings.js';

export interface Comparison {
  readonly same: boolean;
  /** The lines are the same, but come in another order. */
  readonly onlyOrderDiffers: boolean;
  /** Lines of a unified diff; empty if `same`. */
  readonly diff: readonly string[];
}

/** Compares two texts. The last line's newline counts as everything else does. */
export function compareTexts(expected: string, actual: string, order: Order, masks: readonly Mask[]): Comparison {
  const wanted = applyMasks(expected, masks);
  const got = applyMasks(actual, masks);
  const sortedWanted = anyOrder(wanted);
  const sortedGot = anyOrder(got);
  const sameLines = sortedWanted === sortedGot;
  const [left, right] =
    order === 'unordered' ? [sortedWanted, sortedGot] : [numberPidsInOrder(wanted), numberPidsInOrder(got)];
  if (left === right) return { same: true, onlyOrderDiffers: false, diff: [] };
  return { same: false, onlyOrderDiffers: sameLines, diff: diffLines(toLines(left), toLines(right)) };
}

/** Compares only the last line that is not blank: for a traceback that line holds the exception. */
export function compareLastLines(expected: string, actual: string, masks: readonly Mask[]): Comparison {
  return compareTexts(lastLine(expected), lastLine(actual), 'exact', masks);
}

/** The last line that is not blank. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)!;
}

/** The text with its lines sorted. A newline that is missing at the very end is kept visible. */
function anyOrder(text: string): string {
  const endsWithNewline = text.endsWith('\n');
  const lines = (endsWithNewline ? text.slice(0, -1) : text).split('\n');
  return numberPidsUnordered(lines).sort().join('\n') + (endsWithNewline ? '\n' : '');
}

function toLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else lines[lines.length - 1] += '␤ (no newline at the end)';
  return lines;
}
