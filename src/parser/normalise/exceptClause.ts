/** `except E as name` and Python 2's `except E, target`: class and target become a pair in inserted parentheses. */
import { T } from '../tokens/token.js';
import type { Emitter } from './emitter.js';
import { emitExpressions } from './expressions.js';

export function rewriteExcept(emitter: Emitter, at: number, colon: number): void {
  emitter.emit('except', at);
  let from = at + 1;
  if (emitter.tokens[from]!.text === '*' && emitter.dialect === 3) emitter.emit('*', from++);
  const separator = emitter.find(from, colon, ({ kind, text }) => {
    return (kind === T.Keyword && text === 'as') || (emitter.dialect === 2 && text === ',');
  });
  if (separator === colon) {
    emitExpressions(emitter, from, colon);
    return;
  }
  emitter.insert('(');
  emitExpressions(emitter, from, separator);
  emitter.emit(',', separator);
  emitExpressions(emitter, separator + 1, colon);
  emitter.insert(')');
}
