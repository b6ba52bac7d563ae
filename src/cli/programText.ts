/** The text of a program, before it is compiled. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { END_OF_ARCHIVE } from '../runtime/import/archive.js';
import type { Program } from '../runtime/process/payload.js';

/** The program's own text, each byte as a character; empty where it is not known yet. */
export function textOf(program: Program): string {
  if (program.kind === 'command') return program.text;
  return program.kind === 'file' ? sourceOf(program.file) : '';
}

/** The text of a file, or of the program that a folder is. */
export function sourceOf(file: string): string {
  if (!existsSync(file)) return '';
  const stat = statSync(file);
  if (stat.isDirectory()) return sourceOf(join(file, '__main__.py'));
  const text = stat.isFile() ? readFileSync(file, 'latin1') : '';
  return text.includes(END_OF_ARCHIVE) ? '' : text;
}
