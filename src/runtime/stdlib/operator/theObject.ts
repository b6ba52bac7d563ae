/** How the objects of `operator` are called: with one object, and no keywords. */
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';

/** The object that a getter was called with. Python 2 passes over keywords. */
export function theObject(name: string, args: readonly Py[], keywords: Map<string, Py>): Py {
  const isCounted = name === 'methodcaller';
  if (rt.dialect === 3 && keywords.size > 0 && (args.length === 1 || !isCounted))
    throw TypeError(`${name}() takes no keyword arguments`);
  if (args.length !== 1) throw wrongCount(name, args.length);
  return args[0];
}

export const wrongCount = (name: string, count: number): Py =>
  TypeError(`${name} expected 1 argument${rt.dialect === 2 ? 's' : ''}, got ${count}`);
