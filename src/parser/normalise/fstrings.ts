/** f-strings: Lezer sees a plain string, and each replacement field as an expression on a line of its own. */
import { T } from '../tokens/token.js';
import type { Emitter } from './emitter.js';

/** Has the expressions of the f-string that starts at `start` parsed, those of its format specifications too. */
export function hoistFields(emitter: Emitter, start: number): void {
  const end = emitter.matching[start]!;
  fieldsIn(emitter, start + 1, end);
}

function fieldsIn(emitter: Emitter, from: number, to: number): void {
  const { tokens } = emitter;
  let at = from;
  while (at < to) {
    if (tokens[at]!.kind === T.Op && tokens[at]!.text === '{') {
      const close = emitter.matching[at]!;
      const end = fieldExpressionEnd(emitter, at);
      emitter.hoist(at + 1, end);
      fieldsIn(emitter, end, close);
    }
    at = emitter.skip(at);
  }
}

/** The token that ends the expression of the field opened at `open`: `=`, `!`, `:` or `}`. */
export function fieldExpressionEnd(emitter: Pick<Emitter, 'tokens' | 'matching' | 'find'>, open: number): number {
  return emitter.find(
    open + 1,
    emitter.matching[open]!,
    ({ kind, text }) => kind === T.Op && (text === '=' || text === '!' || text === ':'),
  );
}
