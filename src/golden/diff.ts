/**
 * A unified diff of lines, for people to read.
 *
 * Shape: lines that start with `-` (expected only), `+` (got only), a blank (both) or `@@` (where a hunk starts).
 */
const CONTEXT = 3;
const MAX_DIFF_LINES = 80;
const MAX_LINE_CHARACTERS = 400;
/** Above this many cells the table of the longest common subsequence is not worth its time. */
const MAX_TABLE_CELLS = 4_000_000;

type Edit = { readonly sign: ' ' | '-' | '+'; readonly line: string };

export function diffLines(expected: readonly string[], actual: readonly string[]): string[] {
  const lines = hunks(edits(expected, actual));
  if (lines.length <= MAX_DIFF_LINES) return lines;
  return [...lines.slice(0, MAX_DIFF_LINES), `… ${lines.length - MAX_DIFF_LINES} more lines of difference`];
}

function edits(a: readonly string[], b: readonly string[]): Edit[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const both = (line: string): Edit => ({ sign: ' ', line });
  return [
    ...a.slice(0, start).map(both),
    ...middleEdits(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(both),
  ];
}

function middleEdits(a: readonly string[], b: readonly string[]): Edit[] {
  const removed = (line: string): Edit => ({ sign: '-', line });
  const added = (line: string): Edit => ({ sign: '+', line });
  if (a.length * b.length > MAX_TABLE_CELLS) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const common = commonLengths(a, b, width);
  const result: Edit[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      result.push({ sign: ' ', line: a[i++]! });
      j++;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) result.push(removed(a[i++]!));
    else result.push(added(b[j++]!));
  }
  return [...result, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}

/** Cell i * width + j: the length of the longest common subsequence of a[i:] and b[j:]. */
function commonLengths(a: readonly string[], b: readonly string[], width: number): Uint32Array {
  const table = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      table[at] = a[i] === b[j] ? table[at + width + 1]! + 1 : Math.max(table[at + width]!, table[at + 1]!);
    }
  }
  return table;
}

/** Only the changes with a few lines around them, each hunk under the line number of the expected text. */
function hunks(all: readonly Edit[]): string[] {
  const result: string[] = [];
  let lineNumber = 0; // of the expected text
  let lastShown = -1;
  const isNearChange = nearChanges(all);
  for (const [index, { sign, line }] of all.entries()) {
    if (sign !== '+') lineNumber++;
    if (!isNearChange[index]) continue;
    if (index !== lastShown + 1) result.push(`@@ line ${sign === '+' ? lineNumber + 1 : lineNumber} @@`);
    result.push(sign + shorten(line));
    lastShown = index;
  }
  return result;
}

function nearChanges(all: readonly Edit[]): boolean[] {
  const near = new Array<boolean>(all.length).fill(false);
  for (const [index, edit] of all.entries()) {
    if (edit.sign === ' ') continue;
    near.fill(true, Math.max(0, index - CONTEXT), Math.min(all.length, index + CONTEXT + 1));
  }
  return near;
}

function shorten(line: string): string {
  return line.length <= MAX_LINE_CHARACTERS
    ? line
    : `${line.slice(0, MAX_LINE_CHARACTERS)}… (${line.length} characters)`;
}
