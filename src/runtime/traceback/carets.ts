/** The source line of a frame with the carets under the part that failed (PEP 657). */
import type { PyTraceback } from '../object/errors.js';
import type { Position } from '../unit.js';
import { sourceLine } from '../unit.js';

/** Indented source line(s) and, when the failing part is less than the whole line, the carets. */
export function carets(t: PyTraceback, position: Position): string {
  const { unit } = t.code;
  const text = sourceLine(unit, position.line);
  const stripped = text.replace(/^[ \t\f]+/, '').trimEnd();
  const lead = text.length - text.replace(/^[ \t\f]+/, '').length;
  const shown = `    ${stripped}\n`;
  const start = Math.max(0, position.column - lead);
  const end = position.endLine === position.line ? position.endColumn - lead : stripped.length;
  if (start <= 0 && end >= stripped.length) return shown;
  if (end <= start) return shown;
  const marks = `${' '.repeat(start)}${'^'.repeat(Math.max(1, Math.min(end, stripped.length) - start))}`;
  return `${shown}    ${marks}\n`;
}
