/**
 * What is the same for most processes of a program (options, environment, folder), as a text in the arena: it is written once and
 * read once in each thread, instead of travelling with each process that starts.
 */
import type { Arena } from '../mp/index.js';
import type { ProcessBase } from './payload.js';

/** Address of the text; the same one for the same content. */
export const writeBase = (arena: Arena, base: ProcessBase): number => arena.intern(JSON.stringify(base));

/** What this thread has read, by address. A thread serves one program. */
const known = new Map<number, ProcessBase>();

export function readBase(arena: Arena, at: number): ProcessBase {
  let base = known.get(at);
  if (base === undefined) known.set(at, (base = JSON.parse(arena.stringAt(at)) as ProcessBase));
  return base;
}
