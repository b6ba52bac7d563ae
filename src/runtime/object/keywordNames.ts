/** The names of keyword arguments, as the keys of a dict give them. */
import type { Keywords } from './binding.js';
import { TypeError } from './errors.js';
import type { Py } from './object.js';
import type { PyDict } from './table.js';
import { PyStrBox, PyUnicode } from './values.js';

/** The name that a key of `**mapping` is. A `unicode` of Python 2 stays one: `**kwargs` of functions in Python have it so. */
export function keywordName(key: Py): string {
  if (typeof key === 'string' || key instanceof PyUnicode) return key as string;
  if (key instanceof PyStrBox) return key.value;
  throw TypeError('keywords must be strings');
}

/** The keyword arguments that a dict holds. */
export function keywordsOf(kwds: PyDict | null): Keywords {
  const keywords: Keywords = new Map();
  if (kwds !== null) for (const [key, value] of kwds.entryList()) keywords.set(keywordName(key), value);
  return keywords;
}

/** The parameter that a `unicode` of Python 2 is for; undefined for anything else. */
export const parameterName2 = (key: Py): string | undefined =>
  key instanceof PyUnicode ? key.value.replace(/[^\0-\x7f]/g, '?') : undefined;
