/**
 * `gettext.find` where there is no translation at all, which is mostly so: it is known without the names that a language may go by, for
 * which the library loads all that `locale` knows. `argparse` asks for each of its own texts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { getAttr } from '../../object/attributes.js';
import { call, callMethod } from '../../object/call.js';
import { moduleState, rt } from '../../object/context.js';
import { libraryFunctionPrototype } from '../../object/function.js';
import { fn } from '../../object/fn.js';
import type { Py } from '../../object/object.js';
import { truthy } from '../../object/truth.js';
import { PyList, type PyModule } from '../../object/values.js';
import { processPath } from '../../import/paths.js';

/** Looking at what every language has costs less than loading `locale`, but only so often. */
const FEW = 8;

const VARIABLES = ['LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

/** Called once the library's module has run. */
export function speedUpGettext({ namespace }: PyModule): void {
  if (rt.dialect === 2) return;
  const original: Py = namespace.get('find');
  const parts = ['_expand_lang', 'os'].map((name) => [name, namespace.get(name)] as const);
  const path: Py = getAttr(namespace.get('os'), 'path');
  const exists = getAttr(path, 'exists');
  const isUnchanged = (): boolean =>
    parts.every(([name, part]) => namespace.get(name) === part) && getAttr(path, 'exists') === exists;

  const looks = moduleState('looks for translations', () => ({ count: 0 }));
  const find = (domain: Py, folder: Py = null, languages: Py = null, all: Py = false): Py => {
    if (looks.count++ >= FEW) return call(original, [domain, folder, languages, all]);
    const isPlain = typeof domain === 'string' && languages === null && isUnchanged() && areNames(namespace.get('os'));
    const place = folder === null ? namespace.get('_default_localedir') : folder;
    if (!isPlain || typeof place !== 'string' || hasTranslation(processPath(place), domain))
      return call(original, [domain, folder, languages, all]);
    return truthy(all) ? new PyList([]) : null;
  };
  const shown = fn('(domain, localedir=None, languages=None, all=False)', find, 'find');
  shown.builtin!.owner = 'gettext';
  namespace.set('find', Object.setPrototypeOf(shown, libraryFunctionPrototype));
}

/** Whether what the environment asks for are names of folders in the folder, and no paths. */
const areNames = (os: Py): boolean =>
  VARIABLES.every((name) => {
    const value = callMethod(getAttr(os, 'environ'), 'get', name);
    return value === null || (typeof value === 'string' && /^[\w.@:-]*$/.test(value));
  });

/** Whether the folder has a translation of a domain into any language. */
function hasTranslation(folder: string, domain: string): boolean {
  try {
    return readdirSync(folder).some((language) => existsSync(`${folder}/${language}/LC_MESSAGES/${domain}.mo`));
  } catch {
    return existsSync(folder);
  }
}
