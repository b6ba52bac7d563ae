/** Python 2's `print >>f, a, b,` becomes a list of its expressions. */
import type { Emitter } from './emitter.js';
import { emitExpressions } from './expressions.js';

export function rewritePrint(emitter: Emitter, at: number, end: number): void {
  emitter.emit('[', at);
  const hasDestination = emitter.tokens[at + 1]!.text === '>>';
  emitExpressions(emitter, hasDestination ? at + 2 : at + 1, end);
  emitter.insert(']');
}
