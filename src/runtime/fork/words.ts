/**
 * What a program's text tells of the names that it may use.
 *
 * Code names the globals it uses (`Code.names`). What it reaches otherwise (attributes of modules) it must at least name
 * somewhere in its text, unless it makes up names as it runs; the words that give that away are here.
 */
import type { CompiledUnit } from '../unit.js';

const seen = new WeakMap<CompiledUnit, ReadonlySet<string>>();

/** Every identifier in the text, comments and strings included, but for the usual question whether this is the main module. */
export function wordsOf(compiled: CompiledUnit): ReadonlySet<string> {
  let words = seen.get(compiled);
  if (words === undefined) {
    const text = compiled.source.replace(MAIN_GUARD, '');
    seen.set(compiled, (words = new Set(text.match(/[\p{ID_Start}_][\p{ID_Continue}]*/gu) ?? [])));
  }
  return words;
}
const MAIN_GUARD = /__name__\s*==\s*(['"])__main__\1/g;

/** Code that names one of these can use any global of its module. */
export const NAMES_ITS_MODULE: readonly string[] = [
  'globals',
  'vars',
  'eval',
  'exec',
  'execfile',
  'dir',
  'locals',
  'compile',
];

/** A text with one of these words can find any module and anything in it. */
export const FINDS_MODULES: readonly string[] = [
  'modules',
  '__main__',
  '__mp_main__',
  'import_module',
  '__import__',
  'pickle',
  'cPickle',
  'shelve',
  'runpy',
  '__globals__',
  'f_globals',
  'f_back',
  'func_globals',
  'getmembers',
  'getmodule',
];

/** A text with one of these words can open a channel to processes that know more than it does. */
export const OPENS_CHANNELS: readonly string[] = ['Client', 'Listener', 'managers'];
