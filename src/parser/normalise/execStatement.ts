/** Python 2's `exec body in globals, locals` becomes a list; the `in` stands there as a comma. */
import { T } from '../tokens/token.js';
import type { Emitter } from './emitter.js';
import { emitExpressions } from './expressions.js';

export function rewriteExec(emitter: Emitter, at: number, end: number): void {
  emitter.emit('[', at);
  const separator = emitter.find(at + 1, end, ({ kind, text }) => kind === T.Keyword && text === 'in');
  emitExpressions(emitter, at + 1, separator);
  if (separator < end) {
    emitter.emit(',', separator);
    emitExpressions(emitter, separator + 1, end);
  }
  emitter.insert(']');
}
