/** A line of the file that a text is said to come from. */
import { readFileSync } from 'node:fs';
import { processPath } from './import/paths.js';
import { rt } from './object/context.js';

/** Line number `line` (from 1) with its end, or null where there is no such file or line. */
export function programLine(filename: string, line: number): string | null {
  try {
    const text = readFileSync(processPath(filename), rt.dialect === 2 ? 'latin1' : 'utf8');
    return text.match(/[^\n]*\n|[^\n]+/g)?.[line - 1] ?? null;
  } catch {
    return null;
  }
}
