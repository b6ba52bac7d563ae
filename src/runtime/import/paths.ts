/** Paths as the process sees them: its working directory is its own. */
import { isAbsolute, normalize, resolve } from 'node:path';
import { rt } from '../object/context.js';

/** The path, made absolute by the process's working directory where it is relative. */
export function processPath(path: string): string {
  return isAbsolute(path) ? normalize(path).replace(/(.)\/$/, '$1') : resolve(currentDirectory(), path);
}

export const currentDirectory = (): string => rt.cwd ?? process.cwd();
