/** Python 2's `[x for x in 1, 2, 3]`: the list without parentheses is given some. */
import { T } from '../tokens/token.js';
import type { Emitter } from './emitter.js';

/**
 * Called after the `in` of a comprehension's `for`, with the bracket that closes the comprehension.
 * Opens a parenthesis if one is needed, and returns the token before which it must be closed, else -1.
 */
export function wrapListIteration(emitter: Emitter, from: number, close: number): number {
  if (emitter.dialect === 3 || close < 0 || emitter.tokens[close]!.text !== ']') return -1;
  const end = emitter.find(from, close, ({ kind, text }) => kind === T.Keyword && (text === 'for' || text === 'if'));
  const needed = emitter.find(from, end, ({ text }) => text === ',' || text === 'lambda') < end;
  if (!needed) return -1;
  emitter.insert('(');
  return end;
}
