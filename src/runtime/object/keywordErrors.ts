/** What is said of keywords by built-in functions that read them by themselves. */
import { TypeError } from './errors.js';
import { nearest } from './nearest.js';
import type { Py } from './object.js';

/** TypeError for a keyword that is none of `names`; Python 3's words. */
export function unknownKeyword(called: string, name: string, names: readonly string[]): Py {
  const meant = nearest(names, name);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  return TypeError(`${called}() got an unexpected keyword argument '${name}'${hint}`);
}

/** Raises TypeError if there are more keywords than `names`, or another one. Whatever positional arguments there are is not looked at. */
export function checkKeywords(called: string, keywords: ReadonlyMap<string, Py>, names: readonly string[]): void {
  const { size } = keywords;
  const most = names.length;
  if (size > most)
    throw TypeError(`${called}() takes at most ${most} keyword argument${most === 1 ? '' : 's'} (${size} given)`);
  for (const name of keywords.keys()) if (!names.includes(name)) throw unknownKeyword(called, name, names);
}
