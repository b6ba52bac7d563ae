/** The source line of a frame with the carets under the part that failed (PEP 657), as CPython 3.13 draws them. */

import { sourceTools } from '../process/hooks.js';
import { displayWidth } from '../text/displayWidth.js';
import type { Position } from '../unit.js';

/** The lines of a failed expression with its carets, each indented by four and ended. `lines`: all that it spans. */
export function markedLines(lines: readonly string[], position: Position): string {
  const shown = dedent(lines);
  if (shown.every((line) => line === '')) return '';
  const mark = new Mark(lines, shown, position);
  const result: string[] = [];
  let previous = 0;
  mark.significant.forEach((line, i) => {
    const between = i === 0 ? 0 : line - previous - 1;
    if (between === 1) mark.put(line - 1, result);
    else if (between > 1) result.push(`...<${between} lines>...`);
    mark.put(line, result);
    previous = line;
  });
  return dedent(result)
    .map((line) => `    ${line}\n`)
    .join('');
}

class Mark {
  /** Numbers of the lines to show, in order. */
  readonly significant: readonly number[];
  private readonly isMarked: boolean;
  /** Columns of the first and behind the last character of the expression, in its first and last line. */
  private readonly start: number;
  private readonly end: number;
  /** What gets `^` when the rest gets `~`: from a line and column to a line and column. */
  private readonly inner: { from: [line: number, column: number]; to: [line: number, column: number] } | null;

  constructor(
    original: readonly string[],
    private readonly lines: readonly string[],
    position: Position,
  ) {
    const removed = original[0]!.length - lines[0]!.length;
    const start = Math.max(0, position.column - removed);
    const end = Math.max(0, position.endColumn - removed);
    const last = lines.length - 1;
    const text = lines.join('\n');
    const endAt = text.length - (lines[last]!.length - Math.min(end, lines[last]!.length));
    const tools = sourceTools();
    const anchors = tools.expressionAnchors(text.slice(start, endAt));
    this.start = displayWidth(lines[0]!.slice(0, start));
    this.end = displayWidth(lines[last]!.slice(0, end));
    const whole = tools.isWholeCall(text, start, endAt);
    this.isMarked =
      whole !== true &&
      (anchors !== null || lines[0]!.slice(0, start).trim() !== '' || lines[last]!.slice(end).trim() !== '');
    const significant = new Set([0, last]);
    this.inner = null;
    if (anchors !== null) {
      const from = this.place(text, start + anchors[0]);
      const to = this.place(text, start + anchors[1]);
      this.inner = { from, to };
      for (const [line] of [from, to]) for (const near of [line - 1, line, line + 1]) significant.add(near);
    }
    this.significant = [...significant].filter((line) => line >= 0 && line <= last).sort((a, b) => a - b);
  }

  /** Line and column of an offset into the lines. */
  private place(text: string, offset: number): [number, number] {
    const before = text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return [line, displayWidth(before.slice(before.lastIndexOf('\n') + 1))];
  }

  /** Appends a line, and its carets. */
  put(line: number, result: string[]): void {
    const text = this.lines[line]!;
    result.push(text);
    if (!this.isMarked) return;
    const blank = text.length - text.trimStart().length;
    const width = line === this.lines.length - 1 ? this.end : displayWidth(text);
    let carets = '';
    for (let column = 0; column < width; column++) {
      if (column < blank || (line === 0 && column < this.start)) carets += ' ';
      else carets += this.inner === null || this.isInner(line, column) ? '^' : '~';
    }
    result.push(carets);
  }

  private isInner(line: number, column: number): boolean {
    const { from, to } = this.inner!;
    const afterStart = line > from[0] || (line === from[0] && column >= from[1]);
    return afterStart && (line < to[0] || (line === to[0] && column < to[1]));
  }
}

/** Without the white space that all lines begin with. Blank lines count for nothing and become empty. */
export function dedent(lines: readonly string[]): string[] {
  let margin: string | null = null;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/.exec(line)![0];
    if (margin === null) margin = indent;
    while (!indent.startsWith(margin)) margin = margin.slice(0, -1);
  }
  const width = margin?.length ?? 0;
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(width)));
}
