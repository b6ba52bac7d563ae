/**
 * Paths as the process sees them: its working directory is its own. A program of Python 2 has them in bytes, one character each: so are
 * file names of modules and code, `sys.path` and `sys.argv`. The system is given text.
 */
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, normalize, resolve } from 'node:path';
import { rt } from '../object/context.js';
import { toArray } from '../object/iterate.js';
import { strValue } from '../object/number.js';
import type { Py } from '../object/object.js';
import { PyUnicode } from '../object/values.js';

const NON_ASCII = /[^\0-\x7f]/;

/** A path of the system, or a word of the command line, as the program has it. */
export const shownText = (native: string, dialect: 2 | 3 = rt.dialect): string =>
  dialect === 2 && NON_ASCII.test(native) ? Buffer.from(native, 'utf8').toString('latin1') : native;

/** A path that the program has, as the system takes it. */
export const nativePath = (shown: string): string =>
  rt.dialect === 2 && NON_ASCII.test(shown) ? Buffer.from(shown, 'latin1').toString('utf8') : shown;

/** A path that the program has, made absolute by the process's working directory where it is relative. */
export function absolutePath(path: string): string {
  return isAbsolute(path) ? normalize(path).replace(/(.)\/$/, '$1') : resolve(shownText(currentDirectory()), path);
}

/** The same, for the system. */
export const processPath = (path: string): string => nativePath(absolutePath(path));

/** As the system has it. */
export const currentDirectory = (): string => rt.cwd ?? process.cwd();

export const isFile = (path: string): boolean => kindIs(path, 'isFile');
export const isFolder = (path: string): boolean => kindIs(path, 'isDirectory');

function kindIs(path: string, kind: 'isFile' | 'isDirectory'): boolean {
  const native = processPath(path);
  return existsSync(native) && statSync(native)[kind]();
}

/** The entries of `sys.path` or of a package's path that are text: others are passed over. */
export const pathEntries = (path: Py): string[] =>
  toArray(path).flatMap((entry: Py) => {
    const text = entry instanceof PyUnicode ? shownText(entry.value) : strValue(entry);
    return text === undefined ? [] : [text];
  });
