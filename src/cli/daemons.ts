/** Programs that leave a daemon running when they end, as far as their text tells. */
import { dirname, join } from 'node:path';
import type { Program } from '../runtime/process/payload.js';
import { sourceOf, textOf } from './programText.js';

const IMPORTED = /^[ \t]*(?:from|import)[ \t]+(\w+)/gm;

/** A process that nobody waits for begins a session of its own; what does that may be in a module beside the program. */
export function mayLeaveDaemon(program: Program): boolean {
  const text = textOf(program);
  if (beginsSession(text)) return true;
  if (program.kind !== 'file') return false;
  const folder = dirname(program.file);
  return [...text.matchAll(IMPORTED)].some(([, module]) => beginsSession(sourceOf(join(folder, `${module}.py`))));
}

const beginsSession = (text: string): boolean => /\bsetsid\s*\(/.test(text) && /\bfork\s*\(/.test(text);
