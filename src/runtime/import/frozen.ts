/**
 * Modules that CPython 3 has inside its program: their code says `<frozen NAME>` for a file, and no source is found by that.
 * The files of the library themselves, and `__file__`, are as those of other modules.
 */
import { rt } from '../object/context.js';
import { isInLibrary } from './library.js';

const FROZEN: ReadonlySet<string> = new Set(
  (
    '_collections_abc _sitebuiltins abc codecs genericpath importlib.machinery importlib.util io ntpath os posixpath runpy site stat ' +
    'zipimport'
  ).split(' '),
);

/** What a program sees as the file of code from `file`. */
export function seenFilename(file: string): string {
  if (rt.dialect !== 3 || !isInLibrary(file)) return file;
  const inLibrary = file.slice(String(rt.state.get('library path')).length + 1);
  const name = inLibrary.replace(/\.py$/, '').replaceAll('/', '.');
  return FROZEN.has(name) ? `<frozen ${name}>` : file;
}
