/** How the objects of `operator` are called: with one object, and no keywords. */
import { rt } from '../../object/context.js';
import { TypeError } from '../../object/errors.js';
import type { Py } from '../../object/object.js';

/** The object that a getter was called with. */
export function theObject(name: string, args: readonly Py[], keywords: Map<string, Py>): Py {
  if (rt.dialect === 2 && keywords.size > 0) throw TypeError(`${name} does not take keyword arguments`);
  const isCounted = name === 'methodcaller';
  if (keywords.size > 0 && (args.length === 1 || !isCounted)) throw TypeError(`${name}() takes no keyword arguments`);
  if (args.length !== 1) throw wrongCount(name, args.length);
  return args[0];
}

export const wrongCount = (name: string, count: number): Py =>
  TypeError(`${name} expected 1 argument${rt.dialect === 2 ? 's' : ''}, got ${count}`);

/** Raises TypeError for keywords in the call that makes a getter, or no argument. */
export function checkNew(name: string, args: readonly Py[], keywords: Map<string, Py>): void {
  if (keywords.size > 0)
    throw TypeError(`${name}() ${rt.dialect === 2 ? 'does not take' : 'takes no'} keyword arguments`);
  if (args.length === 0) throw wrongCount(name, 0);
}
